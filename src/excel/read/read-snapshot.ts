import { formatRangeAddress } from '@phuluc/ooxml/a1';
import { DOCUMENTS_NAME } from '../../school-workbook/documents/documents-sheet';
import { findLastDone, findNextUndone } from '../../school-workbook/history';
import {
  EMPTY_METADATA_SHEET,
  METADATA_INDEX_RANGE,
  METADATA_SHEET,
  type MetadataSheet,
  readMetadataSheet,
} from '../../school-workbook/metadata-sheet';
import type {
  DocumentsSnapshot,
  RangeSnapshot,
  SheetSnapshot,
  Snapshot,
  TableSnapshot,
} from '../../school-workbook/snapshot';
import { SUMMARY_NAMES } from '../../school-workbook/summary/summary-names';
import { TASK_TABLE } from '../../school-workbook/tasks/task-columns';
import type { CellValue } from '../../sheets/cell-value';
import { queueFormulaRanges } from './formula-ranges';
import { getHeaderAndBody } from './get-header-and-body';
import { getLoadedValues } from './get-loaded-values';
import { getWorksheet } from './get-worksheet';
import {
  findNamedRange,
  findSheet,
  findTable,
  type Inventory,
  isTableProtected,
  readInventory,
} from './inventory';
import { queuePrintCells, queuePrintTable, toPrintSnapshot } from './print-snapshot';
import { queueLogFormulas, queueProgress, toProgressSnapshot } from './progress-snapshot';
import { queueOfficeSettings } from './queue-office-settings';
import { queueChangedCells } from './read-active-cells';
import { type QueuedTableFormulas, queueTableFormulas, toTableFormulas } from './table-formulas';
import { queueTargets, toTargetsSnapshot } from './targets-snapshot';

/** What is read in addition to the task table. */
type SnapshotScope = {
  /** The log of progress and its settings; read for undo and redo too. */
  progress?: boolean;
  /** The recorded changes, for undo and redo. */
  history?: boolean;
  /** With `history`: the entry to undo or redo, if it is not the next one. */
  entry?: number;
  /** The print sheet; read for undo and redo too. */
  print?: boolean;
  /** The settings that documents need; read with the print sheet, and with `progress` among all settings. */
  office?: boolean;
  /** The target table; read for undo and redo too. */
  targets?: boolean;
};

type QueuedTasks = {
  table: Excel.Table;
  range: Excel.Range;
  /** Null on a protected sheet, where Excel finds no special cells. */
  withFormulas: Excel.RangeAreas | null;
  head: Excel.Range;
};

/** Queues the load of the task table; null if there is none. */
function queueTasks(context: Excel.RequestContext, inventory: Inventory): QueuedTasks | null {
  const table = findTable(context, inventory, TASK_TABLE);
  if (!table) return null;
  table.load('name,showHeaders,worksheet/name');
  const range = getHeaderAndBody(table);
  range.load('rowIndex,columnIndex,values');
  const withFormulas = isTableProtected(inventory, TASK_TABLE) ? null : queueFormulaRanges(range);
  const head = getWorksheet(table).getRange('A1').getBoundingRect(range.getRow(0));
  head.load('values');
  return { table, range, withFormulas, head };
}

function toTasksSnapshot(
  { table, range, head }: QueuedTasks,
  formulas: QueuedTableFormulas | null,
): TableSnapshot {
  return {
    sheet: table.worksheet.name,
    top: range.rowIndex,
    left: range.columnIndex,
    values: getLoadedValues(range),
    formulas: formulas && toTableFormulas(formulas),
    isHeaderOff: !table.showHeaders,
    // Its last row is the header itself.
    head: getLoadedValues(head).slice(0, -1),
  };
}

type QueuedSummary = { sheet: Excel.Worksheet; used: Excel.Range };

/** Queues the load of the sheet that holds the totals, whatever its name is; null if there is none. */
function queueSummarySheet(context: Excel.RequestContext, inventory: Inventory): QueuedSummary | null {
  const whole = findNamedRange(context, inventory, SUMMARY_NAMES.whole);
  if (!whole) return null;
  const sheet = getWorksheet(whole);
  sheet.load('name,charts/items/name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex');
  return { sheet, used };
}

function toSummarySnapshot({ sheet, used }: QueuedSummary): SheetSnapshot {
  return {
    sheet: sheet.name,
    ...(used.isNullObject
      ? { top: 0, left: 0, formulas: [] }
      : { top: used.rowIndex, left: used.columnIndex, formulas: used.formulas as CellValue[][] }),
    charts: sheet.charts.items.map(({ name }) => name),
  };
}

