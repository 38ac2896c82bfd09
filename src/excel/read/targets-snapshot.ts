import type { TableSnapshot } from '../../school-workbook/snapshot';
import { TARGET_TABLE } from '../../school-workbook/targets/target-columns';
import { getHeaderAndBody } from './get-header-and-body';
import { getLoadedValues } from './get-loaded-values';
import { findTable, type Inventory } from './inventory';

type QueuedTargets = { table: Excel.Table; range: Excel.Range; head: Excel.Range };

/**
 * Queues the load of the target table.
 *
 * @returns null if the workbook has no targets
 */
export function queueTargets(context: Excel.RequestContext, inventory: Inventory): QueuedTargets | null {
  const table = findTable(context, inventory, TARGET_TABLE);
  if (!table) return null;
  table.load('name,showHeaders,worksheet/name');
  const range = getHeaderAndBody(table);
  range.load('rowIndex,columnIndex,values,formulas');
  const head = table.worksheet.getRange('A1').getBoundingRect(range.getRow(0));
  head.load('values');
  return { table, range, head };
}

/** Converts what `queueTargets` loaded. */
export function toTargetsSnapshot({ table, range, head }: QueuedTargets): TableSnapshot {
  return {
    sheet: table.worksheet.name,
    top: range.rowIndex,
    left: range.columnIndex,
    values: getLoadedValues(range),
    formulas: range.formulas,
    isHeaderOff: !table.showHeaders,
    // Its last row is the header itself.
    head: getLoadedValues(head).slice(0, -1),
  };
}
