// The benchmark: every contender on every programme and profile, in turns, and the tables of docs/performance.md.
// `cargo xtask bench` runs it, with CHROMIUM and HANDBILL_DIST in the environment.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { PROFILES } from './browser.mjs'
import { CONTENDERS } from './contenders.mjs'
import { idle, measure } from './measure.mjs'
import { options } from './options.mjs'
import { PROGRAMMES } from './programmes.mjs'
import { goals, rows, write } from './report.mjs'
import { Site } from './server.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = process.env.HANDBILL_DIST || join(root, 'dist')
const report = join(root, 'docs/performance.md')
const kept = join(root, 'target/bench.json')

// A visit in words, for whoever waits.
const line = ({ title }, run) => {
  const moments = ['readable', 'local', 'live', 'complete'].map((name) => (run[name] === undefined ? '–' : Math.round(run[name])))
  return `  ${title.padEnd(34)} ${moments.map((moment) => String(moment).padStart(6)).join(' ')}  ${run.complaints.join('; ')}`
}

// A B C A B C: what else the machine does meets all of them alike.
const rounds = async (site, programme, profile, { runs, shots }) => {
  const results = CONTENDERS.map((contender) => ({ contender, runs: [] }))
  for (let round = 0; round < runs; round++) {
    console.log(`\n${programme.title}, ${profile.title}, round ${round + 1} of ${runs}: readable, visitor's times, live, complete`)
    for (const result of results) {
      const { contender } = result
      const picture = shots && !round ? join(shots, `${programme.name}-${profile.name}-${contender.name}.png`) : undefined
      const run = await measure(site, contender, programme, profile, { picture })
      console.log(line(contender, run))
      result.runs.push(run)
    }
  }
  return results
}

const doNothing = async (site, programme, seconds) => {
  const results = []
  for (const contender of CONTENDERS) {
    console.log(`  ${contender.title}: ${seconds} s of doing nothing`)
    results.push({ contender, runs: [await idle(site, contender, programme, PROFILES[0], seconds)] })
  }
  return results
}

// After each table, so that an error later on loses nothing.
const publish = (measured, visits) => {
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(kept, JSON.stringify(visits, undefined, 1))
  write(report, measured, PROGRAMMES.flatMap(({ title }) => PROFILES.map((profile) => `${title}, ${profile.title}`)))
}

const main = async (words) => {
  const wanted = options(words)
  if (wanted.shots) mkdirSync(wanted.shots, { recursive: true })
  const site = new Site(dist, new URL('pages/vanilla.js', import.meta.url))
  await site.open()
  const [measured, visits] = [{ goals: [], rows: [] }, []]
  try {
    for (const programme of wanted.programmes) {
      console.log(`\n${programme.title}: compressing its pages`)
      site.addProgramme(programme, CONTENDERS)
      for (const profile of wanted.profilesOf(programme)) {
        const results = await rounds(site, programme, profile, wanted)
        measured.rows.push(rows(programme, profile, results))
        measured.goals.push(...goals(programme, profile.name, results))
        for (const { contender, runs } of results) visits.push({ programme: programme.name, profile: profile.name, contender: contender.name, runs })
        publish(measured, visits)
      }
      if (!wanted.idle) continue
      measured.goals.push(...goals(programme, 'idle', await doNothing(site, programme, wanted.idle)))
      publish(measured, visits)
    }
  } finally {
    site.close()
  }
  console.log('\ndocs/performance.md has the tables, target/bench.json every visit.')
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`\n${error.message}`)
  process.exitCode = 1
})
