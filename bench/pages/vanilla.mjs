// What a good developer writes for one event in a day, without a framework. `vanilla.js` is the script of the page.

import { page } from './listing.mjs'

const HEAD = `<link rel="preload" as="script" href="/vanilla.js">
<link rel="preload" as="fetch" crossorigin href="event.json">
<script defer src="/vanilla.js"></script>
<style>
#event { min-height: 100vh }
#event li { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem }
#event li > :not(time) { grid-column: 2; margin: 0 }
#event .on { background: #eef4fb }
.register { display: inline-block; padding: .5rem 1rem; background: #0b5cad; color: #fff }
</style>`

const hasRows = () => Boolean(document.querySelector('#event .days li'))

const hasLocalRows = ({ clock }) => Boolean(document.querySelector('#event .days li time')?.textContent.startsWith(clock))

// It defines this last.
const isLive = () => Boolean(window.announcement)

export const vanillaPage = {
  name: 'vanilla',
  title: 'vanilla JavaScript',
  page: (programme) => page(programme, HEAD, '<main id="event"></main>'),
  moments: { readable: hasRows, local: hasLocalRows, live: isLive, complete: isLive },
  firstRow: () => document.querySelector('#event .days li time')?.textContent,
  setZone: (zone) => window.announcement.setZone(zone),
}
