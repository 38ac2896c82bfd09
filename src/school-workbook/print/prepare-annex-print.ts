import { getSuperiorOnDate, type OfficeSettings } from '../../annex/office-settings';
import { namesOtherUnit, proposeUnitName } from '../../annex/propose-unit-name';
import type { Edition, Task } from '../../annex/types';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../../reports/print-settings';
import { buildPrintedAnnex, type PrintedAnnex } from '../../reports/printed-annex';
import type { IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import type { WorkbookMetadata } from '../school-workbook';
import { readOfficeSettings } from '../settings/read-settings';
import type { Snapshot } from '../snapshot';
import { readTasks, type TaskTable } from '../tasks/read-tasks';

const NO_EDITION: Edition = { issuer: '', number: '', date: '', title: '', year: null };

/** Returns the unit and the edition of the annex, as far as the workbook knows them. */
export function getDocumentMetadata(
  metadata: WorkbookMetadata | null,
): Pick<WorkbookMetadata, 'unit' | 'edition'> {
  return metadata ?? { unit: { name: '', code: '' }, edition: NO_EDITION };
}

/** Resolves the settings in force: the given ones, else the stored ones, else the usual ones of the Decree. */
export function resolvePrintSettings(
  metadata: WorkbookMetadata | null,
  given: Partial<PrintSettings> = {},
): PrintSettings {
  return {
    ...DEFAULT_PRINT_SETTINGS,
    ...metadata?.paper,
    ...given,
  };
}

/** Reads the office settings; needs a snapshot with `office`, `print` or `progress`. */
function readOfficeOfSnapshot({ progress, office }: Snapshot): OfficeSettings {
  return readOfficeSettings(progress?.settings ?? office ?? {}).office;
}

/** Settings of a paper of a day: what the paper itself leaves open comes from the office's settings. */
function applyOfficeSettings(settings: PrintSettings, office: OfficeSettings, on: IsoDate): PrintSettings {
  return {
    ...settings,
    superior: settings.superior || getSuperiorOnDate(office, on),
    wording: settings.wording || office.wording,
  };
}

type PreparedAnnexPrint = {
  annex: PrintedAnnex;
  /** As the workbook keeps them. */
  settings: PrintSettings;
  /** With what the office's settings say on the day. */
  effectiveSettings: PrintSettings;
  table: TaskTable;
  tasks: number;
  /** Whether the paper bears a name, and the right one. */
  issuerWarnings: Problem[];
};

/** Warns if the workbook does not say whose paper is made of it, or if its annex was made out for another unit. */
function checkPaperIssuer({ metadataSheet: { metadata } }: Snapshot, tasks: readonly Task[]): Problem[] {
  const { unit, edition } = getDocumentMetadata(metadata);
  if (unit.name.trim() === '') return [warning('unit-unnamed')];
  const annex = { edition, tasks: [...tasks] };
  return namesOtherUnit(annex, unit)
    ? [warning('unit-differs', {}, { unit: unit.name, named: proposeUnitName(annex) })]
    : [];
}

/** Prepares the annex of a tracked workbook for printing on a day. */
export function prepareAnnexPrint(
  snapshot: Snapshot,
  on: IsoDate,
  given: Partial<PrintSettings> = {},
): Result<PreparedAnnexPrint> {
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const tasks = table.value.rows.map(({ task }) => task).filter(({ content }) => content !== '');
  if (tasks.length === 0) {
    return err('nothing-to-print');
  }
  const { metadata } = snapshot.metadataSheet;
  const settings = resolvePrintSettings(metadata, given);
  const inForce = applyOfficeSettings(settings, readOfficeOfSnapshot(snapshot), on);
  const annex = buildPrintedAnnex(getDocumentMetadata(metadata), tasks, inForce);
  const value = {
    annex,
    settings,
    effectiveSettings: inForce,
    table: table.value,
    tasks: tasks.length,
    issuerWarnings: checkPaperIssuer(snapshot, tasks),
  };
  return ok(value);
}
