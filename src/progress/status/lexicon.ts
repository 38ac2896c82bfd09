import { groupBy } from '../../shared/group-by';
import { toIdentityKey, toMatchKey } from '../../shared/text';
import { STATUS_PHRASES, type StatusSense } from './phrases';

type Phrase = { sense: StatusSense; key: string; exact: string };

type Lexicon = {
  phrasesByKey: ReadonlyMap<string, readonly Phrase[]>;
  maxPhraseWords: number;
  /** Words that are phrases by themselves: with the marks they have, they are no others. */
  singleWords: ReadonlySet<string>;
  /** Every word, without its marks. */
  words: ReadonlySet<string>;
};

function createLexicon(): Lexicon {
  const phrases = [...STATUS_PHRASES].flatMap(([sense, texts]) =>
    texts.map((text): Phrase => ({ sense, key: toMatchKey(text), exact: toIdentityKey(text) })),
  );
  const keys = phrases.map(({ key }) => key.split(' '));
  return {
    phrasesByKey: groupBy(phrases, ({ key }) => key),
    maxPhraseWords: Math.max(...keys.map(({ length }) => length)),
    singleWords: new Set(phrases.flatMap(({ exact }) => (exact.includes(' ') ? [] : [exact]))),
    words: new Set(keys.flat()),
  };
}

let lexicon: Lexicon | null = null;

/** Made when a status is first read: an import that loads this file reads none. */
const getLexicon = (): Lexicon => (lexicon ??= createLexicon());

/** Whether a word without its marks is in a phrase of the lexicon. */
export const isStatusWord = (word: string): boolean => getLexicon().words.has(word);

/** Numbers stand in a clause as words of their own, so that "3/5" is not two words. */
const NUMBER_SENSES = {
  xxfull: 'full',
  xxall: 'full',
  xxshare: 'share',
  xximpossible: 'impossible',
  xxdate: 'date',
  xxcount: 'part',
  xxcrossed: 'returned',
} as const satisfies Record<string, StatusSense>;

/** Words that are mostly meant with their marks where they lack them in a text that has marks elsewhere. */
const NO_WORDS_WITHOUT_MARKS: ReadonlySet<string> = new Set(
  'da chua khong se dang roi nop gui duoc deu xong hoan tat hanh'.split(' '),
);
/** "Cho" without marks is "chờ" at the beginning of a clause and behind these. */
const WAITING_BEFORE: ReadonlySet<StatusSense> = new Set(['doing', 'part', 'subject', 'leader', 'only']);

/** Senses that a phrase has behind "đã", where it has another elsewhere: "hướng dẫn", "bổ sung". */
const SENSES_BEHIND_ALREADY: ReadonlySet<StatusSense> = new Set([
  'act',
  'fix',
  'prep',
  'plan',
  'repair',
  'join',
]);
/** What "đã" still governs when it stands before them. */
const ADVERBS: ReadonlySet<StatusSense> = new Set(['filler', 'and', 'onTime', 'already', 'fully']);

const decompose = (text: string): string => text.normalize('NFD');

/** Whether a word is written as meant but for marks that were left out: "thưc" for "thực". */
function lacksMarksOnly(written: string, meant: string): boolean {
  const letters = decompose(written);
  let at = 0;
  for (const letter of decompose(meant)) if (letter === letters[at]) at += 1;
  return (
    at === letters.length ||
    (letters.startsWith('d') && meant.startsWith('đ') && lacksMarksOnly(written.slice(1), meant.slice(1)))
  );
}

/** Whether the marks of a word stand on another letter: "thịên" for "thiện". */
function hasMarksElsewhere(written: string, meant: string): boolean {
  return [...decompose(written)].sort().join('') === [...decompose(meant)].sort().join('');
}

/** Whether words stand for a phrase of the same key: marks are missing, or on another letter. */
function isSpelling(written: readonly string[], phrase: Phrase): boolean {
  const meant = phrase.exact.split(' ');
  if (written.some((word, at) => word !== meant[at] && getLexicon().singleWords.has(word))) return false;
  return written.every(
    (word, at) => lacksMarksOnly(word, meant[at] ?? '') || hasMarksElsewhere(word, meant[at] ?? ''),
  );
}

/** A word that ends in a stop needs a tone: "nôp" is none, "dân" is one. */
const WITHOUT_TONE = /^[^\u0300\u0301\u0303\u0309\u0323]*(?:c|ch|p|t)$/u;

/**
 * Words that are others without their marks ("con" is "còn" and a child), and what stands behind them where they are
 * meant.
 */
const MEANT_BEFORE: Readonly<Record<string, string>> = {
  con: 'thieu no cho lai mot vai phan dang chua sot vuong mac doi hai ba bon to lop khoi',
  chi: 'con moi xong duoc lam co nop',
  may: 'lop to truong hom ngay noi buoc muc phan',
  moi: 'xong lam nop duoc dc co dat hoan thuc bat chi thu gui trien ban to',
  bi: 'tra loi tu sai thieu hoan tre cham vuong',
  tra: 'lai ve',
  giao: 'cho viec nhiem',
  hong: 'co biet lam xong kip duoc',
  cho: 'phuong phong duyet ky ket y kinh tien nghiem hd huong sau het tham xa ubnd so ht bgh hieu tra phe cap van nguon mua xep thong',
  nghi: '',
  hoi: 'lai',
  dung: '',
  sua: 'lai',
  no: 'hoc bao ho minh',
  can: 'bo ho phuong them phai lam xa co sua',
  loi: 'mang may he phan',
  bat: '',
  thu: 'nghiem',
  co: 'gang',
  de: 'lai sau den mai hom tuan thang hoi',
  ke: '',
  keu: '',
};

