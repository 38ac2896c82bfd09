import { createFontedText, type FontedText } from '../fonted-text';
import { addNoteMark, isNoteMark } from '../note-marks';
import type { RawRun } from '../raw-document';

/** What binary workbooks say of a font that matters to a text. */
export type StoredFont = { name?: string; struck: boolean; raised: boolean };

/** From the character at `at` on, the text of a cell is in this font. */
export type FontRun = { at: number; font: StoredFont | undefined };

/** Bits of a font's flags, and the value of its script; the same in [MS-XLS] 2.4.122 and [MS-XLSB] 2.4.149. */
const STRUCK_FLAG = 0x08;
const SUPERSCRIPT = 1;

export function createStoredFont(flags: number, script: number, name?: string): StoredFont {
  return {
    struck: (flags & STRUCK_FLAG) !== 0,
    raised: script === SUPERSCRIPT,
    ...(name !== undefined && { name }),
  };
}

/** Builds the text of a cell whose first characters are in the cell's font, without struck text and marks of notes. */
export function createCellText(
  text: string,
  cellFont: StoredFont | undefined,
  runs: readonly FontRun[] = [],
): FontedText {
  const starts: FontRun[] = [{ at: 0, font: cellFont }, ...runs];
  const parts: RawRun[] = [];
  let before = '';
  starts.forEach(({ at, font }, index) => {
    const part = text.slice(at, starts[index + 1]?.at ?? text.length).replace(/\r\n?/g, '\n');
    if (part === '') return;
    if (font?.raised && isNoteMark(part, before)) {
      addNoteMark(parts, part);
      return;
    }
    before += part;
    parts.push({
      text: part,
      ...(font?.name !== undefined && { font: font.name }),
      ...(font?.struck && { struck: true }),
    });
  });
  return createFontedText(parts);
}
