// What an author writes into a page: the announcement as plain HTML, with the times of the event's own zone.

export const escape = (text) =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character])

// A whole page around an announcement. Something stands below it, as on any site: what pushes that down is counted as
// layout shift, and once it is parsed, all rows are.
export const page = (programme, head, body) => `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(programme.document.name)}</title>
<link rel="icon" href="data:,">
<style>
body { max-width: 72rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif }
ul { padding: 0; list-style: none }
li { padding: .75rem 0; border-bottom: 1px solid #ccc }
</style>
${head}
</head>
<body>
${body}
<footer id="end">An example page.</footer>
</body>
</html>
`

const day = (date) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(date))

const row = (entry) => {
  const people = (entry.performer ?? []).map(({ name, jobTitle }) => `${name}, ${jobTitle}`).join('; ')
  const more = [people, entry.location].filter(Boolean).map((text) => `<br>${escape(text)}`)
  return `<li><time datetime="${entry.startDate}">${entry.startDate.slice(11, 16)}</time> <b>${escape(entry.name)}</b>${more.join('')}</li>`
}

// Heading, date, registration and the programme by days.
export const listing = ({ document: event }) => {
  const days = new Map()
  for (const entry of event.subEvent) {
    const date = entry.startDate.slice(0, 10)
    if (!days.has(date)) days.set(date, [])
    days.get(date).push(entry)
  }
  const lists = [...days].map(([date, entries]) => `<h3>${day(date)}</h3>\n<ul>\n${entries.map(row).join('\n')}\n</ul>`)
  return `<h2>${escape(event.name)}</h2>
<p><time datetime="${event.startDate}">${day(event.startDate.slice(0, 10))}, ${event.startDate.slice(11, 16)} CET</time></p>
<p>${escape(event.description)}</p>
<p><a href="${event.registration.url}">Register</a></p>
${lists.join('\n')}`
}
