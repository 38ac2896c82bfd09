import { createRange } from '@phuluc/ooxml/a1';
import type { Problem } from '../../shared/problem';
import type { Operation } from '../../sheets/operation';
import type { SheetSpec } from '../../sheets/sheet-spec';
import { ACTION_BYTES, createRequestBatcher, type RequestBatcher } from './request-batcher';
import { runDecorations } from './run-decorations';
import {
  queueRowCheck,
  readTableRowCounts,
  recordDeletedRows,
  type TableRowCounts,
} from './table-row-counts';
import { getWorksheetRange } from './worksheet-range';
import { writeBlock, writeCells, writeFills } from './write-block';
import { applyValidation, writeConditionalFormat, writeValidation } from './write-rules';
import { addTable, finishSheet, fitRows, writeNames, writeSheetContents, writeTable } from './write-sheet';

type OperationOfKind<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** Adds sheets: the contents of all, then their tables and names, then what refers to these. */
async function addSheets(
  batcher: RequestBatcher,
  { sheets, activate }: OperationOfKind<'add-sheets'>,
): Promise<void> {
  const { workbook } = batcher.context;
  const added: { sheet: Excel.Worksheet; spec: SheetSpec }[] = [];
  for (const spec of sheets) {
    const sheet = workbook.worksheets.add(spec.name);
    await writeSheetContents(batcher, sheet, spec);
    added.push({ sheet, spec });
  }
  for (const { sheet, spec } of added) {
    await batcher.reserve((4 + 2 * spec.names.length) * ACTION_BYTES);
    writeTable(sheet, spec);
    writeNames(workbook, spec);
  }
  for (const { sheet, spec } of added) await finishSheet(batcher, sheet, spec);
  if (activate !== null)
    batcher.decorations.push({
      kind: 'activation',
      sheet: activate,
      queue: () => {
        const sheet = workbook.worksheets.getItem(activate);
        sheet.activate();
        sheet.getRange('A1').select();
      },
    });
}

/** Returns the columns that the add-in manages; the others belong to the user. */
function getManagedRange(sheet: Excel.Worksheet, { managedColumns }: SheetSpec): Excel.Range {
  return managedColumns === undefined
    ? sheet.getRange()
    : getWorksheetRange(sheet, createRange(0, 0, 1, managedColumns)).getEntireColumn();
}

async function rewriteSheet(
  batcher: RequestBatcher,
  { sheet: spec, names, charts }: OperationOfKind<'rewrite-sheet'>,
): Promise<void> {
  const { workbook } = batcher.context;
  const sheet = workbook.worksheets.getItem(spec.name);
  await batcher.reserve((8 + names.length + spec.names.length) * ACTION_BYTES);
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  const managed = getManagedRange(sheet, spec);
  const rows = sheet.getUsedRange().getEntireRow();
  managed.clear();
  managed.conditionalFormats.clearAll();
  // Heights of what stood there before would stay, and with them those of charts.
  rows.format.autofitRows();
  await writeSheetContents(batcher, sheet, spec);
  writeNames(workbook, spec, names);
  await finishSheet(batcher, sheet, spec);
}

async function removeSheets(
  batcher: RequestBatcher,
  { sheets, names, instead }: OperationOfKind<'remove-sheets'>,
): Promise<void> {
  const { workbook } = batcher.context;
  await batcher.reserve((sheets.length + names.length + 2) * ACTION_BYTES);
  if (instead !== null) workbook.worksheets.add(instead);
  for (const name of names) workbook.names.getItem(name).delete();
  for (const name of sheets) {
    const sheet = workbook.worksheets.getItem(name);
    // Excel does not delete a sheet that is very hidden.
    sheet.visibility = 'Visible';
    sheet.delete();
  }
}

/** Adds rows to a table, at its end by the index -1: that of the row after the last one is not documented. */
async function insertRows(
  batcher: RequestBatcher,
  { sheet: name, table, index, block }: OperationOfKind<'insert-rows'>,
  counts: TableRowCounts,
): Promise<void> {
  const { workbook } = batcher.context;
  const sheet = workbook.worksheets.getItem(name);
  // Excel may leave out blank rows, so each has a number until it gets its contents.
  const rows = block.cells.map((line) => line.map((_, column) => (column === 0 ? 0 : '')));
  await batcher.reserve(2 * ACTION_BYTES + rows.length * (3 * block.numberFormats.length + 2));
  const known = counts.get(table);
  workbook.tables.getItem(table).rows.add(known && index >= known.count ? -1 : index, rows);
  if (known) known.count += rows.length;
  await writeBlock(batcher, sheet, block);
}

async function addColumn(batcher: RequestBatcher, operation: OperationOfKind<'add-column'>): Promise<void> {
  await batcher.reserve(10 * ACTION_BYTES);
  const sheet = batcher.context.workbook.worksheets.getItem(operation.sheet);
  const column = sheet.tables.getItem(operation.table).columns.add(-1, undefined, operation.header);
  const body = column.getDataBodyRange();
  body.numberFormat = operation.numberFormat as unknown as string[][];
  if (operation.width !== undefined) body.getEntireColumn().format.columnWidth = operation.width;
  if (operation.validation) applyValidation(body, operation.validation);
}

