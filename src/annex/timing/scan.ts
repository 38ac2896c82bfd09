import { fold } from './fold';
import { TERMS, type Term } from './lexicon';
import { romanNumber } from './numerals';
import { isOneSlipAway, isSyllable, nearestWord, seamOf } from './slips';
import { tokenise, type Token } from './tokens';

/** A phrase cut into tokens, with the longest known phrase that starts at each of them. */
export type Scan = {
  text: string;
  tokens: Token[];
  /** Roles of the phrase that starts at a token; empty where none does. */
  terms: (readonly Term[])[];
  /** Index after that phrase. */
  ends: number[];
};

type Node = { terms: Term[]; next: Map<string, Node> };

const newNode = (): Node => ({ terms: [], next: new Map() });

const root = newNode();
const known = new Set<string>();
for (const [term, phrases] of Object.entries(TERMS) as [Term, readonly string[]][]) {
  for (const phrase of phrases) {
    let node = root;
    for (const word of fold(phrase).split(' ')) {
      known.add(word);
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = newNode()));
      node = next;
    }
    node.terms.push(term);
  }
}

/** Words that tell time by themselves; only these are worth mending. */
const MENDED = [
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
const MENDED_BEFORE_NUMBER = ['thang', 'quy', 'ngay', 'tuan'];

const VOWEL = /[aeiouy]/;
const LONGEST_ABBREVIATION = 3;

/** "KH", "BC", "CV": no vowel, and too short for a word that lost one. */
const isAbbreviation = (key: string): boolean => key.length <= LONGEST_ABBREVIATION && !VOWEL.test(key);

/** Numbers glued to what they count: "QII", "HKI", "quýIV". */
const GLUED = /^(quy|qui|q|hk|hocky)(i{1,3}|iv|[li]{2,3}|lv)$/;

/** What is done with a word: kept, changed into another, or cut in two after so many letters. */
type Mending = { word: string } | { cut: number } | null;

function mendingOf(key: string): Mending {
  const glued = GLUED.exec(key);
  if (glued?.[1]) return { cut: glued[1].length };
  if (known.has(key) || isSyllable(key)) return null;
  const word = isAbbreviation(key) ? null : nearestWord(key, MENDED);
  if (word !== null) return { word };
  const seam = seamOf(key, known);
  return seam > 0 ? { cut: seam } : null;
}

/** A column of timings has few different words. */
const mendings = new Map<string, Mending>();
const MOST_WORDS = 10_000;

function mendWord(token: Token, out: Token[]): void {
  let mending = mendings.get(token.key);
  if (mending === undefined) {
    if (mendings.size >= MOST_WORDS) mendings.clear();
    mendings.set(token.key, (mending = mendingOf(token.key)));
  }
  if (mending === null) {
    out.push(token);
  } else if ('word' in mending) {
    out.push({ ...token, key: mending.word, misread: true });
  } else {
    const [key, at] = [token.key, token.at + mending.cut];
    out.push({ ...token, key: key.slice(0, mending.cut), end: at });
    out.push({ ...token, key: key.slice(mending.cut), at, spaced: false });
  }
}

/** Words that are syllables of their own, one slip from a unit and right before its number ("thánh 6"): a second try. */
function mendBeforeNumbers(tokens: Token[]): Token[] {
  return tokens.map((token, i) => {
    const isTerm = (root.next.get(token.key)?.terms.length ?? 0) > 0;
    const next = tokens[i + 1];
    const numbered = next?.type === 'number' || romanNumber(next?.key ?? '')?.misread === false;
    if (token.type !== 'word' || isTerm || !numbered) return token;
    const word = nearestWord(token.key, MENDED_BEFORE_NUMBER);
    return word === null ? token : { ...token, key: word, misread: true };
  });
}

const NONE: readonly Term[] = [];

/** Without its tone "ngày sau khi" is "ngay sau khi" (right after); after a number only days can stand. */
function isCountedDay(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.key === 'ngay' && tokens[i - 1]?.type === 'number';
}

/** `bold`: also mend words that could be words of their own. */
export function scan(raw: string, bold = false): Scan {
  const { text, tokens: rough } = tokenise(raw);
  let tokens: Token[] = [];
  for (const token of rough) {
    if (token.type === 'word') mendWord(token, tokens);
    else tokens.push(token);
  }
  if (bold) tokens = mendBeforeNumbers(tokens);
  const terms: (readonly Term[])[] = [];
  const ends: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    let node: Node | undefined = root;
    let found = NONE;
    let end = i + 1;
    const longest = isCountedDay(tokens, i) ? i + 1 : tokens.length;
    for (let j = i; j < longest && node; j += 1) {
      const token: Token | undefined = tokens[j];
      if (!token || token.type === 'mark') break;
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

const SHORTEST_ODD = 3;

/** A word no one writes on purpose: no syllable, and no abbreviation, which has no vowel. What it was may matter. */
const isNoWord = (key: string): boolean => key.length >= SHORTEST_ODD && VOWEL.test(key) && !isSyllable(key);

/** A word without a role that was perhaps meant to have one: no word at all, or close to a unit and before a number. */
export function isOddWord(s: Scan, i: number): boolean {
  const token = s.tokens[i];
  if (token?.type !== 'word' || (s.terms[i]?.length ?? 0) > 0) return false;
  if (isNoWord(token.key)) return true;
  return (
    s.tokens[i + 1]?.type === 'number' && MENDED_BEFORE_NUMBER.some((unit) => isOneSlipAway(token.key, unit))
  );
}

export function is(s: Scan, i: number, term: Term): boolean {
  const terms = s.terms[i];
  return terms !== undefined && terms !== NONE && terms.includes(term);
}

function hasOneOf(terms: readonly Term[], roles: readonly Term[]): boolean {
  for (const role of roles) if (terms.includes(role)) return true;
  return false;
}

/** Index after the phrase at `i` if it has that role, else `i` itself. */
export function skip(s: Scan, i: number, ...roles: Term[]): number {
  let at = i;
  for (;;) {
    const terms = s.terms[at];
    if (terms === undefined || terms === NONE || !hasOneOf(terms, roles)) return at;
    at = s.ends[at] ?? at + 1;
  }
}

export function isMark(s: Scan, i: number, ...marks: string[]): boolean {
  const token = s.tokens[i];
  return token?.type === 'mark' && marks.includes(token.key);
}

/** The words between two tokens, as given. */
export function wordsOf(s: Scan, from: number, end: number): string {
  return s.text.slice(s.tokens[from]?.at ?? 0, s.tokens[end - 1]?.end ?? 0);
}
