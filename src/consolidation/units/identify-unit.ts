import { buildTrigramProfile, computeSimilarity } from '../../annex/compute-similarity';
import { toUnitKey } from '../../annex/unit-names';
import type { IsoDate } from '../../shared/dates';
import { findMax } from '../../shared/min-max';
import { cleanText, toIdentityKey, toMatchKey } from '../../shared/text';
import type { UnitClaims, UnitEntry, UnitMatch } from '../types';
import {
  isUnitValidOn,
  toCodeKey,
  toKeyWithoutDiacritics,
  type UnitIndex,
  type UnitNameMatch,
} from './unit-index';

/** What the officer answered before: SHA-256 of a file → code of its unit. */
type UnitChoices = ReadonlyMap<string, string>;

/** What may stand before a unit's name on one line: the authority above it. */
const AUTHORITY_PREFIX =
  /^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|phòng|sở|hội đồng nhân dân|đảng ủy|thành phố|tỉnh|quận|huyện|phường|xã|thị trấn|đặc khu)(?: |$)/u;

const NO_DIACRITICS = /^[\p{Script=Latin}\d ]*$/u;

const isTypedWithoutDiacritics = (key: string): boolean => key === toMatchKey(key) && NO_DIACRITICS.test(key);

/** The longest end of a line that is a name of the list, where only an authority stands before it. */
function findNameAtEnd(key: string, index: UnitIndex): UnitNameMatch | undefined {
  if (!AUTHORITY_PREFIX.test(key)) return undefined;
  for (let space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1)) {
    // The key is computed again: "trường" may only be left out at the beginning of a name.
    const hit = index.byName.get(toUnitKey(key.slice(space + 1)));
    if (hit) return hit;
  }
  return undefined;
}

/**
 * The units a name stands for: its spelling with diacritics decides; a name typed without any is looked up without.
 * A name with other diacritics than the list's is another name.
 */
function findUnitsByName(name: string, index: UnitIndex): UnitNameMatch | null {
  const key = toUnitKey(name);
  if (key === '') return null;
  const hit = index.byName.get(key) ?? findNameAtEnd(key, index);
  if (hit) return hit;
  const typed = toIdentityKey(cleanText(name));
  return isTypedWithoutDiacritics(typed) ? (index.byBareName.get(toKeyWithoutDiacritics(key)) ?? null) : null;
}

const MAX_SUGGESTIONS = 5;
/** Likeness of names from which a unit is worth naming in the question (0 to 1). */
const MIN_SUGGESTION_SCORE = 0.5;

/** Units whose names are like those claimed, the likest first: for the question, never an answer. */
function findLikelyUnits(names: readonly string[], units: readonly UnitEntry[]): string[] {
  const claimed = names.map((name) => buildTrigramProfile(toUnitKey(name)));
  return units
    .map((unit) => {
      const own = [unit.name, ...unit.aliases].map((name) => buildTrigramProfile(toUnitKey(name)));
      const score = findMax([
        0,
        ...claimed.flatMap((one) => own.map((other) => computeSimilarity(one, other))),
      ]);
      return { code: unit.code, score };
    })
    .filter(({ score }) => score >= MIN_SUGGESTION_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ code }) => code);
}

/** Whether one unit stands above the other, at any distance. */
function isAbove(one: UnitEntry, other: UnitEntry, index: UnitIndex): boolean {
  const seen = new Set<UnitEntry>();
  for (let unit: UnitEntry | undefined = other; unit && !seen.has(unit);) {
    seen.add(unit);
    unit = index.byCode.get(toCodeKey(unit.parent));
    if (unit === one) return true;
  }
  return false;
}

const getDistinctCodes = (units: Iterable<UnitEntry>): string[] => [
  ...new Set([...units].map(({ code }) => code)),
];

/**
 * Whose file it is: by the officer's earlier answer, by code, by name or alias. Whatever the file says of itself must
 * agree: a code of one unit beside the title of another is a question, and so is a name of two units, a unit that was
 * not there on that day, and a file that names none. The file's own name is never asked.
 *
 * @param on the day for which the list is asked (date of the annex); '' for any
 */
export function identifyUnit(
  { sha256, claims }: { sha256: string; claims: UnitClaims },
  index: UnitIndex,
  choices: UnitChoices = new Map(),
  on: IsoDate = '',
): UnitMatch {
  const choice = index.byCode.get(toCodeKey(choices.get(sha256) ?? ''));
  if (choice) return { kind: 'known', unit: choice.code, by: 'choice' };
  const valid = (hit: UnitNameMatch | null): UnitNameMatch | null => {
    if (!hit || hit.units.length < 2) return hit;
    // Of two units of one name the one that was there on that day is meant.
    const units = hit.units.filter((unit) => isUnitValidOn(unit, on));
    return units.length > 0 ? { ...hit, units } : hit;
  };
  const byCode = claims.code === '' ? undefined : index.byCode.get(toCodeKey(claims.code));
  const hits = claims.names.flatMap(({ name, from }) => {
    const hit = valid(findUnitsByName(name, index));
    return hit ? [{ ...hit, from }] : [];
  });
  // The coordinating column repeats what the authority printed, and what else a unit calls itself may be the name of
  // another: they speak where nothing else does.
  // A letterhead names the authority above the unit.
  const isLetterhead = ({ units }: UnitNameMatch): boolean =>
    units.every((unit) => hits.some((other) => other.units.some((below) => isAbove(unit, below, index))));
  const direct = hits.filter((hit) => hit.from !== 'column' && hit.from !== 'alias' && !isLetterhead(hit));
  const relevant = direct.length > 0 || byCode ? direct : hits;
  const named = relevant.filter(({ units }) => units.length === 1);
  const ask = (reason: 'no-claim' | 'unknown' | 'ambiguous' | 'contradiction', candidates: string[]) => ({
    kind: 'question' as const,
    reason,
    candidates,
  });

  const agreed = new Set([...(byCode ? [byCode] : []), ...named.map(({ units }) => units[0]!)]);
  if (agreed.size > 1) return ask('contradiction', getDistinctCodes(agreed));
  const [unit] = agreed;
  if (unit) {
    const contradicting = relevant.find(({ units }) => !units.includes(unit));
    if (contradicting) return ask('contradiction', getDistinctCodes([unit, ...contradicting.units]));
    // A code that the list does not know, beside a name that it does: a workbook of another list.
    if (!byCode && claims.code !== '') return ask('contradiction', [unit.code]);
    if (!isUnitValidOn(unit, on)) return ask('unknown', [unit.code]);
    return { kind: 'known', unit: unit.code, by: byCode ? 'code' : (named[0]?.by ?? 'name') };
  }
  const several = relevant[0];
  if (several) return ask('ambiguous', getDistinctCodes(several.units));
  const names = claims.names.map(({ name }) => name);
  if (claims.code === '' && names.length === 0) return ask('no-claim', []);
  return ask('unknown', findLikelyUnits(names, index.units));
}
