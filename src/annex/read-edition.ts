import { cleanText, toMatchKey } from '../shared/text';
import {
  findAmendedNumber,
  findDocumentDate,
  findDocumentNumber,
  findDocumentYear,
  SIGN_END_PATTERN,
} from './document-references';
import {
  isAdvice,
  isAnnexLabel,
  isBodyStart,
  isDocumentType,
  isTitleLine,
  isUpperCase,
  readTitle,
} from './read-title';
import type { Edition } from './types';

/** Words with which the name of an authority or a unit begins; keys. */
const AGENCY_START =
  /^(?:uy ban|ubnd|hoi dong|hdnd|truong|phong|so|bo|cuc|chi cuc|vu|vien|ban|trung tam|van phong|tinh|thanh pho|huyen|quan|thi xa|phuong|xa|dac khu|dang|dang bo|chi bo|dang uy|huyen uy|quan uy|thanh uy|tinh uy|cong an|cong ty|hoi|doan|lien doan|cong doan|nha|benh vien|tram|chinh phu|thu tuong|toa an|kho bac)(?: |$)/;
/** Begin as an agency's name does and are none. */
const NO_AGENCY =
  /^(?:ban hanh|ban giao|phong chong|phong ngua|so ket|so lieu|so do|hoi nghi|hoi thao|hoi thi|vu viec|bo sung|bo tieu chi|nha ve sinh|dang ky|dang tai|vien chuc|xa hoi|quan ly|quan triet|tinh hinh|dang nhap)(?: |$)/;
