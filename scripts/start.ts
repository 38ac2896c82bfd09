/**
 * `npm start [-- --port N] [--open FILE.xlsx] [--no-browser]`: builds the pages where a source is newer, serves them to
 * this machine only, opens a browser and ends on Ctrl-C. `--certificate FOLDER`: over https, with localhost.key and
 * localhost.crt of that folder.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages, PAGES_FOLDER } from './server/build-pages';
import { createPageServer, listenLocally, type PageServerOptions } from './server/create-page-server';

const USAGE = 'npm start [-- --port N] [--open FILE.xlsx] [--no-browser]';

type Options = Omit<PageServerOptions, 'folder'> & { browser: boolean };

function readCertificate(folder: string): PageServerOptions['certificate'] {
  return {
    key: readFileSync(join(folder, 'localhost.key')),
    cert: readFileSync(join(folder, 'localhost.crt')),
  };
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3100' },
      open: { type: 'string' },
      certificate: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`--port ${values.port} is no port number.`);
  const opened = values.open ? resolve(values.open) : null;
  if (opened && !existsSync(opened)) throw new Error(`${opened} is not there.`);
  if (opened && !statSync(opened).isFile()) throw new Error(`${opened} is no file.`);
  const certificate = values.certificate ? readCertificate(resolve(values.certificate)) : undefined;
  return { port, opened, browser: !values['no-browser'], ...(certificate && { certificate }) };
}

/** The system's own way to open an address; without one the printed address is enough. */
function openBrowser(address: string): void {
  const openers: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
    win32: ['cmd', ['/c', 'start', '', address]],
    darwin: ['open', [address]],
    linux: ['xdg-open', [address]],
  };
  const opener = openers[process.platform];
  if (!opener || process.env['CI']) return;
  spawn(opener[0], opener[1], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function start({ browser, ...options }: Options): Promise<void> {
  await buildPages();
  const { port, opened, certificate } = options;
  const server = createPageServer({ ...options, folder: PAGES_FOLDER });
  await listenLocally(server, port);
  const query = opened ? `?open=opened/${encodeURIComponent(basename(opened))}` : '';
  const address = `${certificate ? 'https' : 'http'}://localhost:${port}/workbench.html${query}`;
  console.log(`\nPhụ lục: ${address}\n(Ctrl-C để dừng / to stop)`);
  if (browser) openBrowser(address);
  const stop = (): void => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'EADDRINUSE'
    ? `Cổng đang có chương trình khác dùng; thêm --port N. / The port is taken; add --port N.\n${error.message}`
    : error.message;
}

try {
  await start(readOptions());
} catch (error) {
  console.error(`${describe(error)}\n${USAGE}`);
  process.exit(2);
}
