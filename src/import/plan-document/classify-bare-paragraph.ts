import { findTimingPhrases } from './find-timing-phrases';

/** What a paragraph without a number below an item is: a task of its own, a part of the item, or either. */
type BareParagraph = 'item' | 'continuation' | 'unsure';

/** "Thời gian: …", "Đơn vị thực hiện: …": a detail of the item above. */
const LABELLED = /^[^.;:]{2,60}:/u;
/** Words that hang on the sentence before. */
const CONNECTIVE =
  /^(?:trong đó|cụ thể|đồng thời|qua đó|từ đó|theo đó|bên cạnh đó|ngoài ra|lưu ý|riêng|nội dung|kết quả|sản phẩm|hình thức|thành phần|địa điểm|mục đích|yêu cầu|việc này|công việc này|nội dung này|nhiệm vụ này|thời gian|thời hạn|hoàn thành|hạn|các nội dung|sau đó|kết thúc)(?=[\s,:]|$)/iu;
/** Who is to do it: "Giao Tổ văn phòng …", "Thư viện phối hợp …". */
const OWN_UNIT =
  /^(?:(?:giao|phân công|đề nghị|yêu cầu)\s+(?:cho\s+)?)?(?:các\s+)?(?:nhà trường|trường|hiệu trưởng|phó hiệu trưởng|ban giám hiệu|tổ|nhóm|khối|ban|bộ phận|phòng|thư viện|văn phòng|giáo viên|công đoàn|đoàn|chi đoàn|liên đội|kế toán|thủ quỹ|nhân viên|y tế|bảo vệ|chi bộ|tổng phụ trách)(?=\s)/iu;

const isSentence = (text: string): boolean => /^["“(]?\p{Lu}.*[.;]["”)]?$/su.test(text);

/** "Thường xuyên", "đột xuất" say no day. */
const VAGUE_TIMING = /^(?:định kỳ|đột xuất|thường xuyên)$/iu;

const hasOwnTiming = (text: string): boolean =>
  findTimingPhrases(text).some((phrase) => !VAGUE_TIMING.test(phrase));
const hasOwnUnit = (text: string): boolean => OWN_UNIT.test(text);

/**
 * Classifies a bare paragraph below an item by its form. A sentence with a timing or a unit of its own is a task
 * where the item above has one too; else it may as well say when the item is due or who does it: the clerk is asked.
 */
export function classifyBareParagraph(text: string, above: string): BareParagraph {
  if (!isSentence(text) || LABELLED.test(text) || CONNECTIVE.test(text)) return 'continuation';
  if (!hasOwnTiming(text) && !hasOwnUnit(text)) return 'continuation';
  const isAlike = [hasOwnTiming, hasOwnUnit].some((hasOwn) => hasOwn(text) && hasOwn(above));
  return isAlike && isSentence(above) ? 'item' : 'unsure';
}
