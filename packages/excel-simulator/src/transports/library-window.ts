import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/** Where the add-in's page would stand; host and page share the name, so office.js trusts the host unasked. */
export const PAGE_ORIGIN = 'https://addin.localhost';
const LIBRARY_URL = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

function getLibraryFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
}

const compiledScripts = new Map<string, vm.Script>();

/** A file of the library, compiled once for as many contexts as are opened. */
function loadScript(file: string): vm.Script {
  let script = compiledScripts.get(file);
  if (!script) {
    const path = join(getLibraryFolder(), file);
    compiledScripts.set(file, (script = new vm.Script(readFileSync(path, 'utf8'), { filename: path })));
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

/** The Storage of the web, in memory. */
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
  /** Hands the library a message from its host. */
  deliver: (message: string) => void;
  /** Runs office.js, which asks for its other files by itself. */
  start: () => void;
  close: () => void;
};

/**
 * As much of a browser's window as office.js needs to start: no page, no drawing. Errors, arrays and promises are
 * those of the caller's realm, so that `instanceof` and deep comparison work on what the library gives.
 */
export function createLibraryWindow(options: {
  /** What the host's frame puts in window.name. */
  name: string;
  /** Takes the library's messages to its host. */
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
