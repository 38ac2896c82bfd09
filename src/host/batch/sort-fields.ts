import { optionalBoolean, integerArg, listArg, objectArg, optionalChoice, unsupported } from './arguments';
import type { Argument } from './class-table';
import { invalidArgument } from './host-error';
import type { SortKey } from '../model/sort';

/** Excel.SortField: only by value; colours and icons are not served. */
export function readSortFields(value: Argument): SortKey[] {
  const fields = listArg(value, 'fields').map((field) => {
    const given = objectArg(field, 'fields');
    const sortOn =
      optionalChoice(given['sortOn'], 'sortOn', ['Value', 'CellColor', 'FontColor', 'Icon']) ?? 'Value';
    if (sortOn !== 'Value') throw unsupported(`Sorting on ${sortOn}`);
    return {
      index: integerArg(given['key'], 'key', 0),
      ascending: optionalBoolean(given['ascending'], 'ascending') ?? true,
    };
  });
  if (fields.length === 0) throw invalidArgument('A sort needs at least one field.');
  return fields;
}

const METHODS = ['PinYin', 'StrokeCount'] as const;
export function readSortMethod(value: Argument): string {
  return optionalChoice(value, 'method', METHODS) ?? 'PinYin';
}
