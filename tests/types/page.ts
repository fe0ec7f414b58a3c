// What a page does with the element, without any library. Lines that TypeScript has to refuse say so.
import type { EventDocument, HandbillEventElement } from 'handbill'
import 'handbill'

const event: EventDocument = {
  $schema: 'node_modules/handbill/event.schema.json',
  '@context': 'https://schema.org',
  '@type': 'EducationEvent',
  name: 'Open day',
  timeZone: 'Europe/Berlin',
  startDate: '2027-02-14T12:30',
  eventAttendanceMode: 'online',
  eventStatus: 'https://schema.org/EventScheduled',
  image: { url: 'day.jpg', caption: 'A door' },
  organizer: ['The House', { name: { '@value': 'Another' }, url: 'https://example.org/' }],
  registration: { url: 'https://example.org/register', closes: '2027-02-13', availability: 'waiting list' },
  subEvent: [
    'Coffee',
    { startDate: '12:30', name: 'Opening', performer: { name: 'Ada Example', jobTitle: 'Director' }, location: 12 },
  ],
  about: 'It is old.',
  inLanguage: 'en',
}

const element: HandbillEventElement = document.createElement('handbill-event')
element.event = event
element.event = { '@graph': [event] }
element.event = undefined
element.refresh().then(() => undefined)
document.querySelector('handbill-event')?.refresh()

element.addEventListener('handbill:error', ({ detail }) => {
  for (const { path, message } of detail.problems) console.log(path.length, message.length)
})
document.addEventListener('handbill:phase', ({ detail }) => {
  const phase: 'upcoming' | 'live' | 'ended' = detail.phase
  // @ts-expect-error There is no such phase.
  if (detail.phase === 'over') console.log(phase)
})
document.addEventListener('handbill:register', (event) => {
  event.preventDefault()
  location.href = event.detail.url
})
document.body.addEventListener('handbill:calendar', ({ detail }) => detail.url.length)
element.addEventListener('handbill:load', () => undefined)

// @ts-expect-error A document has a name.
const nameless: EventDocument = { startDate: '2027-02-14' }
// @ts-expect-error Times are texts.
const numbered: EventDocument = { name: 'Open day', startDate: 20270214 }
// @ts-expect-error People do not take part by telepathy.
const odd: EventDocument = { name: 'Open day', startDate: '2027-02-14', eventAttendanceMode: 'telepathy' }
// @ts-expect-error A registration has an address.
const nowhere: EventDocument = { name: 'Open day', startDate: '2027-02-14', registration: { opens: '2027-01-01' } }
// @ts-expect-error Reading takes no argument.
element.refresh(true)
// @ts-expect-error The document is an object, not its text.
element.event = '{}'
// @ts-expect-error The details have no such member.
element.addEventListener('handbill:register', ({ detail }) => detail.address)
// @ts-expect-error There is no class to make one from.
new HandbillEventElement()
