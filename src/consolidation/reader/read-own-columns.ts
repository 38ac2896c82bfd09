import { toColumnLetters } from '@phuluc/ooxml/a1';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import type { SchoolRow, SourceCell, TaskField } from '../types';
import { classifyAnswerHeader, readAnswers } from './answer-columns';
import type { FoundTable } from './find-table';
import { isPeriodHeader, parsePeriod, type ReportingPeriod } from './parse-period';
import type { FieldRow } from './read-field-rows';
import type { SheetReading } from './sheet-reading';

/** A column that says something that is not read: its header and how many cells of it are filled. */
type UnreadColumn = { header: string; count: number; cell: string };

/** Counts the cells of columns that are not read, by their headers. */
export function createUnreadColumns(): {
  add: (header: string, cell: string) => void;
  list: () => UnreadColumn[];
} {
  const columns = new Map<string, UnreadColumn>();
  return {
    add: (header, cell) => {
      const known = columns.get(header);
      if (known) known.count += 1;
      else columns.set(header, { header, count: 1, cell });
    },
    list: () => [...columns.values()],
  };
}

export function createUnreadColumnWarning(
  { header, count, cell }: UnreadColumn,
  place: ProblemLocation,
): Problem {
  return warning('column-unread', { ...place, ...(cell !== '' && { cell }) }, { header, count });
}

/** The periods of rows by the columns that name them, and what these columns are. */
export function createPeriodColumns(): {
  /** Whether it is the cell of such a column. */
  add: (row: number, header: string, cell: SourceCell) => boolean;
  /** Sums up what the columns say of the rows of a sheet. */
  summarize: (
    rows: readonly SchoolRow[],
    place: ProblemLocation,
  ) => Pick<SheetReading, 'periods' | 'periodWarnings'>;
} {
  const periods = new Map<number, ReportingPeriod>();
  const columns = createUnreadColumns();
  return {
    add: (row, header, { value, cell }) => {
      const period = isPeriodHeader(header) ? parsePeriod(value, header) : null;
      if (!period || periods.has(row)) return false;
      periods.set(row, period);
      columns.add(header, cell);
      return true;
    },
    summarize: (rows, place) => ({
      periods: new Map(
        rows.flatMap((row) => {
          const period = periods.get(row.row);
          return period ? [[row, period] as const] : [];
        }),
      ),
      periodWarnings: columns.list().map((column) => createUnreadColumnWarning(column, place)),
    }),
  };
}

/**
 * Reads the columns that a unit added to the table of the form: their answers count where the form's own cell is blank;
 * the period of a row is kept; whatever else they say is counted as unread.
 */
export function createOwnColumnReader({ cells, header }: FoundTable<TaskField>): {
  addOwnAnswers: (row: FieldRow<TaskField>) => SchoolRow['cells'];
  listUnread: () => UnreadColumn[];
  periods: ReturnType<typeof createPeriodColumns>;
} {
  const headers = new Map(
    cells.rows
      .find(({ row }) => row === header)
      ?.cells.map(({ column, value }) => [column, cleanText(String(value))]),
  );
  const unread = createUnreadColumns();
  const periods = createPeriodColumns();
  return {
    periods,
    addOwnAnswers: ({ row, cells: own, others }) => {
      if (others.length === 0) return own;
      const answers = others.flatMap(({ column, cell }) => {
        const text = headers.get(column) ?? '';
        if (periods.add(row, text, cell)) return [];
        const answer = classifyAnswerHeader(text);
        const isAsked = answer === 'performed' || answer === 'notPerformed';
        if (answer && !own[isAsked ? 'applicability' : 'status']) return [{ column: answer, cell }];
        unread.add(text || toColumnLetters(column), cell.cell);
        return [];
      });
      return { ...own, ...readAnswers(answers) };
    },
    listUnread: unread.list,
  };
}
