// For pages that show events in frames, `<iframe src="…/frame.html?src=…">`: gives each frame the height of what is in
// it, and passes on what happens there as events of the frame.
{
  const frames = () => [...document.querySelectorAll('iframe[src*="frame.html?"]')]

  addEventListener('message', ({ data, origin, source }) => {
    const frame = data?.handbill && frames().find(({ contentWindow }) => contentWindow === source)
    if (!frame) return
    // What has been put into the frame since is not heard. A frame without rights has no origin of its own.
    const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')
    if (origin !== (isOpaque ? 'null' : new URL(frame.src).origin)) return
    const { handbill, height, type, detail } = data
    if (handbill === 'height' && height >= 0) {
      frame.style.boxSizing = 'content-box'
      frame.style.height = `${height}px`
    } else if (handbill === 'event' && /^(load|error|phase|register|calendar)$/.test(type)) {
      frame.dispatchEvent(new CustomEvent(`handbill:${type}`, { bubbles: true, detail }))
    }
  })

  // Those that were there before this script have said their height already.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ handbill: 'ask' }, '*')
}
