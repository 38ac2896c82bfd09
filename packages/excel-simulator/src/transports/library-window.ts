import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/**
 * Address of the add-in's page; host and page share the origin, so office.js trusts the host without asking.
 */
export const PAGE_ORIGIN = 'https://addin.localhost';
const LIBRARY_URL = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

function getLibraryFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
}

const COMPILED_SCRIPTS = new Map<string, vm.Script>();

/** Returns a file of the library, compiled once for all contexts. */
function loadScript(file: string): vm.Script {
  let script = COMPILED_SCRIPTS.get(file);
  if (!script) {
    const path = join(getLibraryFolder(), file);
    COMPILED_SCRIPTS.set(file, (script = new vm.Script(readFileSync(path, 'utf8'), { filename: path })));
  }
  return script;
}

type MessageListener = (event: { data: string; origin: string; source: unknown }) => void;
type ScriptElement = {
  tagName: string;
  src?: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
};

/** Creates the web's Storage, in memory. */
function createStorage() {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: unknown) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  };
}

export type LibraryWindow = {
  /** The window's globals: Excel, Office, OfficeExtension… once they are loaded. */
  globals: Record<string, unknown>;
  /** Delivers a message of the host to the library. */
  deliver: (message: string) => void;
  /** Runs office.js, which loads its other files. */
  start: () => void;
  close: () => void;
};

/**
 * Creates as much of a browser's window as office.js needs to start: no page, no drawing. Errors, arrays and
 * promises are those of the caller's realm, so that `instanceof` and deep comparison work on the library's
 * results.
 */
export function createLibraryWindow(options: {
  /** The handshake that the host's frame puts in window.name. */
  name: string;
  /** Sends the library's messages to its host. */
  send: (message: string) => void;
}): LibraryWindow {
  const listeners = new Set<MessageListener>();
  const timers = new Set<NodeJS.Timeout>();
  let isOpen = true;

  const after = (run: () => void): void => {
    setImmediate(() => {
      if (isOpen) run();
    });
  };
  const parent = { postMessage: (message: string) => after(() => options.send(message)) };
  const load = (element: ScriptElement): void => {
    const file = element.src?.replace(LIBRARY_URL, '').toLowerCase() ?? '';
    after(() => {
      try {
        loadScript(file).runInContext(context);
      } catch (error) {
        element.onerror?.(error);
        return;
      }
      element.onload?.();
    });
  };
  const head = { appendChild: load };
  const own = { src: `${LIBRARY_URL}office.js`, getAttribute: (): string => own.src };
  const location = {
    href: `${PAGE_ORIGIN}/taskpane.html`,
    origin: PAGE_ORIGIN,
    protocol: 'https:',
    host: new URL(PAGE_ORIGIN).host,
    hostname: new URL(PAGE_ORIGIN).hostname,
    pathname: '/taskpane.html',
    search: '',
    hash: '',
  };
  const document = {
    domain: location.hostname,
    URL: location.href,
    location,
    head,
    body: { appendChild: () => undefined },
    documentElement: {},
    cookie: '',
    readyState: 'complete',
    createElement: (tagName: string) => ({ tagName, setAttribute: () => undefined, style: {} }),
    getElementsByTagName: (name: string): unknown[] =>
      name === 'head' ? [head] : name === 'script' ? [own] : [],
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const timed = (run: () => void, delay?: number): NodeJS.Timeout => {
    const timer = setTimeout(run, delay);
    timers.add(timer.unref());
    return timer;
  };
  const globals: Record<string, unknown> = {
    document,
    location,
    parent,
    top: parent,
    opener: null,
    name: options.name,
    navigator: {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140',
      language: 'vi-VN',
      platform: 'Linux',
    },
    history: {},
    sessionStorage: createStorage(),
    localStorage: createStorage(),
    performance,
    console,
    URL,
    setTimeout: timed,
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    setInterval: (run: () => void, delay?: number) => {
      const timer = setInterval(run, delay).unref();
      timers.add(timer);
      return timer;
    },
    clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
    addEventListener: (type: string, listener: MessageListener) => {
      if (type === 'message') listeners.add(listener);
    },
    removeEventListener: (_type: string, listener: MessageListener) => listeners.delete(listener),
    postMessage: () => undefined,
    Array,
    Error,
    JSON,
    Promise,
  };
  globals['window'] = globals;
  globals['self'] = globals;
  const context = vm.createContext(globals);

  return {
    globals,
    deliver: (message) =>
      after(() => {
        for (const listener of listeners) listener({ data: message, origin: PAGE_ORIGIN, source: parent });
      }),
    start: () => void loadScript('office.js').runInContext(context),
    close: () => {
      isOpen = false;
      listeners.clear();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
