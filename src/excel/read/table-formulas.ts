import { createRange } from '@phuluc/ooxml/a1';
import { LINKED_COLUMNS } from '../../school-workbook/progress/linked-column-ids';
import { findTaskColumns } from '../../school-workbook/tasks/task-columns';
import { findFormulaColumns } from '../../sheets/find-formula-columns';
import { toFormulaRanges } from './formula-ranges';
import { getLoadedValues } from './get-loaded-values';

export type QueuedTableFormulas = {
  values: unknown[][];
  /** Columns with the same formula in every row; it is read from the first one. */
  uniform: number[];
  first: Excel.Range;
  others: { column: number; range: Excel.Range }[];
};

/**
 * Queues the formulas of the task table, whose values and formula ranges have been read. The columns linked to
 * *Tiến độ* have the same formula in every row, so it is requested once: at 5,000 rows these columns alone would exceed
 * the size of a response. Without the ranges (on a protected sheet) all columns are requested.
 */
export function queueTableFormulas(
  table: Excel.Range,
  withFormulas: Excel.RangeAreas | null,
): QueuedTableFormulas {
  const { rowIndex, columnIndex } = table;
  const values = getLoadedValues(table);
  const headers = (values[0] ?? []).map(String);
  const area = createRange(rowIndex, columnIndex, values.length, headers.length);
  const { full, partial } = withFormulas
    ? findFormulaColumns(toFormulaRanges(withFormulas), area)
    : { full: [], partial: headers.map((_, column) => column) };
  const columns = findTaskColumns(headers);
  const linked = new Set(LINKED_COLUMNS.map((id) => columns[id]));
  const first = table.getRow(1);
  first.load('formulas');
  const others = [...partial, ...full.filter((column) => !linked.has(column))].map((column) => {
    const range = table.getColumn(column);
    range.load('formulas');
    return { column, range };
  });
  return { values, uniform: full.filter((column) => linked.has(column)), first, others };
}

/** Converts what `queueTableFormulas` loaded to the form of `Range.formulas`. */
export function toTableFormulas({ values, uniform, first, others }: QueuedTableFormulas): unknown[][] {
  const formulas = values.map((line) => [...line]);
  for (const column of uniform) {
    const formula: unknown = first.formulas[0]?.[column];
    for (const line of formulas.slice(1)) line[column] = formula;
  }
  for (const { column, range } of others) {
    for (const [row, [formula]] of range.formulas.entries()) formulas[row]![column] = formula;
  }
  return formulas;
}
