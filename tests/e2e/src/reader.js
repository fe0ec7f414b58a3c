// How a reader takes in a page: the flat tree in order, shadow roots included, without what is
// not shown. Sent before each script that asks something of the page.

/** The children of an element as they are laid out. */
const children = (element) => {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  const assigned = element.localName === "slot" ? element.assignedNodes({ flatten: true }) : [];
  return assigned.length ? assigned : element.childNodes;
};

/** The element around another as they are laid out. */
const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** Every element inside another in reading order, shown or not. */
function* elements(within) {
  for (const child of children(within)) {
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    yield child;
    yield* elements(child);
  }
}

/** Whether an element is there for screen readers only, by one of the usual recipes. */
const clipped = (element) => {
  const style = getComputedStyle(element);
  if (style.display === "contents" || style.overflow === "visible") return false;
  const box = element.getBoundingClientRect();
  return box.width <= 1 && box.height <= 1;
};

/** Whether an element's own text can be seen, were it not clipped. */
const visible = (element) =>
  getComputedStyle(element).display === "contents"
    ? visible(parent(element))
    : element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Whether an element can be seen. */
const shown = (element) => {
  for (let at = element; at; at = parent(at)) if (clipped(at)) return false;
  return visible(element);
};

/** The text that a reader sees in an element, with spaces where boxes part it. */
const visibleText = (element) => {
  const { display } = getComputedStyle(element);
  if (display === "none" || clipped(element)) return "";
  const edge = element.localName === "br" || !["inline", "contents"].includes(display) ? " " : "";
  let text = "";
  for (const child of children(element)) {
    if (child.nodeType === Node.ELEMENT_NODE) text += visibleText(child);
    else if (child.nodeType === Node.TEXT_NODE && visible(element)) text += child.data;
  }
  return edge + text + edge;
};

/** The lines of the programme, list items with a time in them, and the heading each stands under. */
const programme = () => {
  const all = [...elements(document.body)].filter(shown);
  const items = all.filter(
    (element) =>
      element.matches("li, [role=listitem]") && [...elements(element)].some((part) => part.matches("time[datetime]")),
  );
  const lines = [];
  let heading = "";
  for (const element of all) {
    if (element.matches("h1, h2, h3, h4, h5, h6, [role=heading]")) heading = visibleText(element);
    if (!items.includes(element)) continue;
    const innermost = ![...elements(element)].some((part) => items.includes(part));
    if (innermost) lines.push({ text: visibleText(element), heading });
  }
  return lines;
};

/** The element that has the focus, however deep in shadow roots. */
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
