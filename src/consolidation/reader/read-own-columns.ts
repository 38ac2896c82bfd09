import { toColumnLetters } from '@phuluc/ooxml/a1';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import type { SchoolRow, TaskField } from '../types';
import { classifyAnswerHeader, readAnswers } from './answer-columns';
import type { FoundTable } from './find-table';
import type { FieldRow } from './read-field-rows';

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

/**
 * Reads the columns that a unit added to the table of the form: their answers count where the form's own cell is blank;
 * whatever else they say is counted as unread.
 */
export function createOwnColumnReader({ cells, header }: FoundTable<TaskField>): {
  addOwnAnswers: (row: FieldRow<TaskField>) => SchoolRow['cells'];
  listUnread: () => UnreadColumn[];
} {
  const headers = new Map(
    cells.rows
      .find(({ row }) => row === header)
      ?.cells.map(({ column, value }) => [column, cleanText(String(value))]),
  );
  const unread = createUnreadColumns();
  return {
    addOwnAnswers: ({ cells: own, others }) => {
      if (others.length === 0) return own;
      const answers = others.flatMap(({ column, cell }) => {
        const text = headers.get(column) ?? '';
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
