import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../../reports/print-settings';
import type { PrintedAnnex } from '../../reports/printed-annex';
import type { Problem } from '../../shared/problem';
import { ok, type Result, warning } from '../../shared/result';
import { SHEET_NAMES } from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import { createRemoveSheetsOperation, filterPresentNames, getFreeSheetName } from '../../sheets/sheet-names';
import type { SheetSpec } from '../../sheets/sheet-spec';
import type { ChangeSet } from '../change-set';
import type { WorkbookMetadata } from '../school-workbook';
import { type Snapshot } from '../snapshot';
import type { PrintChange } from './print-change';
import { getDefaultWidths } from './print-layout';
import { PRINT_NAMES } from './print-names';
import { buildPrintSheet } from './print-sheet';
import {
  createPrintStamp,
  hashSheetTexts,
  isSameStamp,
  type PrintStamp,
  readPrintStamp,
  toStampFormula,
} from './print-stamp';
import { readPrintedAnnex } from './read-printed-annex';

const PRINT_NAME_LIST: readonly string[] = Object.values(PRINT_NAMES);

/** Excel rounds a width to its pixels, which differ between screens. */
const WIDTH_TOLERANCE = 1;

function hasSameWidths(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((width, at) => Math.abs(width - (b[at] ?? 0)) <= WIDTH_TOLERANCE);
}

type PrintWidths = { widths: number[]; isDefault: boolean };

/** Chooses the widths of the columns: a hand's changes stay, else the widths that fill the page. */
function chooseWidths(
  { print }: Snapshot,
  stamp: PrintStamp | null,
  annex: PrintedAnnex,
  settings: PrintSettings,
): PrintWidths {
  const usual = getDefaultWidths(annex, settings);
  if (!print || print.columns !== print.widths.length) return { widths: usual, isDefault: true };
  const isManaged = stamp !== null && hasSameWidths(print.widths, stamp.widths);
  if (isManaged && stamp.isDefault) return { widths: usual, isDefault: true };
  const now = isManaged ? stamp.widths : print.widths;
  const before = readPrintedAnnex(print).columns;
  return {
    widths: annex.columns.map(
      ({ id }, at) => now[before.findIndex((column) => column.id === id)] ?? usual[at] ?? 0,
    ),
    isDefault: false,
  };
}

function applySettings(
  metadata: WorkbookMetadata | null,
  settings: PrintSettings | null,
): WorkbookMetadata | null {
  if (!metadata) return null;
  const { paper: _before, summary, ...rest } = metadata;
  // In the order in which an import writes them, so that equal facts are equal texts.
  return settings ? { ...rest, paper: settings, summary } : { ...rest, summary };
}

/** Creates the operations that write the sheet. A deleted sheet leaves its names behind, which are removed. */
function createWriteOperations(snapshot: Snapshot, plan: SheetSpec): Operation[] {
  const names = filterPresentNames(snapshot, PRINT_NAME_LIST);
  if (snapshot.print) return [{ kind: 'rewrite-sheet', sheet: plan, names, charts: [] }];
  return [
    ...(names.length > 0 ? [{ kind: 'remove-names', names } satisfies Operation] : []),
    { kind: 'add-sheets', sheets: [plan], activate: plan.name },
  ];
}

function createRemoveOperations(snapshot: Snapshot): Operation[] {
  const { print } = snapshot;
  if (!print) return [];
  return [
    createRemoveSheetsOperation(snapshot, [print.sheet], filterPresentNames(snapshot, PRINT_NAME_LIST)),
  ];
}

/** Returns true if somebody has changed texts of the sheet since it was written. */
function isEdited({ print }: Snapshot, stamp: PrintStamp | null): boolean {
  return print !== null && print !== undefined && hashSheetTexts(print) !== stamp?.texts;
}

/** Creates the change that leads back to the current sheet. */
function createInverse({ print, metadataSheet }: Snapshot): PrintChange {
  return {
    kind: 'print',
    paper: print ? readPrintedAnnex(print) : null,
    settings: metadataSheet.metadata?.paper ?? null,
    ...(print ? { widths: print.widths } : {}),
  };
}

/**
 * Plans a change of the sheet to print: nothing if the sheet already shows the annex. Needs a snapshot with `print`.
 * Widths of columns stay; everything else is written again, with a warning if somebody changed texts.
 */
export function planPrint(snapshot: Snapshot, change: PrintChange): Result<ChangeSet> {
  const { print } = snapshot;
  const metadata = applySettings(snapshot.metadataSheet.metadata, change.settings);
  const inverse = createInverse(snapshot);
  if (change.paper === null) {
    return ok({ operations: createRemoveOperations(snapshot), inverse, metadata });
  }
  const settings = change.settings ?? DEFAULT_PRINT_SETTINGS;
  const stamp = readPrintStamp(snapshot);
  const { widths, isDefault: usual } = change.widths
    ? {
        widths: change.widths,
        isDefault: hasSameWidths(change.widths, getDefaultWidths(change.paper, settings)),
      }
    : chooseWidths(snapshot, stamp, change.paper, settings);
  const name = print?.sheet ?? getFreeSheetName(snapshot, SHEET_NAMES.print);
  const sheet = buildPrintSheet(change.paper, widths, settings, name);
  const made = createPrintStamp(sheet, change.settings, usual);
  const edited = isEdited(snapshot, stamp);
  if (print && stamp && !edited && isSameStamp(stamp, made)) {
    return ok({ operations: [], inverse, metadata });
  }
  const plan = {
    ...sheet,
    names: [...sheet.names, { name: PRINT_NAMES.mark, formula: toStampFormula(made) }],
  };
  const warnings: Problem[] = edited ? [warning('print-edited', { sheet: name })] : [];
  return ok({ operations: createWriteOperations(snapshot, plan), inverse, metadata }, warnings);
}
