// Stands in for the application where that cannot run: offers all that is stored as a file.
//
// Plain JavaScript without WebAssembly. It only reads; nothing here changes or deletes a record.

// What is said, by what has happened.
const OCCASIONS = {
  start: {
    title: 'Claimlight could not start',
    said: 'The work saved in this browser is untouched.',
    advice:
      'Reload the page. If this message comes back, save all data as a file, and use a current ' +
      'version of Chrome, Edge, Firefox or Safari. Do not clear the data of this site.',
  },
  work: {
    title: 'Claimlight has stopped',
    said:
      'An error has stopped the program. Everything that it showed as saved is still in this ' +
      'browser; at most your last change is missing.',
    advice:
      'Reload the page and continue. If this message comes back, save all data as a file, and do ' +
      'not clear the data of this site.',
  },
  asked: {
    title: 'Save all your data',
    said: 'You can save everything that Claimlight keeps in this browser as one file.',
    advice: 'This changes and deletes nothing. To continue working, reload the page.',
  },
};
const AGAIN = 'Reload the page';
const SAVE = 'Save all data as a file';
const READING = 'Reading the stored data…';
const NOTHING = 'Nothing is stored here.';
const NOTHING_READ =
  'Nothing could be read. Allow this site to store data in the settings of your browser, or close ' +
  'its other tabs. Then reload the page.';
const DETAILS = 'Error details';
const found = (count) =>
  `${count === 1 ? 'One record is' : `${count} records are`} stored here. ` +
  'The file contains every record unchanged.';
const done = (name) => `Your browser is downloading the file ${name}. Keep it in a safe place.`;
const failed = (why) => `The file could not be created: ${why}`;

const PREFIX = 'claimlight/';
const DATABASE = 'claimlight';
const SPARE = 'claimlight-spare';
// How long a store may be silent before it is given up, in milliseconds.
const PATIENCE = 5000;
// How long a file that is handed over stays in memory, in milliseconds.
const KEPT = 60000;

const STYLE = `@layer components {
  .rescue {
    max-inline-size: 40rem; margin-inline: auto; padding: clamp(1.5rem, 8vh, 5rem) 1.25rem;
    font-size: 1rem; line-height: 1.55;
    text-wrap: pretty;
    & > * + * { margin-block-start: 1rem; }
    & h1 { font-size: 1.5rem; line-height: 1.25; outline: none; }
    & .actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-block-start: 1.5rem; }
    & button {
      min-block-size: 2.75rem; padding-inline: 1.1rem; border: 1px solid var(--line-strong);
      border-radius: var(--radius); font-weight: 600; background: var(--surface);
    }
    @media (max-width: 30rem) { & button { flex: 1 0 100%; } }
    & .primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); }
    & [role="status"] { color: var(--text-soft); }
    & li {
      padding: 0.6rem 0.75rem; margin-block-start: 0.5rem; border-radius: var(--radius);
      color: var(--bad); background: var(--bad-surface); overflow-wrap: anywhere;
    }
    & ul:empty { display: none; }
    & summary { cursor: pointer; color: var(--text-soft); }
    & pre {
      padding: 0.75rem; margin-block: 0.5rem 0; border: 1px solid var(--line);
      border-radius: var(--radius); background: var(--field);
      font: 0.8125rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere;
    }
  }
}`;

let isShown = false;

// Puts the rescue page in the place of everything. `reason` is what was thrown; `occasion` is one
// of those above.
export function show(reason, occasion = 'asked') {
  if (isShown) return;
  isShown = true;
  const again = element('button', AGAIN);
  const save = element('button', SAVE);
  const status = element('p', READING);
  const problems = element('ul');
  const page = { save, status, problems };
  const actions = new Map([[again, load], [save, () => handOver(page)]]);
  silence(actions);
  dress();
  const { title, said, advice } = OCCASIONS[occasion];
  const heading = element('h1', title);
  heading.tabIndex = -1;
  const alert = element('p', said);
  if (occasion !== 'asked') alert.setAttribute('role', 'alert');
  (occasion === 'asked' ? save : again).className = 'primary';
  status.setAttribute('role', 'status');
  const main = element('main');
  main.className = 'rescue';
  const row = element('div');
  row.className = 'actions';
  row.append(again, save);
  main.append(heading, alert, element('p', advice), row, status, problems);
  if (reason !== undefined) main.append(details(reason));
  // A new body, because listeners of the application hang on the old one.
  const body = element('body');
  body.append(main);
  document.body.replaceWith(body);
  document.title = title;
  delete document.documentElement.dataset.ready;
  scrollTo(0, 0);
  heading.focus();
  look(page);
}

function element(name, text = '') {
  const made = document.createElement(name);
  if (name === 'button') made.type = 'button';
  made.textContent = text;
  return made;
}

function details(reason) {
  const stack = reason?.stack ?? '';
  const text = stack.includes(String(reason)) ? stack : `${reason}\n${stack}`;
  const made = element('details');
  const lines = [text.trim(), location.href, navigator.userAgent];
  made.append(element('summary', DETAILS), element('pre', lines.join('\n\n')));
  return made;
}

function dress() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // Without it the page looks plain and does the same.
  }
}

// Lets no event reach what the application has left behind: run on, it would only fail again. Its
// promises and timers live, because they may still bring home what was being saved.
function silence(actions) {
  const types = new Set(['focusin', 'focusout']);
  for (const owner of [window, document]) {
    for (const name in owner) if (/^on(?!device|.*unload)/.test(name)) types.add(name.slice(2));
  }
  const hear = (event) => {
    event.stopImmediatePropagation();
    if (event.type === 'click') actions.get(event.target.closest?.('button'))?.();
    if (event.type === 'popstate') location.reload();
  };
  for (const type of types) addEventListener(type, hear, true);
}

