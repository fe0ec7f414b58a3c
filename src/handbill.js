// The script that authors paste. It needs no other file to make the times on the page local, then loads the app and
// lets it take over; whatever fails, the author's own content stays.
(() => {
  const TAG = 'handbill-event'
  const VERSION = '0.1.0'
  const ATTRIBUTES = ['src', 'time-zone', 'lang', 'hour-cycle', 'now', 'heading-level', 'color-scheme', 'refresh', 'loading', 'json-ld', 'view']
  const script = document.currentScript
  const base = new URL('.', script?.src || document.querySelector('script[src*="handbill.js"]')?.src || document.baseURI)

  // The parts of the app, once for the whole page: all asked for at the same time, and again if one did not come.
  let app
  let program
  let attempts = 0
  // By a new address each time: a module that could not be fetched once is not fetched again. As a text: scripts that
  // watch the requests of a page expect one.
  const at = (name) => new URL(name + (attempts ? `?${attempts}` : ''), base).href
  const load = () =>
    (app ??= Promise.all([(program = import(at('handbill-program.js'))), fetch(at('handbill-app_bg.wasm'))])
      .then(async ([app, wasm]) => {
        await app.default({ module_or_path: wasm })
        return app
      })
      .catch((error) => {
        app = undefined
        attempts++
        throw error
      }))

  // Runs once the whole page is there; what stands inside an element may arrive after its start tag.
  const whenParsed = new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { once: true })
    else resolve()
  })

  // Asks for a document, long before there is anything to read it. Always anew: an event changes until it is over.
  const request = (url) =>
    fetch(url.href, { cache: 'no-cache', signal: AbortSignal.timeout?.(30000) }).then(
      (response) => ({ response }),
      (error) => ({ error }),
    )

  // The language around an element, also around the component that it stands in; else the browser's.
  const tagOf = (element) => {
    let nearest
    for (let at = element; at && !nearest; at = at.getRootNode().host) nearest = at.closest('[lang]')
    return nearest?.lang || navigator.language
  }

  // The messages of a language, once for the whole page, asked for at the same time as all else. English is in the program.
  const spoken = {}
  const speak = (tag) => {
    const [name] = /^(ar|de|es|fr|pt|ru|zh)(?![a-z])/i.exec(tag) || []
    const started = load()
    if (!name) return started
    const url = at(`locales/${name.toLowerCase()}.json`)
    return (spoken[name] ??= Promise.all([fetch(url), started])
      .then(async ([response, { learn }]) => {
        if (!response.ok || !learn(await response.text())) throw new Error(`${url} has none`)
      })
      .catch((error) => {
        delete spoken[name]
        throw error
      }))
  }

  // Tells whoever embeds the widget, in one sentence, once that is here; in a word where it is not to be had either.
  const tell = async (element, kind, about, more = '') => {
    const faults = await import(at('handbill-faults.js')).catch(() => {})
    const message = (faults?.sentence(kind, about) ?? `This event cannot be shown (${about}).`) + more
    console.warn(`Handbill: ${message}`)
    const detail = { problems: [{ path: '', message }] }
    element.dispatchEvent(new CustomEvent('handbill:error', { bubbles: true, composed: true, detail }))
  }

  // Runs once after so many milliseconds, at once when somebody looks again or the network is back, and never while
  // nobody looks.
  const later = (run, milliseconds) => {
    let timer
    const cancel = () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('online', done)
    }
    const done = () => {
      cancel()
      run()
    }
    const look = () => (document.hidden ? clearTimeout(timer) : done())
    document.addEventListener('visibilitychange', look)
    addEventListener('online', done)
    if (!document.hidden) timer = setTimeout(done, milliseconds)
    return cancel
  }

  // Rung 1: the times in the author's content, in the visitor's zone, named by its offset.
  const local = new WeakSet()
  const formats = {}
  const localise = (root) => {
    if (root.getAttribute('time-zone') === 'event') return
    for (const time of root.querySelectorAll('time[datetime]')) {
      const [, date, zone] = /^(\S+)[T ]\S*?(Z|[+-]\d\d:?\d\d)$/i.exec(time.dateTime) || []
      const at = new Date(time.dateTime)
      if (local.has(time) || !zone || isNaN(at)) continue
      local.add(time)
      const minutes = -at.getTimezoneOffset()
      const [, sign, hours, rest] = /([+-])(\d\d):?(\d\d)/.exec(zone) || [0, '+', 0, 0]
      if (minutes === (sign + 1) * (hours * 60 + +rest)) continue
      const sameDay = new Date(+at + minutes * 60000).toISOString().startsWith(date)
      // Where the author wrote a time of day alone, a time of day is enough, as long as the day is the same.
      const isWhole = !sameDay || /\d{3}|\d\D+\d+\D+\d/.test(time.textContent)
      const lang = time.closest('[lang]')?.lang || []
      try {
        // One for all times of a kind: making one takes as long as using it fifty times.
        const format = (formats[lang + isWhole] ??= new Intl.DateTimeFormat(lang, {
          hour: 'numeric',
          minute: 'numeric',
          timeZoneName: 'shortOffset',
          ...(isWhole && { day: 'numeric', month: 'long', year: 'numeric' }),
        }))
        time.title = time.textContent.trim()
        time.textContent = format.format(at)
      } catch {
        // An odd language tag: the author's own words stay.
      }
    }
  }

  // What waits until it is nearly in view.
  const near = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && entry.target.refresh()), {
    rootMargin: '400px',
  })

  class HandbillEvent extends HTMLElement {
    static version = VERSION
    static observedAttributes = ATTRIBUTES
    #session
    #starting
    #document
    #cancel
    #failures = 0

    connectedCallback() {
      // What a page set before the class was there would hide the property for good.
      if (Object.hasOwn(this, 'event')) {
        const { event } = this
        delete this.event
        this.#document = event
      }
      localise(this)
      whenParsed.then(() => localise(this))
      if (this.#session) this.#session.connected()
      else if (this.getAttribute('loading') === 'lazy') near.observe(this)
      else this.refresh()
    }

    disconnectedCallback() {
      // A move is no end: by the next microtask a moved element is back.
      queueMicrotask(() => this.isConnected || this.#end())
    }

    /** Another document has a window, and style sheets, of its own. */
    adoptedCallback() {
      this.#end()
    }

    attributeChangedCallback(name, old, value) {
      if (old !== value) this.#session?.changed(name)
    }

    /** The document as an object; setting it takes the place of `src`. */
    get event() {
      return this.#document
    }

    set event(value) {
      this.#document = value
      this.#session?.changed('src')
    }

    /** Reads the document again. */
    refresh() {
      near.unobserve(this)
      if (this.#session) return this.#session.refresh()
      return (this.#starting ??= this.#start().finally(() => (this.#starting = undefined)))
    }

    async #start() {
      this.#cancel?.()
      const src = this.getAttribute('src')
      const early = !this.#document && src && src[0] !== '#' && { src, answer: request(new URL(src, document.baseURI)) }
      try {
        // The document is read while the program is on its way.
        const page = { request, tell, later, whenParsed, tagOf, speak }
        const [{ Host }, session] = await Promise.all([load(), program.then(({ Session }) => new Session(this, page, early)), speak(tagOf(this))])
        if (!this.isConnected) return
        this.#session = session
        await session.start(Host)
      } catch (error) {
        if (!this.isConnected) return
        // A TypeError names an address, and any word may stand in that.
        const isForbidden = !(error instanceof TypeError) && /unsafe-eval|security policy|CSP/i.test(error)
        if (!this.#failures) tell(this, isForbidden ? 'policy' : 'start', [error])
        if (!isForbidden) this.#cancel = later(() => this.refresh(), 5000 * 2 ** Math.min(this.#failures++, 6))
      }
    }

    #end() {
      near.unobserve(this)
      this.#cancel?.()
      this.#session?.end()
    }
  }

  // The other two ways to embed: a <div> for sites that drop unknown tags, and the script tag alone.
  const elementLike = (source) => {
    const element = document.createElement(TAG)
    const copy = () => {
      for (const name of ATTRIBUTES) {
        const value = source.getAttribute(`data-${name}`)
        if (value !== null) element.setAttribute(name, value)
        else element.removeAttribute(name)
      }
    }
    copy()
    new MutationObserver(copy).observe(source, { attributes: true })
    return element
  }

  const known = customElements.get(TAG)
  if (known) {
    if (known.version !== VERSION) console.warn(`Handbill: this page loads version ${known.version} and version ${VERSION}. The first one is used.`)
  } else {
    customElements.define(TAG, HandbillEvent)
    const boxes = new WeakSet()
    const fill = () => {
      for (const box of document.querySelectorAll('div.handbill-event')) {
        // A copy of a box that was filled holds its element already.
        if (boxes.has(box) || box.querySelector(TAG)) continue
        boxes.add(box)
        const element = elementLike(box)
        element.append(...box.childNodes)
        box.append(element)
      }
    }
    whenParsed.then(() => {
      fill()
      // An application may put more boxes on the page at any time.
      new MutationObserver(fill).observe(document, { childList: true, subtree: true })
    })
  }
  if (script?.dataset.src) {
    // In the head nobody would see it.
    if (script.closest('head')) whenParsed.then(() => document.body.append(elementLike(script)))
    // A page that is shown again out of an application's memory has the element, and runs the script once more.
    else if (script.nextElementSibling?.getAttribute('src') !== script.dataset.src) script.after(elementLike(script))
  }
})()
