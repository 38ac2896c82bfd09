import type { Task } from './types';

/** All fields of a task, in the order of the table; each is a text. */
export const TASK_FIELDS = [
  'id',
  'section',
  'sectionTitle',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'applicability',
  'reason',
  'product',
  'timing',
  'note',
] as const satisfies readonly (keyof Task)[];
