// The body of a function: arguments[0] lists places {css, offset}, arguments[1] is 'edge' or
// 'character'. Scrolls, and returns a point {x, y} of the window for each place.

const [places, kind] = arguments;

const element = ({ css }) => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`nothing matches ${css}`);
  return found;
};

// The range of the text of `root` from `start` to `end`, in UTF-16 units.
const range = (root, start, end) => {
  const made = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let before = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + node.length;
    if (!begun && start < after) {
      made.setStart(node, start - before);
      begun = true;
    }
    if (begun && end <= after) {
      made.setEnd(node, end - before);
      return made;
    }
    before = after;
  }
  throw new Error(`the text has ${before} units, so none at ${start} to ${end}`);
};

// The characters, as people see them, right after and right before `offset`, in that order.
const characters = (root, offset) => {
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(root.textContent)];
  const touching = [
    clusters.find(({ index }) => index === offset),
    clusters.find(({ index, segment }) => index + segment.length === offset),
  ];
  return touching
    .filter(Boolean)
    .map(({ index, segment }) => range(root, index, index + segment.length));
};

// How many units of the text of `root` precede the point, as the browser sees it.
const offsetAt = (root, x, y) => {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret || !root.contains(caret.offsetNode)) return null;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  return before.toString().length;
};

const edge = (root, offset) => {
  for (const character of characters(root, offset)) {
    for (const box of character.getClientRects()) {
      const y = Math.round((box.top + box.bottom) / 2);
      for (const x of [Math.ceil(box.left), Math.floor(box.right) - 1, Math.floor(box.left), Math.ceil(box.right)]) {
        if (offsetAt(root, x, y) === offset) return { x, y };
      }
    }
  }
  throw new Error(`no point of the window is at ${offset} of "${root.textContent}"`);
};

const middle = (root, offset) => {
  const [character] = characters(root, offset);
  const box = character?.getClientRects()[0];
  if (!box) throw new Error(`no character is on screen at ${offset} of "${root.textContent}"`);
  return { x: Math.round((box.left + box.right) / 2), y: Math.round((box.top + box.bottom) / 2) };
};

const scroll = ({ offset, ...place }, block) => {
  const root = element(place);
  const [character] = characters(root, offset);
  const near = character?.startContainer.parentElement ?? root;
  near.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
};

const visible = (place, covered) => {
  const boxes = characters(element(place), place.offset).map((character) => character.getBoundingClientRect());
  return boxes.some(({ top, bottom }) => top >= covered && bottom <= innerHeight - covered);
};

// The header and the line at the foot lie over the edges of the window.
const COVERED = 64;
if (places.length > 0 && !places.every((place) => visible(place, COVERED))) scroll(places[0], 'center');
for (const place of places) if (!visible(place, 0)) scroll(place, 'nearest');

const find = kind === 'edge' ? edge : middle;
return places.map((place) => find(element(place), place.offset));
