import type { IsoDate } from '../../shared/dates';

/** A row read back by its columns' names. Days and times as ISO text, '' for NULL. */
export type RowReader = {
  text(name: string): string;
  textOrNull(name: string): string | null;
  date(name: string): IsoDate;
  time(name: string): string;
  number(name: string): number;
  flag(name: string): boolean;
};

const toIsoText = (value: unknown): string => (value instanceof Date ? value.toISOString() : '');

/** A row as `hyparquet` gives it: texts, numbers and `Date`s, null or undefined for NULL. */
export function createRowReader(values: Record<string, unknown>): RowReader {
  return {
    text: (name) => String(values[name] ?? ''),
    textOrNull: (name) => (typeof values[name] === 'string' ? values[name] : null),
    date: (name) => toIsoText(values[name]).slice(0, 10),
    time: (name) => toIsoText(values[name]),
    number: (name) => Number(values[name] ?? 0),
    flag: (name) => values[name] === true,
  };
}
