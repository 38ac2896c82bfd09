import { type ArgumentKind, getArgumentKind, isArrayFunction, isPlaceFunction } from './function-arguments';
import { classifyReferenceCall } from './reference-calls';
import {
  findClosingParenthesis,
  findOperandEnd,
  type FormulaToken,
  isSign,
  joinTokens,
  scanFormula,
  splitArguments,
} from './scan-formula';

/**
 * A file's plain formula takes one cell of a range where a single value is wanted ("implicit intersection", which
 * Excel shows as "@"); a formula entered today works on the whole range. The file must say which is meant: today's
 * kind is written as a dynamic array wherever the two differ ([MS-XLSX] 2.2.2, "dynamic array formulas").
 */
type OperandContext = Exclude<ArgumentKind, 'P'>;
type Findings = {
  /** Places of operands whose "@" makes a difference. */
  operands: number[];
  /** Places of calls that give a reference to one cell: Excel shows them with "@", and without it they are the same. */
  singles: number[];
  isArray: boolean;
};

const OPERATORS = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '%']);

/** One row's single column ("[@x]"), or a header or total of one column, is one cell. */
function isSingleColumnCell(bracket: string): boolean {
  return /^\[\s*@/.test(bracket)
    ? !/^\[\s*@\s*\]$|\]\s*:\s*\[/.test(bracket)
    : /^\[\s*\[\s*#(?:This Row|Headers|Totals)\s*\]\s*,\s*\[(?:[^\]']|'.)*\]\s*\]$/i.test(bracket);
}

function isManyCells(operand: readonly FormulaToken[], tables: ReadonlySet<string>): boolean {
  if (operand.some((token) => isSign(token, ':') || isSign(token, '#'))) return true;
  const last = operand.at(-1);
  // "ROW()" stands for its own cell.
  if (!last) return false;
  if (last.kind === 'bracket') return !isSingleColumnCell(last.text);
  return operand.length === 1 && last.kind === 'name' && tables.has(last.text.toLocaleLowerCase('vi'));
}

function collectOperands(
  tokens: readonly FormulaToken[],
  offset: number,
  place: OperandContext,
  tables: ReadonlySet<string>,
  found: Findings,
): void {
  let depth = 0;
  let hasOperator = false;
  for (const token of tokens) {
    if (isSign(token, '(')) depth++;
    else if (isSign(token, ')')) depth--;
    else if (depth === 0 && token.kind === 'sign' && OPERATORS.has(token.text)) hasOperator = true;
  }
  const own: OperandContext = hasOperator && place === 'R' ? 'V' : place;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (isSign(token, '@')) {
      const start = tokens[at + 1]?.kind === 'space' ? at + 2 : at + 1;
      at = Math.max(at, findOperandEnd(tokens, start) - 1);
    } else if (isSign(token, '(')) {
      const close = findClosingParenthesis(tokens, at);
      collectOperands(tokens.slice(at + 1, close), offset + at + 1, own, tables, found);
      at = close;
    } else if (token.kind === 'name' && isSign(tokens[at + 1], '(')) {
      const close = findClosingParenthesis(tokens, at + 1);
      if (isArrayFunction(token.text)) found.isArray = true;
      const inner = tokens.slice(at + 2, close);
      if (own === 'V') {
        const call = classifyReferenceCall(token.text, inner, (operand) => isManyCells(operand, tables));
        const isMany = call === 'cells' || (isPlaceFunction(token.text) && isManyCells(inner, tables));
        if (isMany) found.operands.push(offset + at);
        else if (call) found.singles.push(offset + at);
      }
      let start = at + 2;
      splitArguments(inner).forEach((argument, index) => {
        const kind = getArgumentKind(token.text, index);
        // Inside an array argument everything is worked out cell by cell, but for the condition of IF.
        const isWithin = (kind === 'V' || kind === 'R') && own === 'A' && token.text.toUpperCase() !== 'IF';
        collectOperands(argument, offset + start, kind === 'P' || isWithin ? own : kind, tables, found);
        start += argument.length + 1;
      });
      at = close;
    } else if (
      token.kind === 'name' ||
      token.kind === 'sheet' ||
      token.kind === 'bracket' ||
      token.kind === 'number'
    ) {
      const end = findOperandEnd(tokens, at);
      if (own === 'V' && isManyCells(tokens.slice(at, end), tables)) found.operands.push(offset + at);
      at = Math.max(at, end - 1);
    }
  }
}

function findOperands(tokens: readonly FormulaToken[], tables: ReadonlySet<string>): Findings {
  const found: Findings = { operands: [], singles: [], isArray: false };
  collectOperands(tokens, 0, 'V', tables, found);
  return found;
}

/** Tokens without "@" signs, and the places of the operands that had one. */
function removeIntersectionSigns(tokens: readonly FormulaToken[]): {
  tokens: FormulaToken[];
  marked: number[];
} {
  const preserved: FormulaToken[] = [];
  const marked: number[] = [];
  for (const token of tokens) {
    if (isSign(token, '@')) marked.push(preserved.length);
    else preserved.push(token);
  }
  return { tokens: preserved, marked };
}

/**
 * How a formula of the model goes into a file: as it is, as it is but without its "@" signs (which the file's
 * plain formulas imply), or as a dynamic array.
 * @param formula in the interface's form
 * @param tables names of the workbook's tables, in lower case
 */
export function chooseFileForm(
  formula: string,
  tables: ReadonlySet<string>,
): { kind: 'plain'; formula: string } | { kind: 'array' } {
  const { tokens, marked } = removeIntersectionSigns(scanFormula(formula.replace(/^=/, '')));
  const { operands, singles, isArray } = findOperands(tokens, tables);
  const isImplied =
    !isArray &&
    operands.every((at) => marked.includes(at)) &&
    marked.every((at) => operands.includes(at) || singles.includes(at));
  return isImplied ? { kind: 'plain', formula: `=${joinTokens(tokens)}` } : { kind: 'array' };
}

/** A file's plain formula, in the interface's form, with the "@" signs it implies. */
export function addImpliedSigns(formula: string, tables: ReadonlySet<string>): string {
  const tokens = scanFormula(formula.replace(/^=/, ''));
  const { operands, isArray } = findOperands(tokens, tables);
  if (isArray || operands.length === 0) return formula;
  const signed = new Set(operands);
  return `=${tokens.map(({ text }, at) => (signed.has(at) ? `@${text}` : text)).join('')}`;
}
