import { cleanText } from '../shared/text';

/** Marks by which one document names another: number and sign, date, year. All read from cleaned text. */

/** Parts are joined by "-", by "&", also by "_" or ".", as in "21/KH.MNĐB"; a sentence goes on after its full stop. */
const DOCUMENT_SIGN = String.raw`\p{Lu}[\p{L}\d]*(?:(?:[-–/]\s?|\s[-–/]|\s?&\s?|_|\.(?=\p{Lu}{2}))[\p{Lu}\d][\p{L}\d]*)*`;
/** "165/KH-MNBT", "74/2022/QH15", "124-KH/TU", a draft's "…/KH-GDĐT". */
const DOCUMENT_NUMBER = new RegExp(
  String.raw`(?:[Ss]ố|SỐ|^)\s*:?\s*((?:\d+[a-hđ]?)?)[\s….…_]*([/-])\s*((?:\d{4}\s*[/-]\s*)?${DOCUMENT_SIGN})`,
  'iu',
);
/** The same without "số": "Công văn 442/UBND-CCHC". */
const BARE_DOCUMENT_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d/-])(\d+[a-hđ]?)\s?([/-])\s?((?:\d{4}\s?[/-]\s?)?${DOCUMENT_SIGN})`,
  'u',
);

/** The slash is missing: "Số 08KH- TrMN". */
const GLUED_DOCUMENT_NUMBER = new RegExp(
  String.raw`(?:[Ss]ố|SỐ|^)\s*:?\s*(\d{1,5})\s?((?!\p{Lu}\p{Ll})\p{Lu}+\s?[-–/]\s?[\p{Lu}\d][\p{L}\d]*(?:\s?[-–/&]\s?[\p{Lu}\d][\p{L}\d]*)*)`,
  'u',
);

/** The last parts of a sign after blanks, up to the line's end: "42/KH-THCS&THPT BL", "7/KH-PTDTNT THCS & THPT ML". */
export const SIGN_END_PATTERN = String.raw`(?:\s[A-ZĐ]{1,6}(?:\s?&\s?[A-ZĐ]{1,6})*\d?){1,3}(?=\s*$)`;
const SIGN_END = new RegExp(`^${SIGN_END_PATTERN}`, 'u');

/**
 * Finds number and sign as printed, without stray blanks. A draft without a number has only its sign,
 * "/KH-GDĐT".
 *
 * @returns '' if there is none
 */
export function findDocumentNumber(text: string): string {
  const clean = cleanText(text);
  const match = DOCUMENT_NUMBER.exec(clean) ?? BARE_DOCUMENT_NUMBER.exec(clean);
  const [, number = '', separator = '', sign = ''] = match ?? [];
  if (match) {
    const rest = closeSign(SIGN_END.exec(clean.slice(match.index + match[0].length))?.[0] ?? '');
    return `${number}${separator}${closeSign(sign)}${rest}`;
  }
  const glued = GLUED_DOCUMENT_NUMBER.exec(clean);
  return glued ? `${glued[1]}${closeSign(glued[2] ?? '')}` : '';
}

const closeSign = (sign: string): string => sign.replace(/\s*([-–/&])\s*/g, '$1');

const DATE_PATTERNS = [
  /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu,
  /(?<!\d)(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})(?!\d)/u,
  /(?<!\d)(\d{1,2})\s*-\s*(\d{1,2})\s*-\s*(\d{4})(?!\d)/u,
  /(?<!\d)(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4})(?!\d)/u,
];

/**
 * Finds the first complete date of a text as yyyy-mm-dd.
 *
 * @returns '' if there is none, or if a part of it is left open or impossible
 */
export function findDocumentDate(text: string): string {
  const clean = cleanText(text);
  for (const pattern of DATE_PATTERNS) {
    const match = pattern.exec(clean);
    if (!match) continue;
    const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return '';
    return date.toISOString().slice(0, 10);
  }
  return '';
}

/** "2026 - 2030", "năm 2026 đến năm 2030"; a school year spans two years. */
const YEAR_RANGE = /(học\s*)?(20\d{2})\s*(?:[-–—/]|đến|tới)\s*(?:hết\s*)?(?:năm\s*)?(20\d{2})(?!\d)/giu;
/** "đến năm 2030", "tầm nhìn 2045"; "từ nay đến hết năm 2026" is the plan's own year. */
const HORIZON =
  /(?<!(?:từ nay|từ tháng [^,;]{1,20}|từ quý [^,;]{1,20}|từ ngày [^,;]{1,30})\s)(?:đến|tới|hướng tới|tầm nhìn|định hướng|mục tiêu|viễn cảnh)\s*(?:đến\s*|tới\s*)?(?:hết\s*|cuối\s*)?(?:năm\s*)?20\d{2}(?!\d)/giu;

function removeHorizons(text: string): string {
  return text
    .replace(YEAR_RANGE, (range, school: string | undefined, from: string, to: string) =>
      school !== undefined || Number(to) === Number(from) + 1 ? range : ' ',
    )
    .replace(HORIZON, ' ');
}

/**
 * Finds the first year of a school year: 2025 of "năm học 2025 - 2026".
 *
 * @returns null if none is named
 */
export function findSchoolYear(text: string): number | null {
  const match = /năm\s*học\s*(20\d{2})\s*[-–—/]\s*(20\d{2})(?!\d)/iu.exec(cleanText(text));
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return to === from + 1 ? from : null;
}

/**
 * Finds the year a plan is for: the last "năm 2024" of a title ("Tổng kết năm 2023, nhiệm vụ năm 2024"), the
 * first of "năm học 2024 - 2025". Years of a date, of a period ("giai đoạn 2021 - 2030") or of a horizon ("đến năm
 * 2030", "tầm nhìn 2045") do not count.
 *
 * @returns null if no year is named
 */
export function findDocumentYear(text: string): number | null {
  const clean = removeHorizons(cleanText(text).replace(/ngày[\s\d….]*tháng[\s\d….]*năm\s*\d{4}/giu, ' '));
  const years = [...clean.matchAll(/năm\s*(?:học\s*)?(20\d{2}|19\d{2})(?!\d)/giu)];
  const last = years.at(-1)?.[1] ?? findTermYear(clean);
  return last === undefined ? null : Number(last);
}

/** "Học kỳ II (2025-2026)": the school year without its word. */
function findTermYear(text: string): string | undefined {
  const match = /(?:học\s*k[ìỳ]|hk)\s*[\dIV]{0,3}[^\d]{0,4}(20\d{2})\s*[-–—/]\s*(20\d{2})(?!\d)/iu.exec(text);
  return match && Number(match[2]) === Number(match[1]) + 1 ? match[1] : undefined;
}

/** Words with which a document says that it takes the place of another or changes it. */
const AMENDING_WORDS = String.raw`(?:thay thế|thay cho|bãi bỏ|điều chỉnh|sửa đổi|bổ sung|cập nhật)`;
const AMENDED_DOCUMENT = new RegExp(
  String.raw`${AMENDING_WORDS}[^.;]{0,160}?(?:kế hoạch|quyết định|công văn|phụ lục|chương trình|thông báo|văn bản)[^.;\d]{0,60}(?:số\s*:?\s*)?(\d{1,5}(?:\s*[-/–]|\p{L}).{1,60})`,
  'iu',
);

/**
 * Finds number and sign of the document that a title says it replaces or adjusts: "điều chỉnh, bổ sung Kế hoạch số
 * 27/KH-UBND".
 *
 * @param own number and sign of the document itself, which names no other
 * @returns '' if it says so of none
 */
export function findAmendedNumber(text: string, own: string): string {
  const clean = cleanText(text);
  for (let from = 0; ;) {
    const match = AMENDED_DOCUMENT.exec(clean.slice(from));
    if (!match) return '';
    const number = findDocumentNumber(match[1] ?? '');
    if (number !== '' && number !== own) return number;
    from += match.index + 1;
  }
}
