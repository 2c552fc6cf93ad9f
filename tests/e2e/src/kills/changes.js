// The changes that the script makes, drawn from the seed.

import { below, luck, oneOf, run } from './kills-harness.js';
import { cardOf, cards, isOpen, leaveSelection, open, press, select } from './kills-page.js';

const FEW = 12;
const MANY = 60;
const STAYING = 0.85;

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

/** The changes that can be made; each returns what is issued, and how to make it. */
export const changes = (claims, tags) => ({
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
    const after = has ? kept : [...kept, tag];
    const chips = () => cardOf(id)?.querySelectorAll('.claim-work li.tag');
    return {
      id,
      claim: { ...claim, tags: after },
      prepare: () => open(id),
      change: () => press(key, `Digit${key}`),
      isShown: () => isOpen(cardOf(id)) && chips().length === after.length,
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

/** Gets the page ready for a change: the next key makes it. */
export const prepare = async (next) => {
  await next.prepare();
  while (next.id && (await leaveSelection())) await next.prepare();
};

/** The next change. One to an old copy is a note: it stays what it is when the newer copy comes,
 * where a digit would take off the tag that it is to add. */
export const nextChange = (claims, tags, isOld = false) => {
  const kinds = changes(claims, tags);
  const drawn = luck();
  if (claims.size < FEW || (drawn < 0.14 && claims.size < MANY)) return kinds.make();
  // Mostly the work goes on at the claim that is open: opening another costs more than a change.
  const opened = cards().find(isOpen)?.dataset.claim;
  const isAtOne = claims.has(opened) && luck() < STAYING;
  const shown = [...claims].filter(([id]) => (isAtOne ? id === opened : cardOf(id)));
  if (shown.length === 0) return kinds.make();
  const [id, claim] = oneOf(shown);
  if (isOld) return kinds.note(id, claim);
  if (drawn < 0.22) return kinds.remove(id);
  return drawn < 0.6 ? kinds.tag(id, claim) : kinds.note(id, claim);
};
