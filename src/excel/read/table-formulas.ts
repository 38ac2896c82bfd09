import { createRange } from '@phuluc/ooxml/a1';
import { LINKED_COLUMNS } from '../../school-workbook/progress/log-formulas';
import { findTaskColumns } from '../../school-workbook/tasks/read-tasks';
import { findFormulaColumns } from '../../sheets/find-formula-columns';

type QueuedTableFormulas = {
  values: unknown[][];
  /** Columns that have one formula all the way down, and the row it is read from. */
  uniform: number[];
  first: Excel.Range;
  others: { column: number; range: Excel.Range }[];
};

/**
 * Queues the formulas of the table of tasks, whose values and addresses of formulas have been read. The columns in step
 * with *Tiến độ* have one formula all the way down, which is asked for once: at 5,000 rows they alone would take more
 * than Excel answers.
 */
export function queueTableFormulas(table: Excel.Range, withFormulas: Excel.RangeAreas): QueuedTableFormulas {
  const { rowIndex, columnIndex, values } = table;
  const headers = (values[0] ?? []).map(String);
  const area = createRange(rowIndex, columnIndex, values.length, headers.length);
  const { full: whole, partial: some } = findFormulaColumns(withFormulas.address, area);
  const columns = findTaskColumns(headers);
  const linked = new Set(LINKED_COLUMNS.map((id) => columns[id]));
  const first = table.getRow(1);
  first.load('formulas');
  const others = [...some, ...whole.filter((column) => !linked.has(column))].map((column) => {
    const range = table.getColumn(column);
    range.load('formulas');
    return { column, range };
  });
  return { values, uniform: whole.filter((column) => linked.has(column)), first, others };
}

/** What was queued, when it has been answered, as `Range.formulas`. */
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
