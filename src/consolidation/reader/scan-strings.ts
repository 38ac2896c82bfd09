import { readTag, resolveReferences, type StartTag } from '@phuluc/ooxml/xml/plain-xml';
import { decodeXstring } from '../../readers/xlsx/rich-text-collector';
import { hasForeignLetters } from './sheet-cells';

/** What the characters of a part stand for: themselves, or bytes of UTF-8. Throws on bytes that are none. */
export type DecodeRawText = (raw: string) => string;

export const keepRawText: DecodeRawText = (raw) => raw;

/** The text of markup that holds no tag: references and escapes resolved. */
export function decodeMarkupText(raw: string): string {
  return raw.includes('&') || raw.includes('_x') || raw.includes('\r')
    ? decodeXstring(resolveReferences(raw))
    : raw;
}

/** All `<t>` texts between two places, phonetic guides (`rPh`) left out. */
export function joinRunTexts(markup: string, from: number, to: number): string {
  // Most texts are one run. The rest is looked through apart: a search that finds nothing runs to the end.
  if (markup.startsWith('<t>', from) && markup.startsWith('</t>', to - 4)) {
    const only = markup.slice(from + 3, to - 4);
    if (!only.includes('<')) return decodeMarkupText(only);
  }
  const xml = markup.slice(from, to);
  let text = '';
  let at = 0;
  const tag: StartTag = { end: 0, empty: false, values: [] };
  let phonetic = xml.indexOf('<rPh');
  for (;;) {
    const open = xml.indexOf('<t', at);
    if (open < 0) return text;
    if (phonetic >= 0 && phonetic < open) {
      const close = xml.indexOf('</rPh>', phonetic);
      if (close < 0) return text;
      at = close + 6;
      phonetic = xml.indexOf('<rPh', at);
      continue;
    }
    const next = xml.charCodeAt(open + 2);
    const named = next === 62 || next === 47 || next <= 32;
    if (!named || !readTag(xml, open + 2, [], tag)) {
      at = open + 2;
      continue;
    }
    at = tag.end + 1;
    if (tag.empty) continue;
    const close = xml.indexOf('</t>', at);
    if (close < 0) return text;
    text += decodeMarkupText(xml.slice(at, close));
    at = close + 4;
  }
}

/** The texts of xl/sharedStrings.xml; each is resolved when it is first asked for. */
export type SharedTexts = {
  at: (index: number) => string | undefined;
  /** Whether one of the texts that were asked for has letters that Vietnamese in Unicode has not. */
  foreignLetters: () => boolean;
};

export const NO_SHARED_TEXTS: SharedTexts = { at: () => undefined, foreignLetters: () => false };

type CachedText = { text: string; foreign: boolean };

/** Texts by how they are written. The words of an annex are in every workbook of its issue. */
const TEXT_CACHE = new Map<string, CachedText>();
/** Some megabytes at most. What comes after is what single units wrote. */
const MAX_CACHED_TEXTS = 20_000;
const MAX_CACHED_LENGTH = 1_000;

/** The same characters in memory of their own: a part of a text keeps the whole of it alive. */
const copyString = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

function resolveText(raw: string, decode: DecodeRawText): CachedText {
  const known = TEXT_CACHE.get(raw);
  if (known) return known;
  const decoded = decode(raw);
  const text = joinRunTexts(decoded, 0, decoded.length);
  const foreign = hasForeignLetters(text);
  if (raw.length > MAX_CACHED_LENGTH || TEXT_CACHE.size >= MAX_CACHED_TEXTS) return { text, foreign };
  const resolved = { text: copyString(text), foreign };
  TEXT_CACHE.set(copyString(raw), resolved);
  return resolved;
}

/**
 * Finds the shared strings of a part by scanning it.
 *
 * @returns null where the part is not written plainly
 */
export function scanStrings(xml: string, decode: DecodeRawText = keepRawText): SharedTexts | null {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = xml.indexOf('<si');
  while (at >= 0) {
    const open = xml.indexOf('>', at);
    if (open < 0) return null;
    const isEmpty = xml.charCodeAt(open - 1) === 47;
    const close = isEmpty ? open : xml.indexOf('</si>', open);
    if (close < 0) return null;
    starts.push(isEmpty ? open : open + 1);
    ends.push(close);
    const next = isEmpty ? open + 1 : close + 5;
    at = xml.startsWith('<si', next) ? next : xml.indexOf('<si', next);
  }
  const texts: (string | undefined)[] = [];
  let anyForeign = false;
  const read = (index: number): string => {
    const { text, foreign } = resolveText(xml.slice(starts[index], ends[index]), decode);
    anyForeign ||= foreign;
    texts[index] = text;
    return text;
  };
  return {
    at: (index) =>
      texts[index] ??
      (index >= 0 && index < starts.length && Number.isInteger(index) ? read(index) : undefined),
    foreignLetters: () => anyForeign,
  };
}
