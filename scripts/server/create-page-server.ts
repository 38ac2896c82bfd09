import { createReadStream, lstatSync, readdirSync, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { basename, extname, join } from 'node:path';
import { LOCAL_HEADERS, SECURITY_HEADERS } from './security-headers';

export type PageServerOptions = {
  /** The built pages. */
  folder: string;
  port: number;
  /** A workbook that the pages may open, under /opened/. */
  opened: string | null;
  certificate?: { key: Buffer; cert: Buffer };
};

const START_PAGE = '/workbench.html';
const OPENED_PATH = '/opened/';
const ALLOWED_METHODS = ['GET', 'HEAD'];
const HASHED_NAME = /\.[0-9a-f]{8}\.(?:js|mjs|css|png)$/;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Every regular file below a folder by its path in an address. Nothing else is ever served; links are not followed. */
function listFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => lstatSync(join(folder, name)).isFile())
      .map((name) => [`/${name.replaceAll('\\', '/')}`, join(folder, name)] as const),
  );
}

function send(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...LOCAL_HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(status === 302 ? '' : `${status}\n`);
}

/**
 * Returns the path that a request names, decoded.
 *
 * @returns null for an address that cannot be decoded
 */
function readPath({ url = '/' }: IncomingMessage): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}

function sendFile(response: ServerResponse, path: string, isHead: boolean): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    send(response, 404);
    return;
  }
  const stream = isHead ? null : createReadStream(path);
  stream?.on('error', () => response.destroy());
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    ...LOCAL_HEADERS,
    'Content-Type': CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': HASHED_NAME.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // A workbook may grow while it is sent; the pages do not change.
    ...(isHead && { 'Content-Length': String(size) }),
  });
  if (stream) stream.pipe(response);
  else response.end();
}

/**
 * Returns true if a request was made to this machine by name and by a page of this server. Another host name means
 * that a foreign page had its own name resolved to this machine; another origin, that a foreign page asks.
 */
function isOwnRequest({ headers }: IncomingMessage, origins: ReadonlySet<string>, scheme: string): boolean {
  const { host, origin } = headers;
  const [site, mode] = [headers['sec-fetch-site'], headers['sec-fetch-mode']] as [string?, string?];
  return (
    host !== undefined &&
    origins.has(`${scheme}://${host.toLowerCase()}`) &&
    (origin === undefined || origins.has(origin)) &&
    // A browser says where it sends no origin who asks, another server of this machine as well; a link that is
    // followed harms nobody.
    ([undefined, 'same-origin', 'none'].includes(site) || mode === 'navigate')
  );
}

/** How this machine is named in an address; a browser leaves out the port of the scheme. */
function listOrigins(scheme: 'http' | 'https', port: number): ReadonlySet<string> {
  const hosts = ['localhost', '127.0.0.1', '[::1]'];
  const isUsual = port === { http: 80, https: 443 }[scheme];
  return new Set(
    hosts.flatMap((host) => [`${scheme}://${host}:${port}`, ...(isUsual ? [`${scheme}://${host}`] : [])]),
  );
}

function createListener({ folder, port, opened, certificate }: PageServerOptions): RequestListener {
  const files = listFiles(folder);
  if (opened !== null) files.set(`${OPENED_PATH}${basename(opened)}`, opened);
  const scheme = certificate ? 'https' : 'http';
  const origins = listOrigins(scheme, port);
  return (request, response) => {
    if (!isOwnRequest(request, origins, scheme)) {
      send(response, 403);
      return;
    }
    if (!ALLOWED_METHODS.includes(request.method ?? '')) {
      send(response, 405, { Allow: ALLOWED_METHODS.join(', ') });
      return;
    }
    const path = readPath(request);
    const file = path === null ? undefined : (files.get(path.normalize('NFC')) ?? files.get(path));
    if (path === null) send(response, 400);
    else if (path === '/') send(response, 302, { Location: START_PAGE });
    else if (file === undefined) send(response, 404);
    else sendFile(response, file, request.method === 'HEAD');
  };
}

/** Serves built pages to this machine only. Nothing is answered before host and origin are known to be its own. */
export function createPageServer(options: PageServerOptions): Server {
  const listener = createListener(options);
  return options.certificate ? createSecureServer(options.certificate, listener) : createServer(listener);
}

/**
 * Begins to listen on the loopback address.
 *
 * @throws an error of the system where the port is taken
 */
export function listenLocally(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
