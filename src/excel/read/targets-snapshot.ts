import type { TableSnapshot } from '../../school-workbook/snapshot';
import { TARGET_TABLE } from '../../school-workbook/targets/target-columns';
import type { CellValue } from '../../sheets/cell-value';
import { getHeaderAndBody } from './get-header-and-body';

type QueuedTargets = { table: Excel.Table; range: Excel.Range; head: Excel.Range };

/** Queues the load of the target table. */
export function queueTargets(workbook: Excel.Workbook): QueuedTargets {
  const table = workbook.tables.getItemOrNullObject(TARGET_TABLE);
  table.load('name,showHeaders,worksheet/name,autoFilter/isDataFiltered');
  const range = getHeaderAndBody(table);
  range.load('rowIndex,columnIndex,values,formulas');
  const head = table.worksheet.getRange('A1').getBoundingRect(range.getRow(0));
  head.load('values');
  return { table, range, head };
}

/**
 * Converts what `queueTargets` loaded.
 *
 * @returns null if the workbook has no targets
 */
export function toTargetsSnapshot({ table, range, head }: QueuedTargets): TableSnapshot | null {
  return table.isNullObject
    ? null
    : {
        sheet: table.worksheet.name,
        top: range.rowIndex,
        left: range.columnIndex,
        values: range.values as CellValue[][],
        formulas: range.formulas,
        filtered: table.autoFilter.isDataFiltered,
        isHeaderOff: !table.showHeaders,
        // Its last row is the header itself.
        head: head.values.slice(0, -1) as CellValue[][],
      };
}
