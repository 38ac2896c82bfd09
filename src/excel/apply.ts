import { areaOf } from '../workbook/address';
import type { SheetPlan } from '../workbook/sheet-plan';
import type { Step } from '../workbook/step';
import { ACTION_BYTES, openOutbox } from './outbox';
import type { Outbox } from './outbox';
import { rangeOf } from './ranges';
import { writeBlock, writeCells, writeFills } from './write-block';
import { validate, writeConditionalFormat, writeValidation } from './write-rules';
import { finishSheet, fitRows, makeTable, writeContents, writeNames, writeTable } from './write-sheet';

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** Contents of all sheets, then their tables and names, then what speaks of them. */
async function addSheets(outbox: Outbox, { sheets, activate }: StepOf<'add-sheets'>): Promise<void> {
  const { workbook } = outbox.context;
  const added: { sheet: Excel.Worksheet; plan: SheetPlan }[] = [];
  for (const plan of sheets) {
    const sheet = workbook.worksheets.add(plan.name);
    await writeContents(outbox, sheet, plan);
    added.push({ sheet, plan });
  }
  for (const { sheet, plan } of added) {
    await outbox.room((4 + 2 * plan.names.length) * ACTION_BYTES);
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
function ownRange(sheet: Excel.Worksheet, { ownColumns }: SheetPlan): Excel.Range {
  return ownColumns === undefined
    ? sheet.getRange()
    : rangeOf(sheet, areaOf(0, 0, 1, ownColumns)).getEntireColumn();
}

async function rewriteSheet(
  outbox: Outbox,
  { sheet: plan, names, charts }: StepOf<'rewrite-sheet'>,
): Promise<void> {
  const { workbook } = outbox.context;
  const sheet = workbook.worksheets.getItem(plan.name);
  await outbox.room((8 + names.length + plan.names.length) * ACTION_BYTES);
  for (const chart of charts) sheet.charts.getItem(chart).delete();
  const own = ownRange(sheet, plan);
  own.clear();
  own.conditionalFormats.clearAll();
  await writeContents(outbox, sheet, plan);
  writeNames(workbook, plan, names);
  await finishSheet(outbox, sheet, plan);
}

async function removeSheets(
  outbox: Outbox,
  { sheets, names, instead }: StepOf<'remove-sheets'>,
): Promise<void> {
  const { workbook } = outbox.context;
  await outbox.room((sheets.length + names.length + 2) * ACTION_BYTES);
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
  outbox: Outbox,
  { sheet: name, table, index, block }: StepOf<'insert-rows'>,
): Promise<void> {
  const { workbook } = outbox.context;
  const sheet = workbook.worksheets.getItem(name);
  const blanks = block.cells.map((line) => line.map(() => ''));
  await outbox.room(2 * ACTION_BYTES + blanks.length * (3 * block.numberFormats.length + 2));
  workbook.tables.getItem(table).rows.add(index, blanks);
  await writeBlock(outbox, sheet, block);
}

async function addColumn(outbox: Outbox, step: StepOf<'add-column'>): Promise<void> {
  await outbox.room(10 * ACTION_BYTES);
  const sheet = outbox.context.workbook.worksheets.getItem(step.sheet);
  const column = sheet.tables.getItem(step.table).columns.add(-1, undefined, step.header);
  const body = column.getDataBodyRange();
  body.numberFormat = step.numberFormat as unknown as string[][];
  body.getEntireColumn().format.columnWidth = step.width;
  if (step.validation) validate(body, step.validation);
}

async function take(outbox: Outbox, step: Step): Promise<void> {
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
      await outbox.room(step.names.length * ACTION_BYTES);
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
        await outbox.room(3 * ACTION_BYTES);
        rangeOf(sheetOf(step.sheet), area).format.font.name = step.font;
      }
      return;
    case 'make-table':
      await outbox.room(6 * ACTION_BYTES);
      makeTable(sheetOf(step.sheet), step.table);
      return;
    case 'rename-table':
      await outbox.room(2 * ACTION_BYTES);
      sheetOf(step.sheet).tables.getItem(step.table).name = step.name;
      return;
    case 'add-column':
      return addColumn(outbox, step);
    case 'validate':
      await outbox.room(step.validations.length * 6 * ACTION_BYTES);
      for (const validation of step.validations) writeValidation(sheetOf(step.sheet), validation);
      return;
    case 'reformat': {
      const sheet = sheetOf(step.sheet);
      await outbox.room((2 + 8 * step.formats.length) * ACTION_BYTES);
      rangeOf(sheet, step.area).conditionalFormats.clearAll();
      // Excel puts a new rule above those that are there: the strongest comes last.
      for (const format of [...step.formats].reverse()) writeConditionalFormat(sheet, format);
      return;
    }
    case 'clear-validation':
      await outbox.room(2 * ACTION_BYTES);
      rangeOf(sheetOf(step.sheet), step.area).dataValidation.clear();
      return;
    case 'clear-cells':
      await outbox.room(2 * ACTION_BYTES);
      rangeOf(sheetOf(step.sheet), step.area).clear();
      return;
    case 'delete-rows':
      await outbox.room(2 * ACTION_BYTES);
      rangeOf(sheetOf(step.sheet), step.area).delete('Up');
      return;
    case 'place-sheet':
      await outbox.room(2 * ACTION_BYTES);
      sheetOf(step.sheet).position = step.position;
      return;
    case 'row-heights':
      await outbox.room(step.heights.length * 2 * ACTION_BYTES);
      for (const { row, height } of step.heights) {
        rangeOf(sheetOf(step.sheet), areaOf(row, 0, 1, 1)).format.rowHeight = height;
      }
      return;
    case 'fit-rows':
      await outbox.room(2 * ACTION_BYTES);
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
export async function applySteps<Read>(
  context: Excel.RequestContext,
  steps: readonly Step[],
  readBack: () => Read,
): Promise<Read> {
  const outbox = openOutbox(context);
  for (const step of steps) await take(outbox, step);
  const read = readBack();
  await outbox.send();
  return read;
}
