import type { Edition } from '../../annex/types';
import type { WorkbookMetadata } from './workbook-contract';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isEdition(value: unknown): value is Edition {
  return (
    isObject(value) &&
    ['issuer', 'number', 'date', 'title'].every((field) => typeof value[field] === 'string') &&
    (value['year'] === null || typeof value['year'] === 'number')
  );
}

/** Returns whether what a hidden sheet holds has the shape of its metadata: anyone may have written other JSON there. */
export function isWorkbookMetadata(value: unknown): value is WorkbookMetadata {
  if (!isObject(value) || !isObject(value['unit'])) return false;
  const { code, name, aliases = [] } = value['unit'];
  return (
    typeof code === 'string' &&
    typeof name === 'string' &&
    Array.isArray(aliases) &&
    aliases.every((alias) => typeof alias === 'string') &&
    isEdition(value['edition']) &&
    typeof value['fingerprint'] === 'string' &&
    typeof value['savedAt'] === 'string'
  );
}