const STATE_NAME = /cộng\s+h[oòỏ][aàả]\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam/giu;
const MOTTO = /["“”'’‘]?\s*độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc\s*["“”'’‘]?/giu;
const PARTY_NAME = /đảng\s+cộng\s+sản\s+việt\s+nam/giu;
const PLACE_AND_DATE =
  /(?:(?:[\p{Lu}][\p{L}\d. ]{0,40},\s*)?ngày\s*[\d….\s]*tháng\s*[\d….\s]*năm\s*[\d….]*|(?:[\p{Lu}][\p{L}\d. ]{0,40},\s*|^)(?:ngày\s*)?[\d….]+\s*[/.-]\s*[\d….]+\s*[/.-]\s*\d{4})\s*$/u;
/** Between the parts of a sign; with blanks on both sides only before capitals, as a place may follow. */
const SIGN_SEPARATOR = String.raw`(?:[-–/]\s?|_|\.(?=\p{Lu}{2})|\s[-–/]|\s?&\s?|\s[-–/]\s(?!T[PTX]\b)(?=\p{L}{0,3}\p{Lu}{2}))`;
const NUMBER_LINE = new RegExp(
  String.raw`^(?:[Ss]ố|SỐ)\s*:?\s*(?:(?:[\d….\s_]*|\s*\d+[a-hđ]\s?)[/-]|\d{1,5}[\s.]?(?=\p{Lu}+\s?[-–/._]))\s*(?:\d{4}\s?[/-]\s?)?\p{Lu}[\p{L}\d]*(?:${SIGN_SEPARATOR}[\p{Lu}\d][\p{L}\d]*)*(?:${SIGN_END_PATTERN})?`,
  'u',
);
/** A line with a number in a shape that is none of these, or left open: "Số: 12 KHTHCS", "Số:". */
const ODD_NUMBER_LINE =
  /^(?:[Ss]ố|SỐ)\s*(?::\s*[\p{Lu}\d….\s/_&-]*|[….\s/_-]*)(?=$|\s\p{Lu}[\p{L}. ]*,?\s*ngày)/u;
const REFERENCE =
  /\(?\s*(?:ban\s+hành\s+)?(?:đính\s+)?kèm\s+theo\s+(?!biểu|mẫu|phụ lục)([^()]*(?:\([^()]*\)[^()]*)*)\)?/iu;
const ORNAMENT = /^[\s\p{P}\p{S}\d]*$/u;

type Letterhead = { plain: string[]; agencies: string[]; numberLine: string; dateLine: string };

/** What stands in the right column of a letterhead, as keys: a narrow column breaks it. */
const STANDING_WORDS = ['cong hoa xa hoi chu nghia viet nam', 'doc lap tu do hanh phuc'];
/** So many lines further the rest may stand: the lines of the left column come between. */
const MAX_LINES_BETWEEN = 3;

/** Puts together what a narrow column of the letterhead breaks: the state's name, the motto, the year of the day. */
function joinBrokenLines(lines: readonly string[]): string[] {
  const joined = lines.map(cleanText);
  joined.forEach((line, index) => {
    const key = toMatchKey(line);
    const rests = STANDING_WORDS.flatMap((words) => listRests(words, key));
    if (/(?:^|\s)tháng[\s\d….]+năm$/iu.test(line)) rests.push('20');
    const upTo = Math.min(joined.length, index + 1 + MAX_LINES_BETWEEN);
    for (let at = index + 1; rests.length > 0 && at < upTo; at++) {
      const other = joined[at]!;
      const rest = rests.find((one) => (one === '20' ? /^20\d{2}$/.test(other) : endsWithWords(other, one)));
      if (rest === undefined) continue;
      const words = rest.split(' ').length;
      const cut = new RegExp(`(?:[^\\p{L}\\d]*[\\p{L}\\d]+){${words}}[^\\p{L}\\d]*$`, 'u');
      joined[index] = `${line} ${(cut.exec(other)?.[0] ?? '').trim()}`;
      joined[at] = other.replace(cut, '');
      return;
    }
  });
  return joined.filter((line) => line !== '');
}

/** Lists what is left of some words where a line ends with their beginning, at least two of them. */
function listRests(words: string, key: string): string[] {
  const parts = words.split(' ');
  return parts
    .map((_, count) => count)
    .filter((count) => count >= 2 && endsWithWords(key, parts.slice(0, count).join(' ')))
    .map((count) => parts.slice(count).join(' '));
}

function endsWithWords(text: string, words: string): boolean {
  const key = toMatchKey(text);
  return key === words || key.endsWith(` ${words}`);
}

const stripMarkup = (line: string): string => cleanText(line.replace(/^[#>\s]+|\*\*|__/g, ' '));

/** Takes the furniture of a letterhead out of a line and keeps what it says about the document. */
function extractLetterhead(lines: readonly string[]): Letterhead {
  const reading: Letterhead = { plain: [], agencies: [], numberLine: '', dateLine: '' };
  for (const raw of joinBrokenLines(lines)) {
    let line = stripMarkup(raw).replace(STATE_NAME, ' ').replace(MOTTO, ' ').replace(PARTY_NAME, ' ').trim();
    const number = NUMBER_LINE.exec(line);
    if (number) reading.numberLine ||= number[0];
    line = line.slice((number ?? ODD_NUMBER_LINE.exec(line))?.[0].length ?? 0).trim();
    const date = PLACE_AND_DATE.exec(line);
    if (date && !/kèm theo/i.test(line)) {
      reading.dateLine ||= date[0];
      line = line.slice(0, date.index).trim();
    }
    if (!ORNAMENT.test(line)) reading.plain.push(line);
  }
  return reading;
}

function beginsAgency(line: string): boolean {
  const key = toMatchKey(line);
  return AGENCY_START.test(key) && !NO_AGENCY.test(key);
}

/** A name of an agency that goes on in the next line has no year and few words. */
const continuesAgency = (line: string): boolean => !/\d{4}/.test(line) && line.split(' ').length <= 8;

/** Names that say nothing without the place or the name in the next line; keys. */
const OPEN_NAME =
  /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|uy ban|truong(?: (?:mam non|mau giao|tieu hoc|trung hoc(?: co so| pho thong)?|thcs|thpt|th|mn|pho thong|cao dang|dai hoc))?)$/;
const isNameOpen = (name = ''): boolean => OPEN_NAME.test(toMatchKey(name));

/** At most as many lines above a title name the agencies. */
const MAX_AGENCY_LINES = 6;

/**
 * Finds the agencies: lines in capitals above the title that begin as the name of an authority or a unit does. A
 * line after one that does not continues it; lines before the first (the menu of a site, labels) are skipped.
 *
 * @param title index of the line that says what the document is, or -1
 */
function findAgencies(lines: readonly string[], title: number): { agencies: string[]; end: number } {
  const agencies: string[] = [];
  const isAgency = (line: string): boolean => isUpperCase(line) && beginsAgency(line);
  const from = Math.max(0, lines.slice(0, Math.max(0, title)).findIndex(isAgency));
  let end = 0;
  for (const [index, line] of [...lines.entries()].slice(from, from + MAX_AGENCY_LINES)) {
    if (!isUpperCase(line) || isTitleLine(line)) break;
    if (beginsAgency(line) && !isNameOpen(agencies.at(-1))) agencies.push(line);
    else if (agencies.length === 0) continue;
    else if (continuesAgency(line)) agencies.push(`${agencies.pop() ?? ''} ${line}`);
    else break;
    end = index + 1;
  }
  return { agencies, end };
}

/** Returns true if a line above the title is the name of a unit, as the add-in's own workbooks print it. */
function isUnitName(line: string): boolean {
  return (
    !isUpperCase(line) &&
    AGENCY_START.test(toMatchKey(line)) &&
    !/(?:nhiệm vụ|kế hoạch|phân công|thực hiện|danh mục|báo cáo)/iu.test(line)
  );
}

/**
 * Extracts the reference. Without brackets it ends where its issuer is named and the next line begins
 * something else.
 */
function extractReference(match: RegExpExecArray | null): string {
  const [full = '', inside = ''] = match ?? [];
  if (full.startsWith('(')) return inside;
  const lines = inside.split('\n');
  const end = lines.findIndex(
    (line, index) =>
      index > 0 && /^\p{Lu}/u.test(line) && /của\s+\p{Lu}/u.test(lines.slice(0, index).join(' ')),
  );
  return lines.slice(0, end < 0 ? undefined : end).join('\n');
}

/** The subject, or what the document does to another one, follows the name of its issuer. */
const ISSUER_END =
  /[\s,;]+(?:về|V\/v|thay thế|thay cho|bãi bỏ|điều chỉnh|sửa đổi|bổ sung)(?=[\s,]).*$|[\s.;,]+$/u;

function extractIssuer(reference: string): string {
  return /(?:^|\s)của\s+(\p{Lu}.*)$/u.exec(reference.replace(ISSUER_END, ''))?.[1] ?? '';
}

/** Where the title begins among the lines below the letterhead: its label, its type, else its first line. */
function findTitle(lines: readonly string[]): number {
  const label = lines.findLastIndex(isAnnexLabel);
  if (label >= 0) return label;
  const type = lines.findIndex(isDocumentType);
  if (type >= 0) return type;
  // Advice on filling the table in may stand above a title in capitals.
  const first = lines.findIndex((line) => isUpperCase(line) && isTitleLine(line));
  const isAboveTitle = (line: string): boolean => isAdvice(line) || isUnitName(line) || beginsAgency(line);
  return lines.slice(0, Math.max(0, first)).some(isAdvice) && lines.slice(0, first).every(isAboveTitle)
    ? first
    : -1;
}

/**
 * Reads number and sign, date, issuer, title and year from the lines that stand before the table of an annex
 * (or from the head of a plan). What is not printed, or left open in a draft, stays '' (year: null).
 * Layout: Decree 30/2020/NĐ-CP, Appendix I; "(Ban hành kèm theo …)" also as schools print it.
 *
 * @param lines the title block, one printed line each, in order
 * @param headers the headers of the table: the year may stand only there ("… trong năm 2024")
 */
export function readEdition(lines: readonly string[], headers: readonly string[] = []): Edition {
  const { plain, numberLine, dateLine } = extractLetterhead(lines);
  const start = findTitle(plain);
  const isAnnex = start >= 0 && isAnnexLabel(plain[start] ?? '');
  const { agencies, end } = findAgencies(plain, start);

  const full = plain.slice(start >= 0 ? start : end).join('\n');
  const match = REFERENCE.exec(full);
  const reference = cleanText(extractReference(match));
  const above = (match ? full.slice(0, match.index) : full).split('\n').filter((line) => line !== '');
  const names = above.slice(0, -1).findIndex((line) => !isUnitName(line));
  const unitNames = above.slice(0, names < 0 ? above.length - 1 : names);
  // One name is that of the unit that fills the table in; below that of its superior it is the issuer's.
  const unitName = unitNames.length > 1 ? unitNames.at(-1) : undefined;
  const titleLines = above.slice(unitNames.length);
  const title = readTitle(titleLines, !isAnnex);
  const date = findDocumentDate(reference) || findDocumentDate(dateLine);
  const head = isAnnex ? readHead(lines) : null;
  const number = findDocumentNumber(reference) || head?.number || findDocumentNumber(numberLine);
  const amends = findAmendedNumber([...titleLines, match?.[0] ?? ''].join(' '), number);

  return {
    issuer: extractIssuer(reference) || (agencies.at(-1) ?? (head?.issuer || (unitName ?? ''))),
    number,
    ...(amends !== '' && { amends }),
    date: date || (head?.date ?? ''),
    title: title || cleanText(plain[start] ?? ''),
    year: findDocumentYear(title) ?? findDocumentYear(headers.join(' ')) ?? head?.year ?? getYearOfDate(date),
  };
}

/**
 * Reads what the lines above the label of an annex say of the document that it belongs to, without its prose.
 *
 * @returns null if there is no annex, or nothing above it that is the title of a document
 */
function readHead(lines: readonly string[]): Edition | null {
  const label = lines.findLastIndex((line) => isAnnexLabel(stripMarkup(line)));
  const above = lines.slice(0, Math.max(0, label));
  const body = above.findIndex((line) => isBodyStart(stripMarkup(line)));
  const head = body < 0 ? above : above.slice(0, body);
  return head.some((line) => isUpperCase(stripMarkup(line)) && isTitleLine(stripMarkup(line)))
    ? readEdition(head)
    : null;
}

/**
 * Reads the title of the document to which the annex below these lines belongs.
 *
 * @returns '' if it has none of its own
 */
export const readDocumentTitle = (lines: readonly string[]): string => readHead(lines)?.title ?? '';

/** From this month on a plan is as often for the next year. */
const FIRST_UNCERTAIN_MONTH = 11;

/** Returns the year of the day a plan was issued; null late in the year, when it may be for the next one. */
function getYearOfDate(date: string): number | null {
  return date === '' || Number(date.slice(5, 7)) >= FIRST_UNCERTAIN_MONTH ? null : Number(date.slice(0, 4));
}
