// What a screen reader says of the widget, one line each in reading order: an element that means something, or a text.
// Sent after `reader.js`.

const MEANINGFUL = "article, h1, h2, h3, h4, h5, h6, ul, ol, li, a[href], button, img, input, summary";
const NAMED_BY_CONTENT = "h1, h2, h3, h4, h5, h6, a[href], button, summary, img, input";

/** The elements that mean something, and texts with `null` for one, each with how many of the former are around it. */
const aloud = (within, depth = 0, lines = []) => {
  let text = "";
  const say = () => {
    if (text.trim()) lines.push({ depth, text });
    text = "";
  };
  for (const child of children(within)) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE || !visible(child)) continue;
    const { display } = getComputedStyle(child);
    if (child.matches(MEANINGFUL)) {
      say();
      const level = /^h\d$/.test(child.localName) ? child.localName[1] : "";
      lines.push({ depth, level, element: child });
      if (!child.matches(NAMED_BY_CONTENT)) aloud(child, depth + 1, lines);
    } else if (display.startsWith("inline") && !child.querySelector(MEANINGFUL)) text += child.textContent;
    else {
      say();
      aloud(child, depth, lines);
    }
  }
  say();
  return lines;
};
