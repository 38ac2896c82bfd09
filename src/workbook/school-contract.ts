import type { BookContract, BookFacts, TableContract } from '../consolidation/reader/contract';
import type { Codec } from '../consolidation/reader/codec';
import { readBook, type BookSource } from '../consolidation/reader/read-book';
import type { CellValue, ProgressField, SchoolFile, TaskField } from '../consolidation/types';
import type { Result } from '../annex/problem';
import { logHeaders } from '../locales/progress-sheet-words';
import { columnHeaders, otherHeaders } from '../locales/sheet-words';
import { NEEDED_COLUMNS, TASK_TABLE } from './columns';
import { LOG_TABLE } from './progress/log-columns';
import { readRecord, RECORD_SHEET } from './record';

const taskHeaders = Object.fromEntries(
  (Object.keys(columnHeaders) as TaskField[]).map((field) => [
    field,
    [columnHeaders[field], ...(otherHeaders[field] ?? [])],
  ]),
) as Record<TaskField, string[]>;

const TASKS: TableContract<TaskField> = {
  table: TASK_TABLE,
  headers: taskHeaders,
  needed: NEEDED_COLUMNS,
};

const PROGRESS: TableContract<ProgressField> = {
  table: LOG_TABLE,
  headers: {
    key: [logHeaders.event],
    task: [logHeaders.task, ...taskHeaders.id],
    content: [logHeaders.content],
    product: [logHeaders.product],
    due: [logHeaders.due],
    dueByHand: [logHeaders.dueByHand],
    lastDay: [logHeaders.lastDay],
    status: [logHeaders.state],
    doneOn: [logHeaders.doneOn, ...taskHeaders.doneOn],
    number: [logHeaders.number],
    evidence: [logHeaders.evidence],
    explanation: [logHeaders.explanation],
    note: [logHeaders.note],
  },
  needed: ['key', 'task', 'status'],
};

/** Only the first two columns of the hidden sheet: the kept changes behind them can be a megabyte. */
const RECORD_COLUMNS = 2;

function readFacts(cells: readonly (readonly CellValue[])[]): BookFacts | null {
  const { facts, entries } = readRecord(cells);
  if (!facts) return null;
  const { unit, edition, fingerprint } = facts;
  return { unit, edition, fingerprint, savedAt: entries.at(-1)?.at ?? '' };
}

/** What the reader of many workbooks needs to know of ours. */
export const SCHOOL_CONTRACT: BookContract = {
  recordSheet: RECORD_SHEET,
  recordColumns: RECORD_COLUMNS,
  readRecord: readFacts,
  tasks: TASKS,
  progress: PROGRESS,
};

/** Reads one file that a unit has sent; see `readBook`. */
export function readSchoolFile(source: BookSource, codec?: Codec): Promise<Result<SchoolFile>> {
  return readBook(source, SCHOOL_CONTRACT, codec);
}
