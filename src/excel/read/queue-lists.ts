import { LIST_NAMES, REASONS_OFFSET } from '../../school-workbook/tasks/list-names';
import { findNamedRange, type Inventory } from './inventory';

/** Queues the load of the people whom the office lists on *Danh mục*; none in a workbook without that list. */
export function queuePeople(context: Excel.RequestContext, inventory: Inventory): () => string[] {
  const range = findNamedRange(context, inventory, LIST_NAMES.person);
  if (!range) return () => [];
  range.load('values');
  return () => range.values.map(([person]) => String(person).trim()).filter((person) => person !== '');
}

/**
 * Queues the load of the office's reasons on *Danh mục*; the returned function gives them after the next sync, none if
 * the sheet is missing.
 */
export function queueReasons(context: Excel.RequestContext, inventory: Inventory): () => string[] {
  const { columns, rows } = REASONS_OFFSET;
  // The name of the reasons is a formula with a variable length; the list next to it has a fixed location.
  const list = findNamedRange(context, inventory, LIST_NAMES.applicability);
  if (!list) return () => [];
  const range = list.getOffsetRange(0, columns).getResizedRange(rows, 0);
  range.load('values');
  return () => range.values.map(([reason]) => String(reason)).filter((reason) => reason !== '');
}
