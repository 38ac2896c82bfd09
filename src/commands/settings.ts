import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import type { ProgressSettings } from '../progress/progress-settings';
import { getUndoWarnings, planChange } from '../school-workbook/plan-change';
import { planProgress } from '../school-workbook/progress/plan-progress';
import { EMPTY_METADATA, type Unit } from '../school-workbook/school-workbook';
import { SETTING_NAMES } from '../school-workbook/settings/setting-names';
import {
  type AffectedSheet,
  buildSettingsChange,
  getAffectedSheets,
  type SettingsEdit,
} from '../school-workbook/settings/settings-change';
import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { err, ok, type Result } from '../shared/result';
import { findSheetOfName } from '../sheets/sheet-names';
import type { Command, StagedCommand } from './command';
import { type ProgressContext, readProgressContext } from './progress/progress-context';

export type { SettingsEdit, AffectedSheet } from '../school-workbook/settings/settings-change';

export type SettingsView = {
  unit: Unit;
  settings: ProgressSettings;
  /** The sheet with the settings, whatever its name is; null if there is none yet. */
  sheet: string | null;
  hasLog: boolean;
  /** Problems of the cells that could not be read. */
  unread: Problem[];
};

/** Reads the settings of the workbook. */
export const readSettingsView: Command<void, SettingsView> = {
  id: 'look-at-settings',
  labelKey: 'command.look',
  run: () =>
    runOnWorkbook<SettingsView>(async (context) => {
      const read = await readProgressContext(context);
      if (!read.ok) return read;
      const { snapshot, progress } = read.value;
      const value: SettingsView = {
        unit: (snapshot.metadataSheet.metadata ?? EMPTY_METADATA).unit,
        settings: progress.settings,
        sheet: findSheetOfName(snapshot, SETTING_NAMES.today),
        hasLog: progress.log !== null,
        unread: progress.warnings,
      };
      return ok(value);
    }),
};

export type StagedSettings = {
  edit: SettingsEdit;
  /** Sheets that are created or changed; none if nothing changes. */
  sheets: AffectedSheet[];
  /** Rows of *Tiến độ* that are added, moved to another deadline or removed. */
  deadlines: { added: number; moved: number; removed: number };
  willWrite: boolean;
};
type SettingsOutcome = { written: boolean };

function prepareSettings(
  { snapshot, progress }: ProgressContext,
  edit: SettingsEdit,
): Result<StagedSettings> {
  const change = buildSettingsChange(snapshot.metadataSheet.metadata, progress.settings, edit);
  const deadlines = { added: 0, moved: 0, removed: 0 };
  if (!change) {
    return ok({ edit, sheets: [], deadlines, willWrite: false });
  }
  const planned = planChange(snapshot, change);
  if (!planned.ok) return planned;
  const renewed = change.kind === 'progress' ? planProgress(snapshot, change) : null;
  for (const { change: kind } of renewed?.ok ? renewed.value.rows : []) {
    if (kind === 'added' || kind === 'moved' || kind === 'removed') deadlines[kind] += 1;
  }
  return ok({ edit, sheets: getAffectedSheets(snapshot, planned.value), deadlines, willWrite: true }, [
    ...planned.warnings,
    ...getUndoWarnings(planned.value),
  ]);
}

/**
 * Changes the settings of the unit: its name, code and other names, the authorities above it and the recipients by day,
 * the wording, the report calendar and how deadlines are read. Staged; one entry in the history. Settings in
 * *Cấu hình* that the edit does not name are retained, also if they were typed by hand.
 */
export const changeSettings: StagedCommand<SettingsEdit, StagedSettings, SettingsOutcome> = {
  id: 'change-settings',
  labelKey: 'command.change-settings',
  stage: (_, edit) =>
    runOnWorkbook<StagedSettings>(async (context) => {
      const read = await readProgressContext(context);
      return read.ok ? prepareSettings(read.value, edit) : read;
    }),
  run: ({ now }, staged) =>
    runOnWorkbook<SettingsOutcome>(async (context) => {
      const read = await readProgressContext(context);
      if (!read.ok) return read;
      const { snapshot, progress } = read.value;
      const current = prepareSettings(read.value, staged.edit);
      if (!current.ok) return current;
      if (!isEqual(current.value, staged)) return err('workbook-changed');
      const change = buildSettingsChange(snapshot.metadataSheet.metadata, progress.settings, staged.edit);
      if (!change) return ok({ written: false });
      const command = changeSettings.id;
      const done = await changeWorkbook(context, snapshot, change, { command, at: now() });
      return done.ok ? { ...done, value: { written: done.value.written } } : done;
    }),
};
