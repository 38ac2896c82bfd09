import { evaluateFormulas } from '@phuluc/excel-simulator/formulas/evaluate-formulas';
import { copyFormula } from '@phuluc/excel-simulator/model/formula-references';
import type {
  CellFormat,
  CellRange,
  CellValue,
  ConditionalFormatModel,
  SheetModel,
  WorkbookModel,
} from '@phuluc/excel-simulator/model/types';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import { MAX_SHEET_COLUMNS } from '@phuluc/ooxml/a1';
import type { CSSProperties } from 'react';
import { findMax, findMin } from '../../shared/min-max';

/** What the rules make of a cell: a format over its own, a bar behind its text. */
export type ConditionalStyle = { format?: CellFormat; bar?: CSSProperties; hidesValue?: boolean };

/** Rows judged in one go: about a window of them, since one calculation costs more than its formulas. */
const ROWS_PER_BATCH = 64;

type Rule = Record<string, unknown>;
/** Value of a rule's formula for a cell; `formulaAt` gives the formula for other rows of the same column. */
type EvaluateFormula = (row: number, formulaAt: (row: number) => string) => CellValue;

function findRange(areas: CellRange[], row: number, column: number): CellRange | undefined {
  return areas.find(
    (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
}

const isTrue = (value: CellValue): boolean => value === true || (typeof value === 'number' && value !== 0);

function isComparisonTrue(value: CellValue, operator: string, first: CellValue, second: CellValue): boolean {
  const key = (one: CellValue): string | number =>
    typeof one === 'number'
      ? one
      : typeof one === 'object'
        ? one.error
        : String(one).normalize('NFC').toLocaleLowerCase('vi');
  const [a, b, c] = [key(value), key(first), key(second)];
  const above = typeof a === typeof b ? a > b : typeof a === 'string';
  switch (operator) {
    case 'EqualTo':
      return a === b;
    case 'NotEqualTo':
      return a !== b;
    case 'GreaterThan':
      return above;
    case 'GreaterThanOrEqual':
      return above || a === b;
    case 'LessThan':
      return !above && a !== b;
    case 'LessThanOrEqual':
      return !above;
    case 'Between':
      return a >= b && a <= c;
    case 'NotBetween':
      return a < b || a > c;
    default:
      return false;
  }
}

function isTextMatch(value: CellValue, { operator, text }: Rule): boolean {
  const fold = (one: unknown): string =>
    String(one ?? '')
      .normalize('NFC')
      .toLocaleLowerCase('vi');
  const [whole, part] = [fold(value), fold(text)];
  switch (operator) {
    case 'Contains':
      return whole.includes(part);
    case 'NotContains':
      return !whole.includes(part);
    case 'BeginsWith':
      return whole.startsWith(part);
    case 'EndsWith':
      return whole.endsWith(part);
    default:
      return false;
  }
}

/** A rule's formula is written for the top left cell of its areas and moves with the cell it judges. */
function shiftFormula(formula: unknown, areas: CellRange[], row: number, column: number): string {
  const top = findMin(areas.map((area) => area.top));
  const left = findMin(areas.map((area) => area.left));
  const text = String(formula ?? '');
  return text.startsWith('=') ? copyFormula(text, row - top, column - left) : text;
}

function evaluateOperand(
  formula: unknown,
  areas: CellRange[],
  row: number,
  column: number,
  evaluate: EvaluateFormula,
): CellValue {
  const text = shiftFormula(formula, areas, row, column);
  if (text.startsWith('=')) return evaluate(row, (other) => shiftFormula(formula, areas, other, column));
  return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text.replace(/^"(.*)"$/s, '$1');
}

function isRuleMet(
  { type, rule, areas }: ConditionalFormatModel,
  value: CellValue,
  row: number,
  column: number,
  evaluate: EvaluateFormula,
): boolean {
  switch (type) {
    case 'Custom':
      return isTrue(evaluate(row, (other) => shiftFormula(rule['formula'], areas, other, column)));
    case 'CellValue':
      return isComparisonTrue(
        value,
        String(rule['operator']),
        evaluateOperand(rule['formula1'], areas, row, column, evaluate),
        evaluateOperand(rule['formula2'], areas, row, column, evaluate),
      );
    case 'ContainsText':
      return isTextMatch(value, rule);
    default:
      return false;
  }
}

function collectNumbers(sheet: SheetModel, areas: CellRange[]): number[] {
  const numbers: number[] = [];
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const { value } = getCell(sheet, row, column);
        if (typeof value === 'number') numbers.push(value);
      }
    }
  }
  return numbers;
}

