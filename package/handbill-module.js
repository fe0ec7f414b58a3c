// For `import 'handbill'`: puts the script into the page. It is a classic script, which finds its own folder by its tag.
if (typeof document !== 'undefined' && !customElements.get('handbill-event')) {
  const script = document.createElement('script')
  script.src = new URL('./handbill.js', import.meta.url).href
  // A page on another origin can then give an integrity, and sees what fails.
  script.crossOrigin = 'anonymous'
  document.head.append(script)
}
