import { concatenateChunks } from '@phuluc/ooxml/zip/concatenate-chunks';
import { Inflate } from 'fflate';
import { toLetters } from './to-letters';

/**
 * Unicode has so many codes, and a map of more is damaged: pdf.js would write a text of its own for each of up to 2^24
 * codes of a range, a gigabyte and more.
 */
export const MAX_MAP_CODES = 0x110000;
/** Codes of all maps of a file; a hundred fonts that each map all codes of two bytes stay below. */
export const MAX_DOCUMENT_CODES = 8_000_000;

/** Ranges beyond are ignored by pdf.js itself (MAX_MAP_RANGE there). */
const MAX_READ_RANGE = 2 ** 24 - 1;

/** Inflated letters looked at, of one stream and of all: a map of every code has a million. */
const MAX_STREAM_LETTERS = 2_000_000;
const MAX_DOCUMENT_LETTERS = 62_000_000;
/** Bytes inflated at once; a damaged stream is inflated again in such small chunks that no letter before the damage is lost. */
const CHUNK_BYTES = 65_536;
const DAMAGED_CHUNK_BYTES = 8;
const ZLIB_HEADER_BYTES = 2;

/** Codes that the maps of a PDF's fonts name by ranges: in the largest map, and in all. */
type MappedCodes = {
  largest: number;
  total: number;
  /** A map cannot be inflated: pdf.js goes on behind the damage, with letters that are others and ranges without end. */
  isDamaged: boolean;
};

/**
 * Counts the codes that ranges map, before pdf.js writes them out one by one. A map is a stream, so it stands in no
 * object stream; what is encrypted or packed by other filters than Flate is not looked at.
 */
export function countMappedCodes(bytes: Uint8Array): MappedCodes {
  const counted: MappedCodes = { largest: 0, total: 0, isDamaged: false };
  let letters = 0;
  for (const stream of listStreams(bytes)) {
    if (letters > MAX_DOCUMENT_LETTERS || counted.largest > MAX_MAP_CODES) break;
    const { text, letters: read, isDamaged } = readStreamText(stream);
    letters += read;
    counted.isDamaged ||= isDamaged && MAP_MARK.test(text);
    const codes = countRangeCodes(text);
    counted.largest = Math.max(counted.largest, codes);
    counted.total += codes;
  }
  return counted;
}

function* listStreams(bytes: Uint8Array): Generator<Uint8Array> {
  const text = toLetters(bytes);
  const begin = /(?<!end)stream(?:\r\n|\n|\r)/g;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const end = text.indexOf('endstream', begin.lastIndex);
    yield bytes.subarray(begin.lastIndex, end < 0 ? bytes.length : end);
    if (end >= 0) begin.lastIndex = end;
  }
}

const isZlib = (bytes: Uint8Array): boolean =>
  bytes.length > ZLIB_HEADER_BYTES && (bytes[0]! & 0x0f) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0;

/** `text` is '' where the stream has no mark of a map: pictures, the most of a scan, are not worth it. */
type StreamText = { text: string; letters: number; isDamaged: boolean };

function readStreamText(stream: Uint8Array): StreamText {
  if (!isZlib(stream)) return toStreamText([stream.subarray(0, MAX_STREAM_LETTERS)], false);
  const whole = inflateChunks(stream, CHUNK_BYTES);
  return whole.isDamaged ? inflateChunks(stream, DAMAGED_CHUNK_BYTES) : whole;
}

function inflateChunks(stream: Uint8Array, chunkBytes: number): StreamText {
  const chunks: Uint8Array[] = [];
  let letters = 0;
  const inflate = new Inflate((chunk) => {
    chunks.push(chunk);
    letters += chunk.length;
  });
  try {
    for (let at = ZLIB_HEADER_BYTES; at < stream.length && letters < MAX_STREAM_LETTERS; at += chunkBytes)
      inflate.push(stream.subarray(at, at + chunkBytes));
    return toStreamText(chunks, false);
  } catch {
    return toStreamText(chunks, true);
  }
}

function toStreamText(parts: readonly Uint8Array[], isDamaged: boolean): StreamText {
  const bytes = parts.length === 1 ? parts[0]! : concatenateChunks(parts);
  return { text: hasMapMark(bytes) ? toLetters(bytes) : '', letters: bytes.length, isDamaged };
}

/** Letters with which every mark of a map begins. */
const MARK_BYTES = [...'begin'].map((letter) => letter.charCodeAt(0));

function hasMapMark(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(MARK_BYTES[0]!); at >= 0; at = bytes.indexOf(MARK_BYTES[0]!, at + 1))
    if (MARK_BYTES.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Comment, dictionary mark, list, text by digits, text by letters, any other word. */
const MAP_TOKEN = /%[^\r\n]*|<<|>>|\[[^\]]*\]?|<[^>]*>?|\((?:\\[^]|[^\\)])*\)?|[^\s<>()[\]%]+/g;
const MAP_MARK = /begincmap|begin(?:bf|cid)(?:char|range)/;
const RANGE_BEGIN = /begin(?:bf|cid)range/g;
const BYTES_OF_CODE = 4;

/** Counts as pdf.js maps: threes of first code, last code and what they become, up to the first that is none. */
function countRangeCodes(text: string): number {
  let codes = 0;
  for (const { index } of text.matchAll(RANGE_BEGIN)) {
    MAP_TOKEN.lastIndex = index;
    MAP_TOKEN.exec(text);
    while (codes <= MAX_MAP_CODES) {
      const low = parseCode(nextToken(text));
      const high = low === null ? null : parseCode(nextToken(text));
      const target = high === null ? null : nextToken(text);
      if (low === null || high === null || target === null) break;
      const range = high - low;
      // A list maps no more codes than it has entries.
      if (range >= 0 && range <= MAX_READ_RANGE && !target.startsWith('[')) codes += range + 1;
    }
  }
  return codes;
}

function nextToken(text: string): string | null {
  for (;;) {
    const token = MAP_TOKEN.exec(text)?.[0] ?? null;
    if (token === null || !token.startsWith('%')) return token;
  }
}

/** Returns the number of a code, its last four bytes, or null for a token that is no text. */
function parseCode(token: string | null): number | null {
  if (token === null) return null;
  if (token.startsWith('(')) return parseLetters(token.slice(1, token.endsWith(')') ? -1 : undefined));
  if (!token.startsWith('<') || token === '<<') return null;
  const digits = token.replace(/[^0-9a-fA-F]/g, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return even === '' ? 0 : Number.parseInt(even.slice(-2 * BYTES_OF_CODE), 16);
}

const ESCAPED_LETTER = /\\([0-7]{1,3}|[^])/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

function parseLetters(escaped: string): number {
  const letters = escaped.replace(ESCAPED_LETTER, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 0xff) : (ESCAPES.get(code) ?? code),
  );
  return [...letters.slice(-BYTES_OF_CODE)].reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0);
}
