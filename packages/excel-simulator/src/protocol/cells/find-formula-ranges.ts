import { appendAll } from '../../model/collections';
import { findName } from '../../model/find-name';
import {
  getReferenceRange,
  parseA1Reference,
  parseStructuredReference,
  toNameKey,
} from '../../model/formula-references';
import { tokenizeFormula } from '../../model/formula-tokens';
import { resolveStructuredReference } from '../../model/structured-references';
import type { SheetModel } from '../../model/types';
import { findSheetByName } from '../../model/workbook';
import type { BatchContext, LocatedRange } from '../types';

/** Names may lead to names; longer chains are circles. */
const MAX_NAME_DEPTH = 16;

const createNameTest = (name: string) => (one: { name: string }) => toNameKey(one.name) === toNameKey(name);

function resolvePart(
  context: BatchContext,
  text: string,
  home: SheetModel | null,
  depth: number,
): LocatedRange[] | null {
  const reference = parseA1Reference(text);
  if (reference) {
    const [sheetName] = reference.context ?? [];
    const sheet = sheetName === undefined ? home : findSheetByName(context.workbook, sheetName);
    return sheet ? [{ sheetId: sheet.id, area: getReferenceRange(reference) }] : null;
  }
  const structured = text.includes('[')
    ? parseStructuredReference(text)
    : context.workbook.sheets.some((sheet) => sheet.tables.some(createNameTest(text)))
      ? parseStructuredReference(`${text}[]`)
      : null;
  if (structured) {
    const found = resolveStructuredReference(context.workbook, structured, null);
    return 'error' in found ? null : [{ sheetId: found.sheet.id, area: found.area }];
  }
  const mark = text.lastIndexOf('!');
  const owner =
    mark < 0 ? home : findSheetByName(context.workbook, text.slice(0, mark).replace(/^'|'$/g, ''));
  const name = text.slice(mark + 1);
  const item = (owner && findName(owner.names, name)) ?? findName(context.workbook.names, name);
  return item && depth > 0 ? resolveFormulaRanges(context, item.formula, home, depth - 1) : null;
}

function resolveFormulaRanges(
  context: BatchContext,
  formula: string,
  home: SheetModel | null,
  depth = MAX_NAME_DEPTH,
): LocatedRange[] | null {
  const areas: LocatedRange[] = [];
  let expectsPart = true;
  for (const token of tokenizeFormula(formula)) {
    if (token.type === 'fx_prefix' || token.type === 'whitespace') continue;
    if (!expectsPart) {
      if (token.value !== ',' && token.value !== ';') return null;
      expectsPart = true;
      continue;
    }
    const part = resolvePart(context, token.value, home, depth);
    if (!part) return null;
    appendAll(areas, part);
    expectsPart = false;
  }
  return expectsPart ? null : areas;
}

/**
 * Finds the cells that a formula of nothing but references means ("=Sheet1!$A$1:$B$2", "=T[x]", "=MyName");
 * empty for any other formula.
 * @param home the sheet where references without a sheet point.
 */
export function findFormulaRanges(
  context: BatchContext,
  formula: string,
  home: SheetModel | null,
): LocatedRange[] {
  return resolveFormulaRanges(context, formula, home) ?? [];
}
