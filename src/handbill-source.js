// Where an element takes its event from, and when it reads it again. `handbill.js` makes one Session per element once
// all parts of the app are there.

const MOST_CHARACTERS = 8 * 1024 * 1024

// The elements of the page that show something, and what follows when its address points to another place: the first
// element that has an entry of that name goes there, once.
const sessions = new Set()
let place = 0
let taken
addEventListener('hashchange', () => {
  place++
  sessions.forEach((session) => session.visit())
})

/** A sentence for whoever embeds the widget; `again` where the same may succeed later. */
class Fault {
  constructor(sentence, again = false) {
    Object.assign(this, { sentence, again })
  }
}

/** The half of one element that knows its document. */
export class Session {
  #element
  #Host
  #page
  #host
  #shown
  #cancel
  #turn = 0
  #place
  #failures = 0

  constructor(element, Host, page) {
    this.#element = element
    this.#Host = Host
    this.#page = page
  }

  /** The element is in a page, again or at another place of it: it may be among another language. */
  connected() {
    if (this.#host) this.#host.attributeChanged()
    else if (this.#shown) this.#show()
    else this.refresh()
    this.#schedule()
  }

  /** An attribute has another value. */
  changed(name) {
    if (name === 'src') {
      this.#shown = undefined
      if (this.#element.isConnected) this.refresh()
    } else if (name === 'refresh') this.#schedule()
    else this.#host?.attributeChanged()
  }

  /** Lets go of the app's half, which would keep the element alive; what it showed is kept for its return. */
  end() {
    this.#turn++
    this.#cancel?.()
    sessions.delete(this)
    this.#giveBack()
  }

  /** Lets the author's content be seen again, until there is something to show. */
  #giveBack() {
    const host = this.#host
    this.#host = undefined
    try {
      host?.disconnected()
      host?.free()
    } catch {
      // It has failed in the middle of something, and cannot be freed.
    }
    this.#element.shadowRoot?.replaceChildren(document.createElement('slot'))
  }

  /** Reads the document, from an answer that is on its way where there is one, and shows it where it has changed. */
  async refresh(early) {
    const turn = ++this.#turn
    this.#cancel?.()
    let again
    try {
      const found = await this.#read(early)
      // An answer that another one has overtaken is not remembered either.
      if (turn !== this.#turn) return
      const isSame = this.#host && found.text && found.text === this.#shown?.text
      this.#shown = found
      this.#failures = 0
      if (!isSame) this.#show()
    } catch (error) {
      if (turn !== this.#turn) return
      again = error.again
      // While the network is gone, each further attempt says nothing new.
      if (!again || !this.#failures++) this.#fail(error)
    }
    this.#schedule(again)
  }

  #show() {
    try {
      this.#host ??= new this.#Host(this.#element)
      const { value, url, servedAt, isFresh } = this.#shown
      this.#host.show(value, url, servedAt, !!isFresh)
      sessions.add(this)
      this.visit()
    } catch (error) {
      // A fault of the app, or a document that bites.
      this.#giveBack()
      this.#fail(new Fault(`The widget has failed, so this page keeps its own text (${error.message}).`))
    }
  }

  /** Goes to the entry that the page's address points to. A document that is read again takes nobody back to it. */
  visit() {
    const here = place
    if (this.#place === here) return
    this.#place = here
    if (location.hash.startsWith('#handbill-'))
      this.#host?.visit(location.hash, () => taken !== here && ((taken = here), true))
  }

  #fail({ sentence, message }) {
    const kept = this.#shown && this.#host ? ' What was read before is still shown.' : ''
    this.#page.tell(this.#element, (sentence ?? message) + kept)
  }

  #schedule(again) {
    this.#cancel?.()
    const minutes = +this.#element.getAttribute('refresh')
    const wait = again ? 5000 * 2 ** Math.min(this.#failures - 1, 6) : minutes * 60000
    if (wait > 0 && this.#element.isConnected) this.#cancel = this.#page.later(() => this.refresh(), Math.max(wait, 1000))
  }

  /** The event document, from the property, the address in `src`, or a script inside or elsewhere on the page. */
  async #read(early) {
    const element = this.#element
    if (element.event) return { value: element.event, url: document.baseURI }
    const src = element.getAttribute('src')
    if (src && src[0] !== '#') {
      const url = new URL(src, document.baseURI)
      return this.#fetched(url, await (early?.src === src ? early.answer : this.#page.request(url)))
    }
    // While the page is arriving, a script may be there in part.
    await this.#page.whenParsed
    const found = src
      ? document.getElementById(src.slice(1))
      : element.querySelector('script[type="application/json"],script[type="application/ld+json"]') ?? eventOfPage()
    if (!found)
      throw new Fault(
        'There is no event to show. Give <handbill-event> a "src", or put a <script type="application/json"> inside.',
      )
    return { value: await parse(found.textContent, src || 'The script'), url: document.baseURI }
  }

  async #fetched(url, { response, error }) {
    let text
    try {
      if (error) throw error
      if (!response.ok)
        throw new Fault(
          `${url} could not be loaded: the server answered ${response.status}. Check the address in "src".`,
          response.status >= 500 || response.status === 429,
        )
      text = await response.text()
    } catch (error) {
      if (error instanceof Fault) throw error
      const reason = error.name === 'TimeoutError' ? 'no answer within 30 seconds' : error.message
      throw new Fault(
        `${url} could not be loaded (${reason}). Check the address, and that CORS and connect-src allow it.`,
        true,
      )
    }
    const { headers } = response
    const servedAt = Date.parse(headers.get('Date')) + 1000 * headers.get('Age') || undefined
    // A kept answer has an old date. This one has come over the network just now.
    const timing = performance.getEntriesByName(url.href).pop()
    const isFresh = timing?.transferSize > 0 && !timing.workerStart
    // What stands in it is relative to where it came from in the end.
    return { value: await parse(text, url), text, url: response.url || url.href, servedAt, isFresh }
  }
}

// The page's own description of its event, which search engines read as well.
const eventOfPage = () =>
  [...document.querySelectorAll('script[type="application/ld+json"]:not([data-handbill])')].find((script) =>
    /"@type"[^,}]*(Event|Festival|Hackathon|CourseInstance)/.test(script.textContent),
  )

const parse = async (text, name) => {
  if (text.length > MOST_CHARACTERS) throw new Fault(`${name} is larger than 8 MiB. Leave something out.`)
  if (/^\s*</.test(text)) throw new Fault(`${name} is a web page, not an event document. Check the address in "src".`)
  if (!text.trim()) throw new Fault(`${name} is empty. Write the event into it.`)
  try {
    // Not JSON.parse, which a page may have replaced.
    return await new Response(text).json()
  } catch (error) {
    throw new Fault(`${name} is not valid JSON (${error.message}). ${hint(text)}`)
  }
}

// What most often is the matter, likeliest first.
const hint = (text) =>
  /[{,:[]\s*[“”„«]|\u00a0/.test(text)
    ? 'Write straight quotes and plain blanks.'
    : /,\s*[}\]]/.test(text)
      ? 'Remove the comma before the closing bracket.'
      : 'Look for a missing comma, quote or bracket.'
