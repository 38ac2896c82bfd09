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

/** Whether a formula reads the same in every cell; columns of tables repeat one text. */
const FIXED_FORMULAS = new Map<string, boolean>();
const MAX_FIXED_FORMULAS = 20_000;

/**
 * Returns a text that is the same for the formulas of two cells where their relative references point equally far
 * away, as in R1C1 notation. It serves as a key only.
 */
export function toRelativeKey(formula: string, row: number, column: number): string {
  let isFixed = FIXED_FORMULAS.get(formula);
  if (isFixed === undefined) {
    if (FIXED_FORMULAS.size >= MAX_FIXED_FORMULAS) FIXED_FORMULAS.clear();
    isFixed = replaceReferences(formula, 0, 0) === replaceReferences(formula, 1, 1);
    FIXED_FORMULAS.set(formula, isFixed);
  }
  return isFixed ? formula : replaceReferences(formula, row, column);
}

function replaceReferences(formula: string, row: number, column: number): string {
  if (UNCLEAR.test(formula)) return `${row} ${column} ${formula}`;
  return formula.replace(PARTS, (part, ...groups: (string | undefined)[]) => {
    const [fixedColumn, letters, fixedRow, digits] = groups;
    if (letters === undefined || digits === undefined) return part;
    const right = fixedColumn === '$' ? letters.toUpperCase() : `[${toColumnNumber(letters) - column}]`;
    const down = fixedRow === '$' ? digits : `[${Number(digits) - row}]`;
    return `C${right}R${down}`;
  });
}
