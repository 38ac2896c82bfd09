import { createRange } from '@phuluc/ooxml/a1';
import type { Operation } from '../../sheets/operation';
import type { SheetSpec } from '../../sheets/sheet-spec';
import { ACTION_BYTES, createRequestBatcher, type RequestBatcher } from './request-batcher';
import { getWorksheetRange } from './worksheet-range';
import { writeBlock, writeCells, writeFills } from './write-block';
import { applyValidation, writeConditionalFormat, writeValidation } from './write-rules';
import { addTable, finishSheet, fitRows, writeNames, writeSheetContents, writeTable } from './write-sheet';

type OperationOfKind<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** Contents of all sheets, then their tables and names, then what speaks of them. */
async function addSheets(
  outbox: RequestBatcher,
  { sheets, activate }: OperationOfKind<'add-sheets'>,
): Promise<void> {
  const { workbook } = outbox.context;
  const added: { sheet: Excel.Worksheet; plan: SheetSpec }[] = [];
  for (const plan of sheets) {
    const sheet = workbook.worksheets.add(plan.name);
    await writeSheetContents(outbox, sheet, plan);
    added.push({ sheet, plan });
  }
  for (const { sheet, plan } of added) {
    await outbox.reserve((4 + 2 * plan.names.length) * ACTION_BYTES);
    writeTable(sheet, plan);
    writeNames(workbook, plan);
  }
  for (const { sheet, plan } of added) await finishSheet(outbox, sheet, plan);
  if (activate !== null) {
    const sheet = workbook.worksheets.getItem(activate);
    sheet.activate();
    sheet.getRange('A1').select();
  }
}

/** What stands in other columns is the user's. */
function getManagedRange(sheet: Excel.Worksheet, { managedColumns: ownColumns }: SheetSpec): Excel.Range {
  return ownColumns === undefined
    ? sheet.getRange()
    : getWorksheetRange(sheet, createRange(0, 0, 1, ownColumns)).getEntireColumn();
}

async function rewriteSheet(
  outbox: RequestBatcher,
  { sheet: plan, names, charts }: OperationOfKind<'rewrite-sheet'>,
): Promise<void> {
  const { workbook } = outbox.context;
  const sheet = workbook.worksheets.getItem(plan.name);
  await outbox.reserve((8 + names.length + plan.names.length) * ACTION_BYTES);
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  const own = getManagedRange(sheet, plan);
  own.clear();
  own.conditionalFormats.clearAll();
  await writeSheetContents(outbox, sheet, plan);
  writeNames(workbook, plan, names);
  await finishSheet(outbox, sheet, plan);
}

async function removeSheets(
  outbox: RequestBatcher,
  { sheets, names, instead }: OperationOfKind<'remove-sheets'>,
): Promise<void> {
  const { workbook } = outbox.context;
  await outbox.reserve((sheets.length + names.length + 2) * ACTION_BYTES);
  if (instead !== null) workbook.worksheets.add(instead);
  for (const name of names) workbook.names.getItem(name).delete();
  for (const name of sheets) {
    const sheet = workbook.worksheets.getItem(name);
    // Excel does not delete a sheet that is very hidden.
    sheet.visibility = 'Visible';
    sheet.delete();
  }
}

async function insertRows(
  outbox: RequestBatcher,
  { sheet: name, table, index, block }: OperationOfKind<'insert-rows'>,
): Promise<void> {
  const { workbook } = outbox.context;
  const sheet = workbook.worksheets.getItem(name);
  const blanks = block.cells.map((line) => line.map(() => ''));
  await outbox.reserve(2 * ACTION_BYTES + blanks.length * (3 * block.numberFormats.length + 2));
  workbook.tables.getItem(table).rows.add(index, blanks);
  await writeBlock(outbox, sheet, block);
}

async function addColumn(outbox: RequestBatcher, step: OperationOfKind<'add-column'>): Promise<void> {
  await outbox.reserve(10 * ACTION_BYTES);
  const sheet = outbox.context.workbook.worksheets.getItem(step.sheet);
  const column = sheet.tables.getItem(step.table).columns.add(-1, undefined, step.header);
  const body = column.getDataBodyRange();
  body.numberFormat = step.numberFormat as unknown as string[][];
  body.getEntireColumn().format.columnWidth = step.width;
  if (step.validation) applyValidation(body, step.validation);
}

