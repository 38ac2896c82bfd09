import type { Problem } from '../../annex/problem';
import { convertLegacyDocument } from '../../intake/legacy/convert-document';
import type { RawCell, RawDocument } from '../../intake/raw-document';
import type { ScannedCell, SheetCells } from './cells';

/**
 * Characters of Latin-1 that no Vietnamese text in Unicode holds, but for a few signs: texts in TCVN3 or VNI are full
 * of them. Only a hint that the fonts are worth reading; the words decide.
 */
const STORED_LETTERS =
  /[\u0080-\u009f\u00a1-\u00aa\u00ac\u00ad\u00ae\u00af\u00b4-\u00b6\u00b8\u00b9\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6\u00f8\u00fb\u00fc\u00fe\u00ff]/;

export const mayBeLegacy = ({ rows }: SheetCells): boolean =>
  rows.some(({ cells }) =>
    cells.some(({ value }) => typeof value === 'string' && STORED_LETTERS.test(value)),
  );

/** A sheet with its texts in Unicode; `warnings` has one `legacy-font` for each encoding that was met. */
export const convertLegacyCells = (
  sheet: SheetCells,
  file: string,
): { cells: SheetCells; warnings: Problem[] } => {
  const texts: ScannedCell[] = sheet.rows.flatMap(({ cells }) =>
    cells.filter(({ value, blankFormula }) => typeof value === 'string' && !blankFormula),
  );
  const raw = texts.map(({ value, text }, row): RawCell => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    ...(text ?? { text: String(value) }),
  }));
  const document: RawDocument = {
    source: 'xlsx',
    file,
    warnings: [],
    blocks: [{ type: 'table', rowCount: raw.length, columnCount: 1, cells: raw, rows: [], place: { file } }],
  };
  const converted = convertLegacyDocument(document);
  const [table] = converted.blocks;
  if (converted === document || table?.type !== 'table') return { cells: sheet, warnings: [] };
  const unicode = new Map(texts.map((cell, index) => [cell, table.cells[index]!.text]));
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, value: unicode.get(cell) ?? cell.value })),
  }));
  return { cells: { ...sheet, rows }, warnings: converted.warnings };
};
