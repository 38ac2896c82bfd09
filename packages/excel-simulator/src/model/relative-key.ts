import { toR1C1Formula } from './formula-references';
import { CELL_PARTS, hasUnclearReferences } from './formula-shape';

function toColumnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

type KnownKey = { row: number; column: number; isFixed: boolean; isUnclear: boolean; key: string };

/** The latest key of a formula: columns of tables repeat one text, and a cell's formula is asked for again. */
const KNOWN_KEYS = new Map<string, KnownKey>();
const MAX_KNOWN_KEYS = 50_000;

function getKey(formula: string, row: number, column: number): KnownKey {
  const known = KNOWN_KEYS.get(formula);
  if (known && (known.isFixed || (known.row === row && known.column === column))) return known;
  if (KNOWN_KEYS.size >= MAX_KNOWN_KEYS) KNOWN_KEYS.clear();
  const made = createKey(formula, row, column);
  KNOWN_KEYS.set(formula, made);
  return made;
}

/**
 * Returns a text that is the same for the formulas of two cells where their relative references point equally far
 * away, as in R1C1 notation. It serves as a key only.
 */
export function toRelativeKey(formula: string, row: number, column: number): string {
  return getKey(formula, row, column).key;
}

/**
 * Returns a text that is the same for two formulas exactly if they are the same in R1C1 notation. Comparing by it is
 * many times as fast as translating both.
 */
export function toRelativeForm(formula: string, row: number, column: number): string {
  const { isUnclear, key } = getKey(formula, row, column);
  return isUnclear ? toR1C1Formula(formula, row, column) : key;
}

function createKey(formula: string, row: number, column: number): KnownKey {
  if (hasUnclearReferences(formula))
    return { row, column, isFixed: false, isUnclear: true, key: `${row} ${column} ${formula}` };
  let isFixed = true;
  const key = formula.replace(CELL_PARTS, (part, ...groups: (string | undefined)[]) => {
    const [fixedColumn, letters, fixedRow, digits] = groups;
    if (letters === undefined || digits === undefined) return part;
    if (fixedColumn !== '$' || fixedRow !== '$') isFixed = false;
    const right = fixedColumn === '$' ? letters.toUpperCase() : `[${toColumnNumber(letters) - column}]`;
    const down = fixedRow === '$' ? digits : `[${Number(digits) - row}]`;
    return `C${right}R${down}`;
  });
  return { row, column, isFixed, isUnclear: false, key };
}
