import { alternate, matchWords } from './alternate';

/** Those above the school who judge its work. */
const JUDGES = alternate(
  'ubnd, hđnd, đảng ủy, ủy ban, ủy ban nhân dân, phường, xã, tỉnh, thành phố, tp, huyện, quận, sở, phòng, gd, gdđt, gd&đt, đt, vhxh, vh-xh, vh - xh, văn hóa, xã hội, giáo dục, và, đào tạo, cấp trên, đoàn, đánh giá, kiểm tra, thanh tra, ngoài, chủ tịch, hội đồng, cơ quan, thẩm định, bộ, bhxh, công an, y tế, kho bạc, thuế, liên đoàn',
);
/** What they do with what a school has done. */
const JUDGING = alternate(
  'đánh giá tốt, đánh giá đạt, xếp loại, công nhận, phê duyệt, duyệt, tiếp nhận, tặng, khen, thẩm định, nghiệm thu, xác nhận, kiểm tra công nhận',
);
/** "Đã được UBND phường công nhận": who did it stands between. */
const PASSIVE = matchWords(
  String.raw`(${alternate('được')})(?:\s+(?:${JUDGES})){1,6}(?=\s+(?:${JUDGING})(?!\p{L}))`,
);
/** "Phường đã nghiệm thu": a judgement on what the school has done. */
const JUDGED = matchWords(
  String.raw`(?:(?:${JUDGES})\s+){1,6}(?:${alternate('đã')})(?=\s+(?:${alternate('nghiệm thu, công nhận, xác nhận hoàn thành')})(?!\p{L}))`,
);
/** "UBND xã đã phê duyệt tại QĐ số 212": the decision has been issued. */
const DECIDED = matchWords(
  String.raw`(?:(?:${JUDGES})\s+){0,6}(?:${alternate('đã, đã được, được')})\s+(?:${alternate('phê duyệt, công nhận, duyệt, kiểm tra công nhận, cấp phép, thành lập')})\s+(?:${alternate('tại, theo, bằng')})(?=\s+(?:${alternate('qđ, quyết định, nghị quyết')})(?!\p{L}))`,
);

