import { cleanText, toMatchKey } from '../shared/text';
import { splitAnnexLabel } from './annex-label';

/** Words with which a title begins; keys. */
const TITLE_START =
  /^(?:ke hoach|quyet dinh|bao cao|chuong trinh|danh muc|danh sach|thong bao|to trinh|huong dan|de an|nghi quyet|chi thi|bang|bieu|lich|phan cong|phu luc|nhiem vu|noi dung|cong tac|cong viec|tien do|trien khai|thuc hien|ra soat|cap nhat|du toan|du kien|thoi khoa bieu|quy che|muc luc|tong hop|theo doi|giao viec|bo chi so)(?: |$)/;
const ANNEX_LABEL =
  /^(?:PHỤ\s*LỤC|Phụ\s*[Ll]ục)(?:\s*(?:số\s*|SỐ\s*)?(?:[IVXLC]+|\d{1,3}|[A-Z])(?![\p{L}\d]))?\s*[:.–-]?\s*(?=$|[\p{Lu}(])/u;
const DOCUMENT_TYPE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|CHƯƠNG TRÌNH|DANH MỤC|THÔNG BÁO|TỜ TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|NGHỊ QUYẾT|CHỈ THỊ|BẢNG .{3,60}|BIỂU .{0,60})$/u;
/** Where the prose of a plan begins after its title. */
const BODY_START =
  /^(?:căn cứ|xét|theo đề nghị|để |nhằm |trên cơ sở|[IVX]+[.)]|[A-H][.)]\s|\d+[.)]|điều\s+\d+\s*[.:]|(?:thực hiện|tiếp tục|triển khai)\s+(?:kế hoạch|quyết định|nghị quyết|công văn|chương trình|luật|nghị định|thông tư|chỉ thị|kết luận|đề án|văn bản)\s)/iu;
/** Says how the table is to be read, filled in or sent; stands around a title and is no part of it. */
const INSTRUCTION =
  /^[\s(*[-]*(?:kính gửi|đơn vị(?: tính| báo cáo| thực hiện| lập)?\s*:|đvt|đơn vị tính|người (?:lập|thực hiện|phụ trách|theo dõi)\s*:|cập nhật|ghi chú|lưu ý|chú (?:ý|thích)|nơi nhận|nơi gửi|thời gian\s*:|địa điểm\s*:|số lượng\s*:|hạn (?:gửi|nộp|báo cáo)|gửi (?:về|file|tệp|kèm)|(?:ban hành|đính|gửi)?\s*kèm(?: theo)?\s|ban hành (?:kèm|theo)|(?:theo|trích(?: từ)?|thực hiện theo)\s+(?:kế hoạch|quyết định|công văn|tờ trình|văn bản|thông báo|nghị quyết|chương trình)\s+(?:số|này)\s|áp dụng (?:từ|cho|đối với)|dùng (?:cho|để)|dành cho|hướng dẫn (?:điền|ghi|nhập|sử dụng|cách)|cách (?:điền|ghi|nhập)|(?:xin|vui lòng|đề nghị|yêu cầu)\s|không (?:thêm|sửa|xóa|xoá|bớt|thay đổi)|mẫu (?:số|biểu)|biểu mẫu|nguồn\s*:)/iu;
/** Who issues a decision, in capitals below its title. */
const AUTHORITY_LINE = /^(?:HIỆU TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|THỦ TRƯỞNG)(?:\s|$)/u;
/** "Kỳ báo cáo: …", "Ngày lập: …"; a topic is part of a title. */
const LABELLED_LINE =
  /^[\s(*[-]*(?![Cc]hủ (?:đề|điểm)|[Đđ]ợt|[Tt]háng|[Tt]uần|[Qq]uý)\p{Lu}[\p{Ll} ]{2,30}:\s*(?=\S)/u;

/** Returns true if a line names the annex: "PHỤ LỤC II", "Phụ lục". */
export const isAnnexLabel = (line: string): boolean => ANNEX_LABEL.test(line);

/** Returns true if a line is nothing but the type of the document: "KẾ HOẠCH". */
export const isDocumentType = (line: string): boolean => DOCUMENT_TYPE.test(line);

export const isTitleLine = (line: string): boolean =>
  isAnnexLabel(line) || isDocumentType(line) || TITLE_START.test(toMatchKey(line));

export const isUpperCase = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);

export const isBodyStart = (line: string): boolean => BODY_START.test(line);

/** Returns true for a sentence that leads to the table: "Nhà trường phân công nhiệm vụ như sau:". */
const isLeadIn = (line: string): boolean =>
  /(?:như sau|sau đây|dưới đây|cụ thể)\s*[:.]?$/iu.test(line) || (/:$/.test(line) && !isUpperCase(line));

/** Returns true for a line of prose: a sentence ends within it. */
const hasSentenceEnd = (line: string): boolean => /\p{Ll}{2}[.;]\s+\p{Lu}\p{Ll}/u.test(line);

const isInstruction = (line: string): boolean => INSTRUCTION.test(line) || LABELLED_LINE.test(line);

/** Returns true for lines that may stand above a title in capitals and are no part of it: advice, sentences. */
export const isAdvice = (line: string): boolean =>
  isInstruction(line) || (!isUpperCase(line) && /[.;!]\)?$/.test(line));

/**
 * Reads the title from the lines where it begins. The type of the document and the number of an annex belong to it;
 * it ends where instructions, a sentence that leads to the table or the prose of a plan begin.
 *
 * @param prose true where a plan may follow instead of a table
 */
export function readTitle(lines: readonly string[], prose: boolean): string {
  const start = lines.findIndex((line) => !isInstruction(line));
  const own = start < 0 ? [] : lines.slice(start);
  const end = own.findIndex(
    (line, index) =>
      (isBodyStart(line) && (prose || /[;:]$/.test(line))) ||
      (index > 0 &&
        (isInstruction(line) || isLeadIn(line) || hasSentenceEnd(line) || AUTHORITY_LINE.test(line))),
  );
  const text = cleanText((end < 0 ? own : own.slice(0, end)).join(' '));
  const { label, title } = splitAnnexLabel(text);
  return label === '' || title === '' ? title : text;
}
