// What can be wrong with where an event comes from, in sentences for whoever looks after the page. Most pages need none of
// them, so they come when one does.

/** The sentence for a kind of fault; `about` are the address or another name, and what there is to say of it. */
export const sentence = (kind, about) => SENTENCES[kind](...about)

const SENTENCES = {
  policy: () =>
    "WebAssembly is not allowed, so this page keeps its own text. Add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.",
  start: ({ message }) => `The widget could not start, so this page keeps its own text (${message}).`,
  none: () => 'There is no event to show. Give <handbill-event> a "src", or put a <script type="application/json"> inside.',
  status: (url, status) => `${url} could not be loaded: the server answered ${status}. Check the address in "src".`,
  network: (url, { name, message }) => {
    const reason = name === 'TimeoutError' ? 'no answer within 30 seconds' : message
    return `${url} could not be loaded (${reason}). Check the address, and that CORS and connect-src allow it.`
  },
  words: (tag, { message }) => `The words for the language "${tag}" could not be loaded (${message}).`,
  large: (name) => `${name} is larger than 8 MiB. Leave something out.`,
  markup: (name) => `${name} is a web page, not an event document. Check the address in "src".`,
  empty: (name) => `${name} is empty. Write the event into it.`,
  json: (name, { message }, text) => `${name} is not valid JSON (${message}). ${hint(text)}`,
  // A fault of the app, or a document that bites.
  failed: (message) => `The widget has failed, so this page keeps its own text (${message}).`,
}

// What most often is the matter, likeliest first.
const hint = (text) =>
  /[{,:[]\s*[“”„«]|\u00a0/.test(text)
    ? 'Write straight quotes and plain blanks.'
    : /,\s*[}\]]/.test(text)
      ? 'Remove the comma before the closing bracket.'
      : 'Look for a missing comma, quote or bracket.'
