// Rounds `from` to `to`: elements come in batches, are operated by visitors who try everything, and go with whatever is
// open then. Returns the bytes of the program's memory, how often a control of each purpose was operated, and what went
// wrong meanwhile.
const [documents, from, to] = arguments;
const BATCH = 10;

/** The next task; timers that follow each other are held back by 4 ms each. */
const tick = () => new Promise((next) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => next(port1.close());
  port2.postMessage(null);
});

const until = async (what, condition) => {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await tick();
  }
};

/** Everything that can be operated but links, which lead elsewhere. */
const controls = (element) =>
  [...element.shadowRoot.querySelectorAll('button, summary, select, input, [role=tab], [role=option]')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.disabled);

/** What a control is for, whatever entry it belongs to: role and name, without `: Entry` and numbers. */
const purpose = (control) => {
  const role = control.role ?? (control.type === 'radio' ? 'radio' : control.localName);
  if (['option', 'radio', 'tab'].includes(role)) return role;
  const name = control.ariaLabel ?? control.labels?.[0]?.textContent ?? control.textContent;
  return `${role} ${name.split(':')[0].replace(/[\d\s()]+/g, ' ').trim()}`;
};

const operate = (control) => {
  if (control.localName === 'select') {
    control.selectedIndex = control.options.length - 1;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (control.localName === 'input' && !['radio', 'checkbox'].includes(control.type)) {
    control.focus();
    control.value = 'ber';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  } else {
    control.click();
  }
};

/** A visitor who operates one control of each purpose; what has just appeared comes first. */
class Visitor {
  #done = new Set();
  #known;

  constructor(element, start, choosesZone) {
    this.element = element;
    this.start = start;
    // A zone is chosen for the whole page: one visitor is enough.
    if (!choosesZone) this.#done = new Set(['option', 'radio']);
  }

  next() {
    const all = controls(this.element).filter((control) => !this.#done.has(purpose(control)));
    const appeared = this.#known && all.find((control) => !this.#known.has(control));
    this.#known = new WeakSet(all);
    const found = appeared ?? all[this.start % all.length];
    if (found) this.#done.add(purpose(found));
    return found;
  }
}

const load = async (elements) => {
  let count = 0;
  const heard = () => count++;
  document.addEventListener('handbill:load', heard);
  document.body.append(...elements);
  await until('all have loaded', () => count >= elements.length);
  document.removeEventListener('handbill:load', heard);
};

return (async () => {
  await customElements.whenDefined('handbill-event');
  const operated = {};
  for (let first = from; first < to; first += BATCH) {
    const elements = Array.from({ length: BATCH }, (_, i) => {
      const element = document.createElement('handbill-event');
      element.setAttribute('lang', 'en-GB');
      // One of three follows the clock.
      if (i % 3) element.setAttribute('now', '2024-02-14T08:00:00Z');
      element.event = structuredClone(documents[i % documents.length]);
      return element;
    });
    await load(elements);
    // The tools of a large programme follow its first rows.
    const large = elements.filter((element) => element.event.subEvent.length > 9);
    await until('large ones can be searched', () => large.every((element) => element.shadowRoot.querySelector('[role=search]')));
    // Each begins elsewhere, so that each purpose is the last of some; one of ten is left alone.
    let visitors = elements.map((element, i) => new Visitor(element, first + i, i === 1)).filter(({ start }) => start % 10);
    while (visitors.length) {
      const found = visitors.map((visitor) => [visitor, visitor.next()]).filter(([, control]) => control);
      const opening = found.map(([, control]) => control).filter((control) => control.ariaExpanded === 'false');
      for (const [, control] of found) {
        const name = purpose(control);
        operated[name] = (operated[name] ?? 0) + 1;
        operate(control);
      }
      await tick();
      await until('panels are open', () => opening.every((control) => control.ariaExpanded !== 'false' || !control.isConnected));
      visitors = found.map(([visitor]) => visitor);
    }
    document.body.replaceChildren();
    await tick();
  }
  const uncaught = recorder.console.filter(({ level }) => level === 'uncaught').map(({ text }) => text);
  // What the suite itself remembers is not the widget's.
  recorder.events.length = 0;
  recorder.console.length = 0;
  return { memory: memory.buffer.byteLength, operated, uncaught };
})();
