import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import type { Problem } from '../shared/problem';
import { err, ok, type Result, warning } from '../shared/result';
import type { Operation } from '../sheets/operation';
import { hasSheet } from '../sheets/sheet-names';
import { type CellChange, type CellsChange, invertCellsChange } from './cells-change';
import type { PlannedChange } from './change-set';
import { type RangeSnapshot, type Snapshot } from './snapshot';

/** Groups cells that stand under each other in one column: they are written together. */
function groupVerticalRuns(cells: readonly CellChange[]): CellChange[][] {
  const runs: CellChange[][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1)?.at(-1);
    if (last?.column === cell.column && last.row + 1 === cell.row) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function createContentOperations(sheet: string, cells: readonly CellChange[]): Operation[] {
  return groupVerticalRuns(cells.filter(({ before, after }) => before.content !== after.content)).map(
    (run): Operation => ({
      kind: 'write-cells',
      sheet,
      row: run[0]!.row,
      column: run[0]!.column,
      cells: run.map(({ after }) => [after.content]),
    }),
  );
}

function createFontOperations(sheet: string, cells: readonly CellChange[]): Operation[] {
  const areas = new Map<string, CellRange[]>();
  const updated = cells.filter(({ before, after }) => before.font !== after.font);
  for (const font of new Set(updated.map(({ after }) => after.font))) {
    const runs = groupVerticalRuns(updated.filter(({ after }) => after.font === font));
    areas.set(
      font,
      runs.map((run) => createRange(run[0]!.row, run[0]!.column, run.length, 1)),
    );
  }
  return [...areas].map(([font, of]): Operation => ({ kind: 'cell-fonts', sheet, font, areas: of }));
}

/** Writes what the cells are to hold, whatever they hold now. */
export function createCellOperations({ sheet, cells }: CellsChange): Operation[] {
  return [...createContentOperations(sheet, cells), ...createFontOperations(sheet, cells)];
}

function getCurrentContent({ top, left, formulas }: RangeSnapshot, { row, column }: CellChange): unknown {
  return formulas[row - top]?.[column - left] ?? '';
}

/**
 * Plans a change of single cells on a snapshot that was read with their range. Cells whose content changed since
 * stay, and a warning counts them. Problems: sheet-gone.
 */
export function planCells(snapshot: Snapshot, change: CellsChange): Result<PlannedChange> {
  const { sheet } = change;
  const place = { sheet };
  if (!hasSheet(snapshot, sheet)) return err('sheet-gone', place);
  const area = snapshot.ranges?.find((one) => one.sheet === sheet);
  const cells = change.cells.filter((cell) => area && getCurrentContent(area, cell) === cell.before.content);
  const left = change.cells.length - cells.length;
  const warnings: Problem[] = left > 0 ? [warning('cells-changed', place, { cells: left })] : [];
  return ok(
    {
      operations: createCellOperations({ ...change, cells }),
      inverse: invertCellsChange({ ...change, cells }),
    },
    warnings,
  );
}

/** Returns the smallest range that contains all cells of a change. */
export function getBoundingRange({ cells }: CellsChange): CellRange {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}