/** "Hai nội dung đều hoàn thành", "cả A và B đều xong". */
const EACH = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?:(?:${alternate('cả, cả hai, cả ba')})(?:\s+(?!(?:${alternate('khối, lớp, tổ, quý, bước, đợt, điểm')})(?!\p{L}))[\p{L}\d]+){0,6}|(?:${alternate('hai, ba, bốn, năm')})\s+(?:${alternate('nội dung, việc, nhiệm vụ, lớp, tổ, khối, mục, điểm trường, hạng mục')}))\s+(?:${alternate('đều')})(?=\s+(?:${alternate('đã, xong, hoàn thành, nộp, đạt')})(?!\p{L}))`,
  'giu',
);
/** "Được gia hạn đến 30/6, đã nộp", "sau 2 lần gia hạn": an extension that is over. */
const USED_EXTENSION = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?:(?:${alternate('đã được, được, đã xin')})\s+(?:${alternate('gia hạn')})[^.,;\n]{0,30}?(?:,|\s(?:${alternate('và, nhưng')}))\s*(?=(?:${alternate('đã nộp, đã hoàn thành, đã xong, đã làm xong, đã tổ chức, đã gửi')})(?!\p{L}))|(?:${alternate('không cần, không phải, không xin')})\s+(?:${alternate('gia hạn')}))|(?<!\p{L})(?:${alternate('sau')})\s+\d+\s+(?:${alternate('lần gia hạn')})(?!\p{L})`,
  'giu',
);
/** "Chỉ tiêu 5, thực hiện 5": how much of how much. */
const TARGET_AND_RESULT = matchWords(
  String.raw`(?:${alternate('chỉ tiêu, chỉ tiêu giao, kế hoạch, kế hoạch giao, kh, được giao, giao')})\s*:?\s*(\d+)\s*(?:\p{L}+\s*){0,2}[,;/-]?\s*(?:${alternate('đã thực hiện, thực hiện, đạt, th, đã đạt, kết quả, làm được')}|(?:(?:${alternate('đã')})\s+)?(?:${alternate('trồng, viết, mở, mua, nghiệm thu, tuyển, nộp, thu, tổ chức, dạy, lắp, sửa, khám, tặng, xây, làm, hoàn thành')})(?:\s+(?:${alternate('được')}))?)\s*:?\s*(\d+)(?![\d%,.]*\s*%)`,
);
/** "Từ 75% nay đã đạt 100%". */
const FROM_PART_TO_ALL = matchWords(
  String.raw`(?:${alternate('từ')})\s+\d+\s*%(?:(?!(?:${alternate('phấn đấu, sẽ, dự kiến, quyết tâm, chưa, không')})(?!\p{L}))[^.;\n])*?\s+(?:${alternate('nay, đến nay, lên, nay lên')})\s+(?:(?:${alternate('đã đạt, đạt, đã')})\s+)?100(?=\s*%)`,
);
/** "Nộp đúng 31/3": a day that has come. */
const ON_THE_DAY = new RegExp(
  String.raw`^(?=(?:${alternate('nộp, gửi, kết thúc, tổ chức, bế giảng, khai giảng, hoàn thành, làm')})\s[^.,;\n]{0,20}(?:${alternate('đúng')})\s+(?:(?:${alternate('ngày')})\s+)?\d{1,2}/\d{1,2})|(?<=[.,;]\s*)(?=(?:${alternate('nộp, gửi')})\s+(?:${alternate('đúng')})\s+(?:(?:${alternate('ngày')})\s+)?\d{1,2}/\d{1,2})`,
  'giu',
);
/** "Lần 1 bị trả lại": an earlier time. */
const FIRST_FAILURE = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?:(?:${alternate('lần')})\s+(?:1|i|${alternate('đầu, một, thứ nhất')})(?=\s+(?:${alternate('bị, chưa, không, thiếu, sai')})(?!\p{L}))|(?=(?:${alternate('chưa, không')})\s+(?:${alternate('đạt, đủ, được')})\s+(?:(?:${alternate('ở, trong')})\s+)?(?:${alternate('lần đầu, lần 1')})(?!\p{L})))`,
  'giu',
);

/** "Đã phát động phong trào ngày 05/9": an act of one moment, where its day or its document is given. */
const EVENT_WITH_DATE = new RegExp(
  String.raw`(?<=(?:${alternate('đã')})\s+)(?:${alternate('phát động, khởi động, ra mắt')})(?=[^.;\n]*(?:${alternate('ngày, hôm, sáng, chiều')})?\s*\d{1,2}/\d{1,2})(?![^\n]*(?:${alternate('trước, đến, hạn, đang')})\s)`,
  'giu',
);
/** "Đã phân công giáo viên (QĐ số 21/QĐ-TH)": an order that is in force. */
const ORDER_WITH_DECISION = new RegExp(
  String.raw`(?<=(?:${alternate('đã')})\s+)(?:${alternate('phân công, giao nhiệm vụ, cử, lập tổ, lập nhóm, lập đội')})(?=[^;\n]*(?:${alternate('qđ, quyết định')})(?!\p{L}))(?![^\n]*(?:${alternate('trước, đến, hạn, đang, hoàn thành')})\s)(?:\s+(?:${alternate('xong')}))?`,
  'giu',
);

/** "Chuyển hồ sơ cho phường": to whom it belongs. */
const TRANSFER = matchWords(
  String.raw`(?:${alternate('chuyển')})(?=\s+(?:\d+\s+)?(?:${alternate('hồ sơ, báo cáo, văn bản, danh sách, học bạ')})\s+(?:(?:${alternate('hs, học sinh, lớp 5')})\s+)?(?:(?:${alternate('cho, về, lên, đến, sang')})\s+)?(?:${alternate('phường, phòng, xã, ubnd, sở, cấp trên, bhxh, kho bạc, trường, thcs, thpt')})(?!\p{L}))`,
);

function describeTarget(_: string, target: string, result: string): string {
  const reached = Number(result) > Number(target) ? target : result;
  return ` ${reached}/${target} nội dung `;
}

/** Restates what has been reached in words that the lexicon knows: approvals, all quarters, a target and its result. */
export function restateResults(text: string): string {
  return text
    .replace(TRANSFER, 'gửi')
    .replace(DECIDED, 'đã ban hành')
    .replace(PASSIVE, '$1')
    .replace(JUDGED, 'đã được')
    .replace(EACH, ' xxfull ')
    .replace(USED_EXTENSION, '')
    .replace(TARGET_AND_RESULT, describeTarget)
    .replace(FROM_PART_TO_ALL, 'nay đã đạt 100')
    .replace(ON_THE_DAY, 'đã ')
    .replace(FIRST_FAILURE, 'lúc đầu ')
    .replace(EVENT_WITH_DATE, 'tổ chức')
    .replace(ORDER_WITH_DECISION, 'tổ chức');
}
