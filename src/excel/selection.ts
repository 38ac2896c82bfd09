import type { TaskTable } from '../school-workbook/tasks/read-tasks';

/** Rows of a managed table by their keys. */
export type KeyedRows = { rows: readonly { key: string; index: number }[] };

/** Queues the load of what `getSelectedKeys` needs; the next sync answers it. */
export function queueSelection(context: Excel.RequestContext): Excel.RangeAreas {
  const selected = context.workbook.getSelectedRanges();
  selected.load('worksheet/name,areas/items/rowIndex,areas/items/rowCount');
  return selected;
}

/** Returns the keys of the rows that the selection touches, from the top; none if it is on another sheet. */
export function getSelectedKeys(
  { worksheet, areas }: Excel.RangeAreas,
  { sheet, top, rows }: Pick<TaskTable, 'sheet' | 'top'> & KeyedRows,
): string[] {
  return worksheet.name === sheet
    ? rows
        .filter(({ index }) => {
          const row = top + 1 + index;
          return areas.items.some(({ rowIndex, rowCount }) => row >= rowIndex && row < rowIndex + rowCount);
        })
        .map(({ key }) => key)
    : [];
}
