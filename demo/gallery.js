// What the address asks for: ?state=live&lang=ar&scheme=dark. It runs before the widget's script, so that nothing is
// loaded for states that are not shown.
const asked = new URLSearchParams(location.search)
const state = document.getElementById(asked.get('state'))
const lang = asked.get('lang')
const scheme = asked.get('scheme')

/** The address of a state alone, or of all, in the same language and colours. */
const address = (id) => {
  const query = new URLSearchParams(asked)
  if (id) query.set('state', id)
  else query.delete('state')
  return `?${query}`
}

if (['light', 'dark'].includes(scheme)) document.documentElement.classList.add(scheme)

// English is the language of the page, and needs no attribute; so the one document in Arabic stays in Arabic.
if (lang && lang !== 'en') for (const event of document.querySelectorAll('handbill-event')) event.lang = lang

if (state?.matches('main > section')) {
  const event = state.querySelector('handbill-event')
  document.title = `Handbill: ${state.querySelector('h2').textContent}`
  document.body.classList.add('alone')
  event.setAttribute('heading-level', '1')
  document.querySelector('header').remove()
  document.querySelector('main').replaceChildren(event)
} else {
  const list = document.createElement('ul')
  for (const section of document.querySelectorAll('main > section')) {
    const heading = section.querySelector('h2')
    const link = document.createElement('a')
    link.href = `#${section.id}`
    link.textContent = heading.textContent
    const item = document.createElement('li')
    item.append(link)
    list.append(item)

    const alone = document.createElement('a')
    alone.href = address(section.id)
    alone.append(...heading.childNodes)
    heading.append(alone)
  }
  const contents = document.createElement('nav')
  contents.setAttribute('aria-label', 'States')
  contents.append(list)
  document.querySelector('header').append(contents)
  for (const field of document.querySelectorAll('select')) field.value = asked.get(field.name) ?? field.value
}
