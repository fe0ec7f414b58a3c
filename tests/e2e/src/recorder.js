// Records what a page says on its console and which of Handbill's events reach the document.
// It runs before every other script of a test page, from a file, so that a strict
// Content-Security-Policy lets it pass.
(() => {
  const recorder = { console: [], events: [] };
  Object.defineProperty(window, "recorder", { value: recorder });

  const say = (level, text) => recorder.console.push({ level, text });
  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const original = console[level];
    console[level] = (...words) => {
      say(level, words.map(String).join(" "));
      original.apply(console, words);
    };
  }
  addEventListener("error", (event) => say("uncaught", event.message));
  addEventListener("unhandledrejection", (event) => say("uncaught", String(event.reason)));

  const plain = (detail) => {
    const readable = (_, value) => (value instanceof Error ? String(value) : value);
    try {
      return JSON.parse(JSON.stringify(detail ?? null, readable));
    } catch {
      return String(detail);
    }
  };
  for (const name of ["load", "error", "phase", "register", "calendar"]) {
    const type = `handbill:${name}`;
    // At the document: what is seen here has bubbled out of the element and its shadow root.
    document.addEventListener(type, (event) => {
      recorder.events.push({ type, detail: plain(event.detail), target: event.target.id });
    });
  }
})();
