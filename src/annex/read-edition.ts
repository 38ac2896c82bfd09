import { cleanText, toMatchKey } from '../shared/text';
import {
  findAmendedNumber,
  findDocumentDate,
  findDocumentNumber,
  findDocumentYear,
  SIGN_END_PATTERN,
} from './document-references';
import type { Edition } from './types';

/** Words with which the name of an authority or a unit begins; keys. */
const AGENCY_START =
  /^(?:uy ban|ubnd|hoi dong|hdnd|truong|phong|so|bo|cuc|chi cuc|vu|vien|ban|trung tam|van phong|tinh|thanh pho|huyen|quan|thi xa|phuong|xa|dac khu|dang|dang bo|chi bo|dang uy|huyen uy|quan uy|thanh uy|tinh uy|cong an|cong ty|hoi|doan|lien doan|cong doan|nha|benh vien|tram|chinh phu|thu tuong|toa an|kho bac)(?: |$)/;
/** Begin as an agency's name does and are none. */
const NO_AGENCY =
  /^(?:ban hanh|ban giao|phong chong|phong ngua|so ket|so lieu|so do|hoi nghi|hoi thao|hoi thi|vu viec|bo sung|bo tieu chi|nha ve sinh|dang ky|dang tai|vien chuc|xa hoi|quan ly|quan triet|tinh hinh|dang nhap)(?: |$)/;
/** Words with which a title begins; keys. */
const TITLE_START =
  /^(?:ke hoach|quyet dinh|bao cao|chuong trinh|danh muc|danh sach|thong bao|to trinh|huong dan|de an|nghi quyet|chi thi|bang|bieu|lich|phan cong|phu luc|nhiem vu|noi dung|cong tac|cong viec|tien do|trien khai|thuc hien|ra soat|cap nhat|du toan|du kien|thoi khoa bieu|quy che|muc luc|tong hop|theo doi|giao viec|bo chi so)(?: |$)/;
const STATE_NAME = /cộng\s+h[oòỏ][aàả]\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam/giu;
const MOTTO = /["“”'’‘]?\s*độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc\s*["“”'’‘]?/giu;
const PARTY_NAME = /đảng\s+cộng\s+sản\s+việt\s+nam/giu;
const PLACE_AND_DATE =
  /(?:[\p{Lu}][\p{L}\d. ]{0,40},\s*)?ngày\s*[\d….\s]*tháng\s*[\d….\s]*năm\s*[\d….]*\s*$/u;
const NUMBER_LINE = new RegExp(
  String.raw`^[Ss]ố\s*:?\s*(?:[\d….\s_]*[/-]|\d{1,5}\s?(?=\p{Lu}+\s?[-/]))\s*\p{Lu}[\p{L}\d]*(?:(?:[-/]\s?|\s[-/]|\s?&\s?)[\p{Lu}\d][\p{L}\d]*)*(?:${SIGN_END_PATTERN})?`,
  'u',
);
const ANNEX_LABEL =
  /^(?:PHỤ\s*LỤC|Phụ\s*[Ll]ục)(?:\s*(?:số\s*|SỐ\s*)?(?:[IVXLC]+|\d{1,3}|[A-Z])(?![\p{L}\d]))?\s*[:.–-]?\s*(?=$|[\p{Lu}(])/u;
const DOCUMENT_TYPE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|CHƯƠNG TRÌNH|DANH MỤC|THÔNG BÁO|TỜ TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|NGHỊ QUYẾT|CHỈ THỊ|BẢNG .{3,60}|BIỂU .{0,60})$/u;
const REFERENCE =
  /\(?\s*(?:ban\s+hành\s+)?(?:đính\s+)?kèm\s+theo\s+(?!biểu|mẫu|phụ lục)([^()]*(?:\([^()]*\)[^()]*)*)\)?/iu;
/** Where the prose of a plan begins after its title. */
const BODY_START =
  /^(?:căn cứ|xét|theo đề nghị|để |nhằm |trên cơ sở|[IVX]+[.)]|\d+[.)]|(?:thực hiện|tiếp tục|triển khai)\s+(?:kế hoạch|quyết định|nghị quyết|công văn|chương trình|luật|nghị định|thông tư|chỉ thị|kết luận|đề án|văn bản)\s)/iu;
/** Lines that stand between a title and what follows it, whatever that is. */
const TITLE_END =
  /^(?:kính gửi|đơn vị(?: tính| báo cáo| thực hiện| lập)?\s*:|đvt|người (?:lập|thực hiện|phụ trách|theo dõi)\s*:|cập nhật|ghi chú|lưu ý|nơi nhận|thời gian\s*:|địa điểm\s*:|số lượng\s*:)/iu;
