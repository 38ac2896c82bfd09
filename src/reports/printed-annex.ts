import { splitAnnexLabel } from '../annex/annex-label';
import type { Edition, Task } from '../annex/types';
import { formatAgency } from './agency-part';
import { findUsualWording, formatCoordinatingCell, type UnitNames } from './coordinating-cell';
import { formatAnnexReference } from './document-reference';
import { groupTasksBySection } from './group-tasks-by-section';
import {
  DOCUMENT_HEADERS,
  DOCUMENT_LABELS as labels,
  PRINT_COLUMNS,
  type PrintColumnId,
} from './labels/document-labels';
import type { PrintSettings } from './print-settings';

/** What stands above the table; '' for what is left out. */
export type PrintedHead = {
  superior: string;
  agency: string;
  nationalTitle: string;
  motto: string;
  label: string;
  title: string;
  reference: string;
};

export type PrintedRow = { kind: 'section'; text: string } | { kind: 'task'; cells: string[] };

/** The official annex of a unit as texts: the same for the sheet to print and for Word. */
export type PrintedAnnex = {
  head: PrintedHead;
  columns: { id: PrintColumnId; header: string }[];
  rows: PrintedRow[];
};

export type DocumentMetadata = { unit: UnitNames; edition: Edition };

const toVietnameseUpperCase = (text: string): string => text.toLocaleUpperCase('vi');

function buildPrintedHead({ unit, edition }: DocumentMetadata, settings: PrintSettings): PrintedHead {
  const own = splitAnnexLabel(edition.title);
  return {
    superior: toVietnameseUpperCase(settings.superior),
    agency: formatAgency(unit.name),
    nationalTitle: settings.nationalTitle ? labels.nationalTitle : '',
    motto: settings.nationalTitle ? labels.motto : '',
    label: settings.label || own.label || labels.annexLabel,
    title: toVietnameseUpperCase(settings.title || own.title || labels.untitled),
    reference: settings.reference || formatAnnexReference(edition),
  };
}

function formatSectionTitle(number: string, title: string): string {
  return (
    [number && `${number}.`, toVietnameseUpperCase(title)].filter((part) => part !== '').join(' ') ||
    labels.noSection
  );
}

function buildTaskCells(task: Task, unit: UnitNames, wording: string): Record<PrintColumnId, string> {
  return {
    tt: task.tt,
    content: task.content,
    leadUnit: task.leadUnit,
    coordinatingUnit: formatCoordinatingCell(task, unit, wording),
    product: task.product,
    timing: task.timing,
    note: task.note,
  };
}

/**
 * Builds the texts of an annex: sections and tasks in the annex's order, the unit's own wording where it does not
 * perform a task, the source's text everywhere else. The column of notes is left out if no task has one.
 */
export function buildPrintedAnnex(
  metadata: DocumentMetadata,
  tasks: readonly Task[],
  settings: PrintSettings,
): PrintedAnnex {
  const wording = settings.wording || findUsualWording(tasks);
  const ids = PRINT_COLUMNS.filter((id) => id !== 'note' || tasks.some(({ note }) => note !== ''));
  return {
    head: buildPrintedHead(metadata, settings),
    columns: ids.map((id) => ({ id, header: DOCUMENT_HEADERS[id] })),
    rows: groupTasksBySection(tasks).flatMap(({ number, title, tasks: own }): PrintedRow[] => [
      { kind: 'section', text: formatSectionTitle(number, title) },
      ...own.map((task): PrintedRow => {
        const cells = buildTaskCells(task, metadata.unit, wording);
        return { kind: 'task', cells: ids.map((id) => cells[id]) };
      }),
    ]),
  };
}
