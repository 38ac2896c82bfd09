import type { ProgressSettings } from '../../progress/progress-settings';
import { isEqual } from '../../shared/is-equal';
import { hasSheet } from '../../sheets/sheet-names';
import type { ChangeSet } from '../change-set';
import { METADATA_SHEET } from '../metadata-sheet';
import { RENEWAL_CHANGE } from '../progress/progress-change';
import { EMPTY_METADATA, type Unit, type WorkbookMetadata } from '../school-workbook';
import { type Snapshot } from '../snapshot';
import type { WorkbookChange } from '../workbook-change';

/** The settings to change; the others stay. */
export type SettingsEdit = { unit?: Unit; settings?: Partial<ProgressSettings> };

/** Sheets that a change makes or writes on, for the clerk to see before. */
export type AffectedSheet = { sheet: string; change: 'added' | 'changed' };

/** Names without blanks around them, each once; the unit's own name is no other name of it. */
function normalizeUnit({ name, code, aliases = [] }: Unit): Unit {
  const own = name.trim();
  const others = [...new Set(aliases.map((alias) => alias.trim()))].filter(
    (alias) => alias !== '' && alias !== own,
  );
  return { name: own, code: code.trim(), ...(others.length > 0 && { aliases: others }) };
}

/**
 * Builds the change that an edit of the settings comes to. An edit of the unit alone does not touch the log of
 * progress; any other setting renews the log, and creates it if there is none.
 * @returns null if the workbook already has these settings
 */
export function buildSettingsChange(
  metadata: WorkbookMetadata | null,
  before: ProgressSettings,
  { unit: given, settings: changed = {} }: SettingsEdit,
): WorkbookChange | null {
  const known = metadata ?? EMPTY_METADATA;
  const unit = given && normalizeUnit(given);
  const isNewUnit = unit !== undefined && !isEqual(unit, normalizeUnit(known.unit));
  const settings = { ...before, ...changed };
  if (!isEqual(settings, before)) return { ...RENEWAL_CHANGE, settings, ...(isNewUnit && { unit }) };
  return isNewUnit ? { kind: 'revise', facts: { ...known, unit }, edits: [], add: [], remove: [] } : null;
}

/** Returns the affected sheets that people see. */
export function getAffectedSheets(snapshot: Snapshot, { operations }: ChangeSet): AffectedSheet[] {
  const touched = new Map<string, AffectedSheet['change']>();
  for (const operation of operations) {
    if (operation.kind === 'add-sheets') for (const { name } of operation.sheets) touched.set(name, 'added');
    else if (operation.kind === 'rewrite-sheet') touched.set(operation.sheet.name, 'changed');
    else if ('sheet' in operation && operation.kind !== 'place-sheet' && !touched.has(operation.sheet))
      touched.set(operation.sheet, hasSheet(snapshot, operation.sheet) ? 'changed' : 'added');
  }
  touched.delete(METADATA_SHEET);
  return [...touched].map(([sheet, change]) => ({ sheet, change }));
}
