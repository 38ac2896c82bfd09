import { matchKey } from '../../annex/text';
import {
  COLUMN_ROLES,
  COMPANION_WORDS,
  HEADER_WORDS,
  MISLEADING_WORDS,
  OTHER_HEADS,
  WEAK_LEAD_WORDS,
  WHOLE_HEADERS,
  type ColumnRole,
} from './header-words';

export type HeaderRole = {
  role: ColumnRole;
  /** How much of the header said so: letters of the words that decided. */
  weight: number;
  /** Part of the header's letters that belong to words headers are made of, 0 to 1. */
  coverage: number;
  /** Only words that mean it when nothing else does ("Đơn vị thực hiện"). */
  weak: boolean;
};

type Hit = { role: ColumnRole; start: number; length: number; weak: boolean };

const wholeHeaders = new Map<string, ColumnRole>(
  COLUMN_ROLES.flatMap((role) => WHOLE_HEADERS[role].map((key): [string, ColumnRole] => [key, role])),
);

const starts = (key: string, word: string): number[] => {
  const found: number[] = [];
  const padded = ` ${key} `;
  for (let at = padded.indexOf(` ${word} `); at >= 0; at = padded.indexOf(` ${word} `, at + 1))
    found.push(at);
  return found;
};

const hitsIn = (key: string): Hit[] => {
  const hidden = MISLEADING_WORDS.flatMap((word) =>
    starts(key, word).map((start) => [start, start + word.length]),
  );
  const hits = COLUMN_ROLES.flatMap((role) =>
    HEADER_WORDS[role].flatMap((word) =>
      starts(key, word).map((start): Hit => ({ role, start, length: word.length, weak: false })),
    ),
  );
  const weak = WEAK_LEAD_WORDS.flatMap((word) =>
    starts(key, word).map((start): Hit => ({ role: 'leadUnit', start, length: word.length, weak: true })),
  );
  return [...hits, ...weak].filter(
    ({ start, length }) =>
      !hidden.some(([from = 0, to = 0]) => start >= from && start + length <= to && length < to - from),
  );
};

/** Earliest first, then longest. */
const byPosition = (a: Hit, b: Hit): number => a.start - b.start || b.length - a.length;

/**
 * Tells what a column holds from its header, null when the header says nothing known. Diacritics, case, line ends,
 * a year or a column number in it do not matter; longest phrase first, "phối hợp" before "chủ trì" before "thực hiện".
 */
export const headerRole = (header: string): HeaderRole | null => {
  const key = matchKey(header);
  const bare = key.replace(/(?:^| )(?:trong )?nam (?:hoc )?(?:19|20)\d{2}(?: (?:19|20)\d{2})?$/, '').trim();
  const unnumbered = bare.replace(/(?<=\p{L}) (?:\d{1,2}|i{1,3}|iv)$/u, '');
  const whole = wholeHeaders.get(key) ?? wholeHeaders.get(bare) ?? wholeHeaders.get(unnumbered);
  if (whole) return { role: whole, weight: unnumbered.length, coverage: 1, weak: false };
  if (header.trim() === '#') return { role: 'tt', weight: 1, coverage: 1, weak: false };
  if (OTHER_HEADS.some((word) => `${unnumbered} `.startsWith(`${word} `))) return null;

  const hits = hitsIn(unnumbered).sort(byPosition);
  const strong = hits.filter(({ weak }) => !weak);
  const head = strong[0] ?? hits[0];
  if (!head) return null;
  const coordinating = strong.find(({ role }) => role === 'coordinatingUnit');
  const decides = coordinating && YIELDS_TO_COORDINATING.includes(head.role) ? coordinating : head;
  const weight = hits
    .filter(({ role }) => role === decides.role)
    .reduce((most, { length }) => Math.max(most, length), 0);
  return { role: decides.role, weight, coverage: coverageOf(unnumbered, hits), weak: decides.weak };
};

const coverageOf = (key: string, hits: Hit[]): number => {
  const covered = new Set<number>();
  const cover = (start: number, length: number): void => {
    for (let i = 0; i < length; i++) covered.add(start + i);
  };
  for (const { start, length } of hits) cover(start, length);
  for (const word of COMPANION_WORDS) for (const start of starts(key, word)) cover(start, word.length);
  for (const { index, 0: digits } of key.matchAll(/\d+/g)) cover(index, digits.length);
  const letters = [...key].map((letter, i) => (letter === ' ' ? -1 : i)).filter((i) => i >= 0);
  return letters.filter((i) => covered.has(i)).length / Math.max(1, letters.length);
};

/** "Trách nhiệm phối hợp", "Ghi chú & Đơn vị phối hợp": the marker of the unit stands in such a column. */
const YIELDS_TO_COORDINATING: readonly ColumnRole[] = ['leadUnit', 'note', 'coordinatingUnit'];
