// Annotates the page as fast as the page takes it, and tells the harness of each change before it
// is made and after the page has said that it is saved. Runs before the page's own code.

import { changes, nextChange, prepare } from './kills-changes.js';
import { hello, tell } from './kills-harness.js';
import { alerts, exported, ready, settled, state, until } from './kills-page.js';
import { annotateUnsaved, watchLine } from './kills-unsaved.js';

const PATIENCE_AT_START = 60_000;
const BLOCKED_CHANGES = 5;

/** Makes a change, and waits until the page shows it and, after some other word, says `saved`. */
const saved = async (awaited, change, isShown) => {
  let isUnderWay = false;
  change();
  await until(awaited, () => {
    isUnderWay ||= state() !== 'saved';
    return isUnderWay && state() === 'saved' && isShown();
  });
};

const annotate = async (claims, tags) => {
  let [number, made] = [null, null];
  for (;;) {
    const next = nextChange(claims, tags);
    // One message says that the last change was saved, and what the next one will be.
    const issued = { saved: number, made, next: { id: next.id, claim: next.claim } };
    const [answer] = await Promise.all([tell('step', issued), prepare(next)]);
    await saved(`a saved ${JSON.stringify(next)}`, next.change, next.isShown);
    number = answer.number;
    const id = next.id ?? next.madeId();
    made = { number, id };
    if (next.claim) claims.set(id, next.claim);
    else claims.delete(id);
    // Now and then a selection comes back after its words were marked; a digit would mark it again.
    if (!next.id) await settled();
  }
};

/** What the page has, as far as it hands it over. */
const found = async (isStrict) => {
  try {
    return await exported();
  } catch (why) {
    if (isStrict) throw why;
    return { claims: null, why: String(why) };
  }
};

const worked = async ({ manner, savedWithin }) => {
  const isStrict = manner === 'saved';
  const atStart = until('the start to be saved', () => state() === 'saved', savedWithin);
  await (isStrict ? atStart : atStart.catch(() => {}));
  const line = state();
  const { claims, tags, why } = await found(isStrict);
  const told = { claims, why, line, alerts: alerts(), ...globalThis.claimlightKills };
  const { goesOn } = await tell('found', told);
  if (!isStrict) watchLine();
  if (!goesOn || claims === null) return;
  const known = new Map(claims.map(({ id, ...claim }) => [id, claim]));
  await (isStrict ? annotate : annotateUnsaved)(known, tags);
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
  const told = await hello();
  await until('the page to be ready', ready, PATIENCE_AT_START);
  await (told.manner === 'blocked' ? blocked() : worked(told));
};

const trouble = (why) => tell('trouble', { why: String(why) });
addEventListener('error', (event) => trouble(event.message));
begin().catch(trouble);
