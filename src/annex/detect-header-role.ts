import { memoize } from '../shared/memoize';
import { toMatchKey } from '../shared/text';
import {
  COLUMN_ROLES,
  type ColumnRole,
  COMPANION_TERMS,
  FULL_HEADERS,
  HEADER_TERMS,
  LEADER_TERMS,
  MISLEADING_TERMS,
  NAME_HEADS,
  NAMES_OF_PEOPLE,
  OTHER_HEADS,
  OTHER_NAMES,
  OVERSIGHT_TERMS,
  WEAK_LEAD_TERMS,
} from './header-vocabulary';

export type HeaderRole = Readonly<{
  role: ColumnRole;
  /** How much of the header said so: letters of the words that decided. */
  weight: number;
  /** Part of the header's letters that belong to words headers are made of, 0 to 1. */
  coverage: number;
  /** Only words that mean it when nothing else does ("Đơn vị thực hiện"). */
  weak: boolean;
}>;

type RoleHit = { role: ColumnRole; start: number; length: number; weak: boolean };

const ROLE_BY_FULL_HEADER = new Map<string, ColumnRole>(
  COLUMN_ROLES.flatMap((role) => FULL_HEADERS[role].map((key): [string, ColumnRole] => [key, role])),
);

type HeaderPhrase = { text: string; kind: ColumnRole | 'weak' | 'misleading' | 'companion' };

const PHRASES_BY_FIRST_WORD = new Map<string, HeaderPhrase[]>();
function addPhrases(kind: HeaderPhrase['kind'], texts: readonly string[]): void {
  for (const text of texts) {
    const word = text.split(' ')[0] ?? '';
    PHRASES_BY_FIRST_WORD.set(word, [...(PHRASES_BY_FIRST_WORD.get(word) ?? []), { text, kind }]);
  }
}
for (const role of COLUMN_ROLES) addPhrases(role, HEADER_TERMS[role]);
addPhrases('weak', WEAK_LEAD_TERMS);
addPhrases('misleading', MISLEADING_TERMS);
addPhrases('companion', COMPANION_TERMS);

type FoundPhrase = HeaderPhrase & { start: number };

function findPhrases(key: string): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  let start = 0;
  for (const word of key.split(' ')) {
    for (const phrase of PHRASES_BY_FIRST_WORD.get(word) ?? []) {
      const end = start + phrase.text.length;
      if (key.startsWith(phrase.text, start) && (end === key.length || key[end] === ' '))
        found.push({ ...phrase, start });
    }
    start += word.length + 1;
  }
  return found;
}

function toRoleHits(found: FoundPhrase[]): RoleHit[] {
  const misleading = found.filter(({ kind }) => kind === 'misleading');
  const isHidden = ({ start, text }: FoundPhrase): boolean =>
    misleading.some(
      (other) =>
        start >= other.start &&
        start + text.length <= other.start + other.text.length &&
        text.length < other.text.length,
    );
  return found.flatMap((phrase): RoleHit[] => {
    const { kind, start, text } = phrase;
    if (kind === 'misleading' || kind === 'companion' || isHidden(phrase)) return [];
    const weak = kind === 'weak';
    return [{ role: weak ? 'leadUnit' : kind, start, length: text.length, weak }];
  });
}

/** Sorts by position, then by length, longest first. */
const comparePosition = (a: RoleHit, b: RoleHit): number => a.start - b.start || b.length - a.length;

/** How a column is filled in: "(đánh dấu x)", "(ghi rõ tên)". */
const ADVICE = /\((?:đánh dấu|đánh|tích|ghi|nêu|điền|chọn|nếu)\s[^)]*\)/giu;
/** Months and weeks by their usual letters: "T1". */
const PERIOD_CODE = /(?<=^| )[tq] ?\d{1,2}(?=$| )/g;

/** A month under its quarter or half year: "Quý I T1", "Học kỳ I Tháng 9". */
const PERIOD_COLUMN =
  /^(?:quy (?:[ivx]+|\d)|hoc ky (?:[ivx]+|\d)|hk ?(?:[ivx]+|\d)|nam \d{4}) (?:t|thang) ?\d{1,2}$/;

/**
 * Detects what a column holds from its header. Diacritics, case, line ends, a year or a column number in it
 * do not matter; the longest phrase decides, "phối hợp" before "chủ trì" before "thực hiện".
 *
 * @returns null if the header names no known column
 */
export const detectHeaderRole = memoize(computeHeaderRole);

