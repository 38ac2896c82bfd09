import { areaOf } from '../workbook/address';
import { findTaskColumns } from '../workbook/read-tasks';
import { formulaColumns } from '../workbook/formula-columns';
import { LINKED_COLUMNS } from '../workbook/progress/log-formulas';

/**
 * Queues the formulas of the table of tasks; what comes back reads them after the next sync, as `Range.formulas`. The
 * columns in step with *Tiến độ* have one formula all the way down, which is asked for once: at 5,000 rows they alone
 * would take more than Excel answers.
 */
export const queueTableFormulas = (
  table: Excel.Range,
  withFormulas: Excel.RangeAreas,
): (() => unknown[][]) => {
  const { rowIndex, columnIndex, values } = table;
  const height = values.length;
  const headers = (values[0] ?? []).map(String);
  const area = areaOf(rowIndex, columnIndex, height, headers.length);
  const { whole, some } = formulaColumns(withFormulas.address, area);
  const columns = findTaskColumns(headers);
  const linked = new Set(LINKED_COLUMNS.map((id) => columns[id]));
  const uniform = whole.filter((column) => linked.has(column));
  const first = table.getRow(1);
  first.load('formulas');
  const others = [...some, ...whole.filter((column) => !linked.has(column))].map((column) => {
    const range = table.getColumn(column);
    range.load('formulas');
    return { column, range };
  });
  return () => {
    const formulas: unknown[][] = values.map((line) => [...line]);
    for (const column of uniform) {
      const formula: unknown = first.formulas[0]?.[column];
      for (let row = 1; row < height; row += 1) formulas[row]![column] = formula;
    }
    for (const { column, range } of others) {
      range.formulas.forEach(([formula], row) => (formulas[row]![column] = formula));
    }
    return formulas;
  };
};
