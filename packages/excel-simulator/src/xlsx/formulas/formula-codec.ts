import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import { CELL_MARK, cutAtCells, type FormulaShape } from '../../model/formula-shape';
import { toFileFormula, toInterfaceFormula } from './convert-formula';
import { addImpliedSigns, chooseFileForm } from './implicit-intersection';

export type FileFormula = { text: string; isArray: boolean };

/** The file's form of all formulas of one shape: the texts between their cells. */
type FileShape = { between: readonly string[]; isArray: boolean };

/**
 * Cuts the file's form of a formula at its cells.
 * @returns null unless it has the same cells as the formula, in the same order
 */
function cutFileFormula({ text, isArray }: FileFormula, { cells }: FormulaShape): FileShape | null {
  const cut = cutAtCells(text);
  const isSame =
    cut?.cells.length === cells.length && cut.cells.every((cell, index) => cell === cells[index]);
  return isSame ? { between: cut.shape.split(CELL_MARK), isArray } : null;
}

function fillFileShape({ between, isArray }: FileShape, cells: readonly string[]): FileFormula {
  return { text: between.map((part, index) => part + (cells[index] ?? '')).join(''), isArray };
}

/** Turns a workbook's formulas; the same text in the same table is turned once, for columns repeat it. */
export class FormulaCodec {
  private readonly tables: ReadonlySet<string>;
  private readonly written = new Map<string, FileFormula>();
  private readonly shapes = new Map<string, FileShape | null>();
  private readonly read = new Map<string, string>();

  constructor(private readonly tableNames: readonly string[]) {
    this.tables = new Set(tableNames.map((name) => name.toLocaleLowerCase('vi')));
  }

  /** Of a cell: plain, or to be written as a dynamic array. */
  cellToFile(formula: string, ownTable = ''): FileFormula {
    const key = `${ownTable}\n${formula}`;
    let result = this.written.get(key);
    if (!result) this.written.set(key, (result = this.turnByShape(formula, ownTable)));
    return result;
  }

  /** Formulas that differ in their cells alone are turned once. */
  private turnByShape(formula: string, ownTable: string): FileFormula {
    const cut = cutAtCells(formula);
    if (!cut || cut.cells.length === 0) return this.turn(formula, ownTable);
    const key = `${ownTable}\n${cut.shape}`;
    const known = this.shapes.get(key);
    if (known) return fillFileShape(known, cut.cells);
    const turned = this.turn(formula, ownTable);
    if (known === undefined) this.shapes.set(key, cutFileFormula(turned, cut));
    return turned;
  }

  private turn(formula: string, ownTable: string): FileFormula {
    const form = chooseFileForm(formula, this.tables);
    const plain = form.kind === 'plain' ? form.formula : formula;
    const text = toFileFormula(plain, ownTable || undefined, this.tableNames);
    return { text: escapeXString(text), isArray: form.kind === 'array' };
  }

  /** Of a name, a rule, a chart: these have no implicit intersection of their own. */
  toFile(formula: string): string {
    return escapeXString(toFileFormula(formula, undefined, this.tableNames));
  }

  cellFromFile(text: string, isArray: boolean, ownTable?: string): string {
    const key = `${isArray ? 'a' : 'p'}${ownTable ?? ''}\n${text}`;
    let result = this.read.get(key);
    if (result === undefined) {
      const formula = toInterfaceFormula(unescapeXString(text), ownTable);
      this.read.set(key, (result = isArray ? formula : addImpliedSigns(formula, this.tables)));
    }
    return result;
  }

  fromFile(text: string): string {
    return toInterfaceFormula(unescapeXString(text.trim()));
  }
}
