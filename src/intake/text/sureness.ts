import { findMarker } from '../../annex/applicability';
import { cleanText, identityKey } from '../../annex/text';
import type { ColumnRole } from '../assemble/header-words';
import { cellKey, freshCellWorth, usualCellWorth, type CellWorth, type Usual } from './flow/cell-worth';

export { surenessBar } from '../sureness-bar';

/** Columns that repeat a few values; a value that is one of them but for a word or two was cut wrongly. */
const repeating: readonly ColumnRole[] = ['leadUnit', 'coordinatingUnit', 'timing'];
const mostMissing = 2;
/** What is said so often is how this table says it. */
const often = 3;

/** What stands in the columns, counted over all rows; `rows` hold one text for each role. */
export function usualCells(
  rows: readonly (readonly string[])[],
  roles: readonly (ColumnRole | null)[],
): Usual {
  const usual = new Map<ColumnRole, Map<string, number>>();
  roles.forEach((role, column) => {
    if (!role) return;
    const counts = new Map<string, number>();
    for (const cells of rows) {
      const key = cellKey(role, cleanText(cells[column] ?? ''));
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    usual.set(role, counts);
  });
  return usual;
}

function isWithin(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at++;
  return at === shorter.length;
}

/** Is it a usual value of its column with a word or two too few or too many? */
function isMaimed(role: ColumnRole, text: string, usual: Usual): boolean {
  if (!repeating.includes(role)) return false;
  const key = cellKey(role, text);
  const counts = usual.get(role);
  const own = counts?.get(key) ?? 0;
  const words = identityKey(key).split(' ');
  return [...(counts ?? [])].some(([other, count]) => {
    if (other === key || count < often || count < 2 * own) return false;
    const whole = other.split(' ');
    const apart = Math.abs(whole.length - words.length);
    if (apart === 0 || apart > mostMissing) return false;
    return whole.length > words.length ? isWithin(words, whole) : isWithin(whole, words);
  });
}

/** A time that begins with a capital in the middle of something else has come from the column beside. */
const strayTiming =
  /[^.;:,(\s]\s+(?:Tháng|Quý|Khi|Hàng|Hằng|Định kỳ|Thường xuyên|Trong năm|Năm \d+)(?=\s|$)/u;

/** Stretches of a text from each capital that no punctuation leads, as keys. */
function insideCapitals(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\d)]\s)(?=\p{Lu})/gu)].map(
    (match) => `${identityKey(text.slice(match.index))} `,
  );
}

/** Does it hold, beside its own, a whole value that is usual in another column? */
function holdsOther(role: ColumnRole, text: string, usual: Usual): boolean {
  if (strayTiming.test(text)) return true;
  const inside = insideCapitals(text);
  return [...usual].some(
    ([other, counts]) =>
      other !== role &&
      other !== 'content' &&
      [...counts].some(
        ([value, count]) => count >= often && inside.some((key) => key.startsWith(`${value} `)),
      ),
  );
}

const sureness = { doubtful: 0.4, fair: 0.75, blank: 0.6 };

/** How sure each cell's text is to be one its column would hold, 0 to 1: by general knowledge and the other rows. */
export function cellSureness(
  rows: readonly (readonly string[])[],
  roles: readonly (ColumnRole | null)[],
  general: CellWorth = freshCellWorth(),
) {
  const usual = usualCells(rows, roles);
  const worth = usualCellWorth(general, usual);
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
      const key = `${role} ${identityKey(cells[column] ?? '')}`;
      const ways = printed.get(key) ?? new Map<string, number>();
      printed.set(key, ways.set(cells[column] ?? '', (ways.get(cells[column] ?? '') ?? 0) + 1));
    }),
  );
  const isPrintedOddly = (role: ColumnRole, text: string): boolean => {
    const ways = printed.get(`${role} ${identityKey(text)}`);
    const own = ways?.get(text) ?? 0;
    return ways !== undefined && Math.max(...ways.values()) >= Math.max(often, 2 * own);
  };

  return (role: ColumnRole | null, cell: string): number => {
    const text = cleanText(cell);
    if (role === null || role === 'tt' || role === 'section') return 1;
    if (text === '') return repeating.includes(role) && (filled.get(role) ?? 0) > 0.9 ? sureness.blank : 1;
    if (holdsOther(role, text, usual)) return sureness.doubtful;
    if (role === 'content') return text.length < 8 || /^\p{Ll}/u.test(text) ? sureness.doubtful : 1;
    if (role === 'leadUnit' && findMarker(text)) return sureness.doubtful;
    if (isMaimed(role, text, usual) || isPrintedOddly(role, text)) return sureness.doubtful;
    const count = usual.get(role)?.get(cellKey(role, text)) ?? 0;
    // What this table alone speaks for must be said more than a few times: one mistake is easily made twice.
    if (count <= often && general(role, text) < 0) return sureness.doubtful;
    const own = worth(role, text);
    return own >= 0.8 ? 1 : own >= 0.3 ? sureness.fair : sureness.doubtful;
  };
}
