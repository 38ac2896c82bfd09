import { type Locale, t } from './locale';

/**
 * Returns a task's key as a person may read it: "I.3#2" → "I.3 (dòng thứ 2)". Keys of rows without a code begin with
 * "~" and their folded content, which nobody should see.
 */
export function formatTaskKey(locale: Locale, key: string): string {
  const [, name = '', nth] = /^([\s\S]*?)(?:#(\d+))?$/.exec(key) ?? [];
  const task = name.startsWith('~') || name === '' ? t(locale, 'task.no-code') : name;
  return nth === undefined ? task : t(locale, 'task.nth', { task, nth });
}
