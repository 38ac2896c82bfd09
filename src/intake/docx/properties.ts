import { childNamed, type XmlElement } from '../xml/tree';

/** An on/off property: present without a value is on. Source: ECMA-376-1 §17.17.4 and its transitional "on"/"off". */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '1');
}

export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.attributes['w:val'];
}

export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(valueOf(element, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** Numbering of a paragraph or style as written; either part may be missing. */
export type NumberingReference = { numId?: number; level?: number };

/** What is said of runs: undefined is "not said here", '' a font of the theme. */
export type RunLook = { ascii?: string; hAnsi?: string; hidden?: boolean };

export function runLookOf(properties: XmlElement | undefined): RunLook {
  if (!properties) return {};
  const fonts = childNamed(properties, 'w:rFonts')?.attributes ?? {};
  const vanish = childNamed(properties, 'w:vanish');
  return {
    ascii: fonts['w:asciiTheme'] !== undefined ? '' : fonts['w:ascii'],
    hAnsi: fonts['w:hAnsiTheme'] !== undefined ? '' : fonts['w:hAnsi'],
    hidden: vanish && isOn(vanish),
  };
}

/** What the nearer place says wins over what the farther says. */
export function inherit(nearer: RunLook, farther: RunLook): RunLook {
  return {
    ascii: nearer.ascii ?? farther.ascii,
    hAnsi: nearer.hAnsi ?? farther.hAnsi,
    hidden: nearer.hidden ?? farther.hidden,
  };
}

export function numberingOf(paragraphProperties: XmlElement | undefined): NumberingReference {
  const numbering = childNamed(paragraphProperties, 'w:numPr');
  return { numId: numberOf(numbering, 'w:numId'), level: numberOf(numbering, 'w:ilvl') };
}
