import { findMax } from '../../shared/min-max';
import type { ConsolidationLevel } from '../ledger/consolidation';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { UnitEntry } from '../types';

/** Folders a ledger is parted into at most: enough to read one alone, few enough to open all. */
const MAX_BRANCHES = 256;

/** What Hive writes for no value. */
const HIVE_NULL_PARTITION = '__HIVE_DEFAULT_PARTITION__';
const MAX_FOLDER_NAME_LENGTH = 60;

/** "79-26734" → "79"; null where a code has no parts. */
function removeLastPart(code: string): string | null {
  const at = /^(.+)[-./_ ][^-./_ ]*$/u.exec(code);
  return at?.[1] ?? null;
}

function countDistinct(codes: readonly string[], shortened: (code: string) => string): number {
  return new Set(codes.map(shortened)).size;
}

/**
 * The branch of each authority's code: the code itself, or where there are more than `most` of them, what stands
 * before its last parts ("79" of "79-26734": the province), or as many of its first characters as leave no more.
 */
export function createBranchResolver(codes: Iterable<string>, most = MAX_BRANCHES): (code: string) => string {
  const distinct = [...new Set(codes)];
  const dropping = (parts: number) => (code: string) => {
    let short = code;
    for (let part = 0; part < parts; part += 1) short = removeLastPart(short) ?? short;
    return short;
  };
  const keeping = (length: number) => (code: string) => [...code].slice(0, length).join('');
  const deepest = findMax([0, ...distinct.map((code) => code.split(/[-./_ ]/u).length)]);
  for (let parts = 0; parts < deepest; parts += 1) {
    if (countDistinct(distinct, dropping(parts)) <= most) return dropping(parts);
  }
  let length = findMax([0, ...distinct.map((code) => [...code].length)]);
  while (countDistinct(distinct, keeping(length)) > most) length -= 1;
  return keeping(length);
}

/**
 * Which branch an entry belongs to: by the authority above its unit, which is who sent it where a lower level has
 * consolidated, else the unit's own in the list, else the level that consolidates.
 */
export function createEntryBranchResolver(
  units: readonly UnitEntry[],
  { code: level }: Pick<ConsolidationLevel, 'code'>,
  /** Codes of lower levels that have consolidated. */
  lower: Iterable<string> = [],
): (entry: Pick<LedgerEntry, 'sender' | 'unit'>) => string {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const branch = createBranchResolver([...parents.values(), ...lower]);
  return ({ sender, unit }) => branch(sender === unit ? parents.get(unit) || level : sender);
}

/** Hive's own list, with what Windows cannot have at the end of a name. */
const UNSAFE_CHARACTERS = /["#%'*/:=?\\{}[\]^<>|\p{Cc}\u007f]|[. ]$/gu;
function escapeCharacter(character: string): string {
  return `%${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** "branch=P-01": the folder of a branch as Hive, Spark, Trino and DuckDB read it. */
export function formatBranchFolder(branch: string): string {
  const short = [...branch.normalize('NFC')].slice(0, MAX_FOLDER_NAME_LENGTH).join('');
  return `branch=${short === '' ? HIVE_NULL_PARTITION : short.replace(UNSAFE_CHARACTERS, escapeCharacter)}`;
}
