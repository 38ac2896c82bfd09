import { convertLegacyDocument } from '../../readers/legacy/convert-legacy-document';
import type { RawCell, RawDocument } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import type { ScannedCell, SheetCells } from './sheet-cells';

export type ConvertLegacyCells = (
  sheet: SheetCells,
  file: string,
) => { cells: SheetCells; warnings: Problem[] };

/** A sheet with its texts in Unicode; `warnings` has one `legacy-font` for each encoding that was met. */
export const convertLegacyCells: ConvertLegacyCells = (sheet, file) => {
  // The same words under the same fonts are looked at once: marks and lead units stand in most rows.
  const rowByText = new Map<string, number>();
  const raw: RawCell[] = [];
  const indices = new Map<ScannedCell, number>();
  for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
    if (typeof cell.value !== 'string' || cell.blankFormula) continue;
    const written = cell.text ?? { text: cell.value };
    const key = JSON.stringify([written.text, written.fonts, written.runs]);
    let row = rowByText.get(key);
    if (row === undefined) {
      rowByText.set(key, (row = raw.length));
      raw.push({ row, column: 0, rowSpan: 1, columnSpan: 1, ...written });
    }
    indices.set(cell, row);
  }
  const document: RawDocument = {
    source: 'xlsx',
    file,
    warnings: [],
    blocks: [{ kind: 'table', rowCount: raw.length, columnCount: 1, cells: raw, rows: [], place: { file } }],
  };
  const converted = convertLegacyDocument(document);
  const [table] = converted.blocks;
  if (converted === document || table?.kind !== 'table') return { cells: sheet, warnings: [] };
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const index = indices.get(cell);
      return index === undefined ? cell : { ...cell, value: table.cells[index]!.text };
    }),
  }));
  return { cells: { ...sheet, rows }, warnings: converted.warnings };
};
