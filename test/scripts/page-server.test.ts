import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPageServer, listenLocally } from '../../scripts/server/create-page-server';
import { SECURITY_HEADERS } from '../../scripts/server/security-headers';

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

const WORKBOOK = 'sổ của trường.xlsx';
const OPENED = `/opened/${encodeURIComponent(WORKBOOK)}`;

describe('the server of the built pages', () => {
  let folder: string;
  let server: Server;
  let port: number;

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers: { host: `localhost:${port}`, ...headers } },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (body += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        },
      );
      asked.on('error', reject);
      asked.end();
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'phuluc-server-'));
    mkdirSync(join(folder, 'dist/assets'), { recursive: true });
    writeFileSync(join(folder, 'dist/workbench.html'), '<p>bàn thử</p>');
    writeFileSync(join(folder, 'dist/main.0123abcd.js'), '1');
    writeFileSync(join(folder, 'dist/assets/icon.png'), 'png');
    writeFileSync(join(folder, 'secret.txt'), 'bí mật');
    writeFileSync(join(folder, WORKBOOK), 'sổ');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/link.txt'));
    // A first server finds a free port: the allowed hosts name it.
    const finder = createPageServer({ folder: join(folder, 'dist'), port: 0, opened: null });
    await listenLocally(finder, 0);
    ({ port } = finder.address() as AddressInfo);
    await new Promise((resolve) => finder.close(resolve));
    server = createPageServer({ folder: join(folder, 'dist'), port, opened: join(folder, WORKBOOK) });
    await listenLocally(server, port);
  });
  afterAll(async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    rmSync(folder, { recursive: true, force: true });
  });

  it('listens on the loopback address only', () =>
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1'));

  it('gives a page, a part and the opened workbook', async () => {
    const page = await ask('/workbench.html?open=x');
    expect([page.status, page.body, page.headers['content-type']]).toEqual([
      200,
      '<p>bàn thử</p>',
      'text/html; charset=utf-8',
    ]);
    expect((await ask('/main.0123abcd.js')).headers['cache-control']).toMatch(/immutable/);
    expect((await ask(OPENED)).body).toBe('sổ');
    expect((await ask('/')).headers.location).toBe('/workbench.html');
  });

  it.each(['/workbench.html', OPENED, '/khong-co', '/../secret.txt', '/%'])(
    'answers nothing of %s to another host or origin',
    async (path) => {
      const foreign: Record<string, string>[] = [
        { host: 'evil.example' },
        { host: `evil.example:${port}` },
        { host: `localhost.evil.example:${port}` },
        { host: 'localhost' },
        { host: `localhost:${port + 1}` },
        { origin: 'https://evil.example' },
        { origin: `http://localhost:${port + 1}` },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
        // Another server of this machine.
        { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
      ];
      for (const headers of foreign) {
        const { status, body } = await ask(path, headers);
        expect([JSON.stringify(headers), status, body]).toEqual([JSON.stringify(headers), 403, '403\n']);
      }
    },
  );

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('knows itself as %s', async (name) => {
    const headers = { host: `${name}:${port}`, origin: `http://localhost:${port}` };
    expect((await ask(OPENED, headers)).status).toBe(200);
  });

  it('lets a link to a page be followed', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await ask('/workbench.html', headers)).status).toBe(200);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/opened/../secret.txt',
    '/opened/secret.txt',
    '/workbench.html%00.png',
    '/link.txt',
    '/assets',
    '/assets/',
    '/opened/',
    '/webpack-dev-server',
    '/webpack-dev-server/open-editor?fileName=/etc/passwd',
    '/__open-stack-frame-in-editor',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, '404\n']);
  });

  it('rejects an address that cannot be decoded', async () =>
    expect((await ask('/%E0%A4%A')).status).toBe(400));

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('does not answer %s', async (method) => {
    const { status, headers } = await ask('/workbench.html', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD without a body', async () => {
    const { status, body, headers } = await ask('/workbench.html', {}, 'HEAD');
    expect([status, body, headers['content-length']]).toEqual([200, '', '17']);
  });

  it.each(['/workbench.html', OPENED, '/khong-co'])('sends the headers of security with %s', async (path) => {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(headers[name.toLowerCase()]).toBe(value);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('SECURITY_HEADERS', () => {
  /** Over http there is nothing to be strict about, and caching follows the name. */
  const notHere = ['Strict-Transport-Security', 'Cache-Control'];
  it.each([
    ['nginx.conf', /add_header (\S+) "([^"]+)" always;/g],
    ['web.config', /<add name="([^"]+)" value="([^"]+)" \/>/g],
  ])('are those of docs/hosting/%s', (file, pattern) => {
    const text = readFileSync(join('docs/hosting', file), 'utf8');
    const headers = [...text.matchAll(pattern)].map(([, name, value]) => [name!, value!] as const);
    expect(Object.fromEntries(headers.filter(([name]) => !notHere.includes(name)))).toEqual(SECURITY_HEADERS);
  });
});
