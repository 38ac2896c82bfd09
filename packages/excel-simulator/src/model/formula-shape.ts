/** Texts, quoted sheet names and brackets, in which nothing is a cell; then a reference to a cell. */
export const CELL_PARTS =
  /"[^"]*"|'[^']*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\p{L}\p{N}_.$\\?])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!\\?])/gu;

/** References of whose cells the text alone does not tell what is relative: spans of sheets, entire rows. */
const UNCLEAR =
  /:[^,()]*!|'[[\]#']|(?<![\p{L}\p{N}_.\]])\$?\d+:\$?\d+|(?<![\p{L}\p{N}_.$\\?])[A-Za-z]{1,3}:\$?[A-Za-z]/u;

/** Returns true if the text alone does not tell which references are relative. */
export const hasUnclearReferences = (formula: string): boolean => UNCLEAR.test(formula);

/** Stands for a cell in a shape, as a character that no formula has. */
export const CELL_MARK = '\u0001';

/** A formula cut at its cells: formulas of one shape differ in nothing else. */
export type FormulaShape = { shape: string; cells: readonly string[] };

/**
 * Cuts a formula at its references to cells.
 * @returns null if the text alone does not tell where they are
 */
export function cutAtCells(formula: string): FormulaShape | null {
  if (formula.includes(CELL_MARK) || UNCLEAR.test(formula)) return null;
  const cells: string[] = [];
  const shape = formula.replace(CELL_PARTS, (part, ...groups: (string | undefined)[]) => {
    if (groups[1] === undefined) return part;
    cells.push(part);
    return CELL_MARK;
  });
  return { shape, cells };
}