type QueuedDocuments = { sheet: Excel.Worksheet; range: Excel.Range };

/** Queues the load of the lines of *Văn bản*; null if there is no such sheet. */
function queueDocuments(context: Excel.RequestContext, inventory: Inventory): QueuedDocuments | null {
  const range = findNamedRange(context, inventory, DOCUMENTS_NAME);
  if (!range) return null;
  const sheet = getWorksheet(range);
  sheet.load('name');
  range.load('values,rowIndex,columnIndex');
  return { sheet, range };
}

const toDocumentsSnapshot = ({ sheet, range }: QueuedDocuments): DocumentsSnapshot => ({
  sheet: sheet.name,
  top: range.rowIndex,
  left: range.columnIndex,
  values: getLoadedValues(range),
});

/**
 * Loads the cells that undo or redo would overwrite; takes one sync more.
 *
 * @returns null if none of the changes is one of single cells
 */
async function queueUndoCells(
  context: Excel.RequestContext,
  inventory: Inventory,
  metadata: MetadataSheet,
  entry: number | undefined,
): Promise<(() => RangeSnapshot[]) | null> {
  const ids = new Set([findLastDone(metadata)?.id, findNextUndone(metadata)?.id, entry]);
  const changes = [...ids].flatMap((id) => {
    const change = id === undefined ? undefined : metadata.changes.get(id);
    return change?.kind === 'cells' ? [change] : [];
  });
  if (changes.length === 0) return null;
  const read = queueChangedCells(context, inventory, changes);
  await context.sync();
  return read;
}

/**
 * Reads what every change needs: in one sync what there is, in a second one the cells, and in a third one the formulas
 * of the table, if it has any, and the recorded changes, if requested. Formulas are not always read, so that a response
 * stays below Excel's limit of 5 MB at 5,000 rows.
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  scope: SnapshotScope = {},
): Promise<Snapshot> {
  return readCells(context, await readInventory(context), scope);
}

/** Reads a snapshot of a workbook whose inventory has been read; the first sync answers other queued loads too. */
export async function readCells(
  context: Excel.RequestContext,
  inventory: Inventory,
  {
    history = false,
    entry,
    print = history,
    progress = history,
    office = print && !progress,
    targets = history,
  }: SnapshotScope = {},
): Promise<Snapshot> {
  const tasks = queueTasks(context, inventory);
  const summary = queueSummarySheet(context, inventory);
  const documents = queueDocuments(context, inventory);
  const printTable = print ? queuePrintTable(context, inventory) : null;
  const readOffice = office ? queueOfficeSettings(context, inventory) : null;
  const queuedProgress = progress ? queueProgress(context, inventory) : null;
  const queuedTargets = targets ? queueTargets(context, inventory) : null;
  const metadataSheet = findSheet(context, inventory, METADATA_SHEET);
  const metadataIndex = metadataSheet?.getRange(formatRangeAddress(METADATA_INDEX_RANGE));
  metadataIndex?.load('values');
  await context.sync();

  const hasFormulas = tasks !== null && tasks.withFormulas?.isNullObject !== true;
  const tableFormulas = hasFormulas ? queueTableFormulas(tasks.range, tasks.withFormulas) : null;
  const metadataCells = history ? metadataSheet?.getUsedRangeOrNullObject(true) : undefined;
  metadataCells?.load('values');
  const printCells = printTable && queuePrintCells(printTable);
  const hasLogFormulas = queuedProgress !== null && queueLogFormulas(queuedProgress);
  if (tableFormulas || metadataCells || hasLogFormulas || printCells) await context.sync();

  const metadataValues =
    metadataCells && !metadataCells.isNullObject ? metadataCells.values : metadataIndex?.values;
  const metadata = metadataValues ? readMetadataSheet(metadataValues as CellValue[][]) : EMPTY_METADATA_SHEET;
  const readUndoCells = metadataCells ? await queueUndoCells(context, inventory, metadata, entry) : null;
  const { sheets, tables, names } = inventory;
  return {
    sheets,
    tables: [...tables],
    names,
    tasks: tasks && toTasksSnapshot(tasks, tableFormulas),
    summary: summary && toSummarySnapshot(summary),
    ...(documents && { documents: toDocumentsSnapshot(documents) }),
    ...(print && { print: printCells && toPrintSnapshot(printCells) }),
    ...(readOffice && { office: readOffice() }),
    ...(queuedProgress && { progress: toProgressSnapshot(queuedProgress) }),
    ...(targets && { targets: queuedTargets && toTargetsSnapshot(queuedTargets) }),
    ...(readUndoCells && { ranges: readUndoCells() }),
    metadataSheet: metadata,
  };
}
