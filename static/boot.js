// Starts the application: reads the names of its two files from the page, loads both at once, runs.

// The only Trusted Types policy the page may have. It knows one address and turns no other text into
// a script's; it is made before any other code runs because a name can be taken only once.
const READER = new URL('reader_loader.js', document.baseURI).href;
const rules = { createScriptURL: () => READER };
const policy = globalThis.trustedTypes?.createPolicy('claimlight', rules) ?? rules;

// Starts the worker that reads notes; the application calls it when it shows the first note.
globalThis.claimlightReader = () => new Worker(policy.createScriptURL(READER));

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

function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function explain(reason) {
  const message = document.createElement('main');
  message.setAttribute('role', 'alert');
  message.append(
    paragraph('Claimlight could not start.'),
    paragraph('The work saved in this browser is untouched.'),
    paragraph(
      'Load the page again. If this message comes back, use a current version of Chrome, Edge, ' +
        'Firefox or Safari, and do not clear the data of this site.',
    ),
    paragraph(`What happened: ${reason}`),
  );
  document.body.replaceChildren(message);
}

start().catch((reason) => {
  console.error(reason);
  explain(reason);
});
