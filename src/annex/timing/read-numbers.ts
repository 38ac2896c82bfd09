import { ENGLISH_MONTHS } from './lexicon';
import { romanNumber, spelledNumber } from './numerals';
import { is, isMark, type Scan } from './scan';

/** A number as figures, Roman numeral or word, and the index after it. */
export type Numeral = { value: number; end: number; misread: boolean; spelled: boolean };

/** Figures only. */
export function figuresAt(s: Scan, i: number): Numeral | null {
  const token = s.tokens[i];
  if (token?.type !== 'number') return null;
  return { value: token.value, end: i + 1, misread: token.misread, spelled: false };
}

/** "O8" cut off from its digits, "l" or "lO" after a unit: letters that stand for figures. */
function lettersAsFigures(s: Scan, i: number): Numeral | null {
  const key = s.tokens[i]?.key ?? '';
  if (!/^[lio]{1,2}$/.test(key)) return null;
  const value = Number(key.replace(/[li]/g, '1').replace(/o/g, '0'));
  return value > 0 ? { value, end: i + 1, misread: key !== 'i', spelled: false } : null;
}

export function spelledAt(s: Scan, i: number): Numeral | null {
  const token = s.tokens[i];
  if (token?.type !== 'word') return null;
  const value = spelledNumber(token.key);
  if (value === null) return null;
  const tens = value === 10 ? spelledNumber(s.tokens[i + 1]?.key ?? '') : null;
  if ((tens === 1 || tens === 2) && s.tokens[i + 1]?.type === 'word') {
    return { value: 10 + tens, end: i + 2, misread: false, spelled: true };
  }
  return { value, end: i + 1, misread: false, spelled: true };
}

function startsTime(s: Scan, i: number): boolean {
  return (
    s.tokens[i]?.type === 'number' ||
    is(s, i, 'unit:day') ||
    is(s, i, 'unit:month') ||
    is(s, i, 'unit:quarter')
  );
}

/** "6 tháng năm 2024", "hàng tháng năm 2024": months are counted, and the year follows. "Ngày 6 tháng năm 2024" is in May. */
function isYearOfCount(s: Scan, i: number): boolean {
  if (s.tokens[i + 1]?.key.length !== 4 || s.tokens[i + 1]?.type !== 'number') return false;
  return is(s, i - 2, 'every') || (s.tokens[i - 2]?.type === 'number' && !is(s, i - 3, 'unit:day'));
}

/**
 * Words that are numbers only in their place. Without diacritics "sau" is both six and after, "tu" four and from,
 * "nam" five and year: diacritics decide where the phrase has any, the neighbours otherwise.
 */
export function isOtherWord(s: Scan, i: number): boolean {
  const key = s.tokens[i]?.key;
  if (key === 'tu') return startsTime(s, i + 1) || is(s, i + 1, 'now');
  if (key === 'nam' && isYearOfCount(s, i)) return true;
  if (key === 'nam') return is(s, i + 1, 'next') || is(s, i + 1, 'this') || is(s, i + 1, 'previous');
  return false;
}

const HAS_MARKS = /[^\u0000-\u007f]/;

/**
 * Whether "tháng sau" is the month after, not June. In a phrase without diacritics it is where a day stands before and
 * no year after ("truoc ngay 05 thang sau").
 */
function meansNext(s: Scan, i: number): boolean {
  const token = s.tokens[i];
  if (!token || HAS_MARKS.test(s.text.slice(token.at, token.end))) return false;
  if (HAS_MARKS.test(s.text)) return true;
  const yearFollows = is(s, i + 1, 'unit:year') && s.tokens[i + 2]?.type === 'number';
  return !yearFollows && (s.tokens[i - 2]?.key === 'cua' || s.tokens[i - 2]?.type === 'number');
}

/** Number of a month right after "tháng". */
export function monthNumberAt(s: Scan, i: number): Numeral | null {
  const figures = figuresAt(s, i);
  if (figures) return figures;
  if (s.tokens[i]?.key === 'sau' && meansNext(s, i)) return null;
  const spelled = isOtherWord(s, i) ? null : spelledAt(s, i);
  if (spelled) return spelled;
  const letters = lettersAsFigures(s, i);
  if (letters) return letters;
  const roman = romanNumber(s.tokens[i]?.key ?? '');
  return roman && !roman.misread && s.tokens[i]?.type === 'word'
    ? { value: roman.value, end: i + 1, misread: false, spelled: false }
    : null;
}

/** "11" and "111" are II and III with strokes read as ones. */
function strokesAsOnes(numeral: Numeral): Numeral {
  return numeral.value === 11 || numeral.value === 111
    ? { ...numeral, value: String(numeral.value).length, misread: true }
    : numeral;
}

/** Number of a quarter or semester right after its word. */
export function romanAt(s: Scan, i: number): Numeral | null {
  const figures = figuresAt(s, i);
  if (figures) {
    const glued = s.tokens[i + 1];
    if (glued?.type === 'word' && !glued.spaced) {
      const roman = romanNumber(`${s.tokens[i]?.key ?? ''}${glued.key}`);
      if (roman) return { value: roman.value, end: i + 2, misread: true, spelled: false };
    }
    return strokesAsOnes(figures);
  }
  const token = s.tokens[i];
  if (token?.type !== 'word') return null;
  const roman = romanNumber(token.key);
  if (roman) {
    const more = s.tokens[i + 1];
    if (more?.type === 'number' && !more.spaced && /^1+$/.test(more.key)) {
      const whole = romanNumber(token.key + more.key);
      if (whole) return { value: whole.value, end: i + 2, misread: true, spelled: false };
    }
    return { value: roman.value, end: i + 1, misread: roman.misread, spelled: false };
  }
  const spelled = isOtherWord(s, i) ? null : spelledAt(s, i);
  return spelled && spelled.value <= 4 ? spelled : null;
}

/** Figures joined by / . or - : "15/6/2024", "6-2024", "3/6/9/12". */
export type Figures = { values: number[]; widths: number[]; mark: string; end: number; misread: boolean };

const LONGEST = 13;

/** White space around the mark is only borne by "/" and by three figures that end in a year. */
export function joinedFiguresAt(s: Scan, i: number): Figures | null {
  const first = s.tokens[i];
  if (first?.type !== 'number') return null;
  const mark = s.tokens[i + 1];
  if (mark?.type !== 'mark' || !'/.-'.includes(mark.key)) return null;
  const figures: Figures = {
    values: [first.value],
    widths: [first.key.length],
    mark: mark.key,
    end: i + 1,
    misread: first.misread,
  };
  let spaces = false;
  while (figures.values.length < LONGEST && isMark(s, figures.end, mark.key)) {
    const next = s.tokens[figures.end + 1];
    const english = next?.type === 'word' && mark.key === '-' ? ENGLISH_MONTHS[next.key] : undefined;
    const letters = next?.spaced === false ? lettersAsFigures(s, figures.end + 1) : null;
    if (next?.type !== 'number' && english === undefined && !letters) break;
    spaces ||= s.tokens[figures.end]?.spaced === true || next?.spaced === true;
    figures.values.push(english ?? letters?.value ?? next?.value ?? 0);
    figures.widths.push(english === undefined ? (next?.key.length ?? 0) : 3);
    figures.misread ||= next?.misread === true || letters !== null;
    figures.end += 2;
  }
  const count = figures.values.length;
  if (count < 2) return null;
  const dated = count === 3 && figures.widths[2] === 4;
  if (spaces && mark.key !== '/' && !dated) return null;
  return figures;
}
