import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { SchoolRow, TaskField } from '../types';
import { mergePeriods } from './merge-periods';
import { getRowKey, isFilledRow, type SheetReading } from './sheet-reading';

/** What is compared, and the column in which it stands. */
const COMPARED_FIELDS = [
  ['applicability', 'applicability'],
  ['state', 'status'],
  ['doneOn', 'doneOn'],
  ['reason', 'reason'],
  ['evidence', 'evidence'],
  ['note', 'note'],
] as const;

const getCellText = (row: SchoolRow, field: TaskField): string => String(row.cells[field]?.value ?? '–');

const countFilledRows = ({ rows }: SheetReading): number => rows.filter(isFilledRow).length;

type SheetDifference = { count: number; task: string; cell: string; value: string; otherValue: string };

/**
 * Compares what two sheets record of the same tasks.
 *
 * @returns null where they say the same or share no task
 */
function compareSheets(chosen: SheetReading, other: SheetReading): SheetDifference | null {
  const rows = new Map(other.rows.map((row) => [getRowKey(row), row]));
  let first: Omit<SheetDifference, 'count'> | null = null;
  let count = 0;
  for (const row of chosen.rows) {
    const twin = rows.get(getRowKey(row));
    if (!twin) continue;
    for (const [field, column] of COMPARED_FIELDS) {
      if ((row.recorded[field] ?? '') === (twin.recorded[field] ?? '')) continue;
      count += 1;
      first ??= {
        task: String(row.cells.id?.value ?? row.cells.tt?.value ?? ''),
        cell: (twin.cells[column] ?? twin.cells.content)?.cell ?? '',
        value: getCellText(row, column),
        otherValue: getCellText(twin, column),
      };
    }
  }
  return first && { count, ...first };
}

/**
 * Chooses the sheet to count where a workbook has the table of tasks more than once: the one in sight before a hidden
 * one, and the only one that is filled in before those that are as issued; else the first. Sheets of single periods are
 * merged. Whatever another sheet records differently is reported.
 */
export function chooseSheet(
  readings: readonly [SheetReading, ...SheetReading[]],
  file: string,
): { chosen: SheetReading; rows: SchoolRow[]; warnings: Problem[] } {
  const [first] = readings;
  const visible = readings.filter(({ hidden }) => !hidden);
  const candidates = visible.length > 0 ? visible : readings;
  const filled = candidates.filter((reading) => countFilledRows(reading) > 0);
  const preferred = candidates.includes(first) ? first : candidates[0]!;
  const merged = mergePeriods(filled, file);
  const chosen =
    merged?.last ??
    (filled.length === 1 ? filled[0]! : filled.includes(preferred) ? preferred : (filled[0] ?? preferred));
  const warnings = readings.flatMap((other): Problem[] => {
    if (other === chosen || (merged && filled.includes(other))) return [];
    const difference = compareSheets(chosen, other);
    if (!difference) return [];
    const { cell, ...details } = difference;
    const place = { file, sheet: other.sheet, ...(cell !== '' && { cell }) };
    return [warning('other-sheet-differs', place, { other: other.sheet, sheet: chosen.sheet, ...details })];
  });
  if (chosen.hidden) warnings.push(warning('sheet-hidden', { file, sheet: chosen.sheet }));
  return { chosen, rows: merged?.rows ?? chosen.rows, warnings: [...warnings, ...(merged?.warnings ?? [])] };
}
