import { cleanText } from '../shared/text';
import { beginsAgency, findAgencies, isUnitName } from './agency-names';
import {
  findAmendedNumber,
  findDocumentDate,
  findDocumentNumber,
  findDocumentYear,
} from './document-references';
import { extractLetterhead, stripMarkup } from './letterhead';
import {
  isAdvice,
  isAnnexLabel,
  isBodyStart,
  isDocumentType,
  isTitleLine,
  isUpperCase,
  readTitle,
} from './read-title';
import { skipSiteMenu } from './skip-site-menu';
import type { Edition } from './types';

const REFERENCE =
  /\(?\s*(?:ban\s+hành\s+)?(?:đính\s+)?kèm\s+(?:theo\s+(?!biểu|mẫu|phụ lục)|(?=(?:kế hoạch|quyết định|công văn|thông báo|chương trình|tờ trình|báo cáo|nghị quyết|chỉ thị)\s+số\s))([^()]*(?:\([^()]*\)[^()]*)*)\)?/iu;

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

/** The office of who signs for the issuer: "Hiệu trưởng Trường THCS A" signs for the school. */
const OFFICE =
  /^(?:Phó\s+|Quyền\s+|Q\.\s*)?(?:Hiệu trưởng|Giám đốc|Trưởng phòng|Trưởng ban|Chi cục trưởng|Cục trưởng|Viện trưởng)(?=\s|$)\s*/u;

/** Returns the name of the issuer that a reference gives; '' for "của Hiệu trưởng", which names none. */
function extractIssuer(reference: string): string {
  const named = /(?:^|\s)của\s+(\p{Lu}.*)$/u.exec(reference.replace(ISSUER_END, ''))?.[1] ?? '';
  const name = named.replace(OFFICE, '');
  return name === named || (/^\p{Lu}/u.test(name) && beginsAgency(name)) ? name : '';
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

/** A title goes on behind these: "NHIỆM VỤ CỦA" above "TRƯỜNG THCS A". */
const UNFINISHED_TITLE = /(?:[,–-]|\s(?:CỦA|TẠI|CHO|VỚI|VÀ|CÁC|TRONG|Ở|DO))$/u;

/** Splits off the agency that is printed in capitals below the whole title. */
function splitAgencyBelow(lines: readonly string[]): { titleLines: readonly string[]; agency: string } {
  const last = lines.at(-1) ?? '';
  const isAgency =
    lines.length > 1 && isUpperCase(last) && beginsAgency(last) && !UNFINISHED_TITLE.test(lines.at(-2)!);
  return isAgency ? { titleLines: lines.slice(0, -1), agency: last } : { titleLines: lines, agency: '' };
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
  const { plain, numberLine, dateLine } = extractLetterhead(skipSiteMenu(lines));
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
  const { titleLines, agency } = splitAgencyBelow(above.slice(unitNames.length));
  const below = match ? full.slice(match.index + match[0].length).split('\n') : [];
  const named = readTitle(titleLines, !isAnnex);
  // The name of an annex may stand below the reference.
  const title = named === '' && isAnnex ? readTitle([...titleLines, ...below], false) : named;
  const date = findDocumentDate(reference) || findDocumentDate(dateLine);
  const head = isAnnex ? readHead(lines) : null;
  const number = findDocumentNumber(reference) || head?.number || findDocumentNumber(numberLine);
  const amends = findAmendedNumber([...titleLines, match?.[0] ?? ''].join(' '), number);

  return {
    issuer: extractIssuer(reference) || (agencies.at(-1) ?? (head?.issuer || agency || (unitName ?? ''))),
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
