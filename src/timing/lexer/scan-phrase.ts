import { memoize } from '../../shared/memoize';
import { foldText } from './fold-text';
import { type Term, TERMS } from './lexicon';
import { parseRomanNumeral } from './numerals';
import { type Token, tokenize } from './tokenize';
import { findNearestWord, findWordBoundary, isOneTypoAway, isSyllable } from './typos';

/** A phrase cut into tokens, with the longest known phrase that starts at each of them. */
export type ScannedPhrase = {
  text: string;
  tokens: Token[];
  /** Roles of the phrase that starts at a token; empty where none does. */
  terms: (readonly Term[])[];
  /** Index after that phrase. */
  ends: number[];
};

type TrieNode = { terms: Term[]; next: Map<string, TrieNode> };

const createTrieNode = (): TrieNode => ({ terms: [], next: new Map() });

const TERM_TRIE = createTrieNode();
const KNOWN_TOKENS = new Set<string>();
for (const [term, phrases] of Object.entries(TERMS) as [Term, readonly string[]][]) {
  for (const phrase of phrases) {
    let node = TERM_TRIE;
    for (const word of foldText(phrase).split(' ')) {
      KNOWN_TOKENS.add(word);
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = createTrieNode()));
      node = next;
    }
    node.terms.push(term);
  }
}

/** Words of time; only these are corrected. */
const CORRECTABLE_KEYS = [
  'thang',
  'quy',
  'ngay',
  'tuan',
  'nam',
  'hoc',
  'truoc',
  'cham',
  'nhat',
  'han',
  'hang',
  'dinh',
  'moi',
  'dau',
  'cuoi',
  'giua',
  'tiep',
  'trong',
  'thuong',
  'xuyen',
  'lien',
  'tuc',
  'khi',
  'yeu',
  'theo',
  'hoach',
  'nhung',
  'khai',
  'giang',
];
const CORRECTABLE_BEFORE_NUMBER = ['thang', 'quy', 'ngay', 'tuan'];

const VOWEL = /[aeiouy]/;
const MAX_ABBREVIATION_LENGTH = 3;

/** Returns true for "KH", "BC", "CV": no vowel, and too short for a word that lost one. */
const isAbbreviation = (key: string): boolean => key.length <= MAX_ABBREVIATION_LENGTH && !VOWEL.test(key);

/** Numbers glued to what they count: "QII", "HKI", "quýIV". */
const JOINED_NUMERAL = /^(quy|qui|q|hk|hocky)(i{1,3}|iv|[li]{2,3}|lv)$/;

/** The correction of a word: none, another word, or a cut after so many letters. */
type Correction = { word: string } | { cut: number } | null;

function findCorrection(key: string): Correction {
  const glued = JOINED_NUMERAL.exec(key);
  if (glued?.[1]) return { cut: glued[1].length };
  if (KNOWN_TOKENS.has(key) || isSyllable(key)) return null;
  const word = isAbbreviation(key) ? null : findNearestWord(key, CORRECTABLE_KEYS);
  if (word !== null) return { word };
  const boundary = findWordBoundary(key, KNOWN_TOKENS);
  return boundary > 0 ? { cut: boundary } : null;
}

/** A column of timings has few different words. */
const getCorrection = memoize(findCorrection);

function correctWord(token: Token, out: Token[]): void {
  const correction = getCorrection(token.key);
  if (correction === null) {
    out.push(token);
  } else if ('word' in correction) {
    out.push({ ...token, key: correction.word, corrected: true });
  } else {
    const [key, at] = [token.key, token.at + correction.cut];
    out.push({ ...token, key: key.slice(0, correction.cut), end: at });
    out.push({ ...token, key: key.slice(correction.cut), at, spaced: false });
  }
}

/**
 * Corrects words that are syllables of their own but one typo away from a unit and right before its number
 * ("thánh 6"): a second attempt.
 */
