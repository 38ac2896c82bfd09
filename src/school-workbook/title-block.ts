import { createRange } from '@phuluc/ooxml/a1';
import { fillTemplate } from '../i18n/fill-template';
import { formatReferenceLine } from '../reports/format-reference-line';
import { ANNEX_SHEET_LABELS as labels } from '../sheets/labels/school-labels';
import type { SheetSpec } from '../sheets/sheet-spec';
import { NOTE_LINE_STYLE, TITLE_LINE_STYLE, UNIT_LINE_STYLE } from '../sheets/styles';
import { getDocuments, hasSeveralDocuments, sortDocuments } from './documents/documents';
import type { WorkbookMetadata } from './school-workbook';

/** Returns the printed lines above the table: unit, title, reference. Each may be ''. */
export function getTitleLines(
  metadata: Pick<WorkbookMetadata, 'unit' | 'edition' | 'fingerprint' | 'documents'>,
): [unit: string, title: string, reference: string] {
  const { unit, edition } = metadata;
  if (hasSeveralDocuments(metadata)) {
    const codes = sortDocuments(getDocuments(metadata)).map(({ code }) => code);
    const documents = fillTemplate(labels.documents, { count: codes.length, codes: codes.join('; ') });
    return [unit.name, labels.severalDocuments, documents];
  }
  return [unit.name, edition.title || labels.untitled, formatReferenceLine(edition)];
}

/** Unit, title and the line below: how they look, and the height of one line in points. */
const TITLE_LINES = [
  { look: UNIT_LINE_STYLE, size: 10, height: 18 },
  { look: TITLE_LINE_STYLE, size: 16, height: 28 },
  { look: NOTE_LINE_STYLE, size: 10, height: 17 },
] as const;

/** Advance of a letter of bold Arial as a part of the font's size, on the wide side, and the height of a line. */
const LETTER_WIDTH_RATIO = 0.6;
const LINE_HEIGHT_RATIO = 1.3;

export type TitleTexts = readonly [unit: string, title: string, below: string];

/** Heights of the title rows: Excel does not fit those of merged cells itself. */
export function getTitleHeights(
  texts: TitleTexts,
  columnWidths: readonly number[],
): { row: number; height: number }[] {
  const width = columnWidths.reduce((sum, one) => sum + one, 0);
  return TITLE_LINES.map(({ size, height }, row) => {
    const lines = Math.max(1, Math.ceil(((texts[row]?.length ?? 0) * size * LETTER_WIDTH_RATIO) / width));
    return { row, height: height + (lines - 1) * size * LINE_HEIGHT_RATIO };
  });
}

/** Builds the title block of a sheet, wrapped over the width of what stands below it. */
export function buildTitleBlock(
  texts: TitleTexts,
  columnWidths: readonly number[],
): Pick<SheetSpec, 'merges' | 'formats' | 'rowHeights' | 'blocks'> {
  const row = (index: number) => createRange(index, 0, 1, columnWidths.length);
  return {
    merges: TITLE_LINES.map((_, index) => row(index)),
    formats: TITLE_LINES.map(({ look: format }, index) => ({
      area: row(index),
      format: { ...format, wrap: true },
    })),
    rowHeights: getTitleHeights(texts, columnWidths),
    blocks: [{ row: 0, column: 0, numberFormats: ['@'], cells: texts.map((text) => [text]) }],
  };
}
