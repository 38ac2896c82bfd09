import type { Codec } from '@phuluc/ooxml/zip/codec';
import type { FileContent } from '../consolidation/reader/file-content';
import { readUnitFile } from '../consolidation/reader/read-unit-file';
import type {
  TableContract,
  WorkbookContract,
  WorkbookMetadata,
} from '../consolidation/reader/workbook-contract';
import type { CellValue, ProgressField, SchoolFile, TaskField } from '../consolidation/types';
import type { ReportStage } from '../readers/pool/reader-port';
import type { Result } from '../shared/result';
import { DEADLINE_BOUND_LABELS, LOG_HEADERS, PREVIOUS_LOG_HEADERS } from '../sheets/labels/progress-labels';
import { ALTERNATIVE_HEADERS, COLUMN_HEADERS, DOCUMENT_HEADER } from '../sheets/labels/school-labels';
import { hasSeveralDocuments } from './documents/documents';
import { METADATA_SHEET, readMetadataSheet } from './metadata-sheet';
import { LOG_TABLE } from './progress/log-columns';
import { REQUIRED_TASK_COLUMNS, TASK_TABLE } from './tasks/task-columns';

const TASK_HEADERS = Object.fromEntries(
  (Object.keys(COLUMN_HEADERS) as TaskField[]).map((field) => [
    field,
    [COLUMN_HEADERS[field], ...(ALTERNATIVE_HEADERS[field] ?? [])],
  ]),
) as Record<TaskField, string[]>;

const TASKS_CONTRACT: TableContract<TaskField> = {
  table: TASK_TABLE,
  headers: TASK_HEADERS,
  requiredFields: REQUIRED_TASK_COLUMNS,
};

const PROGRESS_CONTRACT: TableContract<ProgressField> = {
  table: LOG_TABLE,
  headers: {
    key: [LOG_HEADERS.event],
    task: [LOG_HEADERS.task, ...TASK_HEADERS.id],
    content: [LOG_HEADERS.content],
    product: [LOG_HEADERS.product],
    due: [LOG_HEADERS.due, ...(PREVIOUS_LOG_HEADERS.due ?? [])],
    dueByHand: [LOG_HEADERS.dueByHand],
    bound: [LOG_HEADERS.bound],
    lastDay: [LOG_HEADERS.lastDay, ...(PREVIOUS_LOG_HEADERS.lastDay ?? [])],
    status: [LOG_HEADERS.state, ...(PREVIOUS_LOG_HEADERS.state ?? [])],
    doneOn: [LOG_HEADERS.doneOn, ...TASK_HEADERS.doneOn],
    number: [LOG_HEADERS.number],
    evidence: [LOG_HEADERS.evidence],
    explanation: [LOG_HEADERS.explanation],
    note: [LOG_HEADERS.note],
  },
  requiredFields: ['key', 'task', 'status'],
};

/** Only the first two columns of the hidden sheet: the kept changes behind them can be a megabyte. */
const METADATA_COLUMN_COUNT = 2;

function readMetadata(cells: readonly (readonly CellValue[])[]): WorkbookMetadata | null {
  const { metadata, entries } = readMetadataSheet(cells);
  if (!metadata) return null;
  const { unit, edition, fingerprint, documents } = metadata;
  return {
    unit,
    edition,
    fingerprint,
    ...(documents && hasSeveralDocuments(metadata) && { documents }),
    savedAt: entries.at(-1)?.at ?? '',
  };
}

/** What the reader of units' workbooks needs to know of this layout. */
const SCHOOL_FILE_CONTRACT: WorkbookContract = {
  metadataSheet: METADATA_SHEET,
  metadataColumnCount: METADATA_COLUMN_COUNT,
  parseMetadata: readMetadata,
  tasks: TASKS_CONTRACT,
  documentHeader: DOCUMENT_HEADER,
  progress: PROGRESS_CONTRACT,
  untracked: DEADLINE_BOUND_LABELS.gone,
};

/** Reads one file that a unit has sent; see `readBook`. */
export function readSchoolFile(
  source: FileContent,
  codec?: Codec,
  onStage?: ReportStage,
): Promise<Result<SchoolFile>> {
  return readUnitFile(source, SCHOOL_FILE_CONTRACT, codec, onStage);
}
