// Lets another tab clear the stores under this one.

import { below, run } from './kills-harness.js';

/** How many changes the other tab hears of, if it clears the stores while changes are written. */
const CHANGES = 5;
/** How long it waits at most after it heard of one, in milliseconds. */
const DELAY = 20;
const PATIENCE = 20_000;

// Opened only when it is needed: a page that may store nothing may have none.
let channel = null;
let changesToTell = 0;

/** Whether the other tab still has to hear of changes. */
export const isTellingOtherTab = () => changesToTell > 0;

/** Tells the other tab that a change is being written, if it waits for that. */
export const tellOtherTab = () => {
  if (!isTellingOtherTab()) return;
  changesToTell -= 1;
  channel.postMessage({ delay: below(DELAY), isLast: !isTellingOtherTab() });
};

/** Opens another tab that clears `what`; returns when it has begun. */
export const openOtherTab = async (what) => {
  channel = new BroadcastChannel('claimlight-kills');
  const begun = new Promise((resolve, reject) => {
    channel.onmessage = resolve;
    setTimeout(() => reject(new Error('the other tab did not begin')), PATIENCE);
  });
  // A window of its own: a tab in this one would hide the page, which then gets no frames.
  const about = 'noopener,width=300,height=200';
  window.open(`./kills-clear.html?run=${run}&what=${what}`, '_blank', about);
  await begun;
  if (what === 'writing') changesToTell = CHANGES;
};
