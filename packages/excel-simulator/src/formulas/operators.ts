import { foldCase } from './fold-case';
import {
  type ArrayValue,
  BLANK_SCALAR,
  createArray,
  createBoolean,
  createError,
  createNumber,
  createText,
  getFirstScalar,
  isArrayValue,
  KIND,
  type RuntimeValue,
  type Scalar,
} from './runtime-value';

const NUMBER_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function parseNumber(text: string): Scalar {
  const trimmed = text.trim();
  const isPercent = trimmed.endsWith('%');
  const body = isPercent ? trimmed.slice(0, -1).trim() : trimmed;
  const number = NUMBER_TEXT.test(body) ? Number(body) : NaN;
  return Number.isFinite(number) ? createNumber(isPercent ? number * 0.01 : number) : createError('#VALUE!');
}

/** Converts a value to a number as arithmetic does, or to an error. */
export function toNumber(value: Scalar): Scalar {
  switch (value.kind) {
    case KIND.blank:
      return createNumber(0);
    case KIND.boolean:
      return createNumber(value.value ? 1 : 0);
    case KIND.text:
      return parseNumber(value.value);
    default:
      return value;
  }
}

/** Converts a value to its text; numbers are not formatted. */
export function toText(value: Scalar): string {
  switch (value.kind) {
    case KIND.blank:
      return '';
    case KIND.boolean:
      return value.value ? 'TRUE' : 'FALSE';
    case KIND.error:
      return value.code;
    default:
      return String(value.value);
  }
}

/** Converts a value to a boolean as conditions do, or to an error. */
export function toBoolean(value: Scalar): Scalar {
  switch (value.kind) {
    case KIND.blank:
      return createBoolean(false);
    case KIND.number:
      return createBoolean(value.value !== 0);
    case KIND.text: {
      const upper = value.value.toUpperCase();
      return upper === 'TRUE' || upper === 'FALSE' ? createBoolean(upper === 'TRUE') : createError('#VALUE!');
    }
    default:
      return value;
  }
}

/** Orders two values of the same kind; NaN for others. */
export function compareSameKind(a: Scalar, b: Scalar): number {
  if (a.kind === KIND.number && b.kind === KIND.number) return a.value - b.value;
  if (a.kind === KIND.text && b.kind === KIND.text) {
    if (a.value === b.value) return 0;
    const left = foldCase(a.value);
    const right = foldCase(b.value);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (a.kind === KIND.boolean && b.kind === KIND.boolean) return Number(a.value) - Number(b.value);
  return a.kind === KIND.blank && b.kind === KIND.blank ? 0 : NaN;
}

const KIND_ORDER: Record<number, number> = { [KIND.number]: 0, [KIND.text]: 1, [KIND.boolean]: 2 };

/** Gives a blank the neutral value of the kind it is compared with. */
function fillBlank(value: Scalar, other: Scalar): Scalar {
  if (value.kind !== KIND.blank) return value;
  if (other.kind === KIND.text) return createText('');
  return other.kind === KIND.boolean ? createBoolean(false) : createNumber(0);
}

function compareValues(a: Scalar, b: Scalar): number {
  const left = fillBlank(a, b);
  const right = fillBlank(b, a);
  if (left.kind !== right.kind) return (KIND_ORDER[left.kind] ?? 3) - (KIND_ORDER[right.kind] ?? 3);
  const order = compareSameKind(left, right);
  return Number.isFinite(order) ? order : 0;
}

const COMPARISONS: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function computePower(base: number, exponent: number): Scalar {
  if (base === 0 && exponent < 0) return createError('#DIV/0!');
  return toFinite(base ** exponent);
}

function toFinite(value: number): Scalar {
  return Number.isFinite(value) ? createNumber(value) : createError('#NUM!');
}

const ARITHMETIC: Record<string, (a: number, b: number) => Scalar> = {
  '+': (a, b) => toFinite(a + b),
  '-': (a, b) => toFinite(a - b),
  '*': (a, b) => toFinite(a * b),
  '/': (a, b) => (b === 0 ? createError('#DIV/0!') : toFinite(a / b)),
  '^': computePower,
};

type ScalarOperator = (a: Scalar, b: Scalar) => Scalar;

function createScalarOperator(sign: string): ScalarOperator {
  const compare = COMPARISONS[sign];
  const compute = ARITHMETIC[sign];
  return (a, b) => {
    if (a.kind === KIND.error) return a;
    if (b.kind === KIND.error) return b;
    if (compare) return createBoolean(compare(compareValues(a, b)));
    if (!compute) return createText(toText(a) + toText(b));
    const left = a.kind === KIND.number ? a : toNumber(a);
    if (left.kind !== KIND.number) return left;
    const right = b.kind === KIND.number ? b : toNumber(b);
    return right.kind === KIND.number ? compute(left.value, right.value) : right;
  };
}

/** Signs of the operators between two values; "&" joins texts. */
const OPERATORS = new Map(
  [...Object.keys(COMPARISONS), ...Object.keys(ARITHMETIC), '&'].map((sign) => [
    sign,
    createScalarOperator(sign),
  ]),
);

function fits(a: number, b: number): boolean {
  return a === 1 || b === 1 || a === b;
}

const toDimensions = (value: RuntimeValue): ArrayValue =>
  isArrayValue(value) ? value : createArray([[value]]);

function applyToArrays(operator: ScalarOperator, a: RuntimeValue, b: RuntimeValue): RuntimeValue {
  const [left, right] = [toDimensions(a), toDimensions(b)];
  if (!fits(left.height, right.height) || !fits(left.width, right.width)) return createError('#VALUE!');
  const height = Math.max(left.height, right.height);
  const width = Math.max(left.width, right.width);
  const rows: Scalar[][] = [];
  for (let row = 0; row < height; row += 1) {
    const leftRow = left.rows[left.height === 1 ? 0 : row] ?? [];
    const rightRow = right.rows[right.height === 1 ? 0 : row] ?? [];
    const line: Scalar[] = [];
    for (let column = 0; column < width; column += 1) {
      line.push(
        operator(
          leftRow[left.width === 1 ? 0 : column] ?? BLANK_SCALAR,
          rightRow[right.width === 1 ? 0 : column] ?? BLANK_SCALAR,
        ),
      );
    }
    rows.push(line);
  }
  return createArray(rows);
}

/** Returns the function of an operator, which applies to arrays value by value. */
export function getBinaryOperator(sign: string): (a: RuntimeValue, b: RuntimeValue) => RuntimeValue {
  const operator = OPERATORS.get(sign)!;
  return (a, b) =>
    isArrayValue(a) || isArrayValue(b) ? applyToArrays(operator, a, b) : operator(a as Scalar, b as Scalar);
}

/** Applies a function to a value, or to each value of an array. */
export function mapValue(value: RuntimeValue, change: (one: Scalar) => Scalar): RuntimeValue {
  return isArrayValue(value) ? createArray(value.rows.map((row) => row.map(change))) : change(value);
}

/** Reads an argument as a number: the first of an array. */
export const toNumberArgument = (value: RuntimeValue): Scalar => toNumber(getFirstScalar(value));
