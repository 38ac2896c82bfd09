import type { ColumnRole } from '../../annex/header-vocabulary';
import { findMarker } from '../../annex/read-applicability';
import { findMax } from '../../shared/min-max';
import { cleanText, toIdentityKey } from '../../shared/text';
import {
  type CellScorer,
  type ColumnFrequencies,
  createCellScorer,
  createFrequencyScorer,
  getCellKey,
} from './create-cell-scorer';

export { MIN_CONFIDENCE } from '../../readers/min-confidence';

/** Columns that repeat a few values; a value that is one of them but for a word or two was cut wrongly. */
const REPEATING_ROLES: readonly ColumnRole[] = ['leadUnit', 'coordinatingUnit', 'timing'];
const MAX_WORD_DIFFERENCE = 2;
/** What is said so often is how this table says it. */
const MIN_REPEATS = 3;

/** Counts the values of the columns over all rows; `rows` hold one text for each role. */
export function countColumnValues(
  rows: readonly (readonly string[])[],
  roles: readonly (ColumnRole | null)[],
): ColumnFrequencies {
  const usual = new Map<ColumnRole, Map<string, number>>();
  roles.forEach((role, column) => {
    if (!role) return;
    const counts = new Map<string, number>();
    for (const cells of rows) {
      const key = getCellKey(role, cleanText(cells[column] ?? ''));
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    usual.set(role, counts);
  });
  return usual;
}

function isSubsequence(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at++;
  return at === shorter.length;
}

/**
 * Returns true if `text` differs from a frequent value of its column by one or two missing or extra words.
 */
function isNearMatch(role: ColumnRole, text: string, usual: ColumnFrequencies): boolean {
  if (!REPEATING_ROLES.includes(role)) return false;
  const key = getCellKey(role, text);
  const counts = usual.get(role);
  const ownCount = counts?.get(key) ?? 0;
  const tokens = toIdentityKey(key).split(' ');
  return [...(counts ?? [])].some(([other, count]) => {
    if (other === key || count < MIN_REPEATS || count < 2 * ownCount) return false;
    const otherTokens = other.split(' ');
    const apart = Math.abs(otherTokens.length - tokens.length);
    if (apart === 0 || apart > MAX_WORD_DIFFERENCE) return false;
    return otherTokens.length > tokens.length
      ? isSubsequence(tokens, otherTokens)
      : isSubsequence(otherTokens, tokens);
  });
}

/** A time that begins with a capital in the middle of something else has come from the column beside. */
const STRAY_TIMING =
  /[^.;:,(\s]\s+(?:Tháng|Quý|Khi|Hàng|Hằng|Định kỳ|Thường xuyên|Trong năm|Năm \d+)(?=\s|$)/u;

/** Returns the keys of a text from each capital that no punctuation precedes. */
function getKeysFromCapitals(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\d)]\s)(?=\p{Lu})/gu)].map(
    (match) => `${toIdentityKey(text.slice(match.index))} `,
  );
}

/** Returns true if a cell contains an entire value that is frequent in another column. */
function hasOtherColumnValue(role: ColumnRole, text: string, usual: ColumnFrequencies): boolean {
  if (STRAY_TIMING.test(text)) return true;
  const inside = getKeysFromCapitals(text);
  return [...usual].some(
    ([other, counts]) =>
      other !== role &&
      other !== 'content' &&
      [...counts].some(
        ([value, count]) => count >= MIN_REPEATS && inside.some((key) => key.startsWith(`${value} `)),
      ),
  );
}

const CELL_CONFIDENCE = { doubtful: 0.4, fair: 0.75, blank: 0.6 };

/**
 * Creates a function that rates how surely a text belongs in its column, 0 to 1, by general knowledge and by
 * the other rows.
 */
export function createConfidenceScorer(
  rows: readonly (readonly string[])[],
  roles: readonly (ColumnRole | null)[],
  general: CellScorer = createCellScorer(),
) {
  const usual = countColumnValues(rows, roles);
  const scoreByFrequency = createFrequencyScorer(general, usual);
  const texts = rows.map((cells) => cells.map(cleanText));
  const filled = new Map(
    roles.map((role, column) => [
      role,
      texts.filter((cells) => cells[column] !== '').length / (texts.length || 1),
    ]),
  );
  /** How the words of a key are mostly printed. */
  const printed = new Map<string, Map<string, number>>();
  texts.forEach((cells) =>
    roles.forEach((role, column) => {
      if (role !== 'leadUnit' && role !== 'timing') return;
      const key = `${role} ${toIdentityKey(cells[column] ?? '')}`;
      const ways = printed.get(key) ?? new Map<string, number>();
      printed.set(key, ways.set(cells[column] ?? '', (ways.get(cells[column] ?? '') ?? 0) + 1));
    }),
  );
  const isPrintedOddly = (role: ColumnRole, text: string): boolean => {
    const ways = printed.get(`${role} ${toIdentityKey(text)}`);
    const ownCount = ways?.get(text) ?? 0;
    return ways !== undefined && findMax(ways.values()) >= Math.max(MIN_REPEATS, 2 * ownCount);
  };

  return (role: ColumnRole | null, cell: string): number => {
    const text = cleanText(cell);
    if (role === null || role === 'tt' || role === 'section') return 1;
    if (text === '')
      return REPEATING_ROLES.includes(role) && (filled.get(role) ?? 0) > 0.9 ? CELL_CONFIDENCE.blank : 1;
    if (hasOtherColumnValue(role, text, usual)) return CELL_CONFIDENCE.doubtful;
    if (role === 'content') return text.length < 8 || /^\p{Ll}/u.test(text) ? CELL_CONFIDENCE.doubtful : 1;
    if (role === 'leadUnit' && findMarker(text)) return CELL_CONFIDENCE.doubtful;
    if (isNearMatch(role, text, usual) || isPrintedOddly(role, text)) return CELL_CONFIDENCE.doubtful;
    const count = usual.get(role)?.get(getCellKey(role, text)) ?? 0;
    // What this table alone speaks for must be said more than a few times: one mistake is easily made twice.
    if (count <= MIN_REPEATS && general(role, text) < 0) return CELL_CONFIDENCE.doubtful;
    const ownCount = scoreByFrequency(role, text);
    return ownCount >= 0.8 ? 1 : ownCount >= 0.3 ? CELL_CONFIDENCE.fair : CELL_CONFIDENCE.doubtful;
  };
}
