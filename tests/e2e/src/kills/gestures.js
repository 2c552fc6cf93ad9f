// Annotates the page as fast as the page takes it, and tells the harness of each change before it
// is made and after the page has said that it is saved. Runs before the page's own code.
//
// `button(scope, name)` stands before this text: the first button that can be used.

// How long the start may take, and a change: a stall has to be told before the next kill hides it.
const PATIENCE_AT_START = 60_000;
const PATIENCE = 5_000;
const FEW = 12;
const MANY = 60;
const STAYING = 0.85;
const BLOCKED_CHANGES = 5;

const ready = () => document.querySelector('[data-ready="true"]') !== null;
const state = () => document.querySelector('[data-save-state]')?.dataset.saveState;
const cards = () => [...document.querySelectorAll('[data-claim]')];
const cardOf = (id) => cards().find((card) => card.dataset.claim === id);
const bar = () => document.querySelector('[role=toolbar]');
const isOpen = (card) => card?.getAttribute('aria-current') === 'true';

let run = 0;
let chance = () => 0;

/** Small numbers from a seed, each in 0..1: mulberry32. */
const chances = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const below = (count) => Math.floor(chance() * count);
const oneOf = (list) => list[below(list.length)];

const tell = async (what, said) => {
  const body = JSON.stringify({ run, ...said });
  const answer = await fetch(`./kills/${what}`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the harness did not take "${what}"`);
  return answer.json();
};

/** Waits until `condition`, which is asked again after each change of the page. */
const until = (awaited, condition, patience = PATIENCE) =>
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

/** Makes a change, and waits until the page shows it and, after some other word, says `saved`. */
const saved = async (awaited, change, isShown) => {
  let isUnderWay = false;
  change();
  await until(awaited, () => {
    isUnderWay ||= state() !== 'saved';
    return isUnderWay && state() === 'saved' && isShown();
  });
};

const press = (key, code) => {
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
const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Drags over a range of a text while Alt is held, which takes it as it is. */
const select = async (text, start, end) => {
  const about = { bubbles: true, button: 0, pointerType: 'mouse', altKey: true };
  text.dispatchEvent(new PointerEvent('pointerdown', about));
  getSelection().setBaseAndExtent(...placeIn(text, start), ...placeIn(text, end));
  text.dispatchEvent(new PointerEvent('pointerup', about));
  await until('the bar at a selection', bar);
  await settled();
};

const isSelecting = () => bar() || !getSelection().isCollapsed;

/** Some words that no claim has yet: where they are, and what they are. */
const newWords = (claims) => {
  const quotes = new Set([...claims.values()].map((claim) => claim.quote));
  const texts = [...document.querySelectorAll('[data-block] [data-text]')];
  for (;;) {
    const text = oneOf(texts);
    const words = [...text.textContent.matchAll(/\S+/g)];
    if (words.length === 0) continue;
    const first = below(words.length);
    const last = Math.min(first + below(7), words.length - 1);
    const [start, end] = [words[first].index, words[last].index + words[last][0].length];
    const quote = text.textContent.slice(start, end);
    if (!quotes.has(quote)) return { text, start, end, quote };
  }
};

const open = async (id) => {
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
const exported = async () => {
  await until('the button Export', () => button('body', 'Export'));
  const file = new Promise((resolve) => (handOver = resolve));
  button('body', 'Export').click();
  const blob = await file;
  handOver = null;
  return JSON.parse(await blob.text());
};

/** The changes that can be made; each returns what is issued, and how to make it. */
const changes = (claims, tags) => ({
  make() {
    const words = newWords(claims);
    const [key, tag] = oneOf([...tags]);
    const known = new Set(cards().map((card) => card.dataset.claim));
    const made = () => cards().find((card) => isOpen(card) && !known.has(card.dataset.claim));
    return {
      id: null,
      claim: { quote: words.quote, tags: [tag], note: '' },
      prepare: () => select(words.text, words.start, words.end),
      change: () => press(key, `Digit${key}`),
      isShown: () => made() !== undefined,
      madeId: () => made().dataset.claim,
    };
  },
  tag(id, claim) {
    const [key, tag] = oneOf([...tags]);
    const has = claim.tags.includes(tag);
    const kept = claim.tags.filter((it) => it !== tag);
    return {
      id,
      claim: { ...claim, tags: has ? kept : [...kept, tag] },
      prepare: () => open(id),
      change: () => press(key, `Digit${key}`),
      isShown: () => isOpen(cardOf(id)),
    };
  },
  note(id, claim) {
    const note = `👩‍👩‍👧 ${run}.${below(1e9)}: ${oneOf(['ask', 'call', 'see'])} **“${claim.quote}”**`;
    const field = () => cardOf(id)?.querySelector('textarea');
    return {
      id,
      claim: { ...claim, note },
      prepare: () => open(id),
      change() {
        const words = note.split(' ');
        for (const count of words.keys()) {
          field().value = words.slice(0, count + 1).join(' ');
          field().dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
      },
      isShown: () => field()?.value === note,
    };
  },
  remove(id) {
    return {
      id,
      claim: null,
      prepare: () => open(id),
      change: () => press('Delete', 'Delete'),
      isShown: () => cardOf(id) === undefined,
    };
  },
});

const nextChange = (claims, tags) => {
  const kinds = changes(claims, tags);
  const luck = chance();
  if (claims.size < FEW || (luck < 0.14 && claims.size < MANY)) return kinds.make();
  // Mostly the work goes on at the claim that is open: opening another costs more than a change.
  const isAtOne = cards().some(isOpen) && chance() < STAYING;
  const [id, claim] = oneOf([...claims].filter(([id]) => !isAtOne || isOpen(cardOf(id))));
  if (luck < 0.22) return kinds.remove(id);
  return luck < 0.6 ? kinds.tag(id, claim) : kinds.note(id, claim);
};

const annotate = async (claims, tags) => {
  let done = null;
  for (;;) {
    const next = nextChange(claims, tags);
    // One message says that the last change was saved, and what the next one will be.
    const telling = tell('step', { done, next: { id: next.id, claim: next.claim } });
    await Promise.all([telling, next.prepare()]);
    while (next.id && isSelecting()) {
      press('Escape', 'Escape');
      getSelection().removeAllRanges();
      await until('the bar to go', () => !bar());
      await settled();
      await next.prepare();
    }
    await saved(`a saved ${JSON.stringify(next)}`, next.change, next.isShown);
    done = next.id ?? next.madeId();
    if (next.claim) claims.set(done, next.claim);
    else claims.delete(done);
    // Now and then a selection comes back after its words were marked; a digit would mark it again.
    if (!next.id) await settled();
  }
};

const worked = async () => {
  await until('the start to be saved', () => state() === 'saved', PATIENCE_AT_START);
  const file = await exported();
  const claims = file.claims.map(({ id, quote, tags, note }) => ({ id, quote, tags, note }));
  const alerts = [...document.querySelectorAll('[role=alert]')].map((it) => it.textContent);
  const { goesOn } = await tell('found', { claims, alerts, ...globalThis.claimlightKills });
  if (!goesOn) return;
  const tags = new Map(file.tags.filter((tag) => tag.key).map((tag) => [tag.key, tag.id]));
  await annotate(new Map(claims.map(({ id, ...claim }) => [id, claim])), tags);
};

/** Where nothing can be stored: what the page says of saving, and how long it takes to say it. */
const blocked = async () => {
  const said = new Set();
  const listen = () => said.add(state());
  const everything = { childList: true, subtree: true, attributes: true };
  new MutationObserver(listen).observe(document, everything);
  listen();
  const delays = [];
  for (let count = 0; count < BLOCKED_CHANGES; count += 1) {
    const { prepare, change, isShown } = changes(new Map(), new Map([['1', '']])).make();
    await prepare();
    const start = performance.now();
    change();
    await until('a word that it is not saved', () => isShown() && /^un/.test(state()));
    delays.push(Math.round(performance.now() - start));
    await settled();
  }
  await tell('blocked', { said: [...said], delays });
};

const begin = async () => {
  const told = await tell('hello', {});
  run = told.run;
  chance = chances(told.seed);
  await until('the page to be ready', ready, PATIENCE_AT_START);
  await (told.isBlocked ? blocked() : worked());
};

const trouble = (why) => tell('trouble', { why: String(why) });
addEventListener('error', (event) => trouble(event.message));
begin().catch(trouble);
