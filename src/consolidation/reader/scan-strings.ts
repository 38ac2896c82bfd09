import { unescapeText } from '../../intake/xlsx/rich-text';
import { readTag, xmlText, type Tag } from './plain-xml';

/** All `<t>` texts between two places, phonetic guides (`rPh`) left out. */
export const runsText = (whole: string, from: number, to: number): string => {
  // Most texts are one run. The rest is looked through apart: a search that finds nothing runs to the end.
  if (whole.startsWith('<t>', from) && whole.startsWith('</t>', to - 4)) {
    const only = whole.slice(from + 3, to - 4);
    if (!only.includes('<')) return unescapeText(xmlText(only));
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
    text += unescapeText(xmlText(xml.slice(at, close)));
    at = close + 4;
  }
};

/** The texts of xl/sharedStrings.xml; each is resolved when it is first asked for. */
export type SharedTexts = { count: number; at: (index: number) => string | undefined };

export const NO_TEXTS: SharedTexts = { count: 0, at: () => undefined };

/** Null where the part is not written plainly. */
export const scanStrings = (xml: string): SharedTexts | null => {
  const places: number[] = [];
  let at = xml.indexOf('<si');
  while (at >= 0) {
    const open = xml.indexOf('>', at);
    if (open < 0) return null;
    if (xml.charCodeAt(open - 1) === 47) {
      places.push(open, open);
      at = xml.indexOf('<si', open);
      continue;
    }
    const close = xml.indexOf('</si>', open);
    if (close < 0) return null;
    places.push(open + 1, close);
    at = xml.indexOf('<si', close);
  }
  const texts: (string | undefined)[] = [];
  return {
    count: places.length / 2,
    at: (index) =>
      index >= 0 && index * 2 < places.length && Number.isInteger(index)
        ? (texts[index] ??= runsText(xml, places[index * 2]!, places[index * 2 + 1]!))
        : undefined,
  };
};
