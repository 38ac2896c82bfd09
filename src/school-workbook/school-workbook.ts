import { formatSectionLabel } from '../annex/section-label';
import type { TrackedDocument } from '../annex/tracked-document';
import type { Annex, Applicability, Edition, Task } from '../annex/types';
import type { PrintSettings } from '../reports/print-settings';
import { APPLICABILITY_LABELS, STATUS_LABELS } from '../sheets/labels/school-labels';
import type { CellContent } from '../sheets/sheet-spec';
import { TASK_COLUMN_IDS, type TaskColumnId } from './tasks/task-columns';

/**
 * Unit that keeps the workbook. The code is its identity; '' where unknown. `aliases`: what else it is called, in the
 * annex or in the authority's list; absent where there is none.
 */
export type Unit = { name: string; code: string; aliases?: readonly string[] };

/** Lines of *Tổng hợp*: which areas and lead units have one. */
export type SummaryLines = {
  areas: { section: string; title: string }[];
  leadUnits: string[];
  /** Names of the types of product in the log of progress; absent where there is no log. */
  products?: string[];
};

/** What the add-in knows beside the table itself. */
export type WorkbookMetadata = {
  unit: Unit;
  edition: Edition;
  fingerprint: string;
  /**
   * The documents of the workbook in the order of their first import; absent where it has one, of which it has had one
   * edition. `edition` and `fingerprint` are those of the first.
   */
  documents?: TrackedDocument[];
  summary: SummaryLines;
  /** How the unit prints; absent until it first does. */
  paper?: PrintSettings;
};

/** Of a workbook that the add-in knows nothing of. */
export const EMPTY_METADATA: WorkbookMetadata = {
  unit: { name: '', code: '' },
  edition: { issuer: '', number: '', date: '', title: '', year: null },
  fingerprint: '',
  summary: { areas: [], leadUnits: [] },
};

export type TaskCells = Record<TaskColumnId, CellContent>;

/** One row of the table of tasks; `extra` holds the cells of columns that the clerk added, by header. */
export type TaskTableRow = { cells: TaskCells; extra: Record<string, CellContent> };

/** All that a school workbook holds. */
export type SchoolWorkbook = { facts: WorkbookMetadata; rows: TaskTableRow[] };

function getInitialStatus(applicability: Applicability): string {
  return applicability === 'performed' ? STATUS_LABELS.notStarted : '';
}

/** Builds the cells of a task as it is first written: printed text, its applicability, no progress. */
export function toTaskTableRow(task: Task): TaskTableRow {
  return {
    cells: {
      id: task.id,
      area: formatSectionLabel(task.section, task.sectionTitle),
      tt: task.tt,
      content: task.content,
      leadUnit: task.leadUnit,
      coordinatingUnit: task.coordinatingUnit,
      product: task.product,
      timing: task.timing,
      applicability: APPLICABILITY_LABELS[task.applicability],
      reason: task.reason,
      due: '',
      status: getInitialStatus(task.applicability),
      doneOn: '',
      evidence: '',
      note: task.note,
      person: '',
    },
    extra: {},
  };
}

/** Headers of the clerk's own columns, in order of first appearance. */
export function getExtraHeaders(rows: readonly TaskTableRow[]): string[] {
  return [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))];
}

export function getRowContents({ cells, extra }: TaskTableRow, extras: readonly string[]): CellContent[] {
  return [...TASK_COLUMN_IDS.map((id) => cells[id]), ...extras.map((header) => extra[header] ?? '')];
}

export const toTaskTableRows = (annex: Annex): TaskTableRow[] => annex.tasks.map(toTaskTableRow);
