// In the reader's page. What both readers are asked for, and what is looked at without them: the text of a file, and
// the text that can be seen.
//
// window.reader: sections (their number), title, page_list [{label, href}], document(i) a file as it is in the book,
// show(i, id), show_page(label), next() one screen on, contents() [{index, doc}] of what is on the screen, place() a
// word that changes with the screen, popup() the text of a pop-up or null, page_label() of the screen or null.

const ops = 'http://www.idpf.org/2007/ops';
const has_word = (text, word) => (text ?? '').split(/\s+/).includes(word);

const is_noteref = a =>
  has_word(a.getAttributeNS(ops, 'type'), 'noteref') || has_word(a.getAttribute('role'), 'doc-noteref');

const is_note = element =>
  has_word(element.getAttributeNS(ops, 'type'), 'footnote') || has_word(element.getAttribute('role'), 'doc-footnote');

const noterefs = doc => [...doc.querySelectorAll('a[href]')].filter(is_noteref);

const squeezed = text => text.replace(/\s+/g, '');

// Text that nobody is shown is none.
const unseen = 'head, script, style, rp, [hidden]';

function* text_nodes(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(unseen)) yield walker.currentNode;
}

const text_of = root => squeezed([...text_nodes(root)].map(node => node.data).join(''));

// Where the file's frame stands in the page, and the part of the page in which it can be seen. Both readers put a frame
// as wide as all its columns into a box of one screen.
function window_on(doc) {
  const frame = doc.defaultView.frameElement;
  return {at: frame.getBoundingClientRect(), box: frame.parentElement.parentElement.getBoundingClientRect()};
}

// The middle of a rectangle, in the page's pixels, when it can be seen; null when not.
function seen_middle(rect, {at, box}) {
  const x = at.x + rect.x + rect.width / 2, y = at.y + rect.y + rect.height / 2;
  const seen = rect.width > 0 && x > box.left && x < box.right && y > box.top && y < box.bottom;
  return seen ? {x, y} : null;
}

// The characters on the screen, in the file's order.
function seen_text(doc) {
  const view = window_on(doc), range = doc.createRange();
  let out = '';
  for (const node of text_nodes(doc.body)) {
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    if (!rects.some(rect => at_all_seen(rect, view))) continue;
    let from = 0;
    for (const character of node.data) {
      range.setStart(node, from);
      range.setEnd(node, from += character.length);
      const rect = [...range.getClientRects()].find(r => r.width > 0);
      if (rect && seen_middle(rect, view) && is_on_top(rect, node.parentElement)) out += character;
    }
  }
  return squeezed(out);
}

// Not cut off by a box round it, and nothing lies over it.
const is_on_top = (rect, element) =>
  element.contains(element.ownerDocument.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2));

const at_all_seen = (rect, {at, box}) =>
  at.x + rect.left < box.right && at.x + rect.right > box.left && at.y + rect.top < box.bottom &&
  at.y + rect.bottom > box.top;

// Where to click an element; null when it cannot be seen.
function spot(element) {
  const view = window_on(element.ownerDocument);
  for (const rect of element.getClientRects()) {
    const middle = seen_middle(rect, view);
    if (middle) return middle;
  }
  return null;
}

// The text from an element on. Notes and what has pages of its own are left out: they stand elsewhere in print.
const apart = 'aside, .landscape, .plate';
function text_from(doc, id, length) {
  const start = doc.getElementById(id);
  if (!start) return null;
  let out = '';
  for (const node of text_nodes(doc.body)) {
    if (out.length >= length) break;
    const behind = start.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (behind && node.parentElement.closest(apart) === start.closest(apart)) out += squeezed(node.data);
  }
  return out.slice(0, length);
}

Object.assign(window, {look: {noterefs, is_note, text_of, seen_text, spot, text_from, squeezed}});
