import type { SortKey } from '../../model/sort-range';
import {
  createUnsupportedError,
  readIntegerArg,
  readListArg,
  readObjectArg,
  readOptionalBooleanArg,
  readOptionalChoiceArg,
} from '../../protocol/arguments';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { Argument } from '../../protocol/types';

/**
 * Reads Excel.SortField objects; only sorting by value is served, not by color or icon.
 * @throws HostError where the value is not valid.
 */
export function readSortFields(value: Argument): SortKey[] {
  const fields = readListArg(value, 'fields').map((field) => {
    const given = readObjectArg(field, 'fields');
    const sortOn =
      readOptionalChoiceArg(given['sortOn'], 'sortOn', ['Value', 'CellColor', 'FontColor', 'Icon']) ??
      'Value';
    if (sortOn !== 'Value') throw createUnsupportedError(`Sorting on ${sortOn}`);
    return {
      index: readIntegerArg(given['key'], 'key', 0),
      ascending: readOptionalBooleanArg(given['ascending'], 'ascending') ?? true,
    };
  });
  if (fields.length === 0) throw createInvalidArgumentError('A sort needs at least one field.');
  return fields;
}

const SORT_METHODS = ['PinYin', 'StrokeCount'] as const;
export function readSortMethod(value: Argument): string {
  return readOptionalChoiceArg(value, 'method', SORT_METHODS) ?? 'PinYin';
}
