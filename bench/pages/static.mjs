// The floor: a page without any script. It shows the event's own times, so it never has the visitor's.

import { listing, page } from './listing.mjs'

export const staticPage = {
  name: 'static',
  title: 'static HTML',
  page: (programme) => page(programme, '', listing(programme)),
  moments: {
    readable: () => Boolean(document.getElementById('end')),
  },
}