async function applyOperation(
  batcher: RequestBatcher,
  operation: Operation,
  isSingly: (sheet: string) => boolean,
  counts: TableRowCounts,
): Promise<void> {
  const { workbook } = batcher.context;
  const getSheet = (name: string): Excel.Worksheet => workbook.worksheets.getItem(name);
  switch (operation.kind) {
    case 'add-sheets':
      return addSheets(batcher, operation);
    case 'rewrite-sheet':
      return rewriteSheet(batcher, operation);
    case 'remove-sheets':
      return removeSheets(batcher, operation);
    case 'insert-rows':
      return insertRows(batcher, operation, counts);
    case 'remove-names':
      await batcher.reserve(operation.names.length * ACTION_BYTES);
      for (const name of operation.names) workbook.names.getItem(name).delete();
      return;
    case 'write-blocks':
      for (const block of operation.blocks) await writeBlock(batcher, getSheet(operation.sheet), block);
      return;
    case 'write-cells':
      return writeCells(batcher, getSheet(operation.sheet), operation, isSingly(operation.sheet));
    case 'fill':
      return writeFills(batcher, getSheet(operation.sheet), operation.fills);
    case 'cell-fonts':
      for (const area of operation.areas) {
        await batcher.reserve(3 * ACTION_BYTES);
        getWorksheetRange(getSheet(operation.sheet), area).format.font.name = operation.font;
      }
      return;
    case 'make-table':
      await batcher.reserve(6 * ACTION_BYTES);
      addTable(getSheet(operation.sheet), operation.table);
      return;
    case 'rename-table':
      await batcher.reserve(2 * ACTION_BYTES);
      getSheet(operation.sheet).tables.getItem(operation.table).name = operation.name;
      return;
    case 'show-headers':
      await batcher.reserve(2 * ACTION_BYTES);
      getSheet(operation.sheet).tables.getItem(operation.table).showHeaders = true;
      return;
    case 'add-column':
      return addColumn(batcher, operation);
    case 'remove-column':
      await batcher.reserve(3 * ACTION_BYTES);
      getSheet(operation.sheet).tables.getItem(operation.table).columns.getItem(operation.header).delete();
      return;
    case 'validate':
      await batcher.reserve(operation.validations.length * 6 * ACTION_BYTES);
      for (const validation of operation.validations) writeValidation(getSheet(operation.sheet), validation);
      return;
    case 'reformat': {
      const sheet = getSheet(operation.sheet);
      await batcher.reserve((2 + 8 * operation.formats.length) * ACTION_BYTES);
      getWorksheetRange(sheet, operation.area).conditionalFormats.clearAll();
      // Excel puts a new rule above the existing ones, so the one with the highest priority comes last.
      for (const format of [...operation.formats].reverse()) writeConditionalFormat(sheet, format);
      return;
    }
    case 'clear-validation':
      await batcher.reserve(2 * ACTION_BYTES);
      getWorksheetRange(getSheet(operation.sheet), operation.area).dataValidation.clear();
      return;
    case 'clear-cells':
      await batcher.reserve(2 * ACTION_BYTES);
      getWorksheetRange(getSheet(operation.sheet), operation.area).clear();
      return;
    case 'delete-rows':
      await batcher.reserve(2 * ACTION_BYTES);
      getWorksheetRange(getSheet(operation.sheet), operation.area).delete('Up');
      recordDeletedRows(counts, operation.sheet, operation.area.bottom - operation.area.top + 1);
      return;
    case 'place-sheet':
      await batcher.reserve(2 * ACTION_BYTES);
      getSheet(operation.sheet).position = operation.position;
      return;
    case 'row-heights':
      await batcher.reserve(operation.heights.length * 2 * ACTION_BYTES);
      for (const { row, height } of operation.heights) {
        getWorksheetRange(getSheet(operation.sheet), createRange(row, 0, 1, 1)).format.rowHeight = height;
      }
      return;
    case 'fit-rows':
      await batcher.reserve(2 * ACTION_BYTES);
      fitRows(getSheet(operation.sheet), operation);
      return;
  }
}

/**
 * Applies the operations in order, in requests below 1 MB: one, and another for each further 0.9 MB. `readBack` queues
 * loads that the last of these requests answers. Page set-up, charts, frozen panes and activation follow in a request
 * of their own; what Excel rejects of it becomes a warning. Cells of the sheets `singly` are written one by one.
 *
 * @returns what `readBack` returned, and the warnings
 * @throws what office.js throws; operations before the failing one keep their effect
 */
export async function applyOperations<Read>(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  readBack: () => Read,
  singly: ReadonlySet<string> = new Set(),
): Promise<{ read: Read; warnings: Problem[] }> {
  const batcher = createRequestBatcher(context);
  const counts = await readTableRowCounts(context, operations);
  for (const operation of operations)
    await applyOperation(batcher, operation, (sheet) => singly.has(sheet), counts);
  const read = readBack();
  const checkRows = queueRowCheck(context, counts);
  await batcher.send();
  checkRows();
  return { read, warnings: await runDecorations(context, batcher.decorations) };
}
