// A clock that stands still until the test moves it, and a record of who waits for it.
//
// There are two times: the one by which timers count, and the one that the clock tells. `advance` moves both, `set` the
// second alone, as a visitor does who sets the clock, or a device that sleeps.
(() => {
  const script = document.currentScript
  const later = window.setTimeout.bind(window)
  const OwnDate = Date
  let uptime = 0
  let booted = OwnDate.parse(script.dataset.start)
  // What the page is told, where the test says something of it; otherwise how it is.
  let hidden = 'hidden' in script.dataset || undefined
  let lastId = 0
  const timers = new Map()
  const tally = { woken: 0, idle: 0, wasted: 0, mutations: 0, longest: 0, repeating: 0, frames: 0 }

  const now = () => booted + uptime

  window.Date = class Date extends OwnDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [now()]))
    }
    static now() {
      return now()
    }
  }

  window.setTimeout = (run, delay = 0, ...rest) => {
    tally.longest = Math.max(tally.longest, delay)
    // As browsers do: a whole number of 32 bits with a sign, so that what is too long is none at all.
    timers.set(++lastId, { due: uptime + Math.max(0, delay | 0), run: () => run(...rest) })
    return lastId
  }
  window.clearTimeout = (id) => void timers.delete(id)
  window.setInterval = () => {
    tally.repeating += 1
    return ++lastId
  }
  const { requestAnimationFrame } = window
  window.requestAnimationFrame = (run) => {
    tally.frames += 1
    return requestAnimationFrame.call(window, run)
  }

  const isHidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden').get
  Object.defineProperty(document, 'hidden', { get: () => hidden ?? isHidden.call(document) })
  Object.defineProperty(document, 'visibilityState', { get: () => (document.hidden ? 'hidden' : 'visible') })

  const roots = () => [...document.querySelectorAll('handbill-event')].map((element) => element.shadowRoot)
  const text = () => roots().map((root) => root.firstElementChild.innerText).join()
  // One task of the browser's own: whoever reacts to a timer later than at once has done so by then.
  const settled = () => new Promise((resolve) => later(resolve))

  const wake = async ([id, timer]) => {
    timers.delete(id)
    uptime = Math.max(uptime, timer.due)
    const before = { text: text(), mutations: tally.mutations }
    timer.run()
    await settled()
    tally.woken += 1
    if (text() !== before.text) return
    tally.idle += 1
    tally.wasted += tally.mutations - before.mutations
  }

  window.clock = {
    now,
    tally,
    /** How long each timer still has to wait. */
    pending: () => [...timers.values()].map((timer) => timer.due - uptime),
    /** Lets time pass, and every timer fire when it is due. */
    async advance(milliseconds) {
      const end = uptime + milliseconds
      const first = () => [...timers].sort(([, one], [, other]) => one.due - other.due)[0]
      for (let fired = 0; first()?.[1].due <= end; fired += 1) {
        if (fired === 1000) throw new Error(`a thousand timers before ${new OwnDate(now()).toISOString()}`)
        await wake(first())
      }
      uptime = end
    },
    /** Sets the clock, and lets no time pass. */
    set: (at) => (booted += at - now()),
    /** Hides the page, or shows it again. */
    hide(value) {
      hidden = value
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    },
    /** Counts from here on what changes inside the elements. */
    watch() {
      const observer = new MutationObserver((records) => (tally.mutations += records.length))
      const everything = { subtree: true, childList: true, attributes: true, characterData: true }
      for (const root of roots()) observer.observe(root, everything)
    },
  }
})()