function load() {
  // Else the address would bring this page again.
  if (location.hash === '#/rescue') history.replaceState(null, '', '#/');
  location.reload();
}

// Says what there is, and offers it only where there is something.
async function look(page) {
  const { problems, ...all } = await gather();
  const keys = [Object.keys(all.localStorage)];
  for (const rows of Object.values(all.indexedDB)) keys.push(rows.map(([key]) => String(key)));
  const count = new Set(keys.flat()).size;
  const nothing = problems.length ? NOTHING_READ : NOTHING;
  page.status.textContent = count ? found(count) : nothing;
  page.save.hidden = !count;
  list(page, problems);
}

async function handOver(page) {
  page.status.textContent = READING;
  try {
    // Read anew: what was on its way when the page stopped may have arrived.
    const all = await gather();
    list(page, all.problems);
    const name = `claimlight-rescue-${all.exported.slice(0, 10)}.json`;
    download(name, `${JSON.stringify(all, null, 2)}\n`);
    page.status.textContent = done(name);
  } catch (why) {
    page.status.textContent = failed(why);
  }
}

function list(page, problems) {
  page.problems.replaceChildren(...problems.map((it) => element('li', it)));
}

function download(name, text) {
  const anchor = element('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), KEPT);
}

// All that is stored, laid out as in the file.
async function gather() {
  const problems = [];
  const local = readLocal(problems);
  const database = await readDatabase(problems);
  return {
    format: 'claimlight-rescue',
    version: 1,
    exported: new Date().toISOString().replace(/\.\d+/, ''),
    localStorage: local,
    indexedDB: database,
    problems,
  };
}

function readLocal(problems) {
  const values = {};
  try {
    const storage = localStorage;
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
    for (const key of keys.sort()) {
      if (key.startsWith(PREFIX)) values[key] = storage.getItem(key);
    }
  } catch (why) {
    problems.push(`Local storage could not be read: ${why}`);
  }
  return values;
}

async function readDatabase(problems) {
  const stores = {};
  let database = null;
  try {
    // Opening writes, and on a full disk that could destroy what is there: see docs/storage.md.
    if (!(await globalThis.claimlightHasRoom())) {
      throw new Error('the disk is full; free some space, and reload the page');
    }
    database = await open();
    if (database) await startNewLog();
    for (const name of database?.objectStoreNames ?? []) {
      stores[name] = await readStore(database, name, problems);
    }
  } catch (why) {
    problems.push(`The database could not be opened: ${why}`);
  }
  database?.close();
  return stores;
}

// The database; `null` where there is none. It must not be made here: the application would take
// an empty one for its own.
function open() {
  return new Promise((resolve, reject) => {
    const waiting = patience(() => reject(silent()));
    const request = indexedDB.open(DATABASE);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction.abort();
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      if (waiting.isOver()) database.close();
      waiting.end();
      resolve(database);
    };
    request.onerror = (event) => {
      event.preventDefault();
      waiting.end();
      if (isNew) resolve(null);
      else reject(request.error);
    };
  });
}

// Makes the browser start a new log, as the application does whenever it opens the database.
function startNewLog() {
  return new Promise((resolve, reject) => {
    const made = indexedDB.open(SPARE);
    made.onsuccess = () => {
      made.result.close();
      const deleted = indexedDB.deleteDatabase(SPARE);
      deleted.onsuccess = resolve;
      deleted.onerror = () => reject(deleted.error);
    };
    made.onerror = () => reject(made.error);
  });
}

// The keys and values of a store, each by itself, so that one that cannot be read takes no other
// with it.
function readStore(database, name, problems) {
  return new Promise((resolve) => {
    const rows = [];
    const trouble = (what, why) => problems.push(`${what} of the database could not be read: ${why}`);
    const part = `The part "${name}"`;
    const giveUp = (why) => {
      trouble(rows.length ? `Some of the part "${name}"` : part, why);
      resolve(rows);
    };
    const waiting = patience(() => giveUp(silent()));
    const end = (why) => {
      if (waiting.isOver()) return;
      waiting.end();
      if (why) giveUp(why);
      else resolve(rows);
    };
    try {
      const transaction = database.transaction(name);
      transaction.oncomplete = () => end();
      transaction.onabort = () => end(transaction.error ?? new Error('it was interrupted'));
      const store = transaction.objectStore(name);
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        for (const key of keys.result) {
          const value = store.get(key);
          value.onsuccess = () => {
            waiting.heard();
            rows.push([key, value.result]);
          };
          value.onerror = (event) => {
            event.preventDefault();
            waiting.heard();
            trouble(`The record ${key}`, value.error);
          };
        }
      };
    } catch (why) {
      end(why);
    }
  });
}

const silent = () => new Error(`it did not answer for ${PATIENCE / 1000} seconds`);

// Waits for something that may stay silent: `onSilence` is called when it has not been heard for
// too long.
function patience(onSilence) {
  let last = performance.now();
  let isOver = false;
  const end = () => {
    isOver = true;
    clearInterval(timer);
  };
  const timer = setInterval(() => {
    if (performance.now() - last < PATIENCE) return;
    end();
    onSilence();
  }, 250);
  return { heard: () => (last = performance.now()), end, isOver: () => isOver };
}
