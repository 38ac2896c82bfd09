import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import { toFileFormula, toInterfaceFormula } from './convert-formula';
import { addImpliedSigns, chooseFileForm } from './implicit-intersection';

export type FileFormula = { text: string; isArray: boolean };

/** Turns a workbook's formulas; the same text in the same table is turned once, for columns repeat it. */
export class FormulaCodec {
  private readonly tables: ReadonlySet<string>;
  private readonly written = new Map<string, FileFormula>();
  private readonly read = new Map<string, string>();

  constructor(private readonly tableNames: readonly string[]) {
    this.tables = new Set(tableNames.map((name) => name.toLocaleLowerCase('vi')));
  }

  /** Of a cell: plain, or to be written as a dynamic array. */
  cellToFile(formula: string, ownTable?: string): FileFormula {
    const key = `${ownTable ?? ''}\n${formula}`;
    let result = this.written.get(key);
    if (!result) {
      const form = chooseFileForm(formula, this.tables);
      const text = toFileFormula(form.kind === 'plain' ? form.formula : formula, ownTable, this.tableNames);
      this.written.set(key, (result = { text: escapeXString(text), isArray: form.kind === 'array' }));
    }
    return result;
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
