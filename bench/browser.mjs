// A new browser with an empty profile, as a visitor in New York has it on a desk or in a hand.

import { readFileSync } from 'node:fs'

import puppeteer from 'puppeteer-core'

import { VISITOR_ZONE } from './programmes.mjs'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// What the developer tools of Chromium call Slow 4G.
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180000, uploadThroughput: 84375 }

export const PROFILES = [
  { name: 'desktop', title: 'desktop', width: 1280, height: 800, scale: 1, isMobile: false, slower: 1 },
  { name: 'phone', title: 'slow phone', width: 412, height: 823, scale: 2, isMobile: true, slower: 4, network: SLOW_4G },
]

const PROBE = readFileSync(new URL('probe.js', import.meta.url), 'utf8')

// What the page runs first: the probe, told what this contender is waited for.
const injected = ({ moments, events = [], firstRow, setZone }, expected) => {
  const pending = Object.entries(moments).map(([name, test]) => `[${JSON.stringify(name)}, ${test}]`)
  return `(() => {
${PROBE}
probe({
  pending: [${pending}],
  events: ${JSON.stringify(events)},
  expected: ${JSON.stringify(expected)},
  firstRow: ${firstRow ?? null},
  setZone: ${setZone ?? null},
})
})()`
}

// Opens the page and hands `use` the page, a line to the developer tools, and what the page complained about.
export const visit = async (site, contender, programme, profile, use) => {
  const limit = programme.expected.entries > 5000 ? 240000 : 60000
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || 'chromium',
    args: FLAGS,
    // The size of the window is the profile's; two that override it would be one too many.
    defaultViewport: null,
    protocolTimeout: limit + 60000,
  })
  try {
    const page = await browser.newPage()
    const tools = await page.createCDPSession()
    const complaints = []
    page.on('pageerror', (error) => complaints.push(String(error?.message ?? error)))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await tools.send('Network.enable')
    // Time on the processor, not on the clock: then other programs on the machine hardly count.
    await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await tools.send('Emulation.setTimezoneOverride', { timezoneId: VISITOR_ZONE })
    await tools.send('Emulation.setLocaleOverride', { locale: 'en-US' })
    const { width, height, scale, isMobile, slower, network } = profile
    await tools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: isMobile })
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    if (network) await tools.send('Network.emulateNetworkConditions', network)
    await page.evaluateOnNewDocument(injected(contender, programme.expected))
    site.log.length = 0
    await page.goto(site.addressOf(programme, contender), { waitUntil: 'domcontentloaded', timeout: limit })
    await finished(page, contender, limit, complaints)
    const version = (await browser.version()).replace('HeadlessChrome/', 'Chrome/').replace('Chrome/', 'Chromium ')
    return await use({ page, tools, complaints, version })
  } finally {
    await browser.close()
  }
}

// Until everything that is waited for was painted.
const finished = async (page, contender, limit, complaints) => {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(async () => {
      const seen = await page.evaluate(() => Object.keys(window.bench.moments)).catch(() => [])
      reject(new Error(`${contender.title} is not complete after ${limit / 1000} s; it got as far as: ${seen.join(', ')}. ${complaints.join('; ')}`))
    }, limit)
  })
  await Promise.race([page.evaluate(() => window.bench.done), late]).finally(() => clearTimeout(timer))
}
