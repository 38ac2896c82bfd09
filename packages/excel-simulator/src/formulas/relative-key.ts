/** Texts, quoted sheet names and brackets, in which nothing is a cell; then a reference to a cell. */
const PARTS =
  /"[^"]*"|'[^']*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\p{L}\p{N}_.$\\?])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!\\?])/gu;

/** References of whose cells the text alone does not tell what is relative: spans of sheets, entire rows. */
const UNCLEAR =
  /:[^,()]*!|'[[\]#']|(?<![\p{L}\p{N}_.\]])\$?\d+:\$?\d+|(?<![\p{L}\p{N}_.$\\?])[A-Za-z]{1,3}:\$?[A-Za-z]/u;

function toColumnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

type KnownKey = { row: number; column: number; isFixed: boolean; key: string };

/** The latest key of a formula: columns of tables repeat one text, and a cell's formula is asked for again. */
const KNOWN_KEYS = new Map<string, KnownKey>();
const MAX_KNOWN_KEYS = 50_000;

/**
 * Returns a text that is the same for the formulas of two cells where their relative references point equally far
 * away, as in R1C1 notation. It serves as a key only.
 */
export function toRelativeKey(formula: string, row: number, column: number): string {
  const known = KNOWN_KEYS.get(formula);
  if (known && (known.isFixed || (known.row === row && known.column === column))) return known.key;
  if (KNOWN_KEYS.size >= MAX_KNOWN_KEYS) KNOWN_KEYS.clear();
  const made = createKey(formula, row, column);
  KNOWN_KEYS.set(formula, made);
  return made.key;
}

function createKey(formula: string, row: number, column: number): KnownKey {
  if (UNCLEAR.test(formula)) return { row, column, isFixed: false, key: `${row} ${column} ${formula}` };
  let isFixed = true;
  const key = formula.replace(PARTS, (part, ...groups: (string | undefined)[]) => {
    const [fixedColumn, letters, fixedRow, digits] = groups;
    if (letters === undefined || digits === undefined) return part;
    if (fixedColumn !== '$' || fixedRow !== '$') isFixed = false;
    const right = fixedColumn === '$' ? letters.toUpperCase() : `[${toColumnNumber(letters) - column}]`;
    const down = fixedRow === '$' ? digits : `[${Number(digits) - row}]`;
    return `C${right}R${down}`;
  });
  return { row, column, isFixed, key };
}
