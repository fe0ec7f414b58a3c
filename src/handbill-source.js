// Where an element takes its event from, and when it reads it again. `handbill.js` makes one Session per element as soon as
// this is there, and starts it when the program is.

const MOST_CHARACTERS = 8 * 1024 * 1024

// What a browser makes ready when it is first asked for takes longer than all else on the way to the first picture: on a slow
// phone 150 ms. It is asked for here, one thing at a time, while the program is on its way.
let asked
const turns = new MessageChannel()
turns.port1.onmessage = () => {
  try {
    asked.shift()?.()
  } catch {
    // It is not to be had here, or not in this language; the program will find out.
  }
  if (asked.length) turns.port2.postMessage(0)
  else turns.port1.close()
}
const askFirst = (element, tag) => {
  if (asked) return
  let text
  const format = (tag, options) => (text = new Intl.DateTimeFormat(tag, options).formatRange(0, 1e7))
  const timeZone = 'UTC'
  asked = [
    () => format('en-US', { timeZoneName: 'longOffset' }),
    () => format(tag, { timeZone, hour: 'numeric', minute: 'numeric' }),
    () => format(tag, { timeZone, dateStyle: 'full' }),
    // The fonts that such a text is written in, in the sizes of the style sheet.
    () => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')
      const family = getComputedStyle(element).getPropertyValue('--handbill-font') || 'system-ui'
      for (const size of ['14', '16', '600 13', '600 16', '600 20', '600 24']) {
        canvas.font = `${size}px ${family}`
        canvas.measureText(text)
      }
    },
    () => new Intl.RelativeTimeFormat(tag),
  ]
  turns.port2.postMessage(0)
}

// The elements of the page that show something.
const sessions = new Set()
addEventListener('languagechange', () => sessions.forEach((session) => session.changed('lang')))

// The place that the page's address points to, by number: the first element that has an entry of that name goes there.
let place = 0
let taken
addEventListener('hashchange', () => {
  place++
  sessions.forEach((session) => session.visit())
})

// What reads documents, and what makes their views, as soon as those pieces of the program are there.
export let begin
export let prepare
const reader = new Promise((resolve) => (begin = resolve))
const viewer = new Promise((resolve) => (prepare = resolve))

// Until the program is whole, or could not be had: the sessions that have a view which is not in the page yet.
let early = new Set()
/** All of the program is there, or it is known that it cannot be had. Whoever has left the page meanwhile is not started. */
export const settle = (isWhole) => {
  for (const session of early) if (!isWhole || !session.isWanted) session.end()
  early = undefined
}

/** A kind of fault, as `handbill-faults.js` knows them, and what it is about; `again` where the same may succeed later. */
class Fault {
  constructor(kind, about, again) {
    Object.assign(this, { kind, about, again })
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
  #early
  // What there is a view of that is not in the page yet.
  #made

  /** Begins to read while the program is on its way; `early` is a request that has been made before. */
  constructor(element, page, early) {
    this.#element = element
    this.#page = page
    askFirst(element, page.tagOf(element))
    const found = this.#read(early).then((found) => prepared(found, page.tagOf(element)))
    // What is wrong with an answer is told when the program is there; what the page has not got may be there by then.
    const outcome = found.then((found) => ({ found }), (error) => (early ? { error } : {}))
    this.#early = { from: this.#from, outcome }
    outcome.then(({ found }) => found && this.#makeEarly(found)).catch(() => {})
  }

  /** Makes what can be made of the view while the rest of the program is on its way. */
  async #makeEarly(found) {
    const Host = await viewer
    const tag = await this.#speak()
    if (!early || !this.isWanted || !isPrepared(found, tag)) return
    early.add(this)
    this.#Host = Host
    this.#make(found, tag)
  }

  /** Whether its element is in a page. */
  get isWanted() {
    return this.#element.isConnected
  }

  /** The program is there, and the words of the language around the element. */
  start(Host) {
    this.#Host = Host
    asked.length = 0
    return this.refresh()
  }

  /** What the event is taken from, unless it stands in the page. */
  get #from() {
    return this.#element.event ?? this.#element.getAttribute('src')
  }

