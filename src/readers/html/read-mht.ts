import { appendAll } from '../../shared/append-all';
import { err, ok, type Result } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { decodeHtml } from './decode-html';
import { readHtml } from './read-html';

/** Word and Excel save a handful of parts; pictures are parts too. */
const MAX_PARTS = 500;
const MAX_DEPTH = 4;

type MimePart = { headers: ReadonlyMap<string, string>; body: string };

/**
 * Reads a web archive ("Single File Web Page", .mht, often named .doc or .xls): the HTML parts of a MIME message, one
 * after the other. Source: RFC 2557.
 * Problems: as `readHtml`; format-unsupported (no part is HTML).
 */
export function readMht(bytes: Uint8Array, file: string): Result<RawDocument> {
  const parts = listHtmlParts(parsePart(new TextDecoder('latin1').decode(bytes)), 0);
  const document: RawDocument = { source: 'html', file, blocks: [], warnings: [] };
  for (const part of parts.slice(0, MAX_PARTS)) {
    const charset = /charset="?([\w-]+)/i.exec(part.headers.get('content-type') ?? '')?.[1];
    const read = readHtml(decodeHtml(decodeBody(part), charset), file);
    if (!read.ok) return read;
    for (const block of read.value.blocks) document.blocks.push(block);
    appendAll(document.warnings, read.value.warnings);
  }
  return parts.length > 0 ? ok(document) : err('format-unsupported', { file }, { format: 'mht' });
}

function parsePart(text: string): MimePart {
  const trimmed = text.replace(/^(?:\r?\n)+/, '');
  const end = /\r?\n\r?\n/.exec(trimmed);
  const head = end ? trimmed.slice(0, end.index) : trimmed;
  const headers = new Map<string, string>();
  // A header continues on lines that begin with white space.
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? trimmed.slice(end.index + end[0].length) : '' };
}

function listHtmlParts(part: MimePart, depth: number): MimePart[] {
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html/i.test(type)) return [part];
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1]?.trim();
  if (boundary === undefined || depth > MAX_DEPTH) return [];
  return part.body
    .split(`--${boundary}`)
    .slice(1, MAX_PARTS)
    .filter((inner) => !inner.startsWith('--'))
    .flatMap((inner) => listHtmlParts(parsePart(inner), depth + 1));
}

function decodeBody({ headers, body }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return decodeBase64(body);
  return toBytes(encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body);
}

function decodeBase64(body: string): Uint8Array {
  const plain = body.replace(/[^A-Za-z0-9+/]/g, '');
  return toBytes(atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))));
}

function decodeQuotedPrintable(body: string): string {
  return body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
