// Runs in the page before any script of its own: notes when what is waited for was painted, and counts what a page does.

// `pending` are pairs of what a moment is called and a function that tells whether it has come.
function probe({ pending, events, expected, firstRow, setZone }) {
  const frame = window.requestAnimationFrame.bind(window)
  const bench = (window.bench = { moments: {}, shifts: [], tasks: [] })
  const roots = []
  const heard = new Set()

  // The end of the frame that is being made: what is posted from it is delivered after layout and paint.
  const painted = (then) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      then(performance.now())
    }
    port2.postMessage(0)
  }

  // Looks again in the next frame after anything has changed. A loop would keep the processor busy while the network is
  // waited for, and a page that waits longer would seem to work more.
  let isAsked = false
  const ask = () => {
    if (isAsked || !pending.length) return
    isAsked = true
    frame(() => {
      isAsked = false
      const come = pending.filter(([, test]) => test(expected, heard))
      if (!come.length) return
      pending = pending.filter((moment) => !come.includes(moment))
      painted((now) => {
        for (const [name] of come) bench.moments[name] = now
        if (pending.length) return
        watching.disconnect()
        finish()
      })
    })
  }
  let finish
  bench.done = new Promise((resolve) => (finish = resolve))
  const watching = new MutationObserver(ask)
  const changes = { childList: true, subtree: true, characterData: true }
  watching.observe(document, changes)
  for (const name of events)
    document.addEventListener(name, () => {
      heard.add(name)
      ask()
    })
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options)
    roots.push(root)
    if (pending.length) watching.observe(root, changes)
    return root
  }

  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (bench.firstPaint = startTime))
  observe('longtask', ({ duration }) => bench.tasks.push(duration))
  observe('layout-shift', ({ startTime, value }) => bench.shifts.push({ at: startTime, value }))

  // The browser's figures for memory do not know that of WebAssembly. Parts that come later share that of the first.
  const memories = new Set()
  const keep = (values) => Object.values(values ?? {}).forEach((value) => value instanceof WebAssembly.Memory && memories.add(value))
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name]
    WebAssembly[name] = async (source, imports) => {
      const result = await original.call(WebAssembly, source, imports)
      Object.values(imports ?? {}).forEach(keep)
      keep((result.instance ?? result).exports)
      return result
    }
  }
  bench.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0)

  // From the call to the end of the frame in which the first row reads otherwise.
  bench.switchZone = (zone) =>
    new Promise((resolve, reject) => {
      const before = firstRow()
      const start = performance.now()
      const look = () => {
        const text = firstRow()
        if (text && text !== before) painted((now) => resolve(now - start))
        else if (performance.now() - start > 60000) reject(new Error(`the first row still reads ${before} after a switch to ${zone}`))
        else frame(look)
      }
      setZone(zone)
      frame(look)
    })
  bench.firstRow = () => firstRow?.()

  const counts = { callbacks: 0, mutations: 0 }
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
    const original = window[name]
    window[name] = (callback, ...rest) => {
      if (typeof callback !== 'function') return original(callback, ...rest)
      return original((...values) => {
        counts.callbacks++
        return callback(...values)
      }, ...rest)
    }
  }
  bench.startCounting = () => {
    counts.callbacks = 0
    const everything = new MutationObserver((list) => (counts.mutations += list.length))
    for (const root of [document, ...roots]) everything.observe(root, { ...changes, attributes: true })
  }
  bench.counts = () => counts
}
