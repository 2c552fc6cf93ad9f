// Annotates the page whether it saves or not, and tells the harness what the page calls saved.

import { nextChange, prepare } from './kills-changes.js';
import { below, tell } from './kills-harness.js';
import { isTellingOtherTab, openOtherTab, tellOtherTab } from './kills-other-tab.js';
import { exported, settled, state, until } from './kills-page.js';

/** How long a change may stay unsaved at most before the next one is made. */
const WAITING = 1_500;

/** The number of the last change that the page shows. */
let shown = 0;
/** The claim that was made last, until the harness knows it. */
let made = null;
let [lineTold, savedTold] = [null, 0];

// One message at a time, so that none overtakes another.
let telling = Promise.resolve();
const step = (said) => {
  const message = { made, ...said };
  made = null;
  telling = telling.then(() => tell('step', message));
  return telling;
};

/** Tells what the line says when that changes, and which changes are saved if it says `saved`. */
const listen = () => {
  const line = state() ?? 'none';
  const saved = line === 'saved' && shown > savedTold ? shown : null;
  if (line === lineTold && saved === null) return;
  [lineTold, savedTold] = [line, saved ?? savedTold];
  // Whoever makes the next change is told if this fails.
  step({ line, saved }).catch(() => {});
};

/** From now on the harness hears what the line says. */
export const watchLine = () => {
  const everything = { childList: true, subtree: true, attributes: true, characterData: true };
  new MutationObserver(listen).observe(document, everything);
  listen();
};

/** Makes a change, and waits until the page shows it and its line speaks of it. */
const show = async (next) => {
  let isUnderWay = false;
  next.change();
  tellOtherTab();
  await until(`a shown ${JSON.stringify(next)}`, () => {
    isUnderWay ||= state() !== 'saved';
    return isUnderWay && next.isShown();
  });
  await settled();
};

const isSaved = () => until('saved', () => state() === 'saved', below(WAITING)).catch(() => {});

/** What the page has once it says `saved`; until then it may show old copies. */
const readAgain = async (claims) => {
  claims.clear();
  for (const { id, ...claim } of (await exported()).claims) claims.set(id, claim);
};

export const annotateUnsaved = async (claims, tags) => {
  let rests = false;
  let isOld = state() !== 'saved';
  for (;;) {
    if (isOld && state() === 'saved') {
      await readAgain(claims);
      isOld = false;
    }
    const next = nextChange(claims, tags, isOld);
    await prepare(next);
    const { number, order } = await step({ next: { id: next.id, claim: next.claim } });
    if (order?.reloads) return location.reload();
    if (order?.clear) await openOtherTab(order.clear);
    rests ||= order?.rests ?? false;
    if (rests && !isTellingOtherTab()) return tell('resting', {});
    await show(next);
    const id = next.id ?? next.madeId();
    if (!next.id) made = { number, id };
    if (next.claim) claims.set(id, next.claim);
    else claims.delete(id);
    shown = number;
    listen();
    await isSaved();
  }
};
