import type { Problem } from '../../shared/problem';
import { toMatchKey } from '../../shared/text';
import type { SchoolRow } from '../types';
import type { ReportingPeriod } from './parse-period';

/** The table of tasks of one sheet, as read. */
export type SheetReading = {
  sheet: string;
  hidden: boolean;
  rows: SchoolRow[];
  warnings: Problem[];
  /** What a column of the sheet says of the period of a row. */
  periods: ReadonlyMap<SchoolRow, ReportingPeriod>;
  /** That such columns are not read: said where they do not decide what counts. */
  periodWarnings: Problem[];
};

/** The key by which rows of two sheets are of one task: its document and its content, else its id. */
export function getRowKey({ cells, document }: SchoolRow): string {
  const key = toMatchKey(String(cells.content?.value ?? cells.id?.value ?? ''));
  return document === undefined ? key : `${document}: ${key}`;
}

/** How a row names its task in messages: by its id, else its number. */
export function getTaskName({ cells }: SchoolRow): string {
  return String(cells.id?.value ?? cells.tt?.value ?? '');
}

/** Whether a unit has recorded something in a row: a state, a day, evidence, a reason. */
export function isFilledRow({ cells, recorded: { state, doneOn, evidence } }: SchoolRow): boolean {
  return (
    (state !== null && state !== 'notStarted') ||
    doneOn !== '' ||
    evidence !== '' ||
    // The annex's marker is a reason too, but one that was printed.
    cells.reason !== undefined
  );
}
