import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { pick, type Random } from '../random';

/** Makes a damaged or hostile file of a good one. */
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const MAX_CUT = 400;
const BYTE_EDITS: readonly Mutation[] = [
  (bytes, random) => {
    const out = bytes.slice();
    out[random(out.length)] = random(256);
    return out;
  },
  (bytes, random) => {
    const out = bytes.slice();
    const at = random(out.length);
    out[at] = out[at]! ^ (1 << random(8));
    return out;
  },
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => {
    const from = random(bytes.length);
    return concatBytes(bytes.subarray(0, from), bytes.subarray(from + random(MAX_CUT)));
  },
  (bytes, random) => {
    const from = random(bytes.length);
    const part = bytes.subarray(from, from + random(MAX_CUT));
    const to = random(bytes.length);
    return concatBytes(bytes.subarray(0, to), part, bytes.subarray(to));
  },
  (bytes, random) => {
    const out = bytes.slice();
    const at = random(out.length);
    out.fill(pick([0, 255], random), at, at + 1 + random(8));
    return out;
  },
];

/** One to four edits that know nothing of the format. */
export const mutateBytes: Mutation = (bytes, random) => {
  let out = bytes;
  for (let edits = 1 + random(4); edits > 0 && out.length > 0; edits--)
    out = pick(BYTE_EDITS, random)(out, random);
  return out;
};

/** Values at which counting goes wrong. */
const EXTREME_VALUES = [
  '-1',
  '0',
  '',
  '1',
  '9',
  '63',
  '16385',
  '1048577',
  '2147483648',
  '1e999',
  'NaN',
  'x',
  '%1%2%9',
  '00000000',
];

const TAG = /<[^<>]*>/g;
const ATTRIBUTE = /="[^"]*"/g;

function replaceOnce(
  text: string,
  pattern: RegExp,
  random: Random,
  replace: (found: string) => string,
): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: match, index } = pick(found, random);
  return text.slice(0, index) + replace(match) + text.slice(index + match.length);
}

const TEXT_EDITS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => replaceOnce(text, ATTRIBUTE, random, () => `="${pick(EXTREME_VALUES, random)}"`),
  (text, random) => replaceOnce(text, TAG, random, () => ''),
  (text, random) => replaceOnce(text, TAG, random, (tag) => tag + tag),
  // Another element of the same part: well-formed, but where it does not belong.
  (text, random) => {
    const donor =
      pick(
        [...text.matchAll(TAG)].map(([tag]) => tag),
        random,
      ) ?? '';
    const name = /^<([\w:]+)/.exec(donor)?.[1];
    const original = donor.endsWith('/>') || name === undefined ? donor : `${donor}</${name}>`;
    return replaceOnce(text, TAG, random, (tag) => tag + original);
  },
  (text, random) => replaceOnce(text, />[^<>]+</g, random, () => `>${pick(EXTREME_VALUES, random)}<`),
];

/** One to four edits of text with tags: HTML, XML. */
export const mutateMarkup: Mutation = (bytes, random) => {
  let text = strFromU8(bytes);
  for (let edits = 1 + random(4); edits > 0; edits--) text = pick(TEXT_EDITS, random)(text, random);
  return strToU8(text);
};

const LINE = /[^\n]*\n/g;
const WORD = /[^\s]+/g;

/** Edits of plain lines: lines lost, said twice or moved, words lost, numbers out of range. */
const LINE_EDITS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => replaceOnce(text, LINE, random, () => ''),
  (text, random) => replaceOnce(text, LINE, random, (line) => line + line),
  (text, random) => {
    const line = pick(text.match(LINE) ?? [''], random);
    return replaceOnce(text, LINE, random, (other) => other + line);
  },
  (text, random) => replaceOnce(text, WORD, random, () => ''),
  (text, random) => replaceOnce(text, WORD, random, () => pick(EXTREME_VALUES, random)),
  (text, random) => replaceOnce(text, WORD, random, (word) => `${word}\t`),
];

/** One to four edits of plain text, line by line. */
export const mutateLines: Mutation = (bytes, random) => {
  let text = strFromU8(bytes);
  for (let edits = 1 + random(4); edits > 0; edits--) text = pick(LINE_EDITS, random)(text, random);
  return strToU8(text);
};

const NUMBER = /-?\d+(?:\.\d+)?/g;
const OPERATOR = /(?<=\s)[A-Za-z*]{1,2}(?=\s)/g;
const NAME = /\/[A-Za-z]\w*/g;

/** One to four edits of an uncompressed PDF: its numbers, operators and names. */
export const mutateDrawing: Mutation = (bytes, random) => {
  // One character a byte: the file is not text.
  let text = strFromU8(bytes, true);
  const pattern = (): RegExp => pick([NUMBER, NUMBER, OPERATOR, NAME], random);
  for (let edits = 1 + random(4); edits > 0; edits--) {
    const other = pick(text.match(pattern()) ?? [''], random);
    text = replaceOnce(text, pattern(), random, () => pick([...EXTREME_VALUES, other], random));
  }
  return strToU8(text, true);
};

/** Edits the XML inside a zip and packs it again, so that the damage gets past the checksums. */
export const mutateParts: Mutation = (bytes, random) => {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts);
  for (let edits = 1 + random(3); edits > 0; edits--) {
    const name = pick(names, random);
    const part = parts[name];
    if (part === undefined) continue;
    if (random(20) === 0) delete parts[name];
    else if (random(5) === 0) parts[name] = mutateBytes(part, random);
    else parts[name] = strToU8(pick(TEXT_EDITS, random)(strFromU8(part), random));
  }
  // A fixed date: the clock would make another file of the same seed.
  return zipSync(parts, { level: 1, mtime: new Date(2026, 0, 1) });
};
