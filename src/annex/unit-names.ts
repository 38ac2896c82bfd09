import { lookUp } from '../shared/look-up';
import { cleanText, toIdentityKey } from '../shared/text';
import { findMarker } from './read-applicability';

/** A unit as the authority lists it. Identity is the code; names change and are written in many ways. */
type UnitName = { code: string; name: string; aliases: readonly string[] };

/** Abbreviations of administrative names, as identity keys; spelled out before names are compared. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  mn: 'mầm non',
  tmn: 'trường mầm non',
  mg: 'mẫu giáo',
  tmg: 'trường mẫu giáo',
  th: 'tiểu học',
  tth: 'trường tiểu học',
  thcs: 'trung học cơ sở',
  thpt: 'trung học phổ thông',
  gdtx: 'giáo dục thường xuyên',
  gdnn: 'giáo dục nghề nghiệp',
  gdđt: 'giáo dục và đào tạo',
  ubnd: 'ủy ban nhân dân',
  ưbnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  tp: 'thành phố',
  tx: 'thị xã',
  tt: 'thị trấn',
  q: 'quận',
  vp: 'văn phòng',
};

/** Kinds of school before which "trường" may be left out. */
const SCHOOL_PREFIX = /^trường (?=mầm non|mẫu giáo|tiểu học|trung học)/u;

function expandAbbreviation(syllable: string): string {
  return (
    lookUp(ABBREVIATIONS, syllable) ??
    syllable.replace(/^([qp])(\d+)$/, (_, kind, n) => `${kind === 'q' ? 'quận' : 'phường'} ${n}`)
  )
    .split(' ')
    .map(toIdentityKey)
    .join(' ');
}

/**
 * Returns the key that all spellings of one unit's name share: "Trường Mầm non Hoa Sen", "MN Hoa Sen", "TMN
 * HOA SEN". Diacritics count (Tân and Tấn are two names), and so does every word after the kind of school.
 */
export function toUnitKey(name: string): string {
  return toIdentityKey(name).split(' ').map(expandAbbreviation).join(' ').replace(SCHOOL_PREFIX, '');
}

/**
 * Finds the unit of a list by code, then name, then alias.
 *
 * @returns null if none or several match
 */
export function findUnit<Unit extends UnitName>(name: string, units: readonly Unit[]): Unit | null {
  const code = cleanText(name).toUpperCase();
  const key = toUnitKey(name);
  if (key === '') return null;
  const tests: ((unit: Unit) => boolean)[] = [
    (unit) => unit.code.toUpperCase() === code,
    (unit) => toUnitKey(unit.name) === key,
    (unit) => unit.aliases.some((alias) => toUnitKey(alias) === key),
  ];
  for (const test of tests) {
    const found = units.filter(test);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

/** Returns the unit named in a coordinating cell, without the marker. */
export const getCoordinatingUnitName = (cell: string): string => findMarker(cell)?.before ?? cleanText(cell);

/**
 * Finds the name that most tasks print in the coordinating cell: the unit for which an annex was issued.
 * Spellings of one name count together; the first one is returned.
 *
 * @returns '' if no cell names a unit
 */
export function findUsualUnitName(coordinatingCells: readonly string[]): string {
  // Most rows have the very same cell: each is read once.
  const cells = new Map<string, number>();
  for (const cell of coordinatingCells) cells.set(cell, (cells.get(cell) ?? 0) + 1);
  const spellings = new Map<string, { name: string; count: number }>();
  for (const [cell, count] of cells) {
    const name = getCoordinatingUnitName(cell);
    const key = toUnitKey(name);
    if (key === '') continue;
    const known = spellings.get(key);
    if (known) known.count += count;
    else spellings.set(key, { name, count });
  }
  return [...spellings.values()].sort((a, b) => b.count - a.count)[0]?.name ?? '';
}
