// Fills local storage under a foreign key, until not one unit more goes in.
const FOREIGN = 'filler';
let filler = localStorage.getItem(FOREIGN) ?? '';
for (let size = 4 * 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
  for (;;) {
    try {
      localStorage.setItem(FOREIGN, filler + 'x'.repeat(size));
      filler += 'x'.repeat(size);
    } catch {
      break;
    }
  }
}
const units = Object.entries(localStorage).reduce(
  (sum, [key, value]) => sum + key.length + value.length,
  0,
);
globalThis.claimlightKills = { units };
