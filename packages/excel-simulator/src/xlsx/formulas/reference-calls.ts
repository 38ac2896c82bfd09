import { parseRange } from '@phuluc/ooxml/a1';
import { type FormulaToken, isSign, joinTokens, splitArguments } from './scan-formula';

/** Whether a call gives a reference to one cell or to several, as far as its formula says. */
export type ReferenceCall = 'cell' | 'cells';

/**
 * Classifies a call of a function that gives a reference. Where a single value is wanted, Excel shows such a call of
 * a plain formula with "@" (Microsoft, "Implicit intersection operator: @").
 * @param inner the tokens between its parentheses
 * @param isManyCells says of an operand whether it is more than one cell
 * @returns null for other functions
 */
export function classifyReferenceCall(
  name: string,
  inner: readonly FormulaToken[],
  isManyCells: (operand: readonly FormulaToken[]) => boolean,
): ReferenceCall | null {
  const args = splitArguments(inner).map((argument) => argument.filter(({ kind }) => kind !== 'space'));
  switch (name.toUpperCase()) {
    case 'INDEX':
      return isIndexOfMany(args, isManyCells) ? 'cells' : 'cell';
    case 'OFFSET': {
      const sizes = args.slice(3).filter((size) => size.length > 0);
      const isMany =
        sizes.length > 0 ? sizes.some((size) => joinTokens(size) !== '1') : isManyCells(args[0] ?? []);
      return isMany ? 'cells' : 'cell';
    }
    case 'INDIRECT':
      return inner.some(({ kind, text }) => kind === 'text' && text.includes(':')) ? 'cells' : 'cell';
    default:
      return null;
  }
}

/** INDEX gives several cells for the index 0 or none, and for one index into rows and columns. */
function isIndexOfMany(
  [area = [], ...indexes]: readonly FormulaToken[][],
  isManyCells: (operand: readonly FormulaToken[]) => boolean,
): boolean {
  const isAll = (index: readonly FormulaToken[]): boolean => ['', '0'].includes(joinTokens(index));
  if (indexes.length === 0 || indexes.slice(0, 2).some(isAll)) return true;
  // A name that is many cells is that of a table.
  const isTable = area.length === 1 && area[0]!.kind === 'name' && isManyCells(area);
  return indexes.length === 1 && (isTable || hasRowsAndColumns(area));
}

/** Rows and columns of an area; a defined name is taken for a list. */
function hasRowsAndColumns(area: readonly FormulaToken[]): boolean {
  const last = area.at(-1);
  if (last?.kind === 'bracket') return last.text === '[]' || /\]\s*:\s*\[/.test(last.text);
  const prefix = area.findLastIndex((token) => isSign(token, '!'));
  const range = parseRange(joinTokens(area.slice(prefix + 1)));
  return range !== null && range.bottom > range.top && range.right > range.left;
}
