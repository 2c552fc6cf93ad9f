// Starts the application: reads the names of its two files from the page, loads both at once, runs.

// The only Trusted Types policy the page may have. It knows one address and turns no other text into
// a script's; it is made before any other code runs because a name can be taken only once.
const READER = new URL('reader_loader.js', document.baseURI).href;
const rules = { createScriptURL: () => READER };
const policy = globalThis.trustedTypes?.createPolicy('claimlight', rules) ?? rules;

// Starts the worker that reads notes; the application calls it when it shows the first note.
globalThis.claimlightReader = () => new Worker(policy.createScriptURL(READER));

// The room that there must be on the disk before the database is opened: opening it writes, and where
// that breaks off in the middle, Chromium throws the whole database away at a later start. Measured
// need: 5 MB at most.
const ROOM_BYTES = 8 * 1024 * 1024;
const ROOM = 'claimlight-room';
const cannotTell = (why) => why instanceof TypeError || why.name === 'SecurityError';

/** Whether the disk takes that much, tried with a file that is never finished. */
async function hasRoom() {
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(ROOM, { create: true })).createWritable();
    await file.write(new Uint8Array(ROOM_BYTES));
    await file.abort();
    folder.removeEntry(ROOM).catch(() => {});
    return true;
  } catch (why) {
    if (cannotTell(why)) return true;
  }
  // A second opinion: this store can be damaged while the others are not.
  try {
    const cache = await caches.open(ROOM);
    await cache.put('./room', new Response(new Uint8Array(ROOM_BYTES)));
    return true;
  } catch (why) {
    return cannotTell(why);
  } finally {
    globalThis.caches?.delete(ROOM).catch(() => {});
  }
}

// The first answer is under way while the application is loaded.
let firstAnswer = hasRoom();
globalThis.claimlightHasRoom = () => {
  const answer = firstAnswer ?? hasRoom();
  firstAnswer = null;
  return answer;
};

// The colours and sizes that the person has chosen, before anything is painted; the application
// sets them again from its own reading.
try {
  const view = JSON.parse(localStorage.getItem('claimlight/1/setting/view'));
  for (const name of ['theme', 'size', 'width', 'spacing']) {
    if (typeof view?.[name] === 'string') document.documentElement.dataset[name] = view[name];
  }
} catch {
  // Without them the page looks as usual.
}

async function start() {
  const [glue, wasm] = document
    .querySelector('meta[name="claimlight"]')
    .content.split(' ')
    .map((name) => new URL(name, document.baseURI));
  // With the integrity of the preload tag the browser uses what it has already begun to load.
  const integrity = document.querySelector('link[rel="preload"][as="fetch"]')?.integrity ?? '';
  const [application, response] = await Promise.all([import(glue), fetch(wasm, { integrity })]);
  if (!response.ok) throw new Error(`${wasm.pathname} was answered with ${response.status}`);
  await application.default({ module_or_path: response });
}

// The page that stands in for the application, and the address that asks for it.
const RESCUE = new URL('rescue.js', document.baseURI);
const isAsked = () => location.hash === '#/rescue';
let isOver = false;

async function rescue(reason, occasion) {
  if (isOver) return;
  isOver = true;
  try {
    (await import(RESCUE)).show(reason, occasion);
  } catch {
    const message = document.createElement('main');
    message.setAttribute('role', 'alert');
    message.textContent =
      'Claimlight has stopped, and the page that saves all data as a file could not be loaded. ' +
      'The work saved in this browser is untouched. Connect to the network and reload the ' +
      `page. Do not clear the data of this site. Error: ${reason}`;
    document.body.replaceChildren(message);
  }
}

// A panic or a trap.
const isEnd = (reason) => /^(RuntimeError|Error: panicked)/.test(reason);
const stop = (reason) => rescue(reason, document.documentElement.dataset.ready ? 'work' : 'start');
addEventListener('unhandledrejection', ({ reason }) => isEnd(reason) && stop(reason));
// An error that went right through the program has cut it off in the middle as well.
addEventListener('error', ({ error }) => (isEnd(error) || /\.wasm/.test(error?.stack)) && stop(error));
// Before the application hears of that address.
addEventListener('popstate', (event) => {
  if (!isAsked()) return;
  event.stopImmediatePropagation();
  rescue();
}, true);

// Loads the rescue page once the first load is over, so that it is there without a network.
function prepare() {
  if (document.documentElement.dataset.ready) import(RESCUE).catch(() => {});
  else setTimeout(prepare, 1000);
}

if (isAsked()) rescue();
else {
  start().then(
    () => setTimeout(prepare, 1000),
    (reason) => {
      console.error(reason);
      rescue(reason, 'start');
    },
  );
}
