// The script that authors paste: it makes the times in their content local, requests document, program and locale at once,
// and defines <handbill-event>. All else is Rust, from `src/element.rs` on. Whatever fails, the author's content stays.
(() => {
  const TAG = 'handbill-event'
  const VERSION = '0.1.0'
  const ATTRIBUTES = ['src', 'time-zone', 'lang', 'hour-cycle', 'now', 'heading-level', 'color-scheme', 'refresh', 'loading', 'json-ld', 'view']
  const script = document.currentScript
  if (/^(blob|data):/.test(script?.src)) {
    console.warn(
      'Handbill: this page runs a copy of the script, which cannot find its other files. Load handbill.js itself: leave it out of what combines or delays scripts.',
    )
    return
  }
  const base = new URL('.', script?.src || document.querySelector('script[src*="handbill.js"]')?.src || document.baseURI)

  // After a failure the files have new addresses: a module that could not be fetched once is not fetched again. They are
  // texts: scripts that watch the requests of a page expect that.
  let failures = 0
  const at = (name) => new URL(name + (failures ? `?${failures}` : ''), base).href

  // The elements for which the program could not be loaded. It is loaded again after a while, and at once when somebody
  // looks again or the network is back; never while nobody looks.
  const waiting = new Set()
  const retry = () => {
    if (document.hidden) return
    for (const element of waiting) element.refresh()
    waiting.clear()
  }
  addEventListener('online', retry)
  document.addEventListener('visibilitychange', retry)

  // The program, once for the whole page.
  let program
  let isStarted
  const load = (element) => {
    if (program) return program
    const glue = import(at('handbill-app.js'))
    glue.then(() => warmUp(element)).catch(() => {})
    return (program = Promise.all([glue, fetch(at('handbill-app_bg.wasm'))])
      .then(async ([app, wasm]) => {
        if (!wasm.ok) throw new Error(`${wasm.url}: status ${wasm.status}`)
        await app.default({ module_or_path: wasm })
        isStarted = true
        return app
      })
      .catch((error) => {
        program = undefined
        setTimeout(retry, 5000 * ++failures)
        throw error
      }))
  }

  // Runs once the whole page is there; what stands inside an element may arrive after its start tag.
  const whenParsed = new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { once: true })
    else resolve()
  })

  // The response and its text. Whether that fails is the business of the program, which may not be there yet.
  const request = (url, options) => {
    const answer = fetch(url, options).then(async (response) => [response, await response.text()])
    answer.catch(() => {})
    return answer
  }

  // A document is always requested anew: an event changes until it is over.
  const requestDocument = (url) => request(url, { cache: 'no-cache', signal: AbortSignal.timeout?.(30000) })

  // Each locale file is requested once for the whole page.
  const locales = {}
  const requestLocale = (name) => (locales[name] ??= request(at(`locales/${name}.json`)))
  const forgetLocale = (name) => delete locales[name]

  // The language around an element, also around the component that it stands in; else the browser's.
  const languageOf = (element) => {
    let nearest
    for (let at = element; at && !nearest; at = at.getRootNode().host) nearest = at.closest('[lang]')
    return nearest?.lang || navigator.language
  }

  // What the program needs of these, `src/browser/loader.rs`.
  const loader = { whenParsed, requestDocument, requestLocale, forgetLocale, languageOf }

  // What takes a browser long when it is first asked for, on a slow phone 150 ms: formatters, and fonts in the sizes of the
  // style sheet. It is asked for while the program is on its way, each in a task of its own.
  const warmUp = (element) => {
    const language = languageOf(element)
    const timeZone = 'UTC'
    const format = (language, options) => new Intl.DateTimeFormat(language, options).formatRange(0, 1e7)
    const steps = [
      () => format('en-US', { timeZoneName: 'longOffset' }),
      () => format(language, { timeZone, hour: 'numeric', minute: 'numeric' }),
      () => {
        const text = format(language, { timeZone, dateStyle: 'full' })
        const canvas = new OffscreenCanvas(1, 1).getContext('2d')
        const family = getComputedStyle(element).getPropertyValue('--handbill-font') || 'system-ui'
        for (const size of ['14', '16', '600 13', '600 16', '600 20', '600 24']) {
          canvas.font = `${size}px ${family}`
          canvas.measureText(text)
        }
      },
      () => new Intl.RelativeTimeFormat(language),
    ]
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      try {
        steps.shift()()
      } catch {
        // It is not to be had here, or not in this language; the program will find out.
      }
      if (steps.length && !isStarted) port2.postMessage(0)
      else port1.close()
    }
    port2.postMessage(0)
  }

  // Tells whoever embeds the widget why the program is not there.
  const report = (element, message) => {
    console.warn(`Handbill: ${message}`)
    const detail = { problems: [{ path: '', message }] }
    element.dispatchEvent(new CustomEvent('handbill:error', { bubbles: true, composed: true, detail }))
  }

  // The times in the author's content, in the visitor's zone, named by its offset.
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

  // Elements with `loading="lazy"`, until they are nearly in view.
  const near = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && entry.target.refresh()), {
    rootMargin: '400px',
  })

  class HandbillEvent extends HTMLElement {
    static version = VERSION
    static observedAttributes = ATTRIBUTES
    // The Rust half, while the element is in a page and the program is there.
    #host
    #starting
    #document
    // What can be shown without a new request: the answer to the first one, or what was shown when the element left.
    #known
    #isReported

    connectedCallback() {
      // What a page set before the class was there would hide the property for good.
      if (Object.hasOwn(this, 'event')) {
        const { event } = this
        delete this.event
        this.#document = event
      }
      localise(this)
      whenParsed.then(() => localise(this))
      if (this.#host) this.#host.moved()
      else if (this.getAttribute('loading') === 'lazy' && !this.#known) near.observe(this)
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
      if (old !== value) this.#change(name)
    }

    /** The document as an object; setting it takes the place of `src`. */
    get event() {
      return this.#document
    }

    set event(value) {
      this.#document = value
      this.#change('src')
    }

    /** Loads the document again. */
    refresh() {
      near.unobserve(this)
      if (this.#host) return this.#host.refresh()
      return (this.#starting ??= this.#start())
    }

    async #start() {
      const src = this.getAttribute('src')
      if (!this.#document && src && src[0] !== '#') {
        try {
          this.#known ??= requestDocument(new URL(src, this.baseURI).href)
        } catch {
          // It is no URL, which the program reports.
        }
      }
      // English is in the program.
      const [, locale] = /^(ar|de|es|fr|pt|ru|zh)(?![a-z])/i.exec(languageOf(this)) || []
      if (locale) requestLocale(locale.toLowerCase())
      try {
        const { Host } = await load(this).finally(() => (this.#starting = undefined))
        waiting.delete(this)
        retry()
        if (!this.isConnected) return
        this.#host = new Host(this, loader, this.#known)
        this.#known = undefined
      } catch (error) {
        if (!this.isConnected) return
        // A TypeError names an address, and any word may stand in that.
        const isForbidden = !(error instanceof TypeError) && /unsafe-eval|security policy|CSP/i.test(error)
        if (!isForbidden) waiting.add(this)
        if (this.#isReported) return
        this.#isReported = true
        return report(
          this,
          isForbidden
            ? "WebAssembly is not allowed, so this page keeps its own text. Add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy."
            : `The widget could not start, so this page keeps its own text (${error.message}).`,
        )
      }
      return this.#host.refresh()
    }

    #change(name) {
      if (name === 'src') this.#known = undefined
      this.#host?.changed(name)
    }

    #end() {
      near.unobserve(this)
      waiting.delete(this)
      if (this.#host) this.#known = this.#host.disconnected()
      this.#host = undefined
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
  // Consent managers put the script's own address there.
  const isItself = (src) => {
    const bare = (url) => new URL(url, document.baseURI).href.split(/[?#]/)[0]
    try {
      return bare(src) === bare(script.src)
    } catch {
      return false
    }
  }
  if (script?.dataset.src && !isItself(script.dataset.src)) {
    // In the head nobody would see it.
    if (script.closest('head')) whenParsed.then(() => document.body.append(elementLike(script)))
    // A page that is shown again out of an application's memory has the element, and runs the script once more.
    else if (script.nextElementSibling?.getAttribute('src') !== script.dataset.src) script.after(elementLike(script))
  }
})()
