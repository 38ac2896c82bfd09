import { matchStart } from './alternate';
import type { Clause } from './clause';
import { hasAny, makeSet } from './senses';

/**
 * Words that a remark beside a claim begins with: what proves the work, what came of it, where it is kept, who took part,
 * what it cost. A clause that begins otherwise might leave something open.
 */
const REMARK_HEADS = [
  // What proves it.
  'có, kèm, đính kèm, file, tệp, link, xem, ảnh, hình, video, minh chứng, mc, biên bản, bb, chứng từ, hồ sơ, hs lưu, danh sách, phiếu, mã, mã số, số, tem, sổ, bản, phụ lục, quyết định, qđ, bc, báo cáo, kế hoạch, kh, công văn, cv, tb, thông báo số, nq, nghị quyết, tờ trình, hđ, hợp đồng, hóa đơn, căn cứ, theo, pdf, lưu, dán, treo, niêm yết, công khai, đăng',
  // What came of it.
  'kết quả, kết luận, đạt, trao, tặng, tổng, tổng số, tổng cộng, tỷ lệ, tỉ lệ, chất lượng, mọi, toàn, toàn bộ, tất cả, cả, đủ, đúng, khớp, hết, chạy, vượt, gồm, kể cả, bao gồm, trong đó, nhất, giải, đánh giá, xếp, sạch, tốt, an toàn, ổn định, không, cấp chứng nhận, cấp phường, cấp tỉnh, cấp thành phố, cấp trường, cây sống, mức đạt, người dân không, công dân không, phụ huynh đồng ý, vắng 0, hạn, hạn nộp, phụ huynh tra được',
  // Who, where, when, what for, and what it cost.
  'mang về, thu về, thầy làm, cô làm, chị làm, diễn tập, khóa, chuyển lưu, gửi các, sách đã, lập, mời, thăm, kẻ, phân loại, thiết kế, chống, do, tại, ở, với, cùng, từ, lúc, sáng, chiều, tối, hôm, tháng, tuần, kinh phí, tiền, chi, thành phần, mỗi, đại diện, người thực hiện, em, dạ, vâng, ok, kính, cảm ơn, trân trọng, cô phụ trách, cô theo dõi, thầy phụ trách, phụ trách, như trên, văn thư, xét nghiệm, mẫu nước',
].join(',');
const BEGINS_AS_REMARK = matchStart(REMARK_HEADS);

/** "412 HS tham gia", "20/11". */
const COUNTED = /^(?:\d|xx)/u;

/** What says nothing of how far the work is, whatever stands before or behind. */
const PLAIN = makeSet(
  'date',
  'subject',
  'neutral',
  'proof',
  'late',
  'early',
  'onTime',
  'full',
  'fully',
  'over',
  'now',
  'recent',
  'already',
  'yes',
  'authority',
  'office',
  'according',
  'and',
  'filler',
  'result',
  'concession',
  'past',
);
const ALREADY = /^(?:(?:đã|đều|cũng|được|hiện|da)\s+)+/iu;
/** What may stand before the word that says what a clause is about. */
const BEFORE_HEAD = makeSet('already', 'filler', 'subject');
/** Acts that a claim goes on with: "đã họp, ban hành nghị quyết". */
const GOES_ON = makeSet('act', 'fix', 'send', 'weak', 'repair');
/** What such an act must not have beside it: a time, which may be one to come. */
const TIMES = makeSet('condition', 'later', 'before');
/** "Kế hoạch đã ban hành, ra quân ngày 9/1": the paper is out, of the event only its day is given. */
const PAPER =
  /(?<!\p{L})(?:kế hoạch|kh|quyết định|qđ|thông báo|tb|giấy mời|công văn|cv|lịch|chương trình|phương án|thể lệ)(?!\p{L})/iu;
const TIME = /(?<!\p{L})(?:xxdate|vào|từ|học kỳ|hk|quý|tháng)(?!\p{L})/iu;
/** Who approves or praises what was done. */
const APPROVERS = makeSet('authority', 'office', 'leader', 'ht');
const APPROVES =
  /(?<!\p{L})(?:đã|khen|duyệt|ký|xác nhận|chấp nhận|công nhận|biểu dương|nhận|đạt|khen thưởng|da|nhan)(?!\p{L})/iu;
/** What a clause may hold whatever else it says: proof that is missing, and being early or late. */
const LEAVES_NOTHING = makeSet('proof', 'late', 'early');

const CLAIMS = makeSet('already', 'done', 'full', 'fully', 'over', 'send');

/** Whether a clause gives no more than the time of what a paper before it announces. */
export function isAnnounced({ text, senses }: Clause, before: readonly Clause[]): boolean {
  return (
    !hasAny(senses, CLAIMS) &&
    TIME.test(text) &&
    hasAny(senses, GOES_ON) &&
    before.some((clause) => PAPER.test(clause.text))
  );
}

/** Whether a clause beside a claim is of a kind that leaves nothing open. */
export function isRemark({ text: typed, senses }: Clause): boolean {
  const text = typed.replace(ALREADY, '');
  if (senses.every((sense) => PLAIN.has(sense)) || hasAny(senses, LEAVES_NOTHING)) return true;
  if (!/\s/u.test(text) || COUNTED.test(text) || BEGINS_AS_REMARK.test(text)) return true;
  const [head = 'other'] = senses.filter((sense) => !BEFORE_HEAD.has(sense));
  if (APPROVERS.has(head)) return APPROVES.test(typed);
  if (head === 'prep') return ALREADY.test(typed) || senses.includes('date');
  return GOES_ON.has(head) && !hasAny(senses, TIMES);
}
