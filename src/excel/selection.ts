import type { TrackedTable } from '../workbook/read-tasks';

/** Queues the load of what `selectedKeys` needs; the next sync answers it. */
export const loadSelection = (context: Excel.RequestContext): Excel.RangeAreas => {
  const selected = context.workbook.getSelectedRanges();
  selected.load('worksheet/name,areas/items/rowIndex,areas/items/rowCount');
  return selected;
};

/** Keys of the rows of tasks that the selection touches, from the top; none where it is on another sheet. */
export const selectedKeys = (
  { worksheet, areas }: Excel.RangeAreas,
  { sheet, top, rows }: TrackedTable,
): string[] =>
  worksheet.name === sheet
    ? rows
        .filter(({ index }) => {
          const row = top + 1 + index;
          return areas.items.some(({ rowIndex, rowCount }) => row >= rowIndex && row < rowIndex + rowCount);
        })
        .map(({ key }) => key)
    : [];