function correctBeforeNumbers(tokens: Token[]): Token[] {
  return tokens.map((token, i) => {
    const isTerm = (TERM_TRIE.next.get(token.key)?.terms.length ?? 0) > 0;
    const next = tokens[i + 1];
    const numbered = next?.kind === 'number' || parseRomanNumeral(next?.key ?? '')?.corrected === false;
    if (token.kind !== 'word' || isTerm || !numbered) return token;
    const word = findNearestWord(token.key, CORRECTABLE_BEFORE_NUMBER);
    return word === null ? token : { ...token, key: word, corrected: true };
  });
}

const NO_TERMS: readonly Term[] = [];

/**
 * Returns true for "ngày" after a number. Without its tone "ngày sau khi" is "ngay sau khi" (right after);
 * after a number only days can stand.
 */
function isCountedDay(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.key === 'ngay' && tokens[i - 1]?.kind === 'number';
}

/**
 * Splits a phrase into tokens with their terms. `fuzzy` also corrects words that could be words of their own.
 */
export function scanPhrase(raw: string, fuzzy = false): ScannedPhrase {
  const { text, tokens: rough } = tokenize(raw);
  let tokens: Token[] = [];
  for (const token of rough) {
    if (token.kind === 'word') correctWord(token, tokens);
    else tokens.push(token);
  }
  if (fuzzy) tokens = correctBeforeNumbers(tokens);
  const terms: (readonly Term[])[] = [];
  const ends: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    let node: TrieNode | undefined = TERM_TRIE;
    let found = NO_TERMS;
    let end = i + 1;
    const longest = isCountedDay(tokens, i) ? i + 1 : tokens.length;
    for (let j = i; j < longest && node; j += 1) {
      const token: Token | undefined = tokens[j];
      if (!token || token.kind === 'mark') break;
      node = node.next.get(token.key);
      if (node && node.terms.length > 0) {
        found = node.terms;
        end = j + 1;
      }
    }
    terms.push(found);
    ends.push(end);
  }
  return { text, tokens, terms, ends };
}

const MIN_ODD_LENGTH = 3;

/**
 * Returns true for a word that is no syllable and no abbreviation (which has no vowel): it may have been a
 * word of time.
 */
const isNonWord = (key: string): boolean =>
  key.length >= MIN_ODD_LENGTH && VOWEL.test(key) && !isSyllable(key);

/**
 * Returns true for a word without a role that may have been meant to have one: no syllable, or close to a
 * unit and before a number.
 */
export function isSuspectWord(s: ScannedPhrase, i: number): boolean {
  const token = s.tokens[i];
  if (token?.kind !== 'word' || (s.terms[i]?.length ?? 0) > 0) return false;
  if (isNonWord(token.key)) return true;
  return (
    s.tokens[i + 1]?.kind === 'number' &&
    CORRECTABLE_BEFORE_NUMBER.some((unit) => isOneTypoAway(token.key, unit))
  );
}

export function hasTerm(s: ScannedPhrase, i: number, term: Term): boolean {
  const terms = s.terms[i];
  return terms !== undefined && terms !== NO_TERMS && terms.includes(term);
}

function hasAnyTerm(terms: readonly Term[], roles: readonly Term[]): boolean {
  for (const role of roles) if (terms.includes(role)) return true;
  return false;
}

/** Returns the index after all phrases at `i` that have one of the roles, or `i` itself. */
export function skipTerms(s: ScannedPhrase, i: number, ...roles: Term[]): number {
  let at = i;
  for (;;) {
    const terms = s.terms[at];
    if (terms === undefined || terms === NO_TERMS || !hasAnyTerm(terms, roles)) return at;
    at = s.ends[at] ?? at + 1;
  }
}

export function isMark(s: ScannedPhrase, i: number, ...marks: string[]): boolean {
  const token = s.tokens[i];
  return token?.kind === 'mark' && marks.includes(token.key);
}

/** Returns the source text between two tokens, unchanged. */
export function getSourceText(s: ScannedPhrase, from: number, end: number): string {
  return s.text.slice(s.tokens[from]?.at ?? 0, s.tokens[end - 1]?.end ?? 0);
}
