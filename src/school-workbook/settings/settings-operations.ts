import type { ProgressSettings } from '../../progress/progress-settings';
import { isEqual } from '../../shared/is-equal';
import { type CellValue } from '../../sheets/cell-value';
import type { Operation } from '../../sheets/operation';
import { filterPresentNames, findSheetOfName } from '../../sheets/sheet-names';
import type { CellContent } from '../../sheets/sheet-spec';
import { type Snapshot } from '../snapshot';
import { buildSettingCells, padCells } from './setting-cells';
import { SETTING_IDS, SETTING_NAMES, type SettingId } from './setting-names';
import { buildSettingsSheet, SETTING_FORMATS } from './settings-sheet';

/** Returns true if the sheet *Cấu hình* exists with all its ranges. */
export function hasAllSettings({ progress }: Snapshot): boolean {
  return progress !== undefined && SETTING_IDS.every((id) => progress.ranges[id] !== undefined);
}

function isSameCells(
  cells: readonly (readonly CellContent[])[],
  values: readonly (readonly CellValue[])[],
): boolean {
  return values.every((line, row) => line.every((value, at) => (cells[row]?.[at] ?? '') === value));
}

/** Areas whose cells differ from what the settings are; the day is the clerk's and is never written. */
function findDifferentSettings(snapshot: Snapshot, settings: ProgressSettings): SettingId[] {
  const cells = buildSettingCells(settings);
  return SETTING_IDS.filter(
    (id) => id !== 'today' && !isSameCells(cells[id], snapshot.progress?.settings[id] ?? []),
  );
}

/**
 * Writes settings that differ, in the current places of their ranges. If a range has become too small, or
 * its name is gone, the sheet is written again.
 */
export function createSettingsOperations(
  snapshot: Snapshot,
  before: ProgressSettings,
  after: ProgressSettings,
): Operation[] {
  const { progress } = snapshot;
  // What could not be read stays for the clerk to see and correct.
  const asRead = new Set(findDifferentSettings(snapshot, before));
  const cells = buildSettingCells(after);
  const previous = buildSettingCells(before);
  const wanted = findDifferentSettings(snapshot, after).filter(
    (id) => !asRead.has(id) || !isEqual(cells[id], previous[id]),
  );
  if (wanted.length === 0) return [];
  const fits = wanted.every((id) => cells[id].length <= (progress?.settings[id]?.length ?? 0));
  const sheet = findSheetOfName(snapshot, SETTING_NAMES.today);
  if (!fits && sheet !== null) {
    const plan = buildSettingsSheet(after, sheet);
    const names = filterPresentNames(
      snapshot,
      plan.names.map(({ name }) => name),
    );
    return [{ kind: 'rewrite-sheet', sheet: plan, names, charts: [] }];
  }
  return wanted.flatMap((id): Operation[] => {
    const place = progress?.ranges[id];
    if (!place) return [];
    const { top, left, bottom } = place.area;
    const rows = padCells(id, cells[id]).slice(0, bottom - top + 1);
    const block = { row: top, column: left, numberFormats: SETTING_FORMATS[id], cells: rows };
    return [{ kind: 'write-blocks', sheet: place.sheet, blocks: [block] }];
  });
}