function computeHeaderRole(header: string): HeaderRole | null {
  const key = toMatchKey(header.replace(ADVICE, ' '));
  const bare = key.replace(/(?:^| )(?:trong )?nam (?:hoc )?(?:19|20)\d{2}(?: (?:19|20)\d{2})?$/, '').trim();
  const unnumbered = bare.replace(/(?<=\p{L}) (?:\d{1,2}|i{1,3}|iv)$/u, '');
  const full =
    ROLE_BY_FULL_HEADER.get(key) ?? ROLE_BY_FULL_HEADER.get(bare) ?? ROLE_BY_FULL_HEADER.get(unnumbered);
  if (full) return { role: full, weight: unnumbered.length, coverage: 1, weak: false };
  if (header.trim() === '#') return { role: 'tt', weight: 1, coverage: 1, weak: false };
  if (beginsWithAny(unnumbered, OTHER_HEADS)) return null;

  if (PERIOD_COLUMN.test(key)) return { role: 'timing', weight: key.length, coverage: 1, weak: false };

  const found = findPhrases(unnumbered);
  const hits = toRoleHits(found).sort(comparePosition);
  const strong = hits.filter(({ weak }) => !weak);
  const head = strong[0] ?? hits[0];
  if (!head) return null;
  const coordinating = strong.find(({ role }) => role === 'coordinatingUnit');
  const decides = coordinating && YIELDS_TO_COORDINATING.includes(head.role) ? coordinating : head;
  const weight = hits
    .filter(({ role }) => role === decides.role)
    .reduce((most, { length }) => Math.max(most, length), 0);
  return { role: decides.role, weight, coverage: computeCoverage(unnumbered, found), weak: decides.weak };
}

function beginsWithAny(key: string, heads: readonly string[]): boolean {
  return heads.some(
    (head) => key.startsWith(head) && (key.length === head.length || key[head.length] === ' '),
  );
}

/** Returns true for a header that names things, which are what is to be done if no other column says so. */
export function isNameHeader(header: string): boolean {
  const key = toMatchKey(header);
  return beginsWithAny(key, NAME_HEADS) && !beginsWithAny(key, [...NAMES_OF_PEOPLE, ...OTHER_NAMES]);
}

/** Returns true for the header of a column of people, who do what stands beside them if no other column says who. */
export const isPeopleHeader = (header: string): boolean => beginsWithAny(toMatchKey(header), NAMES_OF_PEOPLE);

/** Letters of a header beyond which it names more than a leader. */
const MAX_LEADER_HEADER = 45;
/** The leader alone heads a column: "Lãnh đạo", "BGH", "Lãnh đạo UBND xã", "Người chỉ đạo". */
const LEADERS_ALONE =
  /^(?:lanh dao(?: (?!don vi|bo phan|co quan|to |thuc hien|va )\S+){0,3}|ld|bgh|ban giam hieu|(?:nguoi )?(?:chi dao|phu trach chung))$/;

/** Returns true for the header of a column that names the leader who watches over what a unit does. */
export function isLeaderHeader(header: string): boolean {
  const key = toMatchKey(header);
  if (key.length > MAX_LEADER_HEADER) return false;
  if (LEADERS_ALONE.test(key)) return true;
  return !hasTerm(key, UNIT_WORDS) && hasTerm(key, LEADER_TERMS) && hasTerm(key, OVERSIGHT_TERMS);
}

const hasTerm = (key: string, terms: readonly string[]): boolean =>
  terms.some((term) => ` ${key} `.includes(` ${term} `));

/** A header with one of these names units as well, or says who does it. */
const UNIT_WORDS = ['don vi', 'bo phan', 'co quan', 'phong', 'to', 'chu tri', 'phoi hop', 'thuc hien'];

function computeCoverage(key: string, found: FoundPhrase[]): number {
  const covered = new Set<number>();
  const cover = (start: number, length: number): void => {
    for (let i = 0; i < length; i++) if (key[start + i] !== ' ') covered.add(start + i);
  };
  for (const { kind, start, text } of found) if (kind !== 'misleading') cover(start, text.length);
  for (const pattern of [/\d+/g, PERIOD_CODE])
    for (const { index, 0: text } of key.matchAll(pattern)) cover(index, text.length);
  return covered.size / Math.max(1, key.replaceAll(' ', '').length);
}

/** "Trách nhiệm phối hợp", "Ghi chú & Đơn vị phối hợp": the marker of the unit stands in such a column. */
const YIELDS_TO_COORDINATING: readonly ColumnRole[] = ['leadUnit', 'note', 'coordinatingUnit'];
