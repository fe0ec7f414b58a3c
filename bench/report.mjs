// Writes the tables of docs/performance.md in place. What was not measured this time stays as it was.

import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

import { GOALS } from './goals.mjs'
import { median, ratio } from './statistics.mjs'

const whole = (value) => value.toFixed(0)
const oneDecimal = (value) => value.toFixed(1)

const COLUMNS = [
  ['readable, ms', 'readable', whole],
  ["visitor's times, ms", 'local', whole],
  ['live, ms', 'live', whole],
  ['complete, ms', 'complete', whole],
  ['another zone, ms', 'switch', oneDecimal],
  ['requests', 'requests', whole],
  ['KiB', 'bytes', (bytes) => oneDecimal(bytes / 1024)],
  ['blocked, ms', 'blocking', whole],
  ['processor, ms', 'work', whole],
  ['memory, MiB', 'heap', (bytes) => oneDecimal(bytes / 1024 / 1024)],
  ['layout shift', 'shift', (value) => value.toFixed(3)],
]

const line = (cells) => `| ${cells.join(' | ')} |`

const circumstances = (results) => {
  const [{ runs }] = results
  const rounds = `${runs.length} ${runs.length === 1 ? 'round' : 'rounds'}`
  const processors = cpus()
  return `${rounds}, ${runs[0].version}, ${processors.length} × ${processors[0]?.model.trim() || 'unknown processor'}`
}

// The rows of one programme on one profile: how it was measured, then the medians of all rounds.
export const rows = (programme, profile, results) => {
  const title = `${programme.title}, ${profile.title}`
  const head = line([`**${title}**: ${circumstances(results)}`, ...COLUMNS.map(() => '')])
  const medians = results.map(({ contender, runs }) => {
    const cells = COLUMNS.map(([, measure, write]) => {
      const value = median(runs.map((run) => run[measure]))
      return value === undefined ? '–' : write(value)
    })
    return line([contender.title, ...cells])
  })
  return { title, text: [head, ...medians].join('\n') }
}

// The rows of the goals that are about this programme and this profile, or `idle`.
export const goals = (programme, profile, results) =>
  GOALS.filter(({ on }) => on[0] === programme.name && on[1] === profile).map(({ title, of, measure, by, unit = 1, limit }) => {
    const runsOf = (name) => results.find(({ contender }) => contender.name === name).runs
    const runs = runsOf(of)
    const value = by ? ratio(runs, runsOf(by), measure) : median(runs.map((run) => run[measure])) / unit
    const shown = Number.isInteger(value) ? whole(value) : value.toFixed(measure === 'shift' ? 3 : 2)
    return { title, text: line([title, `≤ ${limit}`, shown, value <= limit ? 'yes' : '**no**']) }
  })

// Replaces what stands between `<!-- NAME -->` and `<!-- end of NAME -->`.
const replace = (text, name, change) => {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/performance.md lacks the lines ${begin.trim()} and ${end}`)
  const inside = text.slice(from + begin.length, to)
  return `${text.slice(0, from + begin.length)}${change(inside)}${text.slice(to)}`
}

// Puts goals and rows into the file. `order` has the titles of all groups of rows.
export const write = (path, { goals, rows }, order) => {
  let text = readFileSync(path, 'utf8')
  text = replace(text, 'goals', (inside) => {
    const [head, rule, ...old] = inside.trim().split('\n')
    const kept = new Map(old.map((row) => [row.split(' | ')[0].slice(2), row]))
    for (const { title, text } of goals) kept.set(title, text)
    const all = GOALS.map(({ title, limit }) => kept.get(title) ?? line([title, `≤ ${limit}`, 'not measured', '']))
    return `${[head, rule, ...all].join('\n')}\n`
  })
  text = replace(text, 'results', (inside) => {
    const groups = inside.trim().split(/\n(?=\| \*\*)/).slice(1)
    const kept = new Map(groups.map((group) => [group.split('**')[1], group]))
    for (const { title, text } of rows) kept.set(title, text)
    const head = [line(['', ...COLUMNS.map(([title]) => title)]), `|---|${'---:|'.repeat(COLUMNS.length)}`]
    const all = order.filter((title) => kept.has(title)).map((title) => kept.get(title))
    return `${[...head, ...all].join('\n')}\n`
  })
  writeFileSync(path, text)
}
