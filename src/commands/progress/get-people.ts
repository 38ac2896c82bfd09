import type { TaskTable } from '../../school-workbook/tasks/read-tasks';

/** Returns who is in charge of each task, by its id; tasks of nobody are absent. */
export function getPeople({ rows }: TaskTable): Map<string, string> {
  return new Map(rows.flatMap(({ task, person }) => (person === '' ? [] : [[task.id, person] as const])));
}
