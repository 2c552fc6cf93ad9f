// Clears the stores under the page, which is open in another tab; then tells the harness.

const asked = new URLSearchParams(location.search);
const [run, what] = [Number(asked.get('run')), asked.get('what')];
const channel = new BroadcastChannel('claimlight-kills');

const clearLocal = () => localStorage.clear();
/** Deletes the database; a page that holds it open delays that. */
const clearDatabase = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('claimlight');
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
const clearBoth = () => {
  clearLocal();
  return clearDatabase();
};

/** Clears both each time the page writes a change, and does not wait for the database. */
const clearWhileWriting = () =>
  new Promise((resolve) => {
    const deletions = [];
    channel.onmessage = ({ data: { delay, isLast } }) =>
      setTimeout(() => {
        deletions.push(clearBoth());
        if (isLast) resolve(Promise.all(deletions));
      }, delay);
  });

const tell = (path, said) =>
  fetch(`./kills/${path}`, { method: 'POST', body: JSON.stringify({ run, ...said }) });

const ways = {
  local: clearLocal,
  database: clearDatabase,
  both: clearBoth,
  writing: clearWhileWriting,
};
const cleared = Promise.resolve(ways[what]());
channel.postMessage('begun');
cleared.then(
  () => tell('cleared', {}),
  (why) => tell('trouble', { why: `clearing: ${why}` }),
);
