/*
 * Keeps the add-in's own files, so that its pages open while their server is away or has a new release: pages come from
 * the server where it answers, files with a hash in their name from here. keep-files.ts says which files a page has.
 */
const PREFIX = 'phuluc ';
const HASHED_NAME = /\.[0-9a-f]{8}\.[a-z0-9]+$/;
/** office.js loads files of its own, and pages in frames, which no page of ours sees. */
const OFFICE_FILE = /\/office\/[^?#]*\.(?:html|js|css)(?:[?#]|$)/;
/** Of each page: the one in use and the one before, whose pane may still be open. */
const MAX_RELEASES = 2;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => event.waitUntil(keepRelease(event.data)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  event.respondWith(HASHED_NAME.test(pathname) ? answerFromStore(request) : answerFromServer(request));
});

/** `{ page, release, files }`: "taskpane", its script with its hash, the addresses of its files. */
async function keepRelease({ page, release, files }) {
  const prefix = `${PREFIX}${page} `;
  const store = await caches.open(prefix + release);
  for (const file of files) {
    if (await store.match(file)) continue;
    const response = await fetch(file).catch(() => null);
    if (response?.ok) await store.put(file, response);
  }
  const releases = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const others = releases.filter((name) => name !== prefix + release);
  for (const name of others.slice(0, -(MAX_RELEASES - 1))) await caches.delete(name);
}

async function keepOfficeFile(request, response) {
  const store = await caches.open(`${PREFIX}office`);
  await store.put(request, response);
}

/** The newest file of an address that is kept. */
async function findStored(request) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of names.reverse()) {
    const store = await caches.open(name);
    const response = await store.match(request, { ignoreSearch: true });
    if (response) return response;
  }
  return undefined;
}

async function answerFromStore(request) {
  return (await findStored(request)) ?? fetch(request);
}

async function answerFromServer(request) {
  const response = await fetch(request).catch((error) => error);
  if (response instanceof Response && response.status < 500) {
    if (response.ok && OFFICE_FILE.test(request.url)) await keepOfficeFile(request, response.clone());
    return response;
  }
  const stored = await findStored(request);
  if (stored) return stored;
  if (response instanceof Response) return response;
  throw response;
}
