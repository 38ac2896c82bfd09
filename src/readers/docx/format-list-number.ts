import { lookUp } from '../../shared/look-up';
import { toRoman } from '../../shared/roman';

/**
 * Returns a number as Word prints it in an automatic list. Source: ECMA-376-1 §17.18.59 (ST_NumberFormat). Formats of
 * other scripts that are not listed here print as decimals.
 */
export function formatListNumber(value: number, format: string, pattern = ''): string {
  return format === 'custom'
    ? padNumber(value, pattern)
    : (lookUp(NUMBER_FORMATTERS, format)?.(value) ?? String(value));
}

/** Word itself no longer counts in letters above this number. */
const MAX_LETTER_NUMBER = 780;

/** Returns a number in letters. After z come aa, bb, cc: Word repeats the letter. */
function toLetters(value: number): string {
  return value < 1 || value > MAX_LETTER_NUMBER
    ? String(value)
    : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const DIGIT_NAMES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Spells a number: "mười lăm", "hai mươi mốt". One and five change their form after tens. */
function spellVietnameseNumber(value: number): string {
  if (value < 0 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  if (tens === 0) return DIGIT_NAMES[unit]!;
  const head = tens === 1 ? 'mười' : `${DIGIT_NAMES[tens]} mươi`;
  if (unit === 0) return head;
  const tail = unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : DIGIT_NAMES[unit]!;
  return `${head} ${tail}`;
}

function padNumber(value: number, pattern: string): string {
  return String(value).padStart(/^0*1(?=,)/.exec(pattern)?.[0].length ?? 1, '0');
}

function toEnclosedNumber(value: number, first: number, last: number): string {
  return value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);
}

const NUMBER_FORMATTERS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: toRoman,
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  upperLetter: toLetters,
  lowerLetter: (value) => toLetters(value).toLowerCase(),
  vietnameseCounting: spellVietnameseNumber,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  decimalEnclosedCircle: (value) => toEnclosedNumber(value, 0x2460, 20),
  decimalEnclosedParen: (value) => toEnclosedNumber(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => toEnclosedNumber(value, 0x2488, 20),
  none: () => '',
};
