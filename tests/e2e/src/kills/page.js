// What the script sees in the page, and its gestures.
//
// `button(scope, name)` stands before this text: the first button that can be used.

/** How long a gesture may take: a stall has to be told before the next kill hides it. */
const PATIENCE = 5_000;

export const ready = () => document.querySelector('[data-ready="true"]') !== null;
export const state = () => document.querySelector('[data-save-state]')?.dataset.saveState;
export const cards = () => [...document.querySelectorAll('[data-claim]')];
export const cardOf = (id) => cards().find((card) => card.dataset.claim === id);
export const bar = () => document.querySelector('[role=toolbar]');
export const isOpen = (card) => card?.getAttribute('aria-current') === 'true';

/** Waits until `condition`, which is asked again after each change of the page. */
export const until = (awaited, condition, patience = PATIENCE) =>
  new Promise((resolve, reject) => {
    const end = (settle) => {
      observer.disconnect();
      clearTimeout(timer);
      settle();
    };
    const look = () => condition() && end(resolve);
    const observer = new MutationObserver(look);
    const everything = { childList: true, subtree: true, attributes: true, characterData: true };
    observer.observe(document, everything);
    const vain = () => {
      const seen = `${state()}, selected "${getSelection()}", open ${cards().find(isOpen)?.dataset.claim}`;
      reject(new Error(`in vain for ${awaited}; the page has ${seen}`));
    };
    const timer = setTimeout(() => end(vain), patience);
    look();
  });

export const press = (key, code) => {
  const about = { key, code, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', about));
  document.body.dispatchEvent(new KeyboardEvent('keyup', about));
};

/** The text node and the place in it that is `offset` UTF-16 units into `text`. */
const placeIn = (text, offset) => {
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (offset <= node.length) return [node, offset];
    offset -= node.length;
  }
  throw new Error('the text is shorter than it was');
};

/** Two frames: by then the browser has told of each change of the selection, and the page listens
 * as what it shows says; nobody presses a key before that. */
export const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Drags over a range of a text while Alt is held, which takes it as it is. */
export const select = async (text, start, end) => {
  const about = { bubbles: true, button: 0, pointerType: 'mouse', altKey: true };
  text.dispatchEvent(new PointerEvent('pointerdown', about));
  getSelection().setBaseAndExtent(...placeIn(text, start), ...placeIn(text, end));
  text.dispatchEvent(new PointerEvent('pointerup', about));
  await until('the bar at a selection', bar);
  await settled();
};

/** Leaves the selection, if there is one; says whether there was. */
export const leaveSelection = async () => {
  if (!bar() && getSelection().isCollapsed) return false;
  press('Escape', 'Escape');
  getSelection().removeAllRanges();
  await until('the bar to go', () => !bar());
  await settled();
  return true;
};

export const open = async (id) => {
  if (isOpen(cardOf(id))) return;
  cardOf(id).querySelector('button[aria-expanded]').click();
  await until('an open card', () => isOpen(cardOf(id)));
  await settled();
};

// What the page hands over as a file comes here instead of into the folder of downloads.
let handOver = null;
const makeAddress = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  handOver?.(blob);
  return makeAddress.call(URL, blob);
};
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (!this.download) click.call(this);
};
/** The claims and the tags of the file that the page exports. */
export const exported = async () => {
  await until('the button Export', () => button('body', 'Export'));
  const blob = await new Promise((resolve) => {
    handOver = resolve;
    button('body', 'Export').click();
  });
  handOver = null;
  const file = JSON.parse(await blob.text());
  const claims = file.claims.map(({ id, quote, tags, note }) => ({ id, quote, tags, note }));
  const tags = new Map(file.tags.filter((tag) => tag.key).map((tag) => [tag.key, tag.id]));
  return { claims, tags };
};

export const alerts = () =>
  [...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent);
