import { getSuperiorOnDate, type OfficeSettings } from '../../annex/office-settings';
import { namesOtherUnit, proposeUnitName } from '../../annex/propose-unit-name';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../../reports/print-settings';
import { buildPrintedAnnex, type PrintedAnnex } from '../../reports/printed-annex';
import type { IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import { hasSeveralDocuments } from '../documents/documents';
import type { WorkbookMetadata } from '../school-workbook';
import { readOfficeSettings } from '../settings/read-settings';
import type { Snapshot } from '../snapshot';
import { readTasks, type TaskTable } from '../tasks/read-tasks';
import { type PaperTasks, selectPaperTasks } from './select-document';

/** What was typed in place of one document's title must not stand over another document. */
const NAMES_OF_ONE_DOCUMENT = {
  label: '',
  title: '',
  reference: '',
} as const satisfies Partial<PrintSettings>;

/** Resolves the settings in force: the given ones, else the stored ones, else the usual ones of the Decree. */
export function resolvePrintSettings(
  metadata: WorkbookMetadata | null,
  given: Partial<PrintSettings> = {},
): PrintSettings {
  const several = metadata !== null && hasSeveralDocuments(metadata);
  return {
    ...DEFAULT_PRINT_SETTINGS,
    ...metadata?.paper,
    ...(several && NAMES_OF_ONE_DOCUMENT),
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
  paper: PaperTasks;
  tasks: number;
  /** Whether the paper bears a name, and the right one. */
  issuerWarnings: Problem[];
};

/** Warns if the workbook does not say whose paper is made of it, or if its annex was made out for another unit. */
function checkPaperIssuer({ metadata: { unit, edition }, tasks }: PaperTasks): Problem[] {
  if (unit.name.trim() === '') return [warning('unit-unnamed')];
  const annex = { edition, tasks };
  return namesOtherUnit(annex, unit)
    ? [warning('unit-differs', {}, { unit: unit.name, named: proposeUnitName(annex) })]
    : [];
}

type PaperChoice = {
  on: IsoDate;
  given?: Partial<PrintSettings> | undefined;
  /** Code of the document in a workbook of several. */
  document?: string | null | undefined;
  allowsAll?: boolean;
};

/** Prepares the annex of a tracked workbook for printing on a day. */
export function prepareAnnexPrint(
  snapshot: Snapshot,
  { on, given = {}, document = null, allowsAll = false }: PaperChoice,
): Result<PreparedAnnexPrint> {
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const { metadata } = snapshot.metadataSheet;
  const paper = selectPaperTasks(metadata, table.value, document, allowsAll);
  if (!paper.ok) return paper;
  const { tasks } = paper.value;
  if (tasks.length === 0) {
    return err('nothing-to-print');
  }
  const settings = resolvePrintSettings(metadata, given);
  const inForce = applyOfficeSettings(settings, readOfficeOfSnapshot(snapshot), on);
  const annex = buildPrintedAnnex(paper.value.metadata, tasks, inForce);
  const value = {
    annex,
    settings,
    effectiveSettings: inForce,
    table: table.value,
    paper: paper.value,
    tasks: tasks.length,
    issuerWarnings: checkPaperIssuer(paper.value),
  };
  return ok(value);
}
