import { LIST_NAMES, REASONS_OFFSET } from '../../school-workbook/tasks/lists-sheet';

function getFilledValues(range: Excel.Range): string[] {
  return range.isNullObject
    ? []
    : range.values.map(([reason]) => String(reason)).filter((reason) => reason !== '');
}

/**
 * Queues the load of the office's own reasons on *Danh mục*; the function that comes back reads them after the next
 * sync. None where the sheet is gone.
 */
export function queueReasons(context: Excel.RequestContext): () => string[] {
  const { columns, rows } = REASONS_OFFSET;
  // The list of reasons is a formula as long as what is filled in; the list beside it has a fixed place.
  const range = context.workbook.names
    .getItemOrNullObject(LIST_NAMES.applicability)
    .getRangeOrNullObject()
    .getOffsetRange(0, columns)
    .getResizedRange(rows, 0);
  range.load('values');
  return () => getFilledValues(range);
}
