/**
 * `npm start [-- --port N] [--open FILE.xlsx] [--no-browser]`: builds the add-in and the workbench, serves them to
 * this machine only, opens a browser, rebuilds and reloads when a source changes, and ends on Ctrl-C.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';

const USAGE = 'npm start [-- --port N] [--open FILE.xlsx] [--no-browser]';

type Options = { port: number; open: string | null; browser: boolean };

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3100' },
      open: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`--port ${values.port} is no port number.`);
  const open = values.open ? resolve(values.open) : null;
  if (open && !existsSync(open)) throw new Error(`${open} is not there.`);
  return { port, open, browser: !values['no-browser'] };
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

async function start({ port, open, browser }: Options): Promise<void> {
  // By name: the configuration is plain JavaScript, as webpack's own command reads it.
  const configuration: string = '../webpack.config.js';
  const { default: configure } = (await import(configuration)) as {
    default: (environment: object, args: { mode: string }) => webpack.Configuration;
  };
  console.log('Đang dựng… / Building…');
  const compiler = webpack(configure({}, { mode: 'development' }));
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      hot: false,
      liveReload: true,
      client: { overlay: false, logging: 'none' },
      static: false,
      devMiddleware: { stats: 'errors-warnings' },
      setupMiddlewares: (middlewares) => {
        if (open) {
          middlewares.unshift({
            name: 'opened-workbook',
            path: '/opened/',
            middleware: (_request: unknown, response: { sendFile: (path: string) => void }) =>
              response.sendFile(open),
          });
        }
        return middlewares;
      },
    },
    compiler,
  );
  const built = new Promise<boolean>((settle) => {
    compiler?.hooks.done.tap('start', (stats) => settle(!stats.hasErrors()));
  });
  await server.start();
  const ok = await built;
  const query = open ? `?open=opened/${encodeURIComponent(basename(open))}` : '';
  const address = `http://localhost:${port}/workbench.html${query}`;
  if (ok) {
    console.log(`\nPhụ lục: ${address}\n(Ctrl-C để dừng / to stop)`);
    if (browser) openBrowser(address);
  }
  const stop = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await start(readOptions());
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exit(2);
}
