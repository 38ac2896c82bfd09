import { createRange } from '@phuluc/ooxml/a1';
import type { TaskTable } from '../school-workbook/tasks/read-tasks';
import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import { isOfficeError } from './office-problem';
import { getWorksheetRange } from './write/worksheet-range';

/** Rows of a managed table by their keys. */
export type KeyedRows = { rows: readonly { key: string; index: number }[] };

/** Rows of a table that are selected and visible; `hidden` counts the selected ones that are not. */
type SelectedRows = { keys: string[]; hidden: number };

const NONE_SELECTED: SelectedRows = { keys: [], hidden: 0 };

/** Queues the load of what `readSelectedRows` needs; the next sync answers it. */
export function queueSelection(context: Excel.RequestContext): Excel.RangeAreas {
  const selected = context.workbook.getSelectedRanges();
  selected.load('worksheet/name,areas/items/rowIndex,areas/items/rowCount,areas/items/rowHidden');
  return selected;
}

/**
 * Runs work that reads the selection together with other things. If no cells are selected (but a chart or a picture),
 * Excel rejects the whole request; the work is then repeated with null instead of the selection.
 *
 * @throws what the work throws otherwise
 */
export async function tryWithSelection<T>(
  context: Excel.RequestContext,
  work: (selection: Excel.RangeAreas | null) => Promise<T>,
): Promise<T> {
  try {
    return await work(queueSelection(context));
  } catch (error) {
    if (!isOfficeError(error) || error.code !== 'InvalidSelection') throw error;
    return work(null);
  }
}

/**
 * Returns the rows of a table that the selection touches, from the top; none if it is on another sheet. Rows hidden by
 * a filter or by hand are left out and counted. Takes one sync more if the selection has hidden rows.
 */
export async function readSelectedRows(
  context: Excel.RequestContext,
  selection: Excel.RangeAreas | null,
  { sheet, top, rows }: Pick<TaskTable, 'sheet' | 'top'> & KeyedRows,
): Promise<SelectedRows> {
  if (!selection || selection.worksheet.name !== sheet) return NONE_SELECTED;
  const areas = selection.areas.items;
  const selected = rows
    .map(({ key, index }) => ({ key, row: top + 1 + index }))
    .filter(({ row }) =>
      areas.some(({ rowIndex, rowCount }) => row >= rowIndex && row < rowIndex + rowCount),
    );
  const isHidden = areas.some(({ rowHidden }) => rowHidden !== false)
    ? await readHiddenRows(
        context,
        sheet,
        selected.map(({ row }) => row),
      )
    : () => false;
  const visible = selected.filter(({ row }) => !isHidden(row));
  return { keys: visible.map(({ key }) => key), hidden: selected.length - visible.length };
}

/** Reads which of some rows of a sheet are hidden. */
async function readHiddenRows(
  context: Excel.RequestContext,
  sheet: string,
  rows: readonly number[],
): Promise<(row: number) => boolean> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return () => false;
  const range = getWorksheetRange(
    context.workbook.worksheets.getItem(sheet),
    createRange(first, 0, last - first + 1, 1),
  );
  const properties = range.getRowProperties({ rowHidden: true });
  await context.sync();
  const [hidden = []] = [properties].map(({ value }) => value.map(({ rowHidden }) => rowHidden === true));
  return (row) => hidden[row - first] === true;
}

/** Returns a warning if selected rows were left out because they are hidden. */
export function warnOfHiddenRows(sheet: string, { hidden }: SelectedRows): Problem[] {
  return hidden > 0 ? [warning('hidden-rows-skipped', { sheet }, { rows: hidden })] : [];
}
