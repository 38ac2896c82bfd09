import { SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { escapeText, writeElement, writeFragment } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findChildren, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import { parseXml } from './workbook-package';

/** A text, with its markup if parts of it have formats of their own. */
export type StringItem = { text: string; markup?: string };

/** Reads an `si` or `is` element: its plain text, then the text of its runs; phonetic readings are left out. */
export function readStringItem(element: XmlElement, foreign: ReadonlyMap<string, string>): StringItem {
  const plain = unescapeXString(findChild(element, 't')?.text ?? '');
  const runs = findChildren(element, 'r');
  if (runs.length === 0) return { text: plain };
  const text = plain + runs.map((run) => unescapeXString(findChild(run, 't')?.text ?? '')).join('');
  const isRich = runs.some((run) => findChild(run, 'rPr'));
  return isRich ? { text, markup: writeFragment({ ...element, name: 'si' }, foreign) } : { text };
}

export function readSharedStrings(bytes: Uint8Array | undefined, part: string): StringItem[] {
  if (!bytes) return [];
  const { root, foreign } = parseXml(bytes, part);
  return findChildren(root, 'si').map((item) => readStringItem(item, foreign));
}

/** Spaces at the ends of a text and its line breaks are kept only where the file says so. */
export function writeText(text: string): string {
  const isLoose = /^[ \t\n]|[ \t\n]$|\n| {2}/.test(text);
  return writeElement(
    't',
    { 'xml:space': isLoose ? 'preserve' : undefined },
    escapeText(escapeXString(text)),
  );
}

/** The table of texts of a workbook that is written: each once, in the order of first use. */
export class SharedStringsWriter {
  private readonly numbers = new Map<string, number>();
  private readonly numbersByText = new Map<string, number>();
  private uses = 0;

  private getNumber(markup: string): number {
    const known = this.numbers.get(markup);
    if (known !== undefined) return known;
    this.numbers.set(markup, this.numbers.size);
    return this.numbers.size - 1;
  }

  addText(text: string): number {
    this.uses++;
    let number = this.numbersByText.get(text);
    if (number === undefined)
      this.numbersByText.set(text, (number = this.getNumber(writeElement('si', {}, writeText(text)))));
    return number;
  }

  addMarkup(markup: string): number {
    this.uses++;
    return this.getNumber(markup);
  }

  get isEmpty(): boolean {
    return this.numbers.size === 0;
  }

  write(): string {
    return writeElement(
      'sst',
      { xmlns: SPREADSHEET_NAMESPACE, count: this.uses, uniqueCount: this.numbers.size },
      this.numbers.keys(),
    );
  }
}
