// Handbill in four ways of the README. Nothing here knows more of it than a page may: its tag, its open shadow root,
// `handbill:load`, and what an entry and its time are called there.

import { listing, page } from './listing.mjs'

const SCRIPT = '<script async src="/handbill/handbill.js"></script>'
const OPENING = '<handbill-event src="event.json" style="display: block; min-height: 100vh">'

// The README's lines, in its order; where the document stands in the page, there is no file of it to ask for.
const PRELOADS_OF_PROGRAM = `<link rel="preload" as="fetch" crossorigin href="/handbill/handbill-app_bg.wasm">
<link rel="modulepreload" href="/handbill/handbill-app.js">`
const PRELOADS = `<link rel="preload" as="fetch" crossorigin href="event.json">
${PRELOADS_OF_PROGRAM}`

const insideScript = (value) => JSON.stringify(value).replaceAll('<', '\\u003c')

const firstRow = () => {
  const root = document.querySelector('handbill-event')?.shadowRoot
  return root?.querySelector('li.entry time.shown')?.textContent
}

const setZone = (zone) => document.querySelector('handbill-event').setAttribute('time-zone', zone)

// Not every row: of a large programme only those near the window may be made.
const hasRows = () => Boolean(document.querySelector('handbill-event')?.shadowRoot?.querySelector('li.entry'))

const hasLocalRows = ({ clock }) => {
  const root = document.querySelector('handbill-event')?.shadowRoot
  const text = root?.querySelector('li.entry time.shown')?.textContent
  return Boolean(text?.startsWith(clock))
}

// The author's content counts as long as it is what stands there.
const hasLocalContent = ({ clock }) => {
  const element = document.querySelector('handbill-event')
  const time = (element?.shadowRoot ?? element)?.querySelector('li time')
  return Boolean(time?.textContent.startsWith(clock))
}

const isReadable = () => {
  const root = document.querySelector('handbill-event')?.shadowRoot
  return Boolean(root ? root.querySelector('li.entry') : document.getElementById('end'))
}

const isLive = (_, heard) => {
  const root = document.querySelector('handbill-event')?.shadowRoot
  return heard.has('handbill:load') && Boolean(root?.querySelector('li.entry'))
}

// Large programmes have a search and days as tabs besides, which come as a part of their own. Rows that are not made keep
// their place free: a page with so many of them is higher than the window many times over.
const isComplete = ({ entries }, heard) => {
  const root = document.querySelector('handbill-event')?.shadowRoot
  if (!heard.has('handbill:load') || !root?.querySelector('li.entry')) return false
  if (entries <= 20) return true
  return Boolean(root.querySelector('.tools > *')) && document.documentElement.scrollHeight > 2 * innerHeight
}

const contender = (name, title, makePage, { readable, local }) => ({
  name,
  title,
  page: makePage,
  events: ['handbill:load'],
  moments: { readable, local, live: isLive, complete: isComplete },
  firstRow,
  setZone,
})

export const inContent = contender(
  'content',
  'Handbill, content in the snippet',
  (programme) => page(programme, '', `${SCRIPT}\n${OPENING}\n${listing(programme)}\n</handbill-event>`),
  { readable: isReadable, local: hasLocalContent },
)

export const withPreloads = contender(
  'preload',
  'Handbill, with preload lines',
  (programme) => page(programme, PRELOADS, `${SCRIPT}\n${OPENING}</handbill-event>`),
  { readable: hasRows, local: hasLocalRows },
)

export const inPage = contender(
  'page',
  'Handbill, preload lines and the document in the page',
  (programme) =>
    page(
      programme,
      PRELOADS_OF_PROGRAM,
      `${SCRIPT}
<handbill-event style="display: block; min-height: 100vh">
<script type="application/ld+json">${insideScript(programme.document)}</script>
</handbill-event>`,
    ),
  { readable: hasRows, local: hasLocalRows },
)

export const asScriptTag = contender(
  'script',
  'Handbill, one script tag',
  (programme) => page(programme, '', '<script async src="/handbill/handbill.js" data-src="event.json"></script>'),
  { readable: hasRows, local: hasLocalRows },
)
