import type { WorkbookChange } from './workbook-change';

/** The task of a key of the log: "I.3|Báo cáo|2026-06-20" is an occurrence of I.3. */
const toTaskKey = (event: string): string => event.split('|')[0] ?? event;

/**
 * Finds the tasks whose rows a change edits, each once, as keys of their rows. Renewals and whole imports are about no
 * single task.
 */
export function findChangedTasks(change: WorkbookChange): string[] {
  switch (change.kind) {
    case 'revise':
      return change.add.length === 0 && change.remove.length === 0 && change.facts === null
        ? change.edits.map(({ key }) => key)
        : [];
    case 'progress':
      return change.renew ? [] : [...new Set(change.log.edits.map(({ key }) => toTaskKey(key)))];
    default:
      return [];
  }
}
