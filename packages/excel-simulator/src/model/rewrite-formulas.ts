import {
  adjustFormula,
  renameColumnInFormula,
  renameSheetInFormula,
  renameTableInFormula,
  toNameKey,
} from './formula-references';
import type { Shift } from './shift-ranges';
import type { SheetModel, TableModel, WorkbookModel } from './types';

/**
 * Location of a formula: its sheet (null for names of the workbook), its cell (null for rules, charts, names)
 * and the table that contains it.
 */
type FormulaLocation = {
  sheet: SheetModel | null;
  table: TableModel | null;
  cell: { row: number; column: number } | null;
};
type FormulaRewriter = (formula: string, home: FormulaLocation) => string;

export function findTableAt(sheet: SheetModel, row: number, column: number): TableModel | null {
  return (
    sheet.tables.find(
      ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    ) ?? null
  );
}

/** Rewrites every text that begins with "=" in a rule of a validation or conditional format. */
function rewriteRuleFormulas(rule: unknown, rewrite: (formula: string) => string): unknown {
  if (typeof rule === 'string') return rule.startsWith('=') ? rewrite(rule) : rule;
  if (Array.isArray(rule)) return rule.map((part) => rewriteRuleFormulas(part, rewrite));
  if (rule === null || typeof rule !== 'object') return rule;
  return Object.fromEntries(
    Object.entries(rule).map(([key, part]) => [key, rewriteRuleFormulas(part, rewrite)]),
  );
}

function rewriteSheetFormulas(sheet: SheetModel, rewrite: FormulaRewriter): void {
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      if (cell.formula === undefined) continue;
      const formula = rewrite(cell.formula, {
        sheet,
        table: findTableAt(sheet, row, column),
        cell: { row, column },
      });
      if (formula !== cell.formula) line.set(column, { ...cell, formula });
    }
  }
  const home = { sheet, table: null, cell: null };
  const here = (formula: string): string => rewrite(formula, home);
  for (const validation of sheet.validations) {
    validation.rule = rewriteRuleFormulas(validation.rule, here) as Record<string, unknown>;
  }
  for (const format of sheet.conditionalFormats) {
    format.rule = rewriteRuleFormulas(format.rule, here) as Record<string, unknown>;
  }
  for (const table of sheet.tables) {
    for (const column of table.columns) {
      if (column.calculatedFormula !== undefined) {
        column.calculatedFormula = rewrite(column.calculatedFormula, { sheet, table, cell: null });
      }
    }
  }
  for (const chart of sheet.charts) {
    for (const series of chart.series) {
      for (const part of ['nameFormula', 'valuesFormula', 'categoriesFormula'] as const) {
        const formula = series[part];
        if (formula === undefined || formula === '') continue;
        // Charts store their references with or without the sign in front.
        series[part] = formula.startsWith('=') ? here(formula) : here(`=${formula}`).slice(1);
      }
    }
  }
  for (const name of sheet.names) name.formula = rewrite(name.formula, home);
}

/** Rewrites every formula of the workbook: cells, rules, calculated columns, charts and names. */
export function rewriteAllFormulas(workbook: WorkbookModel, rewrite: FormulaRewriter): void {
  for (const sheet of workbook.sheets) rewriteSheetFormulas(sheet, rewrite);
  for (const name of workbook.names)
    name.formula = rewrite(name.formula, { sheet: null, table: null, cell: null });
}

/** Rewrites formulas after cells of a sheet moved. */
export function adjustAllFormulas(workbook: WorkbookModel, shifted: SheetModel, shift: Shift): void {
  rewriteAllFormulas(workbook, (formula, { sheet }) =>
    adjustFormula(formula, sheet?.name ?? null, shifted.name, shift),
  );
}

/** Rewrites formulas after a sheet was renamed; `to` is null when it was deleted. */
export function renameSheetInAllFormulas(workbook: WorkbookModel, from: string, to: string | null): void {
  rewriteAllFormulas(workbook, (formula) => renameSheetInFormula(formula, from, to));
}

/** Rewrites formulas after a table was renamed; `to` is null when it was deleted. */
export function renameTableInAllFormulas(workbook: WorkbookModel, from: string, to: string | null): void {
  rewriteAllFormulas(workbook, (formula) => renameTableInFormula(formula, from, to));
}

/** Rewrites formulas after a table's column was renamed; `to` is null when it was deleted. */
export function renameColumnInAllFormulas(
  workbook: WorkbookModel,
  table: TableModel,
  from: string,
  to: string | null,
): void {
  rewriteAllFormulas(workbook, (formula, home) =>
    renameColumnInFormula(formula, table.name, from, to, home.table?.name ?? null),
  );
}

/**
 * Finds the table of the workbook with this name or id.
 * @returns null where there is none.
 */
export function findTable(
  workbook: WorkbookModel,
  nameOrId: string,
): { sheet: SheetModel; table: TableModel } | null {
  const key = toNameKey(nameOrId);
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find((one) => one.id === nameOrId || toNameKey(one.name) === key);
    if (table) return { sheet, table };
  }
  return null;
}
