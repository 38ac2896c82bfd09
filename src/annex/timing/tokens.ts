import { cleanText } from '../text';
import { foldLetter } from './fold';

/**
 * A word, a number or a mark of a phrase. `key` is without diacritics and case; a line break is the mark "\n",
 * every dash is "-". `at`…`end` are places in the cleaned text.
 */
export type Token = {
  type: 'word' | 'number' | 'mark';
  key: string;
  at: number;
  end: number;
  /** White space stands before. */
  spaced: boolean;
  /** Value of a number, else NaN. */
  value: number;
  /** A letter was read as the digit it looks like. */
  misread?: true;
};

export type Tokens = { text: string; tokens: Token[] };

const LETTER = /\p{L}/u;
const DASHES = new Set(['-', '–', '—', '‐', '‑', '‒', '―', '−', '~', '→', '⇒', '÷', '➔']);
const LIKE_DIGIT: Readonly<Record<string, string>> = { l: '1', i: '1', '|': '1', o: '0' };
/** A run of digits longer than a year or a serial number holds no misread letter worth guessing. */
const LONGEST_MISREAD = 4;

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';

/** Lines are cleaned one by one: a line break inside a cell separates deadlines. */
const cleanLines = (raw: string): string =>
  /[\r\n\v\f\u0085\u2028\u2029]|_x000/i.test(raw)
    ? raw
        .replace(/_x000[dD]_\n?|\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .split('\n')
        .map(cleanText)
        .filter((line) => line !== '')
        .join('\n')
    : cleanText(raw);

const asDigits = (key: string): string | null => {
  let digits = '';
  for (const letter of key) {
    const digit = isDigit(letter) ? letter : LIKE_DIGIT[letter];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits;
};

type Run = { key: string; at: number };

/** "T6" is a word and a number, "l5" and "1O" are numbers with a misread digit. */
const splitRun = ({ key, at }: Run, spaced: boolean, tokens: Token[]): void => {
  const hasDigit = /\d/.test(key);
  const digits = hasDigit && key.length <= LONGEST_MISREAD ? asDigits(key) : null;
  if (digits !== null) {
    const token: Token = {
      type: 'number',
      key: digits,
      at,
      end: at + key.length,
      spaced,
      value: Number(digits),
    };
    if (digits !== key) token.misread = true;
    tokens.push(token);
    return;
  }
  if (!hasDigit) {
    tokens.push({ type: 'word', key, at, end: at + key.length, spaced, value: NaN });
    return;
  }
  const cut = isDigit(key[0] ?? '') ? key.search(/\D/) : key.search(/\d/);
  const head = cut < 0 ? key : key.slice(0, cut);
  if (isDigit(head[0] ?? '')) {
    tokens.push({ type: 'number', key: head, at, end: at + head.length, spaced, value: Number(head) });
  } else tokens.push({ type: 'word', key: head, at, end: at + head.length, spaced, value: NaN });
  if (cut >= 0) splitRun({ key: key.slice(cut), at: at + cut }, false, tokens);
};

/** Words, numbers and marks of a phrase. Never throws; marks that say nothing (quotes, bullets) are kept as marks. */
export const tokenise = (raw: string): Tokens => {
  const text = cleanLines(raw);
  const tokens: Token[] = [];
  let key = '';
  let start = 0;
  let spaced = false;
  const flush = () => {
    if (key === '') return;
    splitRun({ key, at: start }, spaced, tokens);
    key = '';
    spaced = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === ' ') {
      flush();
      spaced = true;
      continue;
    }
    const plain = foldLetter(letter);
    if (plain.length === 1 && ((plain >= 'a' && plain <= 'z') || isDigit(plain) || plain === '|')) {
      if (key === '') start = at;
      key += plain;
      continue;
    }
    if (plain.length !== 1 && plain !== '' && /^[a-z]+$/.test(plain)) {
      // A numeral sign such as Ⅲ is one letter in the text and three in the key.
      flush();
      tokens.push({ type: 'word', key: plain, at, end: at + 1, spaced, value: NaN });
      spaced = false;
      continue;
    }
    if (plain === '') continue;
    flush();
    if (LETTER.test(letter)) {
      tokens.push({ type: 'word', key: plain, at, end: at + 1, spaced, value: NaN });
    } else {
      const mark = DASHES.has(letter) ? '-' : plain;
      tokens.push({ type: 'mark', key: mark, at, end: at + 1, spaced, value: NaN });
    }
    spaced = false;
  }
  flush();
  return { text, tokens };
};
