/** Numbers of sections and tasks as printed: "IV", "A", "8", "1.10", "đ)", "II.3". */

import { parseRoman } from '../shared/roman';

export type NumeralKind = 'capital' | 'roman' | 'arabic' | 'small';

/** The value of a letter is the code point of its small form. */
export type Numeral = { kind: NumeralKind; value: number };

export type NumberLabel = {
  /** As printed, without the punctuation around it: "IV" of "IV.", "8" of "(8)". */
  text: string;
  /** Parts before the last: ["II"] of "II.3". */
  prefix: string[];
  /** Possible meanings of the last part: "C" is the third letter or a hundred. */
  readings: Numeral[];
};

/** Order of letters in Vietnamese lists (Decree 30/2020: a, b, c, d, đ, e, g, h, i, k …). */
const VIETNAMESE_ORDER = 'abcdđeghiklmnopqrstuvxy';
const LATIN_ORDER = 'abcdefghijklmnopqrstuvwxyz';

function parseNumerals(part: string): Numeral[] {
  if (/^\d{1,4}$/.test(part)) return [{ kind: 'arabic', value: Number(part) }];
  const readings: Numeral[] = [];
  const roman = parseRoman(part);
  if (roman !== null) readings.push({ kind: 'roman', value: roman });
  const letter = part.toLowerCase();
  if (letter.length === 1 && (VIETNAMESE_ORDER + LATIN_ORDER).includes(letter)) {
    readings.push({ kind: part === letter ? 'small' : 'capital', value: letter.codePointAt(0) ?? 0 });
  }
  const small = readings.length === 0 ? parseRoman(part.toUpperCase()) : null;
  if (small !== null) readings.push({ kind: 'roman', value: small });
  return readings;
}

/** Corrects an I of a Roman number that was recognised as another character: "lV", "I|", "lI". */
function repairRoman(part: string): string {
  return /^[IVXl|]{2,}$/.test(part) && /[l|]/.test(part) ? part.replace(/[l|]/g, 'I') : part;
}

const HEADING_WORD = /^(?:mục|phần|nhóm|chương|lĩnh vực|mảng|nội dung|nhóm nhiệm vụ|nhiệm vụ)\s+(?=\S+$)/iu;
const LEADING_PUNCTUATION = /^[\s([{*•-]+/u;
const TRAILING_PUNCTUATION = /[\s.)\]}:;,/*-]+$/u;

function parseLabel(raw: string): NumberLabel | null {
  const text = raw
    .replace(LEADING_PUNCTUATION, '')
    .replace(TRAILING_PUNCTUATION, '')
    .replace(HEADING_WORD, '');
  const parts = text.split(/\s*[.\-/]\s*/).map(repairRoman);
  const readings = parseNumerals(parts.at(-1) ?? '');
  if (readings.length === 0 || parts.length > 4) return null;
  if (parts.slice(0, -1).some((part) => parseNumerals(part).length === 0)) return null;
  return { text: parts.length === 1 ? (parts[0] ?? '') : text, prefix: parts.slice(0, -1), readings };
}

/**
 * Reads a cell that holds only a number. A number cut by a narrow column ("VII" + "I") is joined.
 *
 * @returns null for anything else
 */
export function parseNumberLabel(raw: string): NumberLabel | null {
  const plain = raw.normalize('NFKC').trim();
  if (plain === '' || plain.length > 24) return null;
  return parseLabel(plain) ?? (/^[IVX\d ]+$/.test(plain) ? parseLabel(plain.replace(/ /g, '')) : null);
}

/**
 * Reads a number at the start of a text: "II. Lĩnh vực…", "Phần I: …", "1) …". The separator is needed, so
 * that "I am" or "2024 của" is not one.
 *
 * @returns null if the text begins with no number
 */
export function parseLeadingLabel(text: string): { label: NumberLabel; rest: string } | null {
  const match =
    /^((?:mục|phần|nhóm(?: nhiệm vụ)?|chương|lĩnh vực|mảng|nội dung|nhiệm vụ)?\s*[([]?[\p{L}\d]{1,7}(?:\.[\p{L}\d]{1,4}){0,3})(?:\s*[.):\]]+\s*|\s+[-–—]\s+|\s*\/\s+)(?=\p{L}|["“(])(.+)$/iu.exec(
      text.normalize('NFKC').trim(),
    );
  if (!match) return null;
  const label = parseLabel(match[1] ?? '');
  return label ? { label, rest: (match[2] ?? '').trim() } : null;
}

const TASK_CODE = /^(\p{Lu}{2,6})\s?[-–._/]?\s?(\d{1,4})$/u;

/**
 * Reads the code of a task in the column of numbers: "HC-01", "NV12".
 *
 * @returns null for anything else
 */
export function parseTaskCode(raw: string): NumberLabel | null {
  const [text, letters, digits] = TASK_CODE.exec(raw.normalize('NFKC').trim()) ?? [];
  if (text === undefined || letters === undefined || digits === undefined) return null;
  return { text, prefix: [letters], readings: [{ kind: 'arabic', value: Number(digits) }] };
}

const MAX_HEADING_LENGTH = 300;

/** Returns true if a paragraph can be the title of a section: a number before text that is no sentence. */
export function isNumberedHeading(text: string): boolean {
  return text.length <= MAX_HEADING_LENGTH && parseLeadingLabel(text) !== null && !/[;.]$/.test(text);
}

const isLetterNumeral = ({ kind }: Numeral): boolean => kind === 'capital' || kind === 'small';

/** Returns true if `next` is the number after `previous`; letters count in Vietnamese or in Latin order. */
export function isNextNumeral(previous: Numeral, next: Numeral): boolean {
  if (previous.kind !== next.kind) return false;
  if (!isLetterNumeral(next)) return next.value === previous.value + 1;
  const [from, to] = [String.fromCodePoint(previous.value), String.fromCodePoint(next.value)];
  return [VIETNAMESE_ORDER, LATIN_ORDER].some(
    (order) => order.includes(from) && order.indexOf(to) === order.indexOf(from) + 1,
  );
}

/** Returns true for the first number of a sequence: 1, I, a. */
export function isFirstNumeral(numeral: Numeral): boolean {
  return isLetterNumeral(numeral) ? String.fromCodePoint(numeral.value) === 'a' : numeral.value === 1;
}