  /** The element is in a page, again or at another place of it: it may be among another language. */
  connected() {
    if (this.#host) this.#follow()
    else if (this.#shown) this.#return()
    else this.refresh()
    this.#schedule()
  }

  /** An attribute has another value. */
  changed(name) {
    if (name === 'src') {
      this.#shown = undefined
      if (this.#element.isConnected) this.refresh()
    } else if (name === 'refresh') this.#schedule()
    else if (this.#host) this.#follow()
  }

  /** Shows it by the attributes, and in the language, as they are now; as before while the words are not to be had. */
  #follow() {
    const follow = (tag) => {
      this.#host?.attributeChanged(tag)
      // The author's words may be there in this language, too.
      if (this.#host && nearest(this.#shown.languages, tag) !== this.#shown.language) return this.#show(this.#shown, tag)
    }
    this.#speak().then(follow).catch(() => {})
  }

  /** Shows again what was shown before. */
  #return() {
    const turn = this.#turn
    this.#speak().then(
      (tag) => turn === this.#turn && this.#show(this.#shown, tag),
      () => this.refresh(),
    ).catch(() => {})
  }

  /** The language around the element, once its words are here. */
  async #speak() {
    for (;;) {
      const tag = this.#page.tagOf(this.#element)
      await this.#page.speak(tag).catch((error) => {
        throw new Fault('words', [tag, error], true)
      })
      // It may have changed meanwhile.
      if (tag === this.#page.tagOf(this.#element)) return tag
    }
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
    this.#host = this.#made = undefined
    try {
      if (this.#shown) this.#shown.text ||= host?.document()
      host?.disconnected()
      host?.free()
    } catch {
      // It has failed in the middle of something, and cannot be freed.
    }
    this.#element.shadowRoot?.replaceChildren(document.createElement('slot'))
  }

  /** Reads the document, unless it has just been read, and shows it where it has changed. */
  async refresh() {
    const turn = ++this.#turn
    this.#cancel?.()
    let again
    try {
      const early = this.#early
      this.#early = undefined
      const outcome = early?.from === this.#from ? await early.outcome : {}
      if (outcome.error) throw outcome.error
      const found = outcome.found ?? (await this.#read())
      const tag = await this.#speak()
      // An answer that another one has overtaken is not remembered either.
      if (turn !== this.#turn) return
      this.#failures = 0
      const isSame = this.#host && this.#shown && found.text === (this.#shown.text || this.#host.document())
      if (!isSame) await this.#show(found, tag)
      if (turn !== this.#turn) return
    } catch (error) {
      if (turn !== this.#turn) return
      // A view of something else may have been made while the program was on its way.
      if (this.#made) this.#giveBack()
      again = error.again
      // While the network is gone, each further attempt says nothing new.
      if (!again || !this.#failures++) await this.#fail(error)
    }
    this.#schedule(again)
  }

  /** Shows what was found. It fails only where that is not JSON. */
  async #show(found, tag) {
    const turn = this.#turn
    try {
      const isMade = this.#made === found && isInWordsOf(found, tag)
      if (!isMade && !isPrepared(found, tag)) await prepared(found, tag)
      // Something else may be there by now, or nobody.
      if (turn !== this.#turn) return
      // An attribute may have changed since it was made.
      if (isMade) this.#host.attributeChanged(tag)
      if (isMade || this.#make(found, tag)) {
        this.#made = undefined
        this.#host.reveal()
        this.#shown = found
        // Where the program has kept it, there is no need to have it twice.
        if (this.#host.document() === found.text) found.text = undefined
        sessions.add(this)
        return this.visit()
      }
      if (found.value) throw new Error('it is no JSON')
      // The browser says what is wrong with it; where it finds nothing, it says what it has read.
      found.value = await parse(found.text, found.name)
    } catch (error) {
      if (error instanceof Fault) throw error
      this.#giveBack()
      return this.#fail(error)
    }
    return this.#show(found, tag)
  }

  /** Makes the view of what was found, or puts it in place of what was there before; false where that is not JSON. */
  #make(found, tag) {
    const { reading, servedAt, isFresh } = found
    if (!reading) return false
    found.reading = undefined
    this.#host ??= new this.#Host(this.#element, tag)
    this.#host.show(reading, servedAt, !!isFresh)
    this.#made = found
    return true
  }

  /** Goes to the entry that the page's address points to. A document that is read again takes nobody back to it. */
  visit() {
    const here = place
    if (this.#place === here) return
    this.#place = here
    if (location.hash.startsWith('#handbill-'))
      this.#host?.visit(location.hash, () => taken !== here && ((taken = here), true))
  }

  #fail({ kind = 'failed', about, message }) {
    const kept = this.#shown && this.#host && ' What was read before is still shown.'
    return this.#page.tell(this.#element, kind, about ?? [message], kept || '')
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
    if (!found) throw new Fault('none', [])
    return readable(found.textContent, src || 'The script', { url: document.baseURI })
  }

  async #fetched(url, { response, error }) {
    let text
    try {
      if (error) throw error
      const { ok, status } = response
      if (!ok) throw new Fault('status', [url, status], status >= 500 || status === 429)
      text = await response.text()
    } catch (error) {
      if (error instanceof Fault) throw error
      throw new Fault('network', [url, error], true)
    }
    const { headers } = response
    const servedAt = Date.parse(headers.get('Date')) + 1000 * headers.get('Age') || undefined
    // A kept answer has an old date. This one has come over the network just now.
    const timing = performance.getEntriesByName(url.href).pop()
    const isFresh = timing?.transferSize > 0 && !timing.workerStart
    // What stands in it is relative to where it came from in the end.
    return readable(text, url, { url: response.url || url.href, servedAt, isFresh })
  }
}

// The page's own description of its event, which search engines read as well.
const eventOfPage = () =>
  [...document.querySelectorAll('script[type="application/ld+json"]:not([data-handbill])')].find((script) =>
    /"@type"[^,}]*(Event|Festival|Hackathon|CourseInstance)/.test(script.textContent),
  )

// Of some languages, the one that a tag is answered in: that of the whole tag, else that of its first part.
const nearest = (languages, tag) => [tag, tag.split('-')[0]].find((one) => languages.includes(one))

// Whether it has been read in the words of a language, and whether what was read is there to be shown.
const isInWordsOf = (found, tag) => found.language === nearest(found.languages, tag)
const isPrepared = (found, tag) => found.reading && isInWordsOf(found, tag)

// What was found, and what the program reads in it, in the words of a language; nothing where it is no JSON. A text is passed on
// as it is, unless it has the words of several: then it is parsed, each time for one of them, since objects take several times
// its memory.
const prepared = async (found, tag) => {
  const { text, name, value = /"translations"/.test(text) && (await parse(text, name)) } = found
  found.languages = Object.keys((value && value.translations) ?? {})
  found.language = nearest(found.languages, tag)
  const words = found.language && value.translations[found.language]
  const document = text && !value ? text : written(translated(value, words))
  found.reading = (await reader).of(document, found.url, tag)
  return found
}

// A document with those words in place of its own. A part of it takes those of the same name, a list of parts is followed
// one by one, and what has none stays as it is.
const translated = (value, words) => {
  if (typeof words !== 'object') return words ?? value
  if (Array.isArray(words) && typeof words[0] !== 'string') return [value].flat().map((part, n) => translated(part, words[n]))
  if (!words || Array.isArray(words)) return words ?? value
  const parts = Object.entries(words).map(([name, part]) => [name, translated(value?.[name], part)])
  return { ...(typeof value === 'string' ? { name: value } : value), ...Object.fromEntries(parts) }
}

// A document as JSON. Nothing is asked of JSON.stringify, which pages replace or teach a toJSON of their own.
// What JSON does not know is null. What is nested too deep, or in a circle, is as deep as is too deep.
export const written = (value, depth = 0) => {
  const text = (value) => `"${value.replace(/["\\\0-\x1f]/g, (mark) => `\\u${mark.charCodeAt().toString(16).padStart(4, 0)}`)}"`
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean' || Number.isFinite(value)) return `${value}`
  if (typeof value !== 'object' || !value || depth > 64) return 'null'
  let all = ''
  if (Array.isArray(value)) {
    for (const item of value) all += (all && ',') + written(item, depth + 1)
    return `[${all}]`
  }
  for (const key of Object.keys(value)) all += (all && ',') + text(key) + ':' + written(value[key], depth + 1)
  return `{${all}}`
}

// A text that may be a document.
const readable = (text, name, found) => {
  if (text.length > MOST_CHARACTERS) throw new Fault('large', [name])
  if (/^\s*</.test(text)) throw new Fault('markup', [name])
  if (!text.trim()) throw new Fault('empty', [name])
  return { text, name, ...found }
}

const parse = async (text, name) => {
  try {
    // Not JSON.parse, which a page may have replaced.
    return await new Response(text).json()
  } catch (error) {
    throw new Fault('json', [name, error, text])
  }
}
