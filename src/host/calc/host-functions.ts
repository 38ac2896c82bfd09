import { dateFromSerial } from 'numfmt';
import { type Locale, displayText } from '../model/display-text';
import { momentToSerial } from '../model/serial-date';
import { compareValues } from '../model/sort';
import { readTypedNumber } from '../model/typed-number';
import type { CellValue } from '../model/types';
import { CRITERIA_FUNCTIONS } from './criteria-functions';
import {
  type ArrayValue,
  BLANK,
  KIND,
  type RuntimeValue,
  type Scalar,
  arrayOf,
  asArray,
  asError,
  asNumber,
  asText,
  firstOf,
  isArray,
  isError,
} from './runtime-value';

export type HostContext = { now: Date; locale: Locale };
export type LibraryFunction = {
  minArity: number;
  maxArity: number;
  invoke: (args: RuntimeValue[]) => RuntimeValue;
};

function any(
  minArity: number,
  maxArity: number,
  invoke: (args: RuntimeValue[]) => RuntimeValue,
): LibraryFunction {
  return { minArity, maxArity, invoke };
}

function content(value: Scalar): CellValue {
  if (value.kind === KIND.blank) return '';
  if (value.kind === KIND.error) return { error: '#VALUE!' };
  return value.value;
}

function toText(value: Scalar): string {
  return value.kind === KIND.blank ? '' : value.kind === KIND.error ? value.code : String(value.value);
}

/** A number as "&" writes it: fifteen digits at most, the locale's sign. */
function joined(value: Scalar, locale: Locale): Scalar {
  if (value.kind !== KIND.number) return value;
  const text = String(Number(value.value.toPrecision(15))).replace('e', 'E');
  return asText(locale === 'vi-VN' ? text.replace('.', ',') : text);
}

/** TEXT: the library's own garbles texts in quotes. A text that reads as a number is formatted as one. */
function textOf(value: Scalar, format: Scalar, locale: Locale): Scalar {
  if (isError(value)) return value;
  if (isError(format)) return format;
  const pattern = toText(format);
  if (pattern === '') return asText('');
  const typed = value.kind === KIND.text ? readTypedNumber(value.value.trim(), locale) : null;
  const shown = typed ? typed.value : value.kind === KIND.blank ? 0 : content(value);
  return asText(displayText(shown, pattern, locale));
}

/** VALUE and DATEVALUE read texts in the locale, as typing does. */
function numberOf(value: Scalar, locale: Locale, now: Date): Scalar {
  if (value.kind === KIND.number || value.kind === KIND.error) return value;
  if (value.kind === KIND.blank) return asNumber(0);
  const typed = value.kind === KIND.text ? readTypedNumber(value.value.trim(), locale, now) : null;
  return typed ? asNumber(typed.value) : asError('#VALUE!');
}

/** YEAR, MONTH, DAY: the library takes day 0, which is what a blank gives, for 31 December 1899. */
function datePart(value: Scalar, part: 0 | 1 | 2, locale: Locale, now: Date): Scalar {
  const number = value.kind === KIND.boolean ? asNumber(Number(value.value)) : numberOf(value, locale, now);
  if (number.kind !== KIND.number) return number;
  const found = number.value < 0 ? undefined : dateFromSerial(Math.floor(number.value))?.[part];
  return found === undefined ? asError('#NUM!') : asNumber(found);
}

/** Half away from zero, on the decimal digits a person sees: 1.005 to two places is 1.01. */
function round(value: Scalar, places: Scalar): Scalar {
  if (isError(value)) return value;
  if (isError(places)) return places;
  const [number, digits] = [value, places].map((one) =>
    one.kind === KIND.number
      ? one.value
      : one.kind === KIND.boolean
        ? Number(one.value)
        : one.kind === KIND.blank
          ? 0
          : Number(toText(one) || NaN),
  ) as [number, number];
  if (Number.isNaN(number) || Number.isNaN(digits)) return asError('#VALUE!');
  const by = Math.trunc(digits);
  const [mantissa, power = '0'] = Math.abs(number).toPrecision(15).split('e') as [string, string?];
  const whole = Math.round(Number(`${mantissa}e${Number(power) + by}`));
  const rounded = Number(`${whole}e${-by}`);
  return asNumber(number < 0 ? -rounded : rounded);
}

/** Sorts rows (or columns) as Excel does in Vietnamese; blanks last. */
function sortRows(array: ArrayValue, keys: readonly ArrayValue[], orders: readonly number[]): ArrayValue {
  const compare = (a: number, b: number): number => {
    for (const [index, key] of keys.entries()) {
      const [left, right] = [content(key.rows[a]![0]!), content(key.rows[b]![0]!)];
      if (left === '' || right === '') {
        if (left !== right) return left === '' ? 1 : -1;
        continue;
      }
      const order = compareValues(left, right);
      if (order !== 0) return order * (orders[index] ?? 1);
    }
    return a - b;
  };
  const order = array.rows.map((_, index) => index).sort(compare);
  return arrayOf(order.map((index) => array.rows[index]!));
}