async function applyOperation(outbox: RequestBatcher, step: Operation): Promise<void> {
  const { workbook } = outbox.context;
  const sheetOf = (name: string): Excel.Worksheet => workbook.worksheets.getItem(name);
  switch (step.kind) {
    case 'add-sheets':
      return addSheets(outbox, step);
    case 'rewrite-sheet':
      return rewriteSheet(outbox, step);
    case 'remove-sheets':
      return removeSheets(outbox, step);
    case 'insert-rows':
      return insertRows(outbox, step);
    case 'remove-names':
      await outbox.reserve(step.names.length * ACTION_BYTES);
      for (const name of step.names) workbook.names.getItem(name).delete();
      return;
    case 'write-blocks':
      for (const block of step.blocks) await writeBlock(outbox, sheetOf(step.sheet), block);
      return;
    case 'write-cells':
      return writeCells(outbox, sheetOf(step.sheet), step.row, step.column, step.cells);
    case 'fill':
      return writeFills(outbox, sheetOf(step.sheet), step.fills);
    case 'cell-fonts':
      for (const area of step.areas) {
        await outbox.reserve(3 * ACTION_BYTES);
        getWorksheetRange(sheetOf(step.sheet), area).format.font.name = step.font;
      }
      return;
    case 'make-table':
      await outbox.reserve(6 * ACTION_BYTES);
      addTable(sheetOf(step.sheet), step.table);
      return;
    case 'rename-table':
      await outbox.reserve(2 * ACTION_BYTES);
      sheetOf(step.sheet).tables.getItem(step.table).name = step.name;
      return;
    case 'add-column':
      return addColumn(outbox, step);
    case 'validate':
      await outbox.reserve(step.validations.length * 6 * ACTION_BYTES);
      for (const validation of step.validations) writeValidation(sheetOf(step.sheet), validation);
      return;
    case 'reformat': {
      const sheet = sheetOf(step.sheet);
      await outbox.reserve((2 + 8 * step.formats.length) * ACTION_BYTES);
      getWorksheetRange(sheet, step.area).conditionalFormats.clearAll();
      // Excel puts a new rule above those that are there: the strongest comes last.
      for (const format of [...step.formats].reverse()) writeConditionalFormat(sheet, format);
      return;
    }
    case 'clear-validation':
      await outbox.reserve(2 * ACTION_BYTES);
      getWorksheetRange(sheetOf(step.sheet), step.area).dataValidation.clear();
      return;
    case 'clear-cells':
      await outbox.reserve(2 * ACTION_BYTES);
      getWorksheetRange(sheetOf(step.sheet), step.area).clear();
      return;
    case 'delete-rows':
      await outbox.reserve(2 * ACTION_BYTES);
      getWorksheetRange(sheetOf(step.sheet), step.area).delete('Up');
      return;
    case 'place-sheet':
      await outbox.reserve(2 * ACTION_BYTES);
      sheetOf(step.sheet).position = step.position;
      return;
    case 'row-heights':
      await outbox.reserve(step.heights.length * 2 * ACTION_BYTES);
      for (const { row, height } of step.heights) {
        getWorksheetRange(sheetOf(step.sheet), createRange(row, 0, 1, 1)).format.rowHeight = height;
      }
      return;
    case 'fit-rows':
      await outbox.reserve(2 * ACTION_BYTES);
      fitRows(sheetOf(step.sheet), step);
      return;
  }
}

/**
 * Does the steps in order, in requests below 1 MB: one, and another for each further 0.9 MB. `readBack` queues loads
 * that are answered by the last request, after everything is written; what it gives is given back.
 *
 * @throws what office.js throws; steps before the failing one keep their effect
 */
export async function applyOperations<Read>(
  context: Excel.RequestContext,
  steps: readonly Operation[],
  readBack: () => Read,
): Promise<Read> {
  const outbox = createRequestBatcher(context);
  for (const step of steps) await applyOperation(outbox, step);
  const read = readBack();
  await outbox.send();
  return read;
}
