import { fromEscapedText, toEscapedText } from './opc/escaped-text';
import { MAIN } from './opc/namespaces';
import {
  childNamed,
  childrenNamed,
  escapeText,
  fragmentMarkup,
  parseXml,
  tag,
  type XmlElement,
} from './opc/xml';

/** A text; where parts of it have formats of their own, the markup that says so. */
export type ReadText = { text: string; markup?: string };

/** Text of an `si` or `is` element: its own, or that of its runs; phonetic readings are no part of it. */
export function readText(element: XmlElement, foreign: ReadonlyMap<string, string>): ReadText {
  const runs = childrenNamed(element, 'r');
  if (runs.length === 0) return { text: fromEscapedText(childNamed(element, 't')?.text ?? '') };
  const text = fromEscapedText(runs.map((run) => childNamed(run, 't')?.text ?? '').join(''));
  const isRich = runs.some((run) => childNamed(run, 'rPr'));
  return isRich ? { text, markup: fragmentMarkup({ ...element, name: 'si' }, foreign) } : { text };
}

export function readSharedStrings(bytes: Uint8Array | undefined, part: string): ReadText[] {
  if (!bytes) return [];
  const { root, foreign } = parseXml(bytes, part);
  return childrenNamed(root, 'si').map((item) => readText(item, foreign));
}

/** Spaces at the ends of a text and its line breaks are kept only where the file says so. */
export function textTag(text: string): string {
  const isLoose = /^[ \t\n]|[ \t\n]$|\n| {2}/.test(text);
  return tag('t', { 'xml:space': isLoose ? 'preserve' : undefined }, escapeText(toEscapedText(text)));
}

/** The table of texts of a workbook that is written: each once, in the order of first use. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private readonly ofTexts = new Map<string, number>();
  private uses = 0;

  private number(markup: string): number {
    const known = this.numbers.get(markup);
    if (known !== undefined) return known;
    this.numbers.set(markup, this.numbers.size);
    return this.numbers.size - 1;
  }

  ofText(text: string): number {
    this.uses++;
    let number = this.ofTexts.get(text);
    if (number === undefined) this.ofTexts.set(text, (number = this.number(tag('si', {}, textTag(text)))));
    return number;
  }

  ofMarkup(markup: string): number {
    this.uses++;
    return this.number(markup);
  }

  get isEmpty(): boolean {
    return this.numbers.size === 0;
  }

  markup(): string {
    return tag(
      'sst',
      { xmlns: MAIN, count: this.uses, uniqueCount: this.numbers.size },
      ...this.numbers.keys(),
    );
  }
}
