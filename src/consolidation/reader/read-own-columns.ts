import { toColumnLetters } from '@phuluc/ooxml/a1';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import { cleanText, toMatchKey } from '../../shared/text';
import type { SchoolRow, SourceCell, TaskField } from '../types';
import { type AnswerColumn, classifyAnswerHeader, readAnswers } from './answer-columns';
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
export function createOwnColumnReader({ cells, header, columns }: FoundTable<TaskField>): {
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
  /** Columns of the form under a header that is answered by ticks: "Thực hiện" for "Áp dụng". */
  const asked = {
    applicability: findTickQuestion(headers.get(columns.applicability ?? -1)),
    status: findTickQuestion(headers.get(columns.status ?? -1)),
  };
  return {
    periods,
    addOwnAnswers: ({ row, cells: given, others }) => {
      const own = { ...given };
      const ticked = (['applicability', 'status'] as const).flatMap((field) => {
        const cell = own[field];
        const answer = cell && !cell.blankFormula ? asked[field] : null;
        if (!cell || !answer) return [];
        delete own[field];
        return [{ column: answer, cell }];
      });
      if (others.length + ticked.length === 0) return given;
      const answers = others.flatMap(({ column, cell }) => {
        const text = headers.get(column) ?? '';
        if (periods.add(row, text, cell)) return [];
        const answer = classifyAnswerHeader(text);
        const isAsked = answer === 'performed' || answer === 'notPerformed';
        if (answer && !own[isAsked ? 'applicability' : 'status']) return [{ column: answer, cell }];
        unread.add(text || toColumnLetters(column), cell.cell);
        return [];
      });
      return { ...own, ...readAnswers([...ticked, ...answers]) };
    },
    listUnread: unread.list,
  };
}

/** The form's own header: a tick below it may mean either. */
const FORM_HEADER = /^ap dung$/;

/** What a header asks that ticks answer; null where words of the form do. */
function findTickQuestion(header: string | undefined): AnswerColumn | null {
  if (header === undefined || FORM_HEADER.test(toMatchKey(header))) return null;
  const answer = classifyAnswerHeader(header);
  return answer === 'status' || answer === 'percentage' ? null : answer;
}