function transpose(array: ArrayValue): ArrayValue {
  return arrayOf(Array.from({ length: array.width }, (_, column) => array.rows.map((row) => row[column]!)));
}

function numbers(value: RuntimeValue | undefined, otherwise: number): number[] {
  return value === undefined
    ? [otherwise]
    : asArray(value)
        .rows.flat()
        .map((one) => (one.kind === KIND.number ? one.value : otherwise));
}

function column(array: ArrayValue, index: number): ArrayValue {
  return arrayOf(array.rows.map((row) => [row[index]!]));
}

function sort(args: RuntimeValue[]): RuntimeValue {
  const byColumns = args[3] !== undefined && content(firstOf(args[3])) === true;
  const source = byColumns ? transpose(asArray(args[0]!)) : asArray(args[0]!);
  const indexes = numbers(args[1], 1);
  const orders = numbers(args[2], 1);
  if (
    indexes.some((index) => index < 1 || index > source.width) ||
    orders.some((order) => Math.abs(order) !== 1)
  ) {
    return asError('#VALUE!');
  }
  const sorted = sortRows(
    source,
    indexes.map((index) => column(source, index - 1)),
    orders,
  );
  return byColumns ? transpose(sorted) : sorted;
}

function sortBy(args: RuntimeValue[]): RuntimeValue {
  const source = asArray(args[0]!);
  const keys: ArrayValue[] = [];
  const orders: number[] = [];
  for (let at = 1; at < args.length; at += 2) {
    const key = asArray(args[at]!);
    if (key.height !== source.height || key.width !== 1) return asError('#VALUE!');
    keys.push(key);
    orders.push(numbers(args[at + 1], 1)[0]!);
  }
  return sortRows(source, keys, orders);
}

/** HOST_SPREAD(i, a, b, …): argument i stretched to the shape that all of them fit. */
function spreadArgument(args: RuntimeValue[]): RuntimeValue {
  const [index, ...others] = args;
  const arrays = others.map(asArray);
  const height = Math.max(...arrays.map((array) => array.height));
  const width = Math.max(...arrays.map((array) => array.width));
  const own = arrays[firstOf(index!).kind === KIND.number ? Number(content(firstOf(index!))) : 0]!;
  if (own.height === height && own.width === width) return own;
  return arrayOf(
    Array.from({ length: height }, (_, row) =>
      Array.from(
        { length: width },
        (__, at) => own.rows[own.height === 1 ? 0 : row]?.[own.width === 1 ? 0 : at] ?? asError('#N/A'),
      ),
    ),
  );
}

/**
 * Functions the library takes from the host: those it computes otherwise than Excel, those that need the host's
 * clock, and the compiler's own (HOST_…) that do not read the model.
 */
export function hostFunctions({ now, locale }: HostContext): Map<string, LibraryFunction> {
  const criteria = Object.entries(CRITERIA_FUNCTIONS).map(([name, invoke]): [string, LibraryFunction] => [
    name,
    any(2, 255, (args) => invoke(args, locale)),
  ]);
  return new Map<string, LibraryFunction>([
    ...criteria,
    ['TODAY', any(0, 0, () => asNumber(Math.floor(momentToSerial(now))))],
    ['NOW', any(0, 0, () => asNumber(momentToSerial(now)))],
    ['TEXT', any(2, 2, ([value, format]) => textOf(firstOf(value!), firstOf(format!), locale))],
    ['VALUE', any(1, 1, ([value]) => numberOf(firstOf(value!), locale, now))],
    [
      'DATEVALUE',
      any(1, 1, ([value]) => {
        const read = numberOf(firstOf(value!), locale, now);
        return read.kind === KIND.number ? asNumber(Math.floor(read.value)) : read;
      }),
    ],
    ['YEAR', any(1, 1, ([value]) => datePart(firstOf(value!), 0, locale, now))],
    ['MONTH', any(1, 1, ([value]) => datePart(firstOf(value!), 1, locale, now))],
    ['DAY', any(1, 1, ([value]) => datePart(firstOf(value!), 2, locale, now))],
    ['ROUND', any(2, 2, ([value, places]) => round(firstOf(value!), firstOf(places!)))],
    ['SORT', any(1, 4, sort)],
    ['SORTBY', any(2, 255, sortBy)],
    ['HOST_ERROR', any(1, 1, ([code]) => ({ kind: KIND.error, code: toText(firstOf(code!)) }))],
    [
      'HOST_TEXT',
      any(1, 1, ([value]) =>
        isArray(value!)
          ? { ...value, rows: value.rows.map((row) => row.map((cell) => joined(cell, locale))) }
          : joined(value!, locale),
      ),
    ],
    ['HOST_CELL', any(1, 1, ([value]) => asArray(value!))],
    ['HOST_FIRST', any(1, 1, ([value]) => (isArray(value!) ? firstOf(value) : (value ?? BLANK)))],
    [
      'HOST_SINGLE',
      any(1, 1, ([value]) =>
        asArray(value!).height * asArray(value!).width === 1 ? firstOf(value!) : asError('#VALUE!'),
      ),
    ],
    ['HOST_SPREAD', any(2, 255, spreadArgument)],
  ]);
}
