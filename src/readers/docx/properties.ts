import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';

/** Returns true if an on/off property is on; without a value it is. Source: ECMA-376-1 §17.17.4, transitional "on". */
export function isPropertyOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '1');
}

export function getChildValue(element: XmlElement | undefined, name: string): string | undefined {
  return findChild(element, name)?.attributes['w:val'];
}

export function getChildNumber(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(getChildValue(element, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** Numbering of a paragraph or style as written; either part may be missing. */
export type NumberingReference = { numId?: number; level?: number };

/** The format of runs as one place sets it: undefined is "not set here", '' a font of the theme. */
export type RunStyle = {
  ascii?: string;
  hAnsi?: string;
  hidden?: boolean;
  strike?: boolean;
  doubleStrike?: boolean;
  superscript?: boolean;
};

export function readRunStyle(properties: XmlElement | undefined): RunStyle {
  if (!properties) return {};
  const fonts = findChild(properties, 'w:rFonts')?.attributes ?? {};
  const alignment = getChildValue(properties, 'w:vertAlign');
  return {
    ascii: fonts['w:asciiTheme'] !== undefined ? '' : fonts['w:ascii'],
    hAnsi: fonts['w:hAnsiTheme'] !== undefined ? '' : fonts['w:hAnsi'],
    hidden: readSwitch(properties, 'w:vanish'),
    strike: readSwitch(properties, 'w:strike'),
    doubleStrike: readSwitch(properties, 'w:dstrike'),
    superscript: alignment === undefined ? undefined : alignment === 'superscript',
  };
}

/** Returns whether an on/off property is on, or undefined if it is not set. */
function readSwitch(properties: XmlElement, name: string): boolean | undefined {
  const property = findChild(properties, name);
  return property && isPropertyOn(property);
}

/** Merges two formats; what the nearer place sets wins. */
export function mergeRunStyles(nearer: RunStyle, farther: RunStyle): RunStyle {
  return {
    ascii: nearer.ascii ?? farther.ascii,
    hAnsi: nearer.hAnsi ?? farther.hAnsi,
    hidden: nearer.hidden ?? farther.hidden,
    strike: nearer.strike ?? farther.strike,
    doubleStrike: nearer.doubleStrike ?? farther.doubleStrike,
    superscript: nearer.superscript ?? farther.superscript,
  };
}

export function readNumberingReference(paragraphProperties: XmlElement | undefined): NumberingReference {
  const numbering = findChild(paragraphProperties, 'w:numPr');
  return { numId: getChildNumber(numbering, 'w:numId'), level: getChildNumber(numbering, 'w:ilvl') };
}
