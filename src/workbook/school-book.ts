import type { Annex, Applicability, Edition, Task } from '../annex/types';
import { applicabilityWords, statusWords } from '../locales/sheet-words';
import { COLUMN_IDS } from './columns';
import type { ColumnId } from './columns';
import type { PrintSettings } from '../paper/paper-settings';
import type { CellContent } from './sheet-plan';

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
export type Facts = {
  unit: Unit;
  edition: Edition;
  fingerprint: string;
  summary: SummaryLines;
  /** How the unit prints; absent until it first does. */
  paper?: PrintSettings;
};

/** Of a workbook that the add-in knows nothing of. */
export const NO_FACTS: Facts = {
  unit: { name: '', code: '' },
  edition: { issuer: '', number: '', date: '', title: '', year: null },
  fingerprint: '',
  summary: { areas: [], leadUnits: [] },
};

export type RowCells = Record<ColumnId, CellContent>;

/** One row of the table of tasks; `extra` holds the cells of columns that the clerk added, by header. */
export type BookRow = { cells: RowCells; extra: Record<string, CellContent> };

/** All that a school workbook holds. */
export type SchoolBook = { facts: Facts; rows: BookRow[] };

/** "IV. Cải cách tổ chức bộ máy"; the title alone where the area has no number. */
export function areaLabel(section: string, title: string): string {
  return section === '' ? title : title === '' ? `${section}.` : `${section}. ${title}`;
}

function statusAtStart(applicability: Applicability): string {
  return applicability === 'performed' ? statusWords.notStarted : '';
}

/** The cells of a task as it is first written: printed words, the reading of its applicability, no progress. */
export function rowOfTask(task: Task): BookRow {
  return {
    cells: {
      id: task.id,
      area: areaLabel(task.section, task.sectionTitle),
      tt: task.tt,
      content: task.content,
      leadUnit: task.leadUnit,
      coordinatingUnit: task.coordinatingUnit,
      product: task.product,
      timing: task.timing,
      applicability: applicabilityWords[task.applicability],
      reason: task.reason,
      due: '',
      status: statusAtStart(task.applicability),
      doneOn: '',
      evidence: '',
      note: task.note,
    },
    extra: {},
  };
}

/** Headers of the clerk's own columns, in order of first appearance. */
export function extraHeaders(rows: readonly BookRow[]): string[] {
  return [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))];
}

export function rowContents({ cells, extra }: BookRow, extras: readonly string[]): CellContent[] {
  return [...COLUMN_IDS.map((id) => cells[id]), ...extras.map((header) => extra[header] ?? '')];
}

export const annexRows = (annex: Annex): BookRow[] => annex.tasks.map(rowOfTask);