function createDataBar(
  value: CellValue,
  { rule, format }: ConditionalFormatModel,
  numbers: number[],
): ConditionalStyle | null {
  if (typeof value !== 'number') return null;
  const bound = (name: string, usual: number): number => {
    const given = rule[name] as { type?: string; formula?: string } | undefined;
    return given?.type === 'Number' && given.formula !== undefined
      ? Number(given.formula.replace(/^=/, ''))
      : usual;
  };
  const low = bound('lowerBoundRule', Math.min(0, findMin(numbers)));
  const high = bound('upperBoundRule', findMax(numbers));
  const part = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0;
  const positive = rule['positiveFormat'] as { fillColor?: string } | undefined;
  return {
    bar: { width: `${part * 100}%`, background: positive?.fillColor || format?.fill?.color || '#9cc9c3' },
    hidesValue: rule['showDataBarOnly'] === true,
  };
}

/**
 * Judges formulas for a window of rows at a time. Rules mostly look at one column ($I5), so that all cells of a row
 * share one formula text and one value.
 */
function createEvaluator(workbook: WorkbookModel, sheet: SheetModel, now: Date): EvaluateFormula {
  const known = new Map<string, CellValue>();
  return (row, formulaAt) => {
    const found = known.get(formulaAt(row));
    if (found !== undefined) return found;
    const first = row - (row % ROWS_PER_BATCH);
    const questions = Array.from({ length: ROWS_PER_BATCH }, (_, index) => first + index).flatMap((other) => {
      const formula = formulaAt(other);
      // Asked from the sheet's last column: in its own cell a formula about that cell would be a circle.
      return known.has(formula) ? [] : [{ row: other, column: MAX_SHEET_COLUMNS - 1, formula }];
    });
    const values = evaluateFormulas(workbook, sheet, questions, { now });
    questions.forEach(({ formula }, index) => known.set(formula, values[index] ?? ''));
    return known.get(formulaAt(row)) ?? '';
  };
}

/**
 * The sheet's rules, ready to be asked about cells. The first rule that holds wins a property; a rule that stops
 * ends the search, as in Excel.
 */
export function createConditionalStyles(
  workbook: WorkbookModel,
  sheet: SheetModel,
  now: Date,
): (row: number, column: number) => ConditionalStyle | null {
  const rules = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  if (rules.length === 0) return () => null;
  const evaluate = createEvaluator(workbook, sheet, now);
  const numbers = new Map(
    rules.filter(({ type }) => type === 'DataBar').map((rule) => [rule, collectNumbers(sheet, rule.areas)]),
  );
  return (row, column) => {
    const { value } = getCell(sheet, row, column);
    let look: ConditionalStyle | null = null;
    for (const rule of rules) {
      if (!findRange(rule.areas, row, column)) continue;
      const bars = numbers.get(rule);
      if (bars) {
        look = { ...(createDataBar(value, rule, bars) ?? {}), ...(look ?? {}) };
        continue;
      }
      if (!isRuleMet(rule, value, row, column, evaluate)) continue;
      look = {
        ...look,
        format: {
          ...rule.format,
          ...look?.format,
          font: { ...rule.format?.font, ...look?.format?.font },
          fill: { ...rule.format?.fill, ...look?.format?.fill },
          borders: { ...rule.format?.borders, ...look?.format?.borders },
        },
      };
      if (rule.stopIfTrue) break;
    }
    return look;
  };
}
