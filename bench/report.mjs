// The tables of docs/performance.md: between two comments, a section for each programme and profile. A section that was
// not measured this time stays as it was.

import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

import { median, ratio } from './statistics.mjs'

const BEGIN = '<!-- What stands here is written by `cargo xtask bench`. -->'
const END = '<!-- Up to here. -->'

const whole = (value) => value.toFixed(0)
const oneDecimal = (value) => value.toFixed(1)
const kib = (bytes) => oneDecimal(bytes / 1024)
const mib = (bytes) => oneDecimal(bytes / 1024 / 1024)
const times = (value) => `${value.toFixed(2)}×`

const TIMES = [
  ['first paint', 'firstPaint', whole],
  ['readable', 'readable', whole],
  ["visitor's times", 'local', whole],
  ['live', 'live', whole],
  ['complete', 'complete', whole],
  ['another zone', 'switch', oneDecimal],
]
const COSTS = [
  ['requests', 'requests', whole],
  ['KiB', 'bytes', kib],
  ['longest task, ms', 'longest', whole],
  ['blocked, ms', 'blocking', whole],
  ['processor, ms', 'work', whole],
  ['memory, MiB', 'heap', mib],
  ['layout shift', 'shift', (value) => value.toFixed(3)],
]
// What each measure is compared with: nothing is readable sooner than a page without script.
const RATIOS = [
  ['readable', 'readable', 'static'],
  ["visitor's times", 'local', 'vanilla'],
  ['live', 'live', 'vanilla'],
  ['complete', 'complete', 'vanilla'],
  ['processor', 'work', 'vanilla'],
  ['memory', 'heap', 'vanilla'],
  ['another zone', 'switch', 'vanilla'],
]
const IDLE = [
  ['timers and frames', 'callbacks', whole],
  ['changes of the page', 'mutations', whole],
  ['processor, ms', 'work', whole],
]

const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(' | ')} |`
  const rule = `|---|${'---:|'.repeat(head.length - 1)}`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const shown = (value, write) => (value === undefined ? '–' : write(value))

const medians = (title, columns, results) =>
  table(
    [title, ...columns.map(([head]) => head)],
    results.map(({ contender, runs }) => [contender.title, ...columns.map(([, measure, write]) => shown(median(runs.map((run) => run[measure])), write))]),
  )

const ratios = (results) => {
  const runsOf = (name) => results.find(({ contender }) => contender.name === name).runs
  // Nobody sees another zone where nothing was switched.
  const columns = RATIOS.filter(([, measure]) => results.some(({ runs }) => runs.some((run) => run[measure] !== undefined)))
  return table(
    ['as a multiple of', ...columns.map(([head, , name]) => `${head} ÷ ${name}`)],
    results.map(({ contender, runs }) => [contender.title, ...columns.map(([, measure, name]) => shown(ratio(runs, runsOf(name), measure), times))]),
  )
}

const machine = () => {
  const processors = cpus()
  return `${processors.length} × ${processors[0]?.model.trim() || 'a processor without a name'}`
}

// What was measured, by whom, and on what.
const circumstances = (results) => {
  const [first] = results[0].runs
  const count = results[0].runs.length
  return `${count} ${count === 1 ? 'round' : 'rounds'}, ${first.version}, ${machine()}.`
}

// The section of one programme on one profile.
export const section = (programme, profile, results) => {
  const columns = TIMES.filter(([, measure]) => measure !== 'switch' || profile.name === 'desktop')
  return {
    title: `${programme.title}, ${profile.title}`,
    text: [circumstances(results), medians('ms', columns, results), medians('cost', COSTS, results), ratios(results)].join('\n\n'),
  }
}

// The section about doing nothing.
export const idleSection = (programme, seconds, results) => ({
  title: `${programme.title}, ${seconds} s of doing nothing`,
  text: medians('in that time', IDLE, results),
})

// Puts the sections into the file, in this order of titles; others that are there stay behind them.
export const write = (path, sections, order) => {
  const text = readFileSync(path, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${path} has no place for the tables; it needs the lines ${BEGIN} and ${END}`)
  const kept = new Map()
  for (const part of text.slice(from + BEGIN.length, to).split(/^### /m).slice(1)) {
    const [title] = part.split('\n', 1)
    kept.set(title, part.slice(title.length).trim())
  }
  for (const { title, text } of sections) kept.set(title, text)
  const place = (title) => (order.indexOf(title) + 1 || order.length + 1)
  const parts = [...kept].sort(([one], [other]) => place(one) - place(other)).map(([title, text]) => `### ${title}\n\n${text}`)
  writeFileSync(path, `${text.slice(0, from)}${[BEGIN, ...parts, END].join('\n\n')}${text.slice(to + END.length)}`)
}
