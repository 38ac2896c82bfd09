import { cleanText } from '../../shared/text';
import { foldLetter } from './fold-text';

/**
 * A word, a number or a mark of a phrase. `key` is without diacritics and case; a line break is the mark "\n",
 * every dash is "-". `at`…`end` are places in the cleaned text.
 */
export type Token = {
  kind: 'word' | 'number' | 'mark';
  key: string;
  at: number;
  end: number;
  /** White space stands before. */
  spaced: boolean;
  /** Value of a number, else NaN. */
  value: number;
  /** A letter was read as the digit it looks like, or a word as the one it is a slip of. */
  corrected: boolean;
};

type TokenizedText = { text: string; tokens: Token[] };

const LETTER = /\p{L}/u;
const DASH_CHARACTERS = new Set(['-', '–', '—', '‐', '‑', '‒', '―', '−', '~', '→', '⇒', '÷', '➔']);
const DIGIT_LOOK_ALIKES: Readonly<Record<string, string>> = { l: '1', i: '1', '|': '1', o: '0' };
/** A run of digits longer than a year or a serial number holds no misread letter worth guessing. */
const MAX_CORRECTED_DIGITS = 4;

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';

/** Cleans lines one by one: a line break inside a cell separates deadlines. */
function cleanLines(raw: string): string {
  return /[\r\n\v\f\u0085\u2028\u2029]|_x000/i.test(raw)
    ? raw
        .replace(/_x000[dD]_\n?|\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .split('\n')
        .map(cleanText)
        .filter((line) => line !== '')
        .join('\n')
    : cleanText(raw);
}

function toDigits(key: string): string | null {
  let digits = '';
  for (const letter of key) {
    const digit = isDigit(letter) ? letter : DIGIT_LOOK_ALIKES[letter];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits;
}

function createToken(
  type: Token['kind'],
  key: string,
  at: number,
  end: number,
  spaced: boolean,
  corrected = false,
): Token {
  return {
    kind: type,
    key,
    at,
    end,
    spaced,
    value: type === 'number' ? Number(key) : NaN,
    corrected,
  };
}

/**
 * Splits a run: "T6" is a word and a number, "l5" and "1O" are numbers with a corrected digit. `end` is the
 * end of the run in the text.
 */
function splitRun(key: string, at: number, end: number, spaced: boolean, tokens: Token[]): void {
  const digit = key.search(/\d/);
  if (digit < 0) {
    tokens.push(createToken('word', key, at, end, spaced));
    return;
  }
  const digits = key.length <= MAX_CORRECTED_DIGITS || !/\D/.test(key) ? toDigits(key) : null;
  if (digits !== null) {
    tokens.push(createToken('number', digits, at, end, spaced, digits !== key));
    return;
  }
  const cut = digit > 0 ? digit : key.search(/\D/);
  tokens.push(createToken(digit > 0 ? 'word' : 'number', key.slice(0, cut), at, at + cut, spaced));
  splitRun(key.slice(cut), at + cut, end, false, tokens);
}

function isWordLetter(plain: string): boolean {
  return plain.length === 1 && ((plain >= 'a' && plain <= 'z') || isDigit(plain) || plain === '|');
}

/**
 * Splits a phrase into words, numbers and marks. Never throws; marks without meaning (quotes, bullets) stay
 * marks.
 */
export function tokenize(raw: string): TokenizedText {
  const text = cleanLines(raw);
  const tokens: Token[] = [];
  let key = '';
  let start = 0;
  let end = 0;
  let spaced = false;
  const flush = (): void => {
    if (key === '') return;
    splitRun(key, start, end, spaced, tokens);
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
    if (plain === '') continue;
    if (isWordLetter(plain)) {
      if (key === '') start = at;
      key += plain;
      end = at + 1;
      continue;
    }
    flush();
    // A numeral sign such as Ⅲ is one letter in the text and three in the key.
    const isWord = plain.length > 1 ? /^[a-z]+$/.test(plain) : LETTER.test(letter);
    const mark = DASH_CHARACTERS.has(letter) ? '-' : plain;
    tokens.push(createToken(isWord ? 'word' : 'mark', isWord ? plain : mark, at, at + 1, spaced));
    spaced = false;
  }
  flush();
  return { text, tokens };
}
