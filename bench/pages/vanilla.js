// An announcement by hand: heading, date, countdown, registration, a choice of zone, and the programme by the days of
// that zone. Rows are made once, and moved when the zone changes; formatters are made once per zone.

const host = document.querySelector('#event')
const own = Intl.DateTimeFormat().resolvedOptions().timeZone

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const formats = new Map()
const formatsOf = (timeZone) => {
  if (!formats.has(timeZone)) {
    const format = (options) => new Intl.DateTimeFormat('en-US', { timeZone, ...options })
    formats.set(timeZone, {
      time: format({ hour: 'numeric', minute: '2-digit' }),
      day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      whole: format({ dateStyle: 'full', timeStyle: 'short' }),
      date: format({ dateStyle: 'short' }),
    })
  }
  return formats.get(timeZone)
}

const rowOf = (entry) => {
  const time = make('time', { dateTime: entry.startDate })
  const mark = make('em', { textContent: 'now', hidden: true })
  const people = (entry.performer ?? []).map(({ name, jobTitle }) => `${name}, ${jobTitle}`).join('; ')
  const item = make('li', {}, time, make('b', { textContent: entry.name }), mark)
  if (people) item.append(make('p', { textContent: people }))
  if (entry.location) item.append(make('p', { textContent: entry.location }))
  return { item, time, mark, start: new Date(entry.startDate), end: new Date(entry.endDate), isOn: false }
}

const countdownTo = (start) => {
  const minutes = Math.round((start - Date.now()) / 60000)
  if (minutes <= 0) return ''
  const format = new Intl.RelativeTimeFormat('en-US')
  if (minutes < 90) return format.format(minutes, 'minute')
  if (minutes < 2880) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / 1440), 'day')
}

const mount = (event) => {
  const rows = event.subEvent.map(rowOf)
  const [start, end] = [new Date(event.startDate), new Date(event.endDate)]
  const [when, countdown] = [make('p'), make('p')]
  const days = make('div', { className: 'days' })
  const select = make('select', { id: 'zone' }, new Option(`Your time (${own})`, own), new Option(`Event (${event.timeZone})`, event.timeZone))

  const show = (zone) => {
    const { time, day, whole, date } = formatsOf(zone)
    when.textContent = `${whole.formatRange(start, end)} (${zone})`
    const lists = []
    let last
    for (const row of rows) {
      row.time.textContent = `${time.format(row.start)} – ${time.format(row.end)}`
      const key = date.format(row.start)
      if (key !== last) {
        last = key
        lists.push({ title: day.format(row.start), items: [] })
      }
      lists.at(-1).items.push(row.item)
    }
    days.replaceChildren(...lists.map(({ title, items }) => make('section', {}, make('h3', { textContent: title }), make('ul', {}, ...items))))
  }

  const tick = () => {
    const now = Date.now()
    const text = countdownTo(start)
    if (countdown.textContent !== text) countdown.textContent = text
    for (const row of rows) {
      const isOn = row.start <= now && now < row.end
      if (isOn === row.isOn) continue
      row.isOn = isOn
      row.mark.hidden = !isOn
      row.item.classList.toggle('on', isOn)
    }
  }

  const setZone = (zone) => {
    if (![...select.options].some((option) => option.value === zone)) select.append(new Option(zone, zone))
    select.value = zone
    show(zone)
  }

  select.addEventListener('change', () => show(select.value))
  // Four hundred names, which most visitors never look at.
  select.addEventListener('focus', () => select.append(...Intl.supportedValuesOf('timeZone').map((zone) => new Option(zone, zone))), { once: true })
  show(own)
  tick()
  host.append(
    make('h2', { textContent: event.name }),
    when,
    countdown,
    make('p', { textContent: event.description }),
    make('p', {}, make('a', { className: 'register', href: event.registration.url, textContent: 'Register' })),
    make('label', {}, 'Time zone ', select),
    days,
  )
  setInterval(tick, 30000)
  window.announcement = { setZone }
}

fetch('event.json')
  .then((answer) => answer.json())
  .then(mount)
