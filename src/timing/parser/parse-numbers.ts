import { lookUp } from '../../shared/look-up';
import { ENGLISH_MONTHS } from '../lexer/lexicon';
import { parseRomanNumeral, parseSpelledNumber } from '../lexer/numerals';
import { hasTerm, isMark, type ScannedPhrase } from '../lexer/scan-phrase';

/** A number as figures, Roman numeral or word, and the index after it. */
export type ParsedNumber = { value: number; end: number; corrected: boolean; spelled: boolean };

/**
 * Parses a number in digits.
 *
 * @returns null for anything else
 */
export function parseDigitsAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const token = s.tokens[i];
  if (token?.kind !== 'number') return null;
  return { value: token.value, end: i + 1, corrected: token.corrected, spelled: false };
}

/** Parses letters that stand for digits: "O8" cut off from its digits, "l" or "lO" after a unit. */
function parseLettersAsDigits(s: ScannedPhrase, i: number): ParsedNumber | null {
  const key = s.tokens[i]?.key ?? '';
  if (!/^[lio]{1,2}$/.test(key)) return null;
  const value = Number(key.replace(/[li]/g, '1').replace(/o/g, '0'));
  return value > 0 ? { value, end: i + 1, corrected: key !== 'i', spelled: false } : null;
}

export function parseSpelledNumberAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const token = s.tokens[i];
  if (token?.kind !== 'word') return null;
  const value = parseSpelledNumber(token.key);
  if (value === null) return null;
  const tens = value === 10 ? parseSpelledNumber(s.tokens[i + 1]?.key ?? '') : null;
  if ((tens === 1 || tens === 2) && s.tokens[i + 1]?.kind === 'word') {
    return { value: 10 + tens, end: i + 2, corrected: false, spelled: true };
  }
  return { value, end: i + 1, corrected: false, spelled: true };
}

function isTimeStart(s: ScannedPhrase, i: number): boolean {
  return (
    s.tokens[i]?.kind === 'number' ||
    hasTerm(s, i, 'unit:day') ||
    hasTerm(s, i, 'unit:month') ||
    hasTerm(s, i, 'unit:quarter')
  );
}

/**
 * Returns true if months are counted and the year follows: "6 tháng năm 2024", "hàng tháng năm 2024". "Ngày 6
 * tháng năm 2024" is in May.
 */
function isYearAfterCount(s: ScannedPhrase, i: number): boolean {
  if (s.tokens[i + 1]?.key.length !== 4 || s.tokens[i + 1]?.kind !== 'number') return false;
  return hasTerm(s, i - 2, 'every') || (s.tokens[i - 2]?.kind === 'number' && !hasTerm(s, i - 3, 'unit:day'));
}

/**
 * Returns true for words that are numbers only in their place. Without diacritics "sau" is both six and
 * after, "tu" four and from, "nam" five and year: diacritics decide if the phrase has any, else the
 * neighbours.
 */
export function isHomograph(s: ScannedPhrase, i: number): boolean {
  const key = s.tokens[i]?.key;
  if (key === 'tu') return isTimeStart(s, i + 1) || hasTerm(s, i + 1, 'now');
  if (key === 'nam' && isYearAfterCount(s, i)) return true;
  if (key === 'nam')
    return hasTerm(s, i + 1, 'next') || hasTerm(s, i + 1, 'this') || hasTerm(s, i + 1, 'previous');
  return false;
}

const HAS_DIACRITICS = /[^\u0000-\u007f]/;

/**
 * Returns true if "tháng sau" is the month after, not June: in a phrase without diacritics, if a day stands
 * before and no year after ("truoc ngay 05 thang sau").
 */
function isNextMonth(s: ScannedPhrase, i: number): boolean {
  const token = s.tokens[i];
  if (!token || HAS_DIACRITICS.test(s.text.slice(token.at, token.end))) return false;
  if (HAS_DIACRITICS.test(s.text)) return true;
  const yearFollows = hasTerm(s, i + 1, 'unit:year') && s.tokens[i + 2]?.kind === 'number';
  return !yearFollows && (s.tokens[i - 2]?.key === 'cua' || s.tokens[i - 2]?.kind === 'number');
}

