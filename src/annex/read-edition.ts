import { cleanText, toMatchKey } from '../shared/text';
import { findDocumentDate, findDocumentNumber, findDocumentYear } from './document-references';
import type { Edition } from './types';

/** Words with which the name of an authority or a unit begins; keys. */
const AGENCY_START =
  /^(?:uy ban|ubnd|hoi dong|hdnd|truong|phong|so|bo|cuc|chi cuc|vu|vien|ban|trung tam|van phong|tinh|thanh pho|huyen|quan|thi xa|phuong|xa|dac khu|dang|dang bo|chi bo|dang uy|huyen uy|quan uy|thanh uy|tinh uy|cong an|cong ty|hoi|doan|lien doan|cong doan|nha|benh vien|tram|chinh phu|thu tuong|toa an|kho bac)(?: |$)/;
const STATE_NAME = /cộng\s+h[oòỏ][aàả]\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam/giu;
const MOTTO = /["“”'’‘]?\s*độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc\s*["“”'’‘]?/giu;
const PARTY_NAME = /đảng\s+cộng\s+sản\s+việt\s+nam/giu;
const PLACE_AND_DATE =
  /(?:[\p{Lu}][\p{L}\d. ]{0,40},\s*)?ngày\s*[\d….\s]*tháng\s*[\d….\s]*năm\s*[\d….]*\s*$/u;
const NUMBER_LINE =
  /^[Ss]ố\s*:?\s*[\d….\s_]*[/-]\s*\p{Lu}[\p{L}\d]*(?:(?:[-/]\s?|\s[-/])[\p{Lu}\d][\p{L}\d]*)*/u;
const ANNEX_LABEL =
  /^(?:PHỤ\s*LỤC|Phụ\s*[Ll]ục)(?:\s*(?:số\s*|SỐ\s*)?(?:[IVXLC]+|\d{1,3}|[A-Z])(?![\p{L}\d]))?\s*[:.–-]?\s*(?=$|[\p{Lu}(])/u;
const DOCUMENT_TYPE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|CHƯƠNG TRÌNH|DANH MỤC|THÔNG BÁO|TỜ TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|NGHỊ QUYẾT|CHỈ THỊ|BẢNG .{3,60}|BIỂU .{0,60})$/u;
const REFERENCE =
  /\(?\s*(?:ban\s+hành\s+)?(?:đính\s+)?kèm\s+theo\s+(?!biểu|mẫu|phụ lục)([^()]*(?:\([^()]*\)[^()]*)*)\)?/iu;
/** Where the prose of a plan begins after its title. */
const BODY_START =
  /^(?:căn cứ|xét|theo đề nghị|để |nhằm |trên cơ sở|[IVX]+[.)]|\d+[.)]|(?:thực hiện|tiếp tục|triển khai)\s+(?:kế hoạch|quyết định|nghị quyết|công văn|chương trình|luật|nghị định|thông tư|chỉ thị|kết luận|đề án|văn bản)\s)/iu;
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

/**
 * Finds the agencies: lines in capitals from the top. A line that begins no agency's name continues the one
 * before.
 */
function findAgencies(lines: readonly string[]): string[] {
  const agencies: string[] = [];
  for (const line of lines) {
    if (!isUpperCase(line) || ANNEX_LABEL.test(line) || DOCUMENT_TYPE.test(line)) break;
    if (agencies.length > 0 && !AGENCY_START.test(toMatchKey(line)))
      agencies.push(`${agencies.pop() ?? ''} ${line}`);
    else agencies.push(line);
  }
  return agencies;
}

/** Returns true if a line above the title is the name of a unit, as the add-in's own workbooks print it. */
function isUnitName(line: string): boolean {
  return (
    !isUpperCase(line) &&
    AGENCY_START.test(toMatchKey(line)) &&
    !/(?:nhiệm vụ|kế hoạch|phân công|thực hiện|danh mục|báo cáo)/iu.test(line)
  );
}

function extractTitle(lines: readonly string[], prose: boolean): string {
  const end = lines.findIndex((line) => BODY_START.test(line) && (prose || /[;:]$/.test(line)));
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

function extractIssuer(reference: string): string {
  return (
    /(?:^|\s)của\s+(\p{Lu}.*)$/u.exec(reference.replace(/\s+(?:về|V\/v)\s.*$|[\s.;,]+$/u, ''))?.[1] ?? ''
  );
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
  const agencies = findAgencies(plain);

  const block = label >= 0 ? plain.slice(label) : plain.slice(type >= 0 ? type + 1 : countAgencyLines(plain));
  const full = block.join('\n');
  const match = REFERENCE.exec(full);
  const reference = cleanText(extractReference(match));
  const above = (match ? full.slice(0, match.index) : full).split('\n').filter((line) => line !== '');
  const titleLines = above.length > 1 && isUnitName(above[0]!) ? above.slice(1) : above;
  if (label >= 0) titleLines[0] = (titleLines[0] ?? '').replace(ANNEX_LABEL, '');
  const title = extractTitle(titleLines, label < 0);

  return {
    issuer: extractIssuer(reference) || (agencies.at(-1) ?? ''),
    number: findDocumentNumber(reference) || findDocumentNumber(numberLine),
    date: findDocumentDate(reference) || findDocumentDate(dateLine),
    title: title || cleanText(plain[label] ?? plain[type] ?? ''),
    year: findDocumentYear(title) ?? findDocumentYear(headers.join(' ')),
  };
}

function countAgencyLines(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !isUpperCase(line) || ANNEX_LABEL.test(line));
  return end < 0 ? 0 : Math.min(end, 6);
}
