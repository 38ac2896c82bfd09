import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Edge, Chrome and Chromium stand on the three systems. */
const BROWSER_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const BROWSER_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none'];

/** The browser of the machine (CHROMIUM_PATH, or where browsers usually stand); null when there is none. */
function findInstalledBrowser(): string | null {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return wanted;
  return BROWSER_PATHS.find((path) => existsSync(path)) ?? null;
}

/** The browser that the npm package carries; unpacked into the temporary folder on first use. */
async function findPackagedBrowser(): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  // Without this the package leaves out the system libraries that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return null;
  }
}

/**
 * Starts a headless Chromium, Chrome or Edge: the machine's own, else the one from npm.
 * @throws when there is neither; the message says what to install.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findInstalledBrowser() ?? (await findPackagedBrowser());
  if (!executablePath) {
    throw new Error(
      'No browser found. Install Microsoft Edge, Google Chrome or Chromium, or set CHROMIUM_PATH to its program file.',
    );
  }
  return chromium.launch({ executablePath, headless: true, args: BROWSER_ARGUMENTS });
}
