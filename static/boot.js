// Starts the application: reads the names of its two files from the page, loads both at once, runs.

// The only Trusted Types policy the page may have. It has no rule, so it turns no text into script;
// it is made before any other code runs because a name can be taken only once.
globalThis.trustedTypes?.createPolicy('claimlight', {});

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
