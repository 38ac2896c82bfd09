import { MAX_SHEET_COLUMNS } from '@phuluc/ooxml/a1';
import type { WorkbookModel } from '../model/types';
import { getCell } from '../model/workbook';
import type { CompiledFormula } from './compiled-formula';
import type { Frame } from './evaluator';
import { createHostFunctions, type HostContext } from './host-functions';
import { isFormulaCell, readRangeValues, type UsedExtent } from './range-registry';
import {
  BLANK_SCALAR,
  createArray,
  createError,
  createNumber,
  getFirstScalar,
  KIND,
  type RuntimeValue,
  type Scalar,
  toScalar,
} from './runtime-value';

/** One formula to be calculated, in a cell of the model. */
export type CalculationJob = Readonly<{
  sheetId: string;
  row: number;
  column: number;
  compiled: CompiledFormula;
}>;

/** Returns what a cell gives to formulas that read it in the same run: the first value, 0 for none. */
export function toShownScalar(value: RuntimeValue): Scalar {
  const one = getFirstScalar(value);
  return one.kind === KIND.blank ? createNumber(0) : one;
}

/** Results of one run by their cells, before they are written to the model. */
export class StageResults {
  readonly #sheets = new Map<string, Map<number, Scalar>>();

  get(sheetId: string, row: number, column: number): Scalar | undefined {
    return this.#sheets.get(sheetId)?.get(row * MAX_SHEET_COLUMNS + column);
  }

  set(sheetId: string, row: number, column: number, result: RuntimeValue): void {
    let cells = this.#sheets.get(sheetId);
    if (!cells) this.#sheets.set(sheetId, (cells = new Map()));
    cells.set(row * MAX_SHEET_COLUMNS + column, toShownScalar(result));
  }
}

/** Returns a function that calculates one formula after the other; what `known` has is read instead of the model. */
export function createDirectEvaluation(
  workbook: WorkbookModel,
  extent: UsedExtent,
  context: HostContext,
  known: StageResults | null,
): (job: CalculationJob) => RuntimeValue {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  const frame: Frame = {
    row: 0,
    column: 0,
    ranges: [],
    repeated: [],
    context: {
      locale: context.locale,
      hostFunctions: createHostFunctions({ ...context, date1904: workbook.date1904 }),
      date1904: workbook.date1904,
    },
    readCell: (sheet, row, column) => {
      const result = known?.get(sheet.id, row, column);
      if (result) return result;
      const cell = getCell(sheet, row, column);
      return toScalar(cell.value, isFormulaCell(cell));
    },
    readRange: (entry) => {
      const sheet = sheets.get(entry.sheetId);
      if (!sheet) return createArray([[createError('#REF!')]]);
      return (entry.array ??= readRangeValues(sheet, entry.area, entry.use, extent));
    },
  };
  return ({ row, column, compiled }) => {
    if (!compiled.evaluate) return BLANK_SCALAR;
    frame.row = row;
    frame.column = column;
    frame.ranges = compiled.areas;
    frame.repeated.length = 0;
    return compiled.evaluate(frame);
  };
}

/** Calculates the formulas that have an evaluator, in order; the results of the others stay blank. */
export function calculateDirectly(
  workbook: WorkbookModel,
  extent: UsedExtent,
  jobs: readonly CalculationJob[],
  context: HostContext,
  known: StageResults,
): RuntimeValue[] {
  const evaluate = createDirectEvaluation(workbook, extent, context, known);
  return jobs.map((job) => {
    const result = evaluate(job);
    if (job.compiled.evaluate) known.set(job.sheetId, job.row, job.column, result);
    return result;
  });
}