type Word = { key: string; written: string };

/** Whether a word of a text without marks is the one that the lexicon knows, by the word behind it. */
function isMeantWithoutMarks(key: string, next: string | undefined): boolean {
  const meant = MEANT_BEFORE[key];
  return (
    meant === undefined || (next !== undefined && (/^\d|^xx/.test(next) || meant.split(' ').includes(next)))
  );
}

/** Finds the phrases that words may stand for. A word with its marks is itself only: "trẻ" is not "trễ". */
function findCandidates(words: readonly Word[], hasMarks: boolean): readonly Phrase[] {
  const phrases = getLexicon().phrasesByKey.get(words.map(({ key }) => key).join(' ')) ?? [];
  if (phrases.length === 0) return [];
  const written = words.map((word) => word.written);
  const exact = phrases.filter((phrase) => phrase.exact === written.join(' '));
  const isBare = words.every(({ key, written: one }) => key === one);
  if (!hasMarks && isBare) return phrases;
  if (exact.length > 0) return exact;
  if (words.length > 1) return phrases.filter((phrase) => isSpelling(written, phrase));
  if (isBare) return NO_WORDS_WITHOUT_MARKS.has(words[0]!.key) ? phrases : [];
  return !WITHOUT_TONE.test(decompose(written[0]!))
    ? []
    : phrases.filter((phrase) => isSpelling(written, phrase));
}

/** Index of the last sense that is no adverb. */
function findGovernor(senses: readonly StatusSense[]): number {
  return senses.findLastIndex((sense) => sense === 'already' || !ADVERBS.has(sense));
}

function choosePhrase(
  candidates: readonly Phrase[],
  before: readonly StatusSense[],
  isBareWaiting: boolean,
): Phrase | undefined {
  const isBehindAlready = before[findGovernor(before)] === 'already';
  const governed = isBehindAlready
    ? candidates.find(({ sense }) => SENSES_BEHIND_ALREADY.has(sense))
    : undefined;
  if (isBareWaiting && before.length > 0 && !WAITING_BEFORE.has(before.at(-1)!))
    return candidates.find(({ sense }) => sense !== 'doing');
  return governed ?? candidates[0];
}

/** Returns the senses of a clause in its order; words that are in no phrase are 'other'. */
export function findSenses(clause: string): StatusSense[] {
  const keys = toMatchKey(clause).split(' ').filter(Boolean);
  const typed = toIdentityKey(clause).split(' ').filter(Boolean);
  const words = keys.map((key, at) => ({ key, written: typed[at] ?? key }));
  const hasMarks = words.some(({ key, written }) => key !== written);
  const senses: StatusSense[] = [];
  for (let at = 0; at < words.length;) {
    const { sense, length } = findLongest(
      words.slice(at, at + getLexicon().maxPhraseWords),
      senses,
      hasMarks,
    );
    // "Đã triển khai xong" is one phrase, and says "đã".
    if (sense === 'done' && length > 1 && words[at]!.written === 'đã') senses.push('already');
    senses.push(sense);
    at += length;
  }
  return senses;
}

function findLongest(
  words: readonly Word[],
  before: readonly StatusSense[],
  hasMarks: boolean,
): { sense: StatusSense; length: number } {
  const number = (NUMBER_SENSES as Record<string, StatusSense>)[words[0]!.key];
  if (number) return { sense: number, length: 1 };
  for (let length = words.length; length > 0; length -= 1) {
    const part = words.slice(0, length);
    const candidates = findCandidates(part, hasMarks);
    if (length === 1 && !hasMarks && !isMeantWithoutMarks(part[0]!.key, words[1]?.key)) continue;
    const isBareWaiting = length === 1 && part[0]!.written === 'cho' && !hasMarks;
    const phrase = choosePhrase(candidates, before, isBareWaiting);
    if (phrase?.sense === 'neutral')
      return findGoverned(words, length, before, hasMarks) ?? { sense: 'neutral', length };
    if (phrase) return { sense: phrase.sense, length };
  }
  return { sense: 'other', length: 1 };
}

/** Finds the act behind "đã" that begins a harmless compound: "đã treo | băng rôn". */
function findGoverned(
  words: readonly Word[],
  longest: number,
  before: readonly StatusSense[],
  hasMarks: boolean,
): { sense: StatusSense; length: number } | null {
  if (before[findGovernor(before)] !== 'already') return null;
  for (let length = longest; length > 0; length -= 1) {
    const act = findCandidates(words.slice(0, length), hasMarks).find(({ sense }) =>
      SENSES_BEHIND_ALREADY.has(sense),
    );
    if (act) return { sense: act.sense, length: longest };
  }
  return null;
}
