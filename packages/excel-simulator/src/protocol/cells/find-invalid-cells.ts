import { formatRange, intersectRanges, MAX_SHEET_COLUMNS } from '@phuluc/ooxml/a1';
import { evaluateFormulas } from '../../formulas/evaluate-formulas';
import { copyFormula } from '../../model/formula-references';
import type { CellRange, SheetModel, ValidationModel } from '../../model/types';
import { parseTypedValue } from '../../model/values/parse-typed-value';
import { getCell } from '../../model/workbook';
import { ensureCalculated } from '../batch-context';
import type { BatchContext } from '../types';
import { formatDisplayedText, getSessionLocale } from './cell-values';

type RuleParts = Record<
  string,
  { operator?: string; formula1?: unknown; formula2?: unknown; source?: unknown; formula?: unknown }
>;

/** Converts a bound to its form in a formula: a number, a date as text, or a formula without its sign. */
function formatOperand(bound: unknown): string {
  if (typeof bound === 'number') return String(bound);
  const text = String(bound ?? '');
  if (text.startsWith('=')) return `(${text.slice(1)})`;
  const typed = parseTypedValue(text);
  return typed.ok && typeof typed.content.value === 'number'
    ? String(typed.content.value)
    : `"${text.replaceAll('"', '""')}"`;
}

const COMPARISONS: Record<string, (value: string, first: string, second: string) => string> = {
  Between: (value, first, second) => `AND(${value}>=${first},${value}<=${second})`,
  NotBetween: (value, first, second) => `OR(${value}<${first},${value}>${second})`,
  EqualTo: (value, first) => `${value}=${first}`,
  NotEqualTo: (value, first) => `${value}<>${first}`,
  GreaterThan: (value, first) => `${value}>${first}`,
  LessThan: (value, first) => `${value}<${first}`,
  GreaterThanOrEqualTo: (value, first) => `${value}>=${first}`,
  LessThanOrEqualTo: (value, first) => `${value}<=${first}`,
};

/** Converts the rule to a formula that is TRUE for a valid cell, relative to the validation's first cell. */
function createRuleFormula(rule: RuleParts, cell: string): string | null {
  const [kind] = Object.keys(rule);
  const part = kind === undefined ? undefined : rule[kind];
  if (!part) return null;
  if (kind === 'custom') return String(part.formula);
  if (kind === 'list') return `=ISNUMBER(MATCH(${cell},${String(part.source).slice(1)},0))`;
  const value = kind === 'textLength' ? `LEN(${cell})` : cell;
  const compare = COMPARISONS[part.operator ?? '']?.(
    value,
    formatOperand(part.formula1),
    formatOperand(part.formula2),
  );
  if (compare === undefined) return null;
  if (kind === 'textLength') return `=${compare}`;
  const integerTest = kind === 'wholeNumber' ? `INT(${cell})=${cell}` : 'TRUE';
  return `=IF(ISNUMBER(${cell}),AND(${integerTest},${compare}),FALSE)`;
}

/** Returns the texts of a list that is typed into the rule, exactly as the cell shows them. */
function parseTypedList({ list }: RuleParts): Set<string> | null {
  const source = list?.source;
  return typeof source === 'string' && !source.startsWith('=')
    ? new Set(source.split(',').map((word) => word.trim()))
    : null;
}

type CellPosition = { row: number; column: number };

/** Lists cells of the area that the validation does not allow. */
function findCellsInvalidFor(
  context: BatchContext,
  sheet: SheetModel,
  validation: ValidationModel,
  within: CellRange,
): CellPosition[] {
  const rule = validation.rule as RuleParts;
  const [home] = validation.areas;
  if (!home) return [];
  const cells: CellPosition[] = [];
  for (const area of validation.areas) {
    const part = intersectRanges(area, within);
    if (!part) continue;
    for (let row = part.top; row <= part.bottom; row += 1) {
      for (let column = part.left; column <= part.right; column += 1) {
        if (!(validation.ignoreBlanks && getCell(sheet, row, column).value === ''))
          cells.push({ row, column });
      }
    }
  }
  const items = parseTypedList(rule);
  if (items) {
    return cells.filter(
      ({ row, column }) => !items.has(formatDisplayedText(context.session, sheet, row, column)),
    );
  }
  const first = formatRange({ top: home.top, bottom: home.top, left: home.left, right: home.left });
  const test = createRuleFormula(rule, first);
  if (test === null) return [];
  // Evaluated from the row's last cell: from the cell itself, a test of its value would be circular.
  const questions = cells.map(({ row, column }) => ({
    row,
    column: MAX_SHEET_COLUMNS - 1,
    formula: copyFormula(test, row - home.top, column - home.left),
  }));
  const { session, workbook } = context;
  const answers = evaluateFormulas(workbook, sheet, questions, {
    now: session.now(),
    locale: getSessionLocale(session),
  });
  return cells.filter((_, index) => {
    const answer = answers[index];
    return !(answer === true || (typeof answer === 'number' && answer !== 0));
  });
}

/** Lists all cells of the areas that a validation on them does not allow. */
export function findInvalidCells(
  context: BatchContext,
  sheet: SheetModel,
  areas: readonly CellRange[],
): CellPosition[] {
  ensureCalculated(context);
  return areas.flatMap((area) =>
    sheet.validations.flatMap((one) => findCellsInvalidFor(context, sheet, one, area)),
  );
}
