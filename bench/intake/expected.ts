import type { Annex } from '../../src/annex/types';
import type { ProblemCode } from '../../src/shared/problem';

/** What is known to stand in a document: tasks and section rows of an annex, a plan, or why it is to be refused. */
export type ExpectedContent =
  | { kind: 'annex'; rows: ExpectedRow[] }
  | { kind: 'plan'; head: string[]; rows: ExpectedPlanRow[] }
  | { kind: 'refused'; code: ProblemCode };

/** Printed cells in order: TT, content, lead unit, coordinating unit, product, timing; of a section, number and title. */
export type ExpectedRow = { id: string; cells: string[] };

/** A legal basis (type, number, date, agency, subject), an item (section, text), a target (comparator, value). */
export type ExpectedPlanRow = { part: 'basis' | 'item' | 'target'; cells: string[] };

const normalizeLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

type TaskCells = {
  section: string;
  sectionTitle: string;
  tt: string;
  content: string;
  leadUnit: string;
  coordinatingUnit: string;
  product: string;
  timing: string;
};

/** The printed rows of tasks, each section's own row before its first. */
export function toExpectedRows(tasks: readonly TaskCells[]): ExpectedRow[] {
  return tasks.flatMap((task, index) => [
    ...(task.section === tasks[index - 1]?.section
      ? []
      : [{ id: task.section, cells: [task.section, normalizeLine(task.sectionTitle)] }]),
    {
      id: `${task.section}.${task.tt}`,
      cells: [task.tt, task.content, task.leadUnit, task.coordinatingUnit, task.product, task.timing].map(
        normalizeLine,
      ),
    },
  ]);
}

export const createExpectedContent = ({ tasks }: Annex): ExpectedContent => ({
  kind: 'annex',
  rows: toExpectedRows(tasks),
});
