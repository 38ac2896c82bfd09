import { isErrorCode } from '@phuluc/ooxml/error-values';
import { getMaximum } from '../model/collections';
import type { CellValue, ErrorValue } from '../model/types';

/**
 * Values as the calculation library (excelts 10.2.0) hands them to functions and takes them back. Its package
 * does not export these types; the kinds' numbers are held by a test.
 */
export const KIND = { blank: 0, number: 1, text: 2, boolean: 3, error: 4, array: 5 } as const;

export type Scalar =
  | { kind: typeof KIND.blank }
  | { kind: typeof KIND.number; value: number }
  | { kind: typeof KIND.text; value: string }
  | { kind: typeof KIND.boolean; value: boolean }
  | { kind: typeof KIND.error; code: string };

export type ArrayValue = {
  kind: typeof KIND.array;
  rows: Scalar[][];
  height: number;
  width: number;
  /** Rows that SUBTOTAL's codes above 100 leave out. */
  hiddenRowMask?: boolean[];
  /** Cells that SUBTOTAL leaves out because they are subtotals themselves. */
  subtotalMask?: boolean[][];
};

export type RuntimeValue = Scalar | ArrayValue;

export const BLANK_SCALAR: Scalar = Object.freeze({ kind: KIND.blank });
export const createNumber = (value: number): Scalar => ({ kind: KIND.number, value });
export const createText = (value: string): Scalar => ({ kind: KIND.text, value });
const TRUE_SCALAR: Scalar = Object.freeze({ kind: KIND.boolean, value: true });
const FALSE_SCALAR: Scalar = Object.freeze({ kind: KIND.boolean, value: false });
export const createBoolean = (value: boolean): Scalar => (value ? TRUE_SCALAR : FALSE_SCALAR);
export const createError = (code: ErrorValue['error']): Scalar => ({ kind: KIND.error, code });

export const isArrayValue = (value: RuntimeValue): value is ArrayValue => value.kind === KIND.array;
export const isErrorScalar = (value: RuntimeValue): boolean => value.kind === KIND.error;

export function createArray(rows: Scalar[][]): ArrayValue {
  return {
    kind: KIND.array,
    rows,
    height: rows.length,
    width: rows[0]?.length ?? 0,
  };
}

/** The one value, or the first of many. */
export function getFirstScalar(value: RuntimeValue): Scalar {
  return isArrayValue(value) ? (value.rows[0]?.[0] ?? BLANK_SCALAR) : value;
}

/** A value as an array of one or more cells. */
export const toArrayValue = (value: RuntimeValue): ArrayValue =>
  isArrayValue(value) ? value : createArray([[value]]);

/** The height and the width that all of the arrays fit. */
export const findCommonShape = (arrays: readonly ArrayValue[]): Pick<ArrayValue, 'height' | 'width'> => ({
  height: getMaximum(
    arrays.map((array) => array.height),
    -Infinity,
  ),
  width: getMaximum(
    arrays.map((array) => array.width),
    -Infinity,
  ),
});

/** A cell's content as formulas see it: a formula's empty text is a text, an empty cell is blank. */
export function toScalar(value: CellValue, isFormula: boolean): Scalar {
  if (value === '') return isFormula ? createText('') : BLANK_SCALAR;
  if (typeof value === 'number') return createNumber(value);
  if (typeof value === 'string') return createText(value);
  if (typeof value === 'boolean') return createBoolean(value);
  return createError(value.error);
}

/** What a cell shows of a result: a reference to a blank cell shows 0; what is no value at all is an error. */
export function toCellValue(value: RuntimeValue): CellValue {
  const one = getFirstScalar(value);
  switch (one.kind) {
    case KIND.blank:
      return 0;
    case KIND.error:
      return { error: isErrorCode(one.code) ? one.code : '#VALUE!' };
    case KIND.number:
      return Number.isFinite(one.value) ? one.value : { error: '#NUM!' };
    case KIND.text:
    case KIND.boolean:
      return one.value;
    default:
      return { error: '#CALC!' };
  }
}
