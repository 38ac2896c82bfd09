import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { SheetContent } from './read-sheet';
import type { SheetReference } from './read-workbook-parts';

/** Names what of a sheet is hidden or could not be read: each once, with the first cell and the count. */
export function createSheetWarnings(content: SheetContent, sheet: SheetReference, file: string): Problem[] {
  const place = { file, sheet: sheet.name };
  const warnings: Problem[] = [];
  if (sheet.hidden) warnings.push(warning('hidden-sheet', place));
  const hiddenRows = content.rows.filter((row) => row.hidden).length;
  if (hiddenRows > 0) warnings.push(warning('hidden-rows', place, { rows: hiddenRows }));
  const hiddenColumns = countHiddenFilledColumns(content);
  if (hiddenColumns > 0) warnings.push(warning('hidden-columns', place, { columns: hiddenColumns }));
  for (const [code, { count, first }] of [
    ['formula-without-value', content.formulasWithoutValue],
    ['formula-text', content.formulaTexts],
    ['text-missing', content.missingTexts],
  ] as const)
    if (count > 0) warnings.push(warning(code, { ...place, cell: first }, { cells: count }));
  return warnings;
}

function countHiddenFilledColumns({ rows, hiddenColumns }: SheetContent): number {
  if (hiddenColumns.length === 0) return 0;
  const filled = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)));
  return [...filled].filter((column) =>
    hiddenColumns.some(({ first, last }) => column >= first && column <= last),
  ).length;
}
