// The script that authors paste. It needs no other file to make the times on the page local,
// then loads the app and lets it take over; whatever fails, the author's own content stays.
(() => {
  const TAG = 'handbill-event'
  const ATTRIBUTES = ['src', 'time-zone', 'lang', 'hour-cycle', 'now', 'heading-level', 'color-scheme']
  const MOST_CHARACTERS = 8 * 1024 * 1024
  const script = document.currentScript
  const base = new URL('.', script?.src || document.querySelector('script[src*="handbill.js"]')?.src || document.baseURI)

  // One instance of the app for the whole page, asked for when the first element needs it; again if it did not come.
  let app
  const loadApp = () => {
    app ??= Promise.all([import(new URL('handbill-app.js', base)), fetch(new URL('handbill-app_bg.wasm', base))]).then(
      async ([module, wasm]) => {
        await module.default({ module_or_path: wasm })
        return module
      },
    )
    app.catch(() => (app = undefined))
    return app
  }

  // The sentence for whoever embeds the widget, when the app itself cannot start.
  const whyNoApp = (error) =>
    /unsafe-eval|security policy|CSP/i.test(error)
      ? "WebAssembly is not allowed, so this page keeps its own text. Add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy."
      : `The widget could not start, so this page keeps its own text (${error.message}).`

  // Runs once the whole page is there; what stands inside an element may arrive after its start tag.
  const whenParsed = new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { once: true })
    else resolve()
  })

  // Rung 1: the times in the author's content, in the visitor's zone, named by its offset.
  const local = new WeakSet()
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
      const format = { hour: 'numeric', minute: 'numeric', timeZoneName: 'shortOffset' }
      // Where the author wrote a time of day alone, a time of day is enough, as long as the day is the same.
      if (!sameDay || /\d{3}|\d\D+\d+\D+\d/.test(time.textContent))
        Object.assign(format, { day: 'numeric', month: 'long', year: 'numeric' })
      try {
        const text = at.toLocaleString(time.closest('[lang]')?.lang || [], format)
        time.title = time.textContent.trim()
        time.textContent = text
      } catch {
        // An odd language tag: the author's own words stay.
      }
    }
  }

  class HandbillEvent extends HTMLElement {
    static observedAttributes = ATTRIBUTES
    #host
    #document
    #shown
    #turn = 0

    connectedCallback() {
      // What a page set before the class was there would hide the property for good.
      if (Object.hasOwn(this, 'event')) {
        const { event } = this
        delete this.event
        this.#document = event
      }
      localise(this)
      // Moved to another place, it may be among another language.
      if (this.#host) this.#host.attributeChanged()
      else this.#start()
      whenParsed.then(() => localise(this))
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
      // Before the first start there is nothing to change: the start reads every attribute.
      if (old === value || !this.#turn) return
      if (name === 'src') this.#restart()
      else this.#host?.attributeChanged()
    }

    /** The document as an object; setting it takes the place of `src`. */
    get event() {
      return this.#document
    }

    set event(value) {
      this.#document = value
      this.#restart()
    }

    #restart() {
      this.#shown = undefined
      if (this.isConnected) this.#start()
    }

    /** Lets go of the app's half, which would keep this element alive; what it showed is kept for its return. */
    #end() {
      this.#turn++
      this.#host?.disconnected()
      this.#host?.free()
      this.#host = undefined
    }

    async #start() {
      const turn = ++this.#turn
      const loading = loadApp()
      try {
        const shown = this.#shown ?? (await this.#read())
        // An answer that another one has overtaken is not remembered either.
        if (turn !== this.#turn) return
        this.#shown = shown
        const module = await loading.catch((error) => {
          throw whyNoApp(error)
        })
        if (turn !== this.#turn || !this.isConnected) return
        this.#host ??= new module.Host(this)
        this.#host.show(shown.value, shown.url, shown.servedAt, !!shown.isFresh)
      } catch (error) {
        if (turn === this.#turn) this.#fail(error)
      }
    }

    /** The event document, from the property, the address in `src`, or a script inside. */
    async #read() {
      if (this.#document) return { value: this.#document, url: document.baseURI }
      const src = this.getAttribute('src')
      if (src && src[0] !== '#') return fetchDocument(new URL(src, document.baseURI))
      // While the page is arriving, a script may be there in part.
      await whenParsed
      const found = src
        ? document.getElementById(src.slice(1))
        : this.querySelector('script[type="application/json"],script[type="application/ld+json"]')
      if (!found) throw `There is no event to show. Give <${TAG}> a "src", or put a <script type="application/json"> inside.`
      return { value: parse(found.textContent, src || 'The script inside'), url: document.baseURI }
    }

    #fail(error) {
      // Sentences are thrown as text; anything else is a fault of the app, after which the author's content comes back.
      const sentence = typeof error === 'string' ? error : whyNoApp(error)
      if (typeof error !== 'string') this.shadowRoot?.replaceChildren(document.createElement('slot'))
      console.warn(`Handbill: ${sentence}`)
      const detail = { problems: [{ path: '', message: sentence }] }
      this.dispatchEvent(new CustomEvent('handbill:error', { bubbles: true, composed: true, detail }))
    }
  }

  const fetchDocument = async (url) => {
    let text, servedAt, isFresh
    try {
      // Asked anew each time: an event changes until it is over, and only then is the answer's Date of now.
      const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout?.(30000) })
      if (!response.ok) throw `${url} could not be loaded: the server answered ${response.status}. Check the address in "src".`
      const { headers } = response
      text = await response.text()
      servedAt = Date.parse(headers.get('Date')) + 1000 * headers.get('Age') || undefined
      // A kept answer has an old date. This one has come over the network just now.
      const timing = performance.getEntriesByName(url.href).pop()
      isFresh = timing?.transferSize > 0 && !timing.workerStart
    } catch (error) {
      throw typeof error === 'string'
        ? error
        : `${url} could not be loaded (${error.message}). Check the address, and that CORS and connect-src allow it.`
    }
    return { value: parse(text, url), url: url.href, servedAt, isFresh }
  }

  const parse = (text, name) => {
    if (text.length > MOST_CHARACTERS) throw `${name} is larger than 8 MiB. Leave something out.`
    if (/^\s*</.test(text)) throw `${name} is a web page, not an event document. Check the address in "src".`
    if (!text.trim()) throw `${name} is empty. Write the event into it.`
    try {
      return JSON.parse(text)
    } catch (error) {
      throw `${name} is not valid JSON (${error.message}). ${hint(text)}`
    }
  }

  // What most often is the matter, likeliest first.
  const hint = (text) =>
    /[{,:[]\s*[“”„«]|\u00a0/.test(text)
      ? 'Write straight quotes and plain blanks.'
      : /,\s*[}\]]/.test(text)
        ? 'Remove the comma before the closing bracket.'
        : 'Look for a missing comma, quote or bracket.'

  // The other two ways to embed: a <div> for sites that drop unknown tags, and the script tag alone.
  const elementLike = (source) => {
    const element = document.createElement(TAG)
    for (const name of ATTRIBUTES) {
      const value = source.getAttribute(`data-${name}`)
      if (value) element.setAttribute(name, value)
    }
    return element
  }

  if (!customElements.get(TAG)) {
    customElements.define(TAG, HandbillEvent)
    whenParsed.then(() => {
      for (const div of document.querySelectorAll('div.handbill-event')) {
        const element = elementLike(div)
        element.append(...div.childNodes)
        div.append(element)
      }
    })
  }
  if (script?.dataset.src) script.after(elementLike(script))
})()
