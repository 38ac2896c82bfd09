import { ENGLISH_MONTHS } from '../lexer/lexicon';
import { parseRomanNumeral, parseSpelledNumber } from '../lexer/numerals';
import { hasTerm, isMark, type ScannedPhrase } from '../lexer/scan-phrase';

/** A number as figures, Roman numeral or word, and the index after it. */
export type ParsedNumber = { value: number; end: number; corrected: boolean; spelled: boolean };

/** Figures only. */
export function parseDigitsAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const token = s.tokens[i];
  if (token?.kind !== 'number') return null;
  return { value: token.value, end: i + 1, corrected: token.corrected, spelled: false };
}

/** "O8" cut off from its digits, "l" or "lO" after a unit: letters that stand for figures. */
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

/** "6 tháng năm 2024", "hàng tháng năm 2024": months are counted, and the year follows. "Ngày 6 tháng năm 2024" is in May. */
function isYearAfterCount(s: ScannedPhrase, i: number): boolean {
  if (s.tokens[i + 1]?.key.length !== 4 || s.tokens[i + 1]?.kind !== 'number') return false;
  return hasTerm(s, i - 2, 'every') || (s.tokens[i - 2]?.kind === 'number' && !hasTerm(s, i - 3, 'unit:day'));
}

/**
 * Words that are numbers only in their place. Without diacritics "sau" is both six and after, "tu" four and from,
 * "nam" five and year: diacritics decide where the phrase has any, the neighbours otherwise.
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
 * Whether "tháng sau" is the month after, not June. In a phrase without diacritics it is where a day stands before and
 * no year after ("truoc ngay 05 thang sau").
 */
function isNextMonth(s: ScannedPhrase, i: number): boolean {
  const token = s.tokens[i];
  if (!token || HAS_DIACRITICS.test(s.text.slice(token.at, token.end))) return false;
  if (HAS_DIACRITICS.test(s.text)) return true;
  const yearFollows = hasTerm(s, i + 1, 'unit:year') && s.tokens[i + 2]?.kind === 'number';
  return !yearFollows && (s.tokens[i - 2]?.key === 'cua' || s.tokens[i - 2]?.kind === 'number');
}

/** Number of a month right after "tháng". */
export function parseMonthNumberAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const figures = parseDigitsAt(s, i);
  if (figures) return figures;
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

/** "11" and "111" are II and III with strokes read as ones. */
function correctStrokes(numeral: ParsedNumber): ParsedNumber {
  return numeral.value === 11 || numeral.value === 111
    ? { ...numeral, value: String(numeral.value).length, corrected: true }
    : numeral;
}

/** Number of a quarter or semester right after its word. */
export function parseRomanAt(s: ScannedPhrase, i: number): ParsedNumber | null {
  const figures = parseDigitsAt(s, i);
  if (figures) {
    const glued = s.tokens[i + 1];
    if (glued?.kind === 'word' && !glued.spaced) {
      const roman = parseRomanNumeral(`${s.tokens[i]?.key ?? ''}${glued.key}`);
      if (roman) return { value: roman.value, end: i + 2, corrected: true, spelled: false };
    }
    return correctStrokes(figures);
  }
  const token = s.tokens[i];
  if (token?.kind !== 'word') return null;
  const roman = parseRomanNumeral(token.key);
  if (roman) {
    const more = s.tokens[i + 1];
    if (more?.kind === 'number' && !more.spaced && /^1+$/.test(more.key)) {
      const whole = parseRomanNumeral(token.key + more.key);
      if (whole) return { value: whole.value, end: i + 2, corrected: true, spelled: false };
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

/** White space around the mark is only borne by "/" and by three figures that end in a year. */
export function parseJoinedNumbersAt(s: ScannedPhrase, i: number): JoinedNumbers | null {
  const first = s.tokens[i];
  if (first?.kind !== 'number') return null;
  const mark = s.tokens[i + 1];
  if (mark?.kind !== 'mark' || !'/.-'.includes(mark.key)) return null;
  const figures: JoinedNumbers = {
    values: [first.value],
    widths: [first.key.length],
    mark: mark.key,
    end: i + 1,
    corrected: first.corrected,
  };
  let spaces = false;
  while (figures.values.length < MAX_JOINED_NUMBERS && isMark(s, figures.end, mark.key)) {
    const next = s.tokens[figures.end + 1];
    const english = next?.kind === 'word' && mark.key === '-' ? ENGLISH_MONTHS[next.key] : undefined;
    const letters = next?.spaced === false ? parseLettersAsDigits(s, figures.end + 1) : null;
    if (next?.kind !== 'number' && english === undefined && !letters) break;
    spaces ||= s.tokens[figures.end]?.spaced === true || next?.spaced === true;
    figures.values.push(english ?? letters?.value ?? next?.value ?? 0);
    figures.widths.push(english === undefined ? (next?.key.length ?? 0) : 3);
    figures.corrected ||= next?.corrected === true || letters !== null;
    figures.end += 2;
  }
  const count = figures.values.length;
  if (count < 2) return null;
  const dated = count === 3 && figures.widths[2] === 4;
  if (spaces && mark.key !== '/' && !dated) return null;
  return figures;
}
