import { toUnitKey } from '../../annex/unit-names';
import type { IsoDate } from '../../shared/dates';
import { toIdentityKey, toMatchKey } from '../../shared/text';
import type { UnitEntry } from '../types';

/** How a name named a unit. */
export type UnitNameMatch = { units: UnitEntry[]; by: 'name' | 'alias' };

/** Units by their codes and by all spellings of their names. */
export type UnitIndex = {
  units: readonly UnitEntry[];
  byCode: ReadonlyMap<string, UnitEntry>;
  /** Keys with diacritics → units; Tân and Tấn are two names. */
  byName: ReadonlyMap<string, UnitNameMatch>;
  /** Keys without diacritics, for names that were typed without any. */
  byBareName: ReadonlyMap<string, UnitNameMatch>;
};

export const toCodeKey = (code: string): string => toIdentityKey(code).replaceAll(' ', '').toUpperCase();

/** "Trường" before the kind of school, which may be left out; typed without diacritics it escapes `unitKey`. */
const OPTIONAL_SCHOOL_PREFIX = /^truong (?=mam non|mau giao|tieu hoc|trung hoc)/;

/** The key of a name without its diacritics. */
export const toKeyWithoutDiacritics = (key: string): string =>
  toMatchKey(key).replace(OPTIONAL_SCHOOL_PREFIX, '');

/** Built once a run. */
export function indexUnits(units: readonly UnitEntry[]): UnitIndex {
  const byName = new Map<string, UnitNameMatch>();
  const byBareName = new Map<string, UnitNameMatch>();
  const put = (
    map: Map<string, UnitNameMatch>,
    key: string,
    unit: UnitEntry,
    by: UnitNameMatch['by'],
  ): void => {
    if (key === '') return;
    const hit = map.get(key);
    if (!hit) map.set(key, { units: [unit], by });
    else if (!hit.units.includes(unit)) hit.units.push(unit);
  };
  for (const by of ['name', 'alias'] as const) {
    for (const unit of units) {
      for (const name of by === 'name' ? [unit.name] : unit.aliases) {
        const key = toUnitKey(name);
        put(byName, key, unit, by);
        put(byBareName, toKeyWithoutDiacritics(key), unit, by);
      }
    }
  }
  return { units, byCode: new Map(units.map((unit) => [toCodeKey(unit.code), unit])), byName, byBareName };
}

/** Whether a unit is there on a day; open ends are open. */
export function isUnitValidOn({ validFrom, validTo }: UnitEntry, day: IsoDate): boolean {
  return day === '' || ((validFrom === '' || validFrom <= day) && (validTo === '' || day <= validTo));
}
