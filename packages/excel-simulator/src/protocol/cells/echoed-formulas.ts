import { stringifyStructRef } from '@borgar/fx';
import { parseStructuredReference, toNameKey } from '../../model/formula-references';
import { mapTokens, type Token } from '../../model/formula-tokens';
import { findTableAt } from '../../model/rewrite-formulas';
import type { SheetModel, TableModel, WorkbookModel } from '../../model/types';
import { addImpliedSigns } from '../../xlsx/formulas/implicit-intersection';
import type { BatchContext } from '../types';

type Place = { sheet: SheetModel; row: number; column: number };

/** Functions that give references: "Generally, functions that return multi-cell ranges … will be prefixed with @". */
const REFERENCE_FUNCTIONS = new Set(['INDEX', 'OFFSET', 'INDIRECT']);

function listTableKeys({ sheets }: WorkbookModel): Set<string> {
  return new Set(sheets.flatMap(({ tables }) => tables.map(({ name }) => toNameKey(name))));
}

/** Writes references to the row of the cell in the long form, with the name of the table, or in the short one. */
function rewriteThisRow(formula: string, table: TableModel, form: 'long' | 'short'): string {
  return mapTokens(formula, ({ type, value }) => {
    const reference = type === 'structured' ? parseStructuredReference(value) : null;
    if (!reference?.sections?.includes('this row') || value.includes('#') === (form === 'long')) return null;
    if (reference.table && toNameKey(reference.table) !== toNameKey(table.name)) return null;
    return form === 'long'
      ? stringifyStructRef({ ...reference, table: table.name }, { thisRow: true })
      : stringifyStructRef({ ...reference, table: '' });
  });
}

/**
 * Returns a formula as Excel 365 gives those back that came from an older file: "@" where one cell of several is meant
 * (Microsoft, "Implicit intersection operator: @"), and `T[[#This Row],[x]]`, as the file has it, for `[@x]`.
 */
export function echoFormula({ workbook, session }: BatchContext, place: Place, formula: string): string {
  if (session.machine.formulaEcho === 'as-written') return formula;
  const table = findTableAt(place.sheet, place.row, place.column);
  const echoed = table ? rewriteThisRow(formula, table, 'long') : formula;
  return addSigns(echoed, workbook);
}

/** Converts what `echoFormula` returned to the form in which the model stores it; other formulas stay as they are. */
export function readEchoedFormula(context: BatchContext, place: Place, formula: string): string {
  if (context.session.machine.formulaEcho === 'as-written') return formula;
  const table = findTableAt(place.sheet, place.row, place.column);
  const short = table ? rewriteThisRow(formula, table, 'short') : formula;
  const plain = removeSigns(short);
  return addSigns(plain, context.workbook) === short ? plain : short;
}

function addSigns(formula: string, workbook: WorkbookModel): string {
  const signed = addImpliedSigns(removeSigns(formula), listTableKeys(workbook));
  return mapTokens(signed, ({ type, value }, index, tokens) => {
    if (type !== 'func' || !REFERENCE_FUNCTIONS.has(value.toUpperCase())) return null;
    const isPart = ['@', ':'].includes(tokens[index - 1]?.value ?? '') || isRangeStart(tokens, index);
    return isPart ? null : `@${value}`;
  });
}

/** Returns true if a call at `index` is followed by ":", which makes its result the corner of a range. */
function isRangeStart(tokens: readonly Token[], index: number): boolean {
  let depth = 0;
  for (let at = index + 1; at < tokens.length; at += 1) {
    const { value } = tokens[at]!;
    if (value === '(') depth += 1;
    if (value === ')' && --depth === 0) return tokens[at + 1]?.value === ':';
  }
  return false;
}

/** Removes the signs "@" before operands; those within brackets belong to their reference. */
function removeSigns(formula: string): string {
  return mapTokens(formula, ({ type, value }) => (type === 'operator' && value === '@' ? '' : null));
}