/**
 * Parses the number of a month right after "tháng".
 *
 * @returns null if there is none
 */
export function parseMonthNumberAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const joined = parseDigitsAt(s, i);
  if (joined) return joined;
  if (s.tokens[i]?.key === 'sau' && isNextMonth(s, i)) return null;
  const spelled = isHomograph(s, i) ? null : parseSpelledNumberAt(s, i);
  if (spelled) return spelled;
  const letters = parseLettersAsDigits(s, i);
  if (letters) return letters;
  const roman = parseRomanNumeral(s.tokens[i]?.key ?? '');
  return roman && !roman.corrected && s.tokens[i]?.kind === 'word'
    ? { value: roman.value, end: i + 1, corrected: false, spelled: false }
    : null;
}

/** Corrects "11" and "111": II and III with strokes recognised as ones. */
function correctStrokes(numeral: ParsedNumber): ParsedNumber {
  return numeral.value === 11 || numeral.value === 111
    ? { ...numeral, value: String(numeral.value).length, corrected: true }
    : numeral;
}

/**
 * Parses the number of a quarter or semester right after its word.
 *
 * @returns null if there is none
 */
export function parseRomanAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const joined = parseDigitsAt(s, i);
  if (joined) {
    const glued = s.tokens[i + 1];
    if (glued?.kind === 'word' && !glued.spaced) {
      const roman = parseRomanNumeral(`${s.tokens[i]?.key ?? ''}${glued.key}`);
      if (roman) return { value: roman.value, end: i + 2, corrected: true, spelled: false };
    }
    return correctStrokes(joined);
  }
  const token = s.tokens[i];
  if (token?.kind !== 'word') return null;
  const roman = parseRomanNumeral(token.key);
  if (roman) {
    const more = s.tokens[i + 1];
    if (more?.kind === 'number' && !more.spaced && /^1+$/.test(more.key)) {
      const year = parseRomanNumeral(token.key + more.key);
      if (year) return { value: year.value, end: i + 2, corrected: true, spelled: false };
    }
    return { value: roman.value, end: i + 1, corrected: roman.corrected, spelled: false };
  }
  const spelled = isHomograph(s, i) ? null : parseSpelledNumberAt(s, i);
  return spelled && spelled.value <= 4 ? spelled : null;
}

/** Figures joined by / . or - : "15/6/2024", "6-2024", "3/6/9/12". */
export type JoinedNumbers = {
  values: number[];
  widths: number[];
  mark: string;
  end: number;
  corrected: boolean;
};

const MAX_JOINED_NUMBERS = 13;

/**
 * Parses numbers joined by one mark. White space around the mark is accepted only for "/" and for three
 * numbers that end in a year.
 *
 * @returns null for anything else
 */
export function parseJoinedNumbersAt(s: ScannedPhrase, i: number): JoinedNumbers | null {
  const first = s.tokens[i];
  if (first?.kind !== 'number') return null;
  const mark = s.tokens[i + 1];
  if (mark?.kind !== 'mark' || !'/.-'.includes(mark.key)) return null;
  const joined: JoinedNumbers = {
    values: [first.value],
    widths: [first.key.length],
    mark: mark.key,
    end: i + 1,
    corrected: first.corrected,
  };
  let spaces = false;
  while (joined.values.length < MAX_JOINED_NUMBERS && isMark(s, joined.end, mark.key)) {
    const next = s.tokens[joined.end + 1];
    const english = next?.kind === 'word' && mark.key === '-' ? lookUp(ENGLISH_MONTHS, next.key) : undefined;
    const letters = next?.spaced === false ? parseLettersAsDigits(s, joined.end + 1) : null;
    if (next?.kind !== 'number' && english === undefined && !letters) break;
    spaces ||= s.tokens[joined.end]?.spaced === true || next?.spaced === true;
    joined.values.push(english ?? letters?.value ?? next?.value ?? 0);
    joined.widths.push(english === undefined ? (next?.key.length ?? 0) : 3);
    joined.corrected ||= next?.corrected === true || letters !== null;
    joined.end += 2;
  }
  const count = joined.values.length;
  if (count < 2) return null;
  const dated = count === 3 && joined.widths[2] === 4;
  if (spaces && mark.key !== '/' && !dated) return null;
  return joined;
}
