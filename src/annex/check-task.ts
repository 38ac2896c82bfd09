import type { Problem } from '../shared/problem';
import type { AnnexProblem } from './problem-codes';
import { type ApplicabilityReading, isBlankCell, stripMarker } from './read-applicability';
import type { TaskCellField } from './task-cells';
import type { Task } from './types';

/**
 * Checks a task for blank or ambiguous cells, and for a "not performed" marker next to a printed product or
 * timing. Reports the cell of each finding.
 *
 * @param columns the columns the source has
 */
export function checkTask(
  task: Task,
  reading: ApplicabilityReading,
  columns: ReadonlySet<TaskCellField | 'tt'>,
  report: (code: AnnexProblem, field: TaskCellField, details?: Problem['details']) => void,
): void {
  const wanted = (['product', 'timing'] as const).filter((field) => columns.has(field));
  if (isBlankCell(task.content)) report('blank-content', 'content');
  if (columns.has('leadUnit') && isBlankCell(task.leadUnit)) report('blank-lead-unit', 'leadUnit');
  if (reading.uncertainty === 'ambiguous') {
    const field = reading.column ?? 'coordinatingUnit';
    report('ambiguous-marker', field, { text: task[field] });
  }
  if (reading.uncertainty === 'blank' && columns.has('coordinatingUnit'))
    report('undecided-row', 'coordinatingUnit');
  if (task.applicability === 'notPerformed') {
    const printed = wanted.find((field) => stripMarker(task[field]) !== '');
    if (printed) report('contradictory-row', printed, { text: task[printed] });
  }
  if (task.applicability === 'performed') {
    const blank = wanted.filter((field) => isBlankCell(task[field]));
    if (blank[0]) report('incomplete-row', blank[0], { fields: blank.join(', ') });
  }
}
