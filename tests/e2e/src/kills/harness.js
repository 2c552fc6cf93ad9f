// Tells the harness what happens in the page, and takes the numbers that its seed gives.

/** The number of this start of the page. */
export let run = 0;
let chance = () => 0;

/** Small numbers from a seed, each in 0..1: mulberry32. */
const chances = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
export const below = (count) => Math.floor(chance() * count);
export const oneOf = (list) => list[below(list.length)];

export const luck = () => chance();

export const tell = async (what, said) => {
  const body = JSON.stringify({ run, ...said });
  const answer = await fetch(`./kills/${what}`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the harness did not take "${what}"`);
  return answer.json();
};

/** Asks the harness what this start of the page is for. */
export const hello = async () => {
  const told = await tell('hello', {});
  run = told.run;
  chance = chances(told.seed);
  return told;
};
