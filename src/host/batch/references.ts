import { nameKey, readReference, readStructured, referenceArea } from '../model/formula-refs';
import { formulaTokens } from '../model/formula-tokens';
import { resolveStructured } from '../model/structured';
import type { Area, SheetModel } from '../model/types';
import { sheetNamed } from '../model/workbook';
import type { BatchContext } from './context';

export type PlacedArea = { sheetId: string; area: Area };

/** Names may lead to names; longer chains are circles. */
const DEPTH = 16;

const isNamed = (name: string) => (one: { name: string }) => nameKey(one.name) === nameKey(name);

function areasOfPart(
  context: BatchContext,
  text: string,
  home: SheetModel | null,
  depth: number,
): PlacedArea[] | null {
  const reference = readReference(text);
  if (reference) {
    const [sheetName] = reference.context ?? [];
    const sheet = sheetName === undefined ? home : sheetNamed(context.workbook, sheetName);
    return sheet ? [{ sheetId: sheet.id, area: referenceArea(reference) }] : null;
  }
  const structured = text.includes('[')
    ? readStructured(text)
    : context.workbook.sheets.some((sheet) => sheet.tables.some(isNamed(text)))
      ? readStructured(`${text}[]`)
      : null;
  if (structured) {
    const found = resolveStructured(context.workbook, structured, null);
    return 'error' in found ? null : [{ sheetId: found.sheet.id, area: found.area }];
  }
  const mark = text.lastIndexOf('!');
  const owner = mark < 0 ? home : sheetNamed(context.workbook, text.slice(0, mark).replace(/^'|'$/g, ''));
  const name = text.slice(mark + 1);
  const item = owner?.names.find(isNamed(name)) ?? context.workbook.names.find(isNamed(name));
  return item && depth > 0 ? areasOfFormulaOrNull(context, item.formula, home, depth - 1) : null;
}

function areasOfFormulaOrNull(
  context: BatchContext,
  formula: string,
  home: SheetModel | null,
  depth = DEPTH,
): PlacedArea[] | null {
  const areas: PlacedArea[] = [];
  let expectsPart = true;
  for (const token of formulaTokens(formula)) {
    if (token.type === 'fx_prefix' || token.type === 'whitespace') continue;
    if (!expectsPart) {
      if (token.value !== ',' && token.value !== ';') return null;
      expectsPart = true;
      continue;
    }
    const part = areasOfPart(context, token.value, home, depth);
    if (!part) return null;
    areas.push(...part);
    expectsPart = false;
  }
  return expectsPart ? null : areas;
}

/**
 * The cells that a formula of nothing but references means ("=Sheet1!$A$1:$B$2", "=T[x]", "=MyName"); empty when
 * it is anything else.
 * @param home where references without a sheet point.
 */
export function areasOfFormula(
  context: BatchContext,
  formula: string,
  home: SheetModel | null,
): PlacedArea[] {
  return areasOfFormulaOrNull(context, formula, home) ?? [];
}
