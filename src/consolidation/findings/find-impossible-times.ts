import type { DaySpan, MatchedFile, ProgressRow, SchoolRow } from '../types';
import type { Finding } from './finding';

type TimedRow = { row: SchoolRow | ProgressRow; task: string; sheet: string };

/**
 * Finds the tasks of a file that were completed, as its words say, in a time before the annex or after the day that is
 * counted ("hoàn thành năm 2025"). They do not count as done; a whole day is judged where it is counted.
 */
export function findImpossibleTimes(file: MatchedFile, unit: string, { from, until }: DaySpan): Finding[] {
  const rows: TimedRow[] = [
    ...file.matches.flatMap(({ row: index, task }) => {
      const row = file.rows[index];
      return row && task !== null ? [{ row, task, sheet: row.sheet ?? file.sheet }] : [];
    }),
    ...file.progress.map((row) => ({ row, task: row.task, sheet: file.progressSheet })),
  ];
  return rows.flatMap(({ row, task, sheet }): Finding[] => {
    const { doneIn, state } = row.recorded;
    if (!doneIn || state !== 'done' || (doneIn.until >= from && doneIn.from <= until)) return [];
    const cell = row.cells.status ?? row.cells.doneOn;
    return [
      {
        code: doneIn.until < from ? 'done-before-annex' : 'done-in-future',
        unit,
        task,
        place: { file: file.file, sheet, task, ...(cell && { cell: cell.cell }) },
        args: { ...('occurrence' in row && { at: row.occurrence }) },
      },
    ];
  });
}
