import { quoteSheetName } from '@phuluc/ooxml/a1';
import { tokenizeFormula } from '../model/formula-tokens';
import type { SheetModel, WorkbookModel } from '../model/types';
import { findSheetByName } from '../model/workbook';

/** Functions of any number of ranges that Excel lets read one range of several sheets (Microsoft, "Create a 3-D reference"). */
const SPAN_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'AVERAGE AVERAGEA COUNT COUNTA HARMEAN GEOMEAN KURT MAX MAXA MEDIAN MIN MINA PRODUCT SKEW STDEV STDEV.S ' +
    'STDEV.P STDEVP STDEVA STDEVPA SUM SUMSQ VAR VAR.S VAR.P VARP VARA VARPA'
  ).split(' '),
);
const SPAN = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s;

function findSpan(workbook: WorkbookModel, text: string): { sheets: SheetModel[]; range: string } | null {
  const match = SPAN.exec(text);
  const names = (match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? '').split(':');
  const [first, last] = names.map((name) => workbook.sheets.indexOf(findSheetByName(workbook, name)!));
  if (names.length !== 2 || first === undefined || last === undefined || first < 0 || last < 0) return null;
  const sheets = workbook.sheets.slice(Math.min(first, last), Math.max(first, last) + 1);
  return { sheets, range: match![3]! };
}

function isSpan(text: string): boolean {
  return /^(?:'[^']*:[^']*'|[^'!]*:[^'!]*)!/.test(text);
}

/**
 * Replaces references to several sheets ("T:V!A1") by one reference for each sheet, in functions that take any number
 * of ranges. Everywhere else such a reference makes the formula an error, never a wrong number.
 */
export function expandSheetSpans(workbook: WorkbookModel, formula: string): string {
  if (!/:[^,()]*!/.test(formula)) return formula;
  const tokens = tokenizeFormula(formula);
  if (!tokens.some(({ type, value }) => type.startsWith('range') && isSpan(value))) return formula;
  const callees: string[] = [];
  let expanded = '';
  for (const [index, { type, value }] of tokens.entries()) {
    if (value === '(')
      callees.push(tokens[index - 1]?.type === 'func' ? tokens[index - 1]!.value.toUpperCase() : '');
    if (value === ')') callees.pop();
    if (!type.startsWith('range') || !isSpan(value)) {
      expanded += value;
      continue;
    }
    const callee = callees.at(-1) ?? '';
    const isArgument =
      /^[(,]$/.test(tokens[index - 1]?.value ?? '') && /^[),]$/.test(tokens[index + 1]?.value ?? '');
    const span = findSpan(workbook, value);
    if (!span || !isArgument || !SPAN_FUNCTIONS.has(callee)) return '=#REF!';
    expanded += span.sheets.map(({ name }) => `${quoteSheetName(name)}!${span.range}`).join(',');
  }
  return expanded;
}
