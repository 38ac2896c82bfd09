import type { IsoDate } from '../../annex/calendar/dates';
import { daysBetween, partsOf } from '../../annex/calendar/dates';

/**
 * What stands in a column: `text` is UTF-8, '' where blank; `date` a day without time; `time` a moment in UTC, to the
 * millisecond; `whole` 32 bits; `number` 64-bit floating point; `flag` true or false.
 */
export type ColumnType = 'text' | 'date' | 'time' | 'whole' | 'number' | 'flag';

/** A cell as Parquet stores it: days and milliseconds since 1970-01-01. */
export type StoredValue = string | number | bigint | boolean | null;

/** A column of a table of the ledger as data; the words on what it means are in locales. */
export type LedgerColumn<Row, Name extends string = string> = {
  /** Lower case, with `_`: the same in engines that fold names and in those that do not. */
  name: Name;
  type: ColumnType;
  /** Whether it may be NULL; blank text is '' instead. */
  nullable: boolean;
  of: (row: Row) => StoredValue;
};

export type LedgerTable<Row> = {
  name: string;
  columns: readonly LedgerColumn<Row>[];
};

const EPOCH = '1970-01-01';

/** Days since 1970-01-01; null where blank or no date. */
export const storedDate = (date: IsoDate): number | null =>
  date !== '' && partsOf(date) ? daysBetween(EPOCH, date) : null;

/** Milliseconds since 1970-01-01; null where blank or no time. */
export const storedTime = (time: string): bigint | null => {
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : BigInt(at);
};

export const text = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => string,
): LedgerColumn<Row, Name> => ({ name, type: 'text', nullable: false, of });

export const textOrNull = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => string | null,
): LedgerColumn<Row, Name> => ({ name, type: 'text', nullable: true, of });

export const date = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => IsoDate,
): LedgerColumn<Row, Name> => ({ name, type: 'date', nullable: true, of: (row) => storedDate(of(row)) });

export const time = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => string,
): LedgerColumn<Row, Name> => ({ name, type: 'time', nullable: true, of: (row) => storedTime(of(row)) });

export const whole = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => number,
): LedgerColumn<Row, Name> => ({ name, type: 'whole', nullable: false, of });

export const number = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => number,
): LedgerColumn<Row, Name> => ({ name, type: 'number', nullable: false, of });

export const flag = <Row, const Name extends string>(
  name: Name,
  of: (row: Row) => boolean,
): LedgerColumn<Row, Name> => ({ name, type: 'flag', nullable: false, of });
