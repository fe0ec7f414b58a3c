// One event that fills a frame: `frame.html?src=…`, with every other attribute of the element in the query as well.
// It tells the page around it how high it is and what happens in it; `frame-host.js` is who listens there.
(() => {
  const query = new URLSearchParams(location.search)
  const root = document.documentElement
  root.lang = query.get('lang') || navigator.language
  // Not in the markup: a policy may forbid style there.
  document.body.style.margin = 0

  // To everybody: a frame need not know who shows it, and says nothing that its address does not.
  const say = (message) => parent !== window && parent.postMessage(message, '*')
  const sayHeight = () => say({ handbill: 'height', height: Math.ceil(root.getBoundingClientRect().height) })
  new ResizeObserver(sayHeight).observe(root)
  // The page may have begun to listen only now.
  addEventListener('message', ({ source, data }) => source === parent && data?.handbill === 'ask' && sayHeight())

  const element = document.createElement('handbill-event')
  // What a visitor reads where an author's own content would stand.
  const apologise = () => {
    if (element.firstChild) return
    const words = element.appendChild(document.createElement('p'))
    words.lang = 'en'
    words.style.font = '1rem/1.5 system-ui, sans-serif'
    words.textContent = 'This event cannot be shown at the moment.'
  }
  for (const type of ['load', 'error', 'phase', 'register', 'calendar'])
    element.addEventListener(`handbill:${type}`, ({ detail }) => {
      if (type === 'error') apologise()
      say({ handbill: 'event', type, detail })
    })

  let src
  try {
    src = new URL(query.get('src') || '', location)
  } catch {
    // Said below.
  }
  // The element knows its attributes. A frame has its own way to be lazy: the attribute `loading` of <iframe>.
  customElements.whenDefined('handbill-event').then(({ observedAttributes }) => {
    for (const name of observedAttributes)
      if (name !== 'src' && name !== 'loading' && query.has(name)) element.setAttribute(name, query.get(name))
    if (query.get('src') && /^https?:$/.test(src?.protocol)) element.setAttribute('src', src)
    document.body.append(element)
  })
})()
