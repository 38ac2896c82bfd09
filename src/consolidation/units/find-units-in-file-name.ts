import { toUnitKey } from '../../annex/unit-names';
import { cleanText } from '../../shared/text';
import type { UnitEntry } from '../types';
import { toCodeKey, type UnitIndex } from './unit-index';

/** A code of more parts is none that anyone writes before a name: "P-09-MN-01". */
const MAX_CODE_PARTS = 4;

function findUnitByLeadingCode(words: readonly string[], index: UnitIndex): UnitEntry[] {
  for (let count = Math.min(MAX_CODE_PARTS, words.length); count > 0; count -= 1) {
    const key = toCodeKey(words.slice(0, count).join(' '));
    // A number alone may be a date or count.
    const unit = /\p{L}/u.test(key) ? index.byCode.get(key) : undefined;
    if (unit) return [unit];
  }
  return [];
}

/** The longest end of the words that is a name of the list. */
function findUnitsByName(words: readonly string[], index: UnitIndex): readonly UnitEntry[] {
  for (let start = 0; start < words.length - 1; start += 1) {
    const hit = index.byName.get(toUnitKey(words.slice(start).join(' ')));
    if (hit) return hit.units;
  }
  return [];
}

/**
 * Finds the units that the name of a file names: "MN-07 Trường Mầm non Hoa Cúc.xlsx", "bao cao_MN-07.xlsx" does not.
 * A file's name is no claim to a unit: anyone may have changed it; but one that names another unit is reported.
 */
export function findUnitsInFileName(path: string, index: UnitIndex): UnitEntry[] {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  const stem = cleanText(name.replace(/\.[^.\s]{1,5}$/, '').replaceAll('_', ' '));
  const words = stem.split(/[\s.,–-]+/).filter((word) => word !== '');
  return [...new Set([...findUnitByLeadingCode(words, index), ...findUnitsByName(words, index)])];
}
