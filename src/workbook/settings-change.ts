import type { ProgressSettings } from '../annex/progress/settings';
import type { BookChange } from './book-change';
import type { ChangePlan } from './plan-change';
import { RENEW } from './progress/progress-change';
import { NO_FACTS, type Facts, type Unit } from './school-book';
import { hasSheet } from './snapshot';
import type { Snapshot } from './snapshot';
import { RECORD_SHEET } from './record';

/** What is decided anew; the rest stays. */
export type SettingsEdit = { unit?: Unit; settings?: Partial<ProgressSettings> };

/** Sheets that a change makes or writes on, for the clerk to see before. */
export type TouchedSheet = { sheet: string; is: 'added' | 'changed' };

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names without blanks around them, each once; the unit's own name is no other name of it. */
function tidyUnit({ name, code, aliases = [] }: Unit): Unit {
  const own = name.trim();
  const others = [...new Set(aliases.map((alias) => alias.trim()))].filter(
    (alias) => alias !== '' && alias !== own,
  );
  return { name: own, code: code.trim(), ...(others.length > 0 && { aliases: others }) };
}

/**
 * The change that an edit of the settings comes to; null where everything is so already. What only says who keeps the
 * workbook leaves the log of progress alone; any other setting renews it (and makes it where there is none).
 */
export function settingsChange(
  facts: Facts | null,
  before: ProgressSettings,
  { unit: given, settings: changed = {} }: SettingsEdit,
): BookChange | null {
  const known = facts ?? NO_FACTS;
  const unit = given && tidyUnit(given);
  const isNewUnit = unit !== undefined && !sameJson(unit, tidyUnit(known.unit));
  const settings = { ...before, ...changed };
  if (!sameJson(settings, before)) return { ...RENEW, settings, ...(isNewUnit && { unit }) };
  return isNewUnit ? { kind: 'revise', facts: { ...known, unit }, edits: [], add: [], remove: [] } : null;
}

/** The sheets that people see, with what becomes of them. */
export function touchedSheets(snapshot: Snapshot, { steps }: ChangePlan): TouchedSheet[] {
  const touched = new Map<string, TouchedSheet['is']>();
  for (const step of steps) {
    if (step.kind === 'add-sheets') for (const { name } of step.sheets) touched.set(name, 'added');
    else if (step.kind === 'rewrite-sheet') touched.set(step.sheet.name, 'changed');
    else if ('sheet' in step && step.kind !== 'place-sheet' && !touched.has(step.sheet))
      touched.set(step.sheet, hasSheet(snapshot, step.sheet) ? 'changed' : 'added');
  }
  touched.delete(RECORD_SHEET);
  return [...touched].map(([sheet, is]) => ({ sheet, is }));
}
