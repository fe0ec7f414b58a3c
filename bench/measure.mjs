// One visit, and everything that is counted in it.

import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

import { visit } from './browser.mjs'
import { median } from './statistics.mjs'

// One after another, none of which shows the first entry at the same hour as the one before.
const SWITCHES = ['Asia/Tokyo', 'Europe/London', 'Asia/Kolkata', 'America/Los_Angeles', 'Asia/Kathmandu']

// What a page does after it is complete belongs to its cost as well.
const SETTLING = 1000

const metrics = async (tools) => {
  const { metrics } = await tools.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

// Milliseconds that the main thread has been at work.
const workOf = async (tools) => 1000 * (await metrics(tools)).TaskDuration

// What is left after garbage was collected: JavaScript's objects, the browser's own, buffers, and WebAssembly's memory.
const heapOf = async (page, tools) => {
  await tools.send('HeapProfiler.enable')
  // What the first collection sets free may hold more, which the next one finds.
  for (let round = 0; round < 3; round++) await tools.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await tools.send('Runtime.getHeapUsage')
  await tools.send('HeapProfiler.disable')
  const program = await page.evaluate(() => window.bench.wasmBytes())
  return { objects: usedSize, nodes: embedderHeapUsedSize, buffers: backingStorageSize, program }
}

const switchesOf = async (page) => {
  const times = []
  for (const zone of SWITCHES) {
    times.push(await page.evaluate((zone) => window.bench.switchZone(zone), zone))
    await pause(200)
  }
  return times
}

export const measure = (site, contender, programme, profile, { picture } = {}) =>
  visit(site, contender, programme, profile, async ({ page, tools, complaints, version }) => {
    await pause(SETTLING)
    const work = await workOf(tools)
    const requests = site.log.map((entry) => ({ ...entry }))
    const missing = requests.filter(({ status }) => status === 404).map(({ path }) => path)
    if (missing.length) throw new Error(`${contender.title} asks for ${missing.join(', ')}, which is not there`)
    const { moments, firstPaint, tasks, shifts, row } = await page.evaluate(() => {
      const { moments, firstPaint, tasks, shifts } = window.bench
      return { moments, firstPaint, tasks, shifts, row: window.bench.firstRow() }
    })
    if (picture) writeFileSync(picture, (await tools.send('Page.captureScreenshot')).data, 'base64')
    const memory = await heapOf(page, tools)
    const switches = contender.setZone && profile.name === 'desktop' ? await switchesOf(page) : undefined
    return {
      ...moments,
      firstPaint,
      requests: requests.length,
      bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
      longest: Math.max(0, ...tasks),
      blocking: tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      shifts,
      work,
      heap: Object.values(memory).reduce((sum, bytes) => sum + bytes),
      memory,
      switch: switches && median(switches),
      switches,
      row,
      asked: requests.map(({ path }) => path),
      complaints,
      version,
    }
  })

// What a page does while nobody does anything.
export const idle = (site, contender, programme, profile, seconds) =>
  visit(site, contender, programme, profile, async ({ page, tools }) => {
    await pause(3000)
    await page.evaluate(() => window.bench.startCounting())
    const before = await workOf(tools)
    await pause(seconds * 1000)
    const work = (await workOf(tools)) - before
    const { callbacks, mutations } = await page.evaluate(() => window.bench.counts())
    return { activity: callbacks + mutations, callbacks, mutations, work }
  })
