import { unescapeText } from '../../intake/xlsx/rich-text';
import { hasForeignLetters } from './cells';
import { readTag, xmlText, type Tag } from './plain-xml';

/** The text of markup that holds no tag: references and escapes resolved. */
export const plainText = (raw: string): string =>
  raw.includes('&') || raw.includes('_x') || raw.includes('\r') ? unescapeText(xmlText(raw)) : raw;

/** All `<t>` texts between two places, phonetic guides (`rPh`) left out. */
export const runsText = (whole: string, from: number, to: number): string => {
  // Most texts are one run. The rest is looked through apart: a search that finds nothing runs to the end.
  if (whole.startsWith('<t>', from) && whole.startsWith('</t>', to - 4)) {
    const only = whole.slice(from + 3, to - 4);
    if (!only.includes('<')) return plainText(only);
  }
  const xml = whole.slice(from, to);
  let text = '';
  let at = 0;
  const tag: Tag = { end: 0, empty: false, values: [] };
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
    text += plainText(xml.slice(at, close));
    at = close + 4;
  }
};

/** The texts of xl/sharedStrings.xml; each is resolved when it is first asked for. */
export type SharedTexts = {
  at: (index: number) => string | undefined;
  /** Whether one of the texts that were asked for has letters that Vietnamese in Unicode has not. */
  foreignLetters: () => boolean;
};

export const NO_TEXTS: SharedTexts = { at: () => undefined, foreignLetters: () => false };

/** Null where the part is not written plainly. */
export const scanStrings = (xml: string): SharedTexts | null => {
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
  let foreign = false;
  const read = (index: number): string => {
    const text = runsText(xml, starts[index]!, ends[index]!);
    foreign ||= hasForeignLetters(text);
    texts[index] = text;
    return text;
  };
  return {
    at: (index) =>
      texts[index] ??
      (index >= 0 && index < starts.length && Number.isInteger(index) ? read(index) : undefined),
    foreignLetters: () => foreign,
  };
};