const ORNAMENT = /^[\s\p{P}\p{S}\d]*$/u;

type Letterhead = { plain: string[]; agencies: string[]; numberLine: string; dateLine: string };

const stripMarkup = (line: string): string => cleanText(line.replace(/^[#>\s]+|\*\*|__/g, ' '));

/** Takes the furniture of a letterhead out of a line and keeps what it says about the document. */
function extractLetterhead(lines: readonly string[]): Letterhead {
  const reading: Letterhead = { plain: [], agencies: [], numberLine: '', dateLine: '' };
  for (const raw of lines) {
    let line = stripMarkup(raw).replace(STATE_NAME, ' ').replace(MOTTO, ' ').replace(PARTY_NAME, ' ').trim();
    const number = NUMBER_LINE.exec(line);
    if (number) {
      reading.numberLine ||= number[0];
      line = line.slice(number[0].length).trim();
    }
    const date = PLACE_AND_DATE.exec(line);
    if (date && !/kèm theo/i.test(line)) {
      reading.dateLine ||= date[0];
      line = line.slice(0, date.index).trim();
    }
    if (!ORNAMENT.test(line)) reading.plain.push(line);
  }
  return reading;
}

const isUpperCase = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);

const isTitleLine = (line: string): boolean =>
  ANNEX_LABEL.test(line) || DOCUMENT_TYPE.test(line) || TITLE_START.test(toMatchKey(line));

function beginsAgency(line: string): boolean {
  const key = toMatchKey(line);
  return AGENCY_START.test(key) && !NO_AGENCY.test(key);
}

/** A name of an agency that goes on in the next line has no year and few words. */
const continuesAgency = (line: string): boolean => !/\d{4}/.test(line) && line.split(' ').length <= 8;

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
    if (beginsAgency(line)) agencies.push(line);
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

/** Returns true for a sentence that leads to the table: "Nhà trường phân công nhiệm vụ như sau:". */
const isLeadIn = (line: string): boolean =>
  /(?:như sau|sau đây|dưới đây|cụ thể)\s*[:.]?$/iu.test(line) || (/:$/.test(line) && !isUpperCase(line));

function extractTitle(lines: readonly string[], prose: boolean): string {
  const end = lines.findIndex(
    (line, index) =>
      (BODY_START.test(line) && (prose || /[;:]$/.test(line))) ||
      (index > 0 && (TITLE_END.test(line) || isLeadIn(line))),
  );
  return cleanText((end < 0 ? lines : lines.slice(0, end)).join(' '));
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
  const label = plain.findLastIndex((line) => ANNEX_LABEL.test(line));
  const type = plain.findIndex((line) => DOCUMENT_TYPE.test(line));
  const { agencies, end } = findAgencies(plain, label >= 0 ? label : type);

  const block = label >= 0 ? plain.slice(label) : plain.slice(type >= 0 ? type + 1 : end);
  const full = block.join('\n');
  const match = REFERENCE.exec(full);
  const reference = cleanText(extractReference(match));
  const above = (match ? full.slice(0, match.index) : full).split('\n').filter((line) => line !== '');
  const names = above.slice(0, -1).findIndex((line) => !isUnitName(line));
  const unitNames = above.slice(0, names < 0 ? above.length - 1 : names);
  const titleLines = above.slice(unitNames.length);
  // One name is that of the unit that fills the table in; below that of its superior it is the issuer's.
  const unitName = unitNames.length > 1 ? unitNames.at(-1) : undefined;
  if (label >= 0) titleLines[0] = (titleLines[0] ?? '').replace(ANNEX_LABEL, '');
  const title = extractTitle(titleLines, label < 0);
  const date = findDocumentDate(reference) || findDocumentDate(dateLine);
  const number = findDocumentNumber(reference) || findDocumentNumber(numberLine);
  const amends = findAmendedNumber([...titleLines, match?.[0] ?? ''].join(' '), number);

  return {
    issuer: extractIssuer(reference) || (agencies.at(-1) ?? unitName ?? ''),
    number,
    ...(amends !== '' && { amends }),
    date,
    title: title || cleanText(plain[label] ?? plain[type] ?? ''),
    year: findDocumentYear(title) ?? findDocumentYear(headers.join(' ')) ?? getYearOfDate(date),
  };
}

/** From this month on a plan is as often for the next year. */
const FIRST_UNCERTAIN_MONTH = 11;

/** Returns the year of the day a plan was issued; null late in the year, when it may be for the next one. */
function getYearOfDate(date: string): number | null {
  return date === '' || Number(date.slice(5, 7)) >= FIRST_UNCERTAIN_MONTH ? null : Number(date.slice(0, 4));
}
