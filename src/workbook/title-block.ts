import type { Edition } from '../annex/types';
import { annexSheetWords as words } from '../locales/sheet-words';
import { fillTemplate } from '../locales/words';
import { areaOf } from './address';
import { NOTE_LINE, TITLE_LINE, UNIT_LINE } from './look';
import type { Facts } from './school-book';
import type { SheetPlan } from './sheet-plan';

/** "2026-06-05" → "05/06/2026"; '' stays ''. */
const printedDate = (iso: string): string => iso.split('-').reverse().join('/');

/** "Kèm theo văn bản số 05/KH-UBND ngày 05/06/2024 của UBND …", of what is known; '' where nothing is. */
export function referenceLine({ number, date, issuer }: Edition): string {
  const parts = [
    number && fillTemplate(words.document, { number }),
    date && fillTemplate(words.issued, { date: printedDate(date) }),
    issuer && fillTemplate(words.by, { issuer }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${words.attachedTo} ${parts.join(' ')}`;
}

/** The printed lines above the table: unit, title, reference. Each may be ''. */
export function titleLines({ unit, edition }: Facts): [unit: string, title: string, reference: string] {
  return [unit.name, edition.title || words.untitled, referenceLine(edition)];
}

/** Unit, title and the line below: how they look, and the height of one line in points. */
const LINES = [
  { look: UNIT_LINE, size: 10, height: 18 },
  { look: TITLE_LINE, size: 16, height: 28 },
  { look: NOTE_LINE, size: 10, height: 17 },
] as const;

/** Advance of a letter of bold Arial as a part of the font's size, on the wide side, and the height of a line. */
const LETTER = 0.6;
const LINE = 1.3;

export type TitleTexts = readonly [unit: string, title: string, below: string];

/** Heights of the title rows: Excel does not fit those of merged cells itself. */
export function titleHeights(
  texts: TitleTexts,
  columnWidths: readonly number[],
): { row: number; height: number }[] {
  const width = columnWidths.reduce((sum, one) => sum + one, 0);
  return LINES.map(({ size, height }, row) => {
    const lines = Math.max(1, Math.ceil(((texts[row]?.length ?? 0) * size * LETTER) / width));
    return { row, height: height + (lines - 1) * size * LINE };
  });
}

/** The title block of a sheet, wrapped over the width of what stands below it. */
export function titleBlock(
  texts: TitleTexts,
  columnWidths: readonly number[],
): Pick<SheetPlan, 'merges' | 'formats' | 'rowHeights' | 'blocks'> {
  const row = (index: number) => areaOf(index, 0, 1, columnWidths.length);
  return {
    merges: LINES.map((_, index) => row(index)),
    formats: LINES.map(({ look }, index) => ({ area: row(index), format: { ...look, wrap: true } })),
    rowHeights: titleHeights(texts, columnWidths),
    blocks: [{ row: 0, column: 0, numberFormats: ['@'], cells: texts.map((text) => [text]) }],
  };
}
