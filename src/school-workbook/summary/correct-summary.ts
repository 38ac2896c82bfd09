import { formatAddress } from '@phuluc/ooxml/a1';
import { isBlankCell } from '../../annex/read-applicability';
import { formatSectionLabel } from '../../annex/section-label';
import type { Applicability } from '../../annex/types';
import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import { foldCase } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import {
  APPLICABILITY_LABELS,
  SUMMARY_SHEET_LABELS as labels,
  STATUS_LABELS,
} from '../../sheets/labels/school-labels';
import {
  findNotPerformedColumn,
  parseListedApplicability,
  parseListedStatus,
  type TaskRecord,
  type TaskStatus,
  type TaskTable,
} from '../tasks/read-tasks';
import type { TaskColumnId } from '../tasks/task-columns';
import type { Summary, SummaryCounts } from './read-summary';

type Marks = { applicability: Applicability; status: TaskStatus | null };

/** The counts that a task belongs to; every status that is not counted by itself remains in `notStarted`. */
export function listCounts({ applicability, status }: Marks): (keyof SummaryCounts)[] {
  return applicability === 'performed' ? ['performed', status ?? 'notStarted'] : [applicability];
}

function moveCount(counts: SummaryCounts, from: Marks, to: Marks): void {
  for (const id of listCounts(from)) counts[id] -= 1;
  for (const id of listCounts(to)) counts[id] += 1;
}

/** The line that the formulas count a task in: its own, else that of all others. */
function findLine<Line>(
  lines: readonly Line[],
  text: string,
  getText: (line: Line) => string,
): Line | undefined {
  const key = foldCase(text);
  return (
    lines.find((line) => foldCase(getText(line)) === key) ??
    lines.find((line) => getText(line) === labels.other)
  );
}

/** What the formulas of *Tổng hợp* make of a row: they know the words of the lists only. */
function getListedMarks({ words }: TaskRecord): Marks {
  return {
    applicability: parseListedApplicability(words.applicability),
    status: parseListedStatus(words.status),
  };
}

type Described = { id: TaskColumnId; value: string; word: string };

/** The cell whose words the formulas do not know, and what they were read as. */
function describeReading(row: TaskRecord, read: Marks, listed: Marks): Described {
  const getText = (id: 'applicability' | 'status'): string => String(row.words[id]).trim();
  if (read.applicability === listed.applicability)
    return { id: 'status', value: getText('status'), word: read.status ? STATUS_LABELS[read.status] : '' };
  const word = APPLICABILITY_LABELS[read.applicability];
  // A mark that was typed elsewhere leaves its own cell blank.
  const elsewhere = getText('applicability') === '' ? findNotPerformedColumn(row) : null;
  return elsewhere
    ? { id: elsewhere, value: getPlainText(row.tableRow.cells[elsewhere]).trim(), word }
    : { id: 'applicability', value: getText('applicability'), word };
}

function createReadingWarning(
  { sheet, top, left, columns }: TaskTable,
  row: TaskRecord,
  read: Marks,
  listed: Marks,
): Problem {
  const { id, value, word } = describeReading(row, read, listed);
  const cell = formatAddress(top + 1 + row.index, left + (columns[id] ?? 0));
  return warning('words-not-counted', { sheet, cell, task: row.task.id }, { value, word });
}

/** Whether a performed task has a status whose words say nothing plain; it is counted as not begun. */
function isUnread({ task, status, words }: TaskRecord): boolean {
  return task.applicability === 'performed' && status === null && !isBlankCell(String(words.status));
}

function createUnreadWarning({ sheet, top, left, columns }: TaskTable, row: TaskRecord): Problem {
  const cell = formatAddress(top + 1 + row.index, left + (columns.status ?? 0));
  const value = String(row.words.status).trim();
  const code = row.isOutsidePeriod ? 'status-outside-period' : 'status-unclear';
  return warning(code, { sheet, cell, task: row.task.id }, { value });
}

/** Whether two readings are counted alike: a status counts only where the task is performed. */
function isCountedAlike(a: Marks, b: Marks): boolean {
  return listCounts(a).join() === listCounts(b).join();
}

/**
 * Corrects the totals of *Tổng hợp*, whose formulas count the words of the lists only, by the rows in which other words
 * stand ("Đã xong"): these are counted as the authority reads them, each with a warning.
 */
export function correctSummary(
  summary: Summary,
  table: TaskTable,
): { summary: Summary; warnings: Problem[] } {
  const corrected: Summary = {
    ...summary,
    byArea: summary.byArea.map((line) => ({ ...line })),
    byLeadUnit: summary.byLeadUnit.map((line) => ({ ...line })),
  };
  const warnings: Problem[] = [];
  for (const row of table.rows) {
    const { task } = row;
    if (task.content === '') continue;
    const listed = getListedMarks(row);
    const read = { applicability: task.applicability, status: row.status };
    if (isCountedAlike(read, listed)) {
      if (isUnread(row)) warnings.push(createUnreadWarning(table, row));
      continue;
    }
    const lines = [
      corrected,
      findLine(
        corrected.byArea,
        formatSectionLabel(task.section, task.sectionTitle),
        ({ section, sectionTitle }) => formatSectionLabel(section, sectionTitle),
      ),
      findLine(corrected.byLeadUnit, task.leadUnit, ({ leadUnit }) => leadUnit),
    ];
    for (const line of lines) if (line) moveCount(line, listed, read);
    warnings.push(createReadingWarning(table, row, read, listed));
  }
  return { summary: corrected, warnings };
}
