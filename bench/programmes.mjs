// Three programmes, the same on every machine and at every run. They are schema.org events in the form that Handbill
// reads, with an offset at each time, so that a page without Handbill can read them as well.

export const EVENT_ZONE = 'Europe/Berlin'
export const VISITOR_ZONE = 'America/New_York'

// It lies ahead for as long as anybody measures: what is over shows no countdown and no registration. In February the
// clocks of both zones stand still, six hours apart.
const YEAR_AND_MONTH = '2034-02'
const OFFSET = '+01:00'
const FIRST_DAY = 13

const at = (day, minutes) => {
  const two = (number) => String(number).padStart(2, '0')
  return `${YEAR_AND_MONTH}-${two(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${OFFSET}`
}

const event = (name, description, startDate, endDate, subEvent) => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name,
  description,
  timeZone: EVENT_ZONE,
  startDate,
  endDate,
  eventAttendanceMode: 'online',
  organizer: { '@type': 'Organization', name: 'Institute for Soil and Water' },
  registration: { url: 'https://example.org/register' },
  subEvent,
})

// An afternoon: what most announcements are like.
const small = () => {
  const entry = (from, to, name, ...performer) => ({ startDate: at(14, from), endDate: at(14, to), name, performer })
  const person = (name, jobTitle) => ({ '@type': 'Person', name, jobTitle })
  return event(
    'Announcement of the new River Towns: What Sixty Places Have in Common',
    'Join us as we welcome sixty towns to the network. Mayors tell what their rivers have taught them, and what they would do again.',
    at(14, 750),
    at(14, 900),
    [
      entry(750, 755, 'Opening (video message)', person('Stella Gianni', 'Director-General')),
      entry(755, 765, 'Announcing the new River Towns', person('Ida Kemp', 'Director')),
      entry(765, 830, 'Panel: how a town learns from its river', person('Raul Valdez', 'Team Leader'), person('Bo Example', 'Mayor')),
      entry(830, 840, 'Concluding remarks', person('Ida Kemp', 'Director')),
      entry(840, 845, 'Closing', person('Stella Gianni', 'Director-General')),
      entry(845, 900, 'Networking for towns and their partners'),
    ],
  )
}

const FIRST_NAMES = ['Ada', 'Bo', 'Cy', 'Dora', 'Emeka', 'Farah', 'Goran', 'Hana', 'Idris', 'Jun', 'Kofi', 'Lena', 'Mira', 'Noor', 'Olek', 'Pia']
const LAST_NAMES = ['Abara', 'Brook', 'Clay', 'Dietz', 'Eriksen', 'Fontaine', 'Greco', 'Hassan', 'Ito', 'Jansen', 'Kaya', 'Lindt', 'Moreau', 'Novak', 'Okafor']
const POSTS = ['Soil scientist', 'Mayor', 'Hydrologist', 'Teacher', 'Engineer', 'Farmer', 'Curator', 'Journalist']
const SUBJECTS = ['Earthworms', 'Rain gardens', 'Old wells', 'River banks', 'Roots', 'Peat', 'Floods', 'Hedges', 'Compost', 'Canals', 'Springs', 'Clay roofs']
const VIEWS = ['at work', 'and the city', 'in dry years', 'for beginners', 'under law', 'in numbers', 'after the storm', 'in schools', 'and money', 'by night', 'seen from above']

// Numbers that look like chance and are the same every time (the generator of Park and Miller).
const chance = (seed) => () => (seed = (seed * 48271) % 2147483647)

// A conference: five days from nine to seven, a talk every half an hour in each of the rooms.
const conference = (name, rooms) => {
  const next = chance(rooms)
  const one = (list) => list[next() % list.length]
  const person = () => ({ '@type': 'Person', name: `${one(FIRST_NAMES)} ${one(LAST_NAMES)}`, jobTitle: one(POSTS) })
  const entries = []
  for (let day = FIRST_DAY; day < FIRST_DAY + 5; day++)
    for (let from = 540; from < 1140; from += 30)
      for (let room = 1; room <= rooms; room++) {
        entries.push({
          startDate: at(day, from),
          endDate: at(day, from + 30),
          name: `${one(SUBJECTS)} ${one(VIEWS)}`,
          location: `Room ${room}`,
          performer: next() % 3 ? [person()] : [person(), person()],
        })
      }
  const about = 'Five days about what we stand on and what we drink, for everybody who works with either.'
  return event(name, about, at(FIRST_DAY, 540), at(FIRST_DAY + 4, 1140), entries)
}

// What the first time of the programme reads as in this zone, without AM or PM.
const clockIn = (timeZone, time) =>
  new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(time)).split(/\s/)[0]

const programme = (name, title, make) => {
  let document
  return {
    name,
    title,
    get document() {
      return (document ??= make())
    },
    // What tells the pages' probe when the visitor's own times are there.
    get expected() {
      return { clock: clockIn(VISITOR_ZONE, this.document.subEvent[0].startDate), entries: this.document.subEvent.length }
    },
  }
}

export const PROGRAMMES = [
  programme('small', '6 entries', small),
  programme('1000', '1,000 entries', () => conference('Soil and Water Week', 10)),
  programme('10000', '10,000 entries', () => conference('Soil and Water Congress', 100)),
]
