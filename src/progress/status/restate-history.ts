import { alternate, matchWords } from './alternate';

/** What an authority answers to what it was sent. */
const APPROVED = alternate(
  'phê duyệt, duyệt, chấp nhận, chấp thuận, thông qua, công nhận, ký, ký duyệt, ký ban hành, xác nhận, nghiệm thu, đồng ý, tiếp nhận, nhận',
);
const UNSETTLED = String.raw`(?:${alternate('chưa, không, ko, k, chờ, đang, sẽ, mới, yêu, cần, phải, đợi, xin, hẹn')})(?!\p{L})`;
/** "Đã trình, được phê duyệt ngày 8/4": what was asked for has been given. */
const ASKED_AND_GIVEN = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?:(?:${alternate('đã')})\s+)?(?:${alternate('trình, trình ký, gửi, nộp, đề nghị, xin')})(?!\p{L})[^.,;\n]{0,40}(?:[,;]|\s(?=(?:${alternate('và')})\s))\s*(?:(?:${alternate('và, nay, đến nay')})\s+)?(?:(?:(?:${alternate('đã')})\s+)?(?:${alternate('được')})|(?:${alternate('ubnd, phường, xã, phòng, sở')})(?:[\s-]+(?!${UNSETTLED})\p{L}+){0,2}?(?:\s+(?:${alternate('đã')}))?)\s+(?:${APPROVED})(?!\s+(?:${alternate('mới, thì, sau, xong mới, rồi mới, là')})(?!\p{L}))(?!\s+(?:${alternate('chủ trương, về nguyên tắc, kinh phí')})(?!\p{L}))(?!\p{L})`,
  'giu',
);
/** "Phòng VH-XH đã duyệt ngày 17/3": approved on a day. */
const APPROVED_ON_DAY = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?:${alternate('ubnd, phường, xã, phòng, sở')})(?:[\s-]+(?!${UNSETTLED})\p{L}+){0,3}?\s+(?:${alternate('đã')})\s+(?:${APPROVED})(?=\s+(?:(?:${alternate('ngày, hôm')})\s+)?\d{1,2}[/.-]\d{1,2})`,
  'giu',
);

/** "Quá hạn 5 ngày mới nộp xong": late, and done. */
const ONLY_LATE = new RegExp(
  String.raw`(?<=^(?:\p{L}+\s+){0,3}(?:${alternate('quá hạn, trễ, trễ hạn, chậm, muộn')})(?:\s+[\p{L}\d]+){0,4}\s+)(?:${alternate('mới')})(?=\s+(?:\p{L}+\s+){0,3}?(?:${alternate('xong, hoàn thành, nộp, đủ, gửi')})(?!\p{L}))`,
  'giu',
);

/** "Hồ sơ bị trả 2 lần", "hoãn 1 lần", "hôm 1/4 mới 50%": how it was before what stands behind the comma. */
const BEFORE_LAST_ATTEMPT = new RegExp(
  String.raw`^(?:[^.,;\n]*(?:${alternate('bị trả, bị trả lại, trả lại, hoãn, bị hoãn, trượt, không đạt, chưa đạt')})\s+(?:\d+|${alternate('một, hai, ba, mấy, vài')})\s+(?:${alternate('lần')})|(?:${alternate('hôm, ngày, tháng, đến')})\s+\d[\d/.-]*\s+(?:${alternate('mới, chỉ')})\s+[^.,;\n]*)(?=\s*[,;.]\s*(?:${alternate('lần, nay, hôm nay, đến nay, giờ, bây giờ, sau đó, cuối cùng, tổ chức lại, làm lại, thi lại, đến')}))`,
  'giu',
);
/** "Lần 3 đã được chấp nhận", "tổ chức lại 2/6", "kiểm tra lại 16/4 đạt": the attempt that brought it. */
const SECOND_TRY = new RegExp(
  String.raw`(?<=[,;.]\s*)(?:(?:${alternate('đã')})\s+)?(?:${alternate('tổ chức, kiểm tra, phúc tra, thi, chấm, làm, đánh giá, thẩm định, nghiệm thu')})\s+(?:${alternate('lại, bù')})(?=[^.,;\n]*\s(?:${alternate('đạt, xong, thành công, hoàn thành')})\s*(?:$|[.,;]))`,
  'giu',
);

const FIXING = alternate(
  'khắc phục, xử lý, giải quyết, sửa, sửa chữa, bổ sung, hoàn thiện, tháo gỡ, gỡ, gỡ bỏ, dỡ, thu hồi, thanh lý, loại bỏ, đính chính, chấn chỉnh, nộp bù, ký bù, điều chỉnh',
);
/** "Đã xử lý dứt điểm các lỗi chưa đạt nêu trong kết luận": what was put right, however it is described. */
const PUT_RIGHT = new RegExp(
  String.raw`(?<=(?:${FIXING})\s+(?:${alternate('xong, dứt điểm, hết, triệt để, toàn bộ, đầy đủ, đủ')})\s+)(?:(?:${alternate('các, những, mọi, toàn bộ')}|\d+(?:/\d+)?)\s+)?(?:\p{L}+\s+){1,2}(?:${alternate('chưa đạt, còn thiếu, còn sai, chưa đúng, còn tồn tại, chưa phù hợp, chưa khớp, bị trả lại, bị lỗi, bị sai, sai, thiếu')})(?=\s+(?:${alternate('nêu, trong, theo, của, từ, mà')})(?!\p{L}))`,
  'giu',
);
/** "Thiếu chữ ký đã ký bù": what was made up for. */
const MADE_UP = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?:${alternate('thiếu, còn thiếu, sót, nợ')})\s+(?:\p{L}+\s+){1,4}?(?=(?:${alternate('đã')})\s+(?:\p{L}+\s+)?(?:${alternate('bù, bổ sung, đủ, xong')})(?!\p{L}))`,
  'giu',
);
/** "Đôn đốc nhiều lần, tất cả đã nộp". */
const URGED = new RegExp(
  String.raw`(?<=^|[.;]\s*)(?:(?:${alternate('đã, phải')})\s+)?(?:${alternate('nhắc, nhắc nhở, đôn đốc, hối thúc')})\s+(?:\d+|${alternate('nhiều, mấy, vài')})\s+(?:${alternate('lần')})\s*,\s*(?=[^.;\n]*(?:${alternate('đã, xong, hoàn thành')})(?!\p{L}))`,
  'giu',
);
/** "Thay bài mới xong": a new one. */
const NEW_ONE = new RegExp(
  String.raw`(?<=(?:${alternate('thay, mua, lắp, xây, làm, đăng, cấp, đổi')})\s+(?:\p{L}+\s+){1,3})(?:${alternate('mới')})\s+(?=(?:${alternate('xong')})(?!\p{L}))`,
  'giu',
);

/** "Năm sau sẽ làm sớm hơn", "tuần sau liên hoan": what comes after the work. */
const NEXT_TIME = matchWords(
  String.raw`(?<=[.,;]\s*)(?:(?:${alternate('năm sau, năm học sau, năm tới, sang năm, lần sau, kỳ sau, đợt sau')})\s+(?!(?:[^.,;\n]*(?:${alternate('tiếp, nốt, còn, phần, mới, chuyển')})(?!\p{L})))[^.,;\n]*|(?:(?:${alternate('tuần sau, tháng sau, mai, sẽ, cuối tuần, chuẩn bị')})\s+){1,2}(?:${alternate('liên hoan, mừng công, ăn mừng, khen thưởng, tuyên dương, trao thưởng, rút kinh nghiệm')})[^.,;\n]*)`,
);

/** "Giao 10 SKKN, nộp và công nhận 10": as many as were asked for. */
const ASKED_AND_REACHED = new RegExp(
  String.raw`(?<=^|:\s*)(?:${alternate('giao, được giao, kế hoạch, kh, chỉ tiêu, đăng ký, yêu cầu, nộp, có, tổng số')})\s+(\d+)(?:\s+[\p{L}\s]{1,30})?,\s*(?:(?:${alternate('đã')})\s+)?(?!(?:${alternate('mới, chưa, còn, sẽ, chỉ')})(?!\p{L}))[\p{L}\s]{1,30}\s\1(?=\s*(?:$|[.,;]))`,
  'giu',
);
const PRIZE = alternate('giải, huy chương, hcv, hcb, hcđ');
const RANK = alternate('nhất, nhì, ba, kk, khuyến khích, vàng, bạc, đồng, toàn đoàn');
/** "02 giải Nhất, 05 giải Ba": what a contest brought is over. */
const PRIZES = new RegExp(
  String.raw`(?:(?<=^|[.,;:]\s*)(?:(?:${alternate('đạt, giành, được, đoạt, có')})\s+)?(?:\d+\s+(?:${PRIZE})|(?:${PRIZE})(?=\s+(?:${RANK})(?!\p{L})))|(?<!\p{L})(?:giành|đoạt)\s+(?:được\s+)?(?:${PRIZE}|${alternate('cờ')}))(?:\s+(?:${RANK}))?(?!\p{L})`,
  'giu',
);

/** "Chữ ký số đã gia hạn đến 2028": what is renewed, not put off. */
const RENEWED = new RegExp(
  String.raw`(?<=(?:${alternate('chữ ký số, tên miền, hợp đồng, giấy phép, thẻ, bảo hiểm, phần mềm, bản quyền, hosting, chứng thư, chứng thư số, giấy chứng nhận, tài khoản, dịch vụ')})(?:\s+\p{L}+){0,4}\s+(?:${alternate('đã, được, đã được')})\s+)(?:${alternate('gia hạn')})(?!\p{L})`,
  'giu',
);
/** "Trạng thái: Đã tiếp nhận", "hệ thống báo thành công". */
const SYSTEM_STATUS = matchWords(
  String.raw`(?:${alternate('trạng thái, hệ thống báo, phần mềm báo, hệ thống đã, hệ thống hiện, cổng báo')})[\s:"“'-]*(?:(?:${alternate('là, đã, được')})\s+)*(?:${alternate('tiếp nhận, duyệt, nhận, xác nhận, thành công, phê duyệt, hoàn thành, hoàn tất, ghi nhận, đồng bộ, khóa, chốt')})`,
);
/** "Hôm nay xong nốt mục cuối": the rest of it. */
const THE_REST = new RegExp(
  String.raw`^(?![^\n]*(?<!\p{L})(?:${alternate('sẽ, mai, chờ, dự kiến, tuần sau, đang, phải, cần, để, chưa, phấn đấu, tuần tới, ngày mai, tháng sau')})(?!\p{L}))[^\n]*(?<!\p{L})(?:${alternate('xong nốt, đã làm nốt, đã nộp nốt, làm xong nốt, nộp xong nốt, hoàn thành nốt, đã xong nốt')})(?!\p{L})`,
  'giu',
);
/** "Đã trình lãnh đạo ký và phát hành". */
const SIGNED_AND_ISSUED = matchWords(
  String.raw`(?:${alternate('đã')})\s+(?:${alternate('trình')})\s+(?:\p{L}+\s+){0,4}(?:${alternate('ký, duyệt, phê duyệt')})\s+(?:(?:${alternate('và, rồi')})\s+)(?:${alternate('phát hành, ban hành, gửi đi')})`,
);

/** "Quá hạn 5 ngày". */
const LATE_BY = matchWords(
  String.raw`(?:${alternate('quá hạn, trễ, trễ hạn, chậm, muộn, chậm trễ')})\s+(?:(?:${alternate('mất, khoảng, tới')})\s+)?\d+\s+(?:${alternate('ngày, hôm, tuần, tháng, buổi, bữa, giờ')})(?!\s+\d)`,
);
/** "Năm học 23-24 đã làm rồi": which year is not this one's. */
const LAST_YEARS = new RegExp(
  String.raw`^(?=(?:${alternate('năm học, năm')})\s+\d\d(?:\d\d)?\s*[-–/]\s*\d\d(?:\d\d)?\s+(?:(?:${alternate('trường, nhà trường')})\s+)?(?:${alternate('đã, làm, có làm')})(?!\p{L}))`,
  'giu',
);
/** "Cho 3 HS bị tai nạn": for whom it was done. */
const STRUCK_BY = new RegExp(
  String.raw`(?<=(?:${alternate('em, hs, học sinh, trẻ, gv, giáo viên, hộ, gia đình, đồng bào, trường, nhà, vùng')})\s+(?:\p{L}+\s+){0,2})(?:${alternate('bị, gặp')})\s+(?:${alternate('tai nạn, ốm, bệnh, bão, lũ, ngập, hoạn nạn, thiên tai, khuyết tật, cháy, thiệt hại, rủi ro')})(?!\p{L})`,
  'giu',
);

/** "Lùi 1 tuần, đã tổ chức". */
const PUT_OFF_BY = new RegExp(
  String.raw`^[^.,;\n]*(?<!\p{L})(?:${alternate('lùi, hoãn, dời, chậm, nghỉ')})\s+(?:(?:${alternate('lại')})\s+)?\d+\s+(?:${alternate('ngày, tuần, tháng, buổi, hôm')})\s*[,;.]\s*(?=(?:${alternate('đã, nay đã, sau đó đã')})\s+(?:${alternate('tổ chức, hoàn thành, xong, nộp, làm xong, thực hiện, diễn ra')})(?!\p{L}))`,
  'giu',
);
/** "Ban đầu thiếu kinh phí, sau vận động được nên đã làm xong". */
const AND_THEN = new RegExp(
  String.raw`(?<=^(?:${alternate('ban đầu, lúc đầu, mới đầu, thoạt đầu')})\s[^.,;\n]*[,;]\s*)(?:${alternate('sau')})(?!\s+(?:${alternate('khi, đó, này')}))(?=[^.,;\n]*\s(?:${alternate('đã, xong')})(?!\p{L}))`,
  'giu',
);
/** "Theo biên bản 15/6 thì trường đã hoàn thành". */
const BY_PAPER = new RegExp(
  String.raw`(?<=^(?:${alternate('theo')})\s+(?:${alternate('biên bản, báo cáo, kết luận, quyết định, thông báo, xác nhận')})[^.,;\n]*\s)(?:${alternate('thì')})(?=\s)`,
  'giu',
);
/** "Đều được nghiệm thu": judged, and found good. */
const JUDGED_WELL = new RegExp(
  String.raw`(?<=(?:^|[.,;]\s*)(?:(?:${alternate('đều, tất cả, cả')})\s+(?:\p{L}+\s+){0,2}?)?)(?=(?:${alternate('được')})\s+(?:${alternate('nghiệm thu, công nhận, khen, khen thưởng, tặng giấy khen, tặng bằng khen, tặng cờ, chấp nhận, xếp loại, biểu dương, tuyên dương')})(?!\p{L})(?![^.,;\n]*(?<!\p{L})(?:${alternate('sau, khi, nếu, thì, mới')})(?!\p{L})))`,
  'giu',
);
/** "Gửi đi nạp", "gửi đi sửa": it has not come back. */
const SENT_OFF = matchWords(
  String.raw`(?:${alternate('gửi, đem, mang, đưa')})\s+(?:${alternate('đi')})(?=\s+(?:${alternate('nạp, sửa, bảo hành, kiểm định, in, giám định, bảo dưỡng, xét nghiệm, đóng, photo, hàn')})(?!\p{L}))`,
);
/** "Chuyển xong tiền hỗ trợ". */
const MONEY_PAID = matchWords(
  String.raw`(?:${alternate('chuyển')})(?=\s+(?:(?:${alternate('xong, đủ, hết')})\s+)?(?:${alternate('tiền, kinh phí, học bổng, lương, chế độ, trợ cấp, quà')})(?!\s+(?:${alternate('cọc, tạm ứng, đặt cọc, ứng')}))(?!\p{L}))`,
);
/** "Sửa xong 6 phòng". */
const REPAIRED_WHOLLY = matchWords(
  String.raw`(?:${alternate('sửa, sửa lại')})(?=\s+(?:${alternate('xong')})(?!\s+(?:${alternate('gửi, nộp, mới, thì, sẽ, trình, chờ, rồi')})(?!\p{L}))(?!\p{L}))`,
);

/** "Đã ban hành và triển khai đến từng tổ": carried to everybody. */
const CARRIED_TO_ALL = new RegExp(
  String.raw`(?<=(?:${alternate('đã')})\s[^.,;\n]*\s(?:${alternate('và')})\s)(?:${alternate('triển khai')})(?:\s+${alternate('thực hiện')})?(?=\s+(?:${alternate('đến, tới, cho')})\s+(?:${alternate('từng, toàn, toàn thể, tất cả, các, mọi, cán bộ, giáo viên, gv, cbgv, viên chức, phụ huynh, học sinh, 100')})(?!\p{L}))`,
  'giu',
);
/** "Mọi đơn thư (02 đơn) đều": how many. */
const COUNT_IN_BRACKETS = /(?<=\p{L}\s*)\(\s*\d+\s+(?:\p{L}+\s*){1,2}\)(?=\s*(?:đều|đã|được)(?!\p{L}))/giu;

/** "Đã có QĐ phê duyệt 345 ngày 2/3". */
const DECISION_GIVEN = matchWords(
  String.raw`(?:${alternate('đã có')})\s+(?:${alternate('qđ, quyết định, nghị quyết')})\s+(?:${alternate('phê duyệt, công nhận, thành lập, ban hành, bổ nhiệm, khen thưởng')})(?=[^.,;\n]*\d)`,
);
/** "Trường xếp thứ 2", "kết quả đánh giá ngoài: đạt mức 2". */
const RANKED = matchWords(String.raw`(?:${alternate('xếp thứ, xếp hạng, đứng thứ')})\s+\d+`);
const RESULT_REACHED = matchWords(
  String.raw`(?:${alternate('kết quả')})[^:.,;\n]{0,30}:\s*(?:${alternate('đạt')})\s+(?:${alternate('mức, cấp, cấp độ, mức độ, chuẩn, loại')})`,
);
/** "Mức độ: hoàn thành tốt". */
const OWN_MARK = new RegExp(
  String.raw`^(?:${alternate('mức độ, mức, xếp loại, tự xếp loại, đánh giá, tự đánh giá, mức độ hoàn thành')})\s*:\s*(?=(?:${alternate('hoàn thành')})(?:\s+(?:${alternate('tốt, xuất sắc, nhiệm vụ, tốt nhiệm vụ')}))?\s*$)`,
  'giu',
);
/** "Nộp sớm 5 ngày": a measured lead. */
const EARLY_BY = new RegExp(
  String.raw`(?<=^|[.,;]\s*)(?=(?:${alternate('nộp, gửi, làm, tổ chức, báo cáo')})(?:\s+(?!(?:${alternate('chưa, sẽ, phải, xin, cho, bị, cần, để')})\s)\p{L}+){0,4}\s+(?:${alternate('sớm, trước hạn, sớm hơn, trễ, chậm, muộn')})(?:\s+(?:${alternate('hạn')}))?\s+\d+\s+(?:${alternate('ngày, tuần, hôm, bữa')})(?!\p{L})(?![^.;\n]*(?<!\p{L})(?:${alternate('thì, nếu, sẽ, được cộng, là')})(?!\p{L})))`,
  'giu',
);
/** "Phường hồi âm: đã nhận đủ". */
const RECEIVED_IN_FULL = matchWords(
  String.raw`(?:${alternate('phường, phòng, xã, ubnd, sở')})(?:\s+(?!${UNSETTLED})\p{L}+){0,3}?\s+(?:${alternate('hồi âm, trả lời, nhắn, báo, xác nhận, phản hồi')})[\s:"“”']*(?:(?:${alternate('là, đã')})\s+)*(?:${alternate('nhận đủ, đủ rồi, hợp lệ, hồ sơ hợp lệ, hồ sơ đạt, hồ sơ đủ')})`,
);
/** "Đã bổ sung 4/5 và được duyệt". */
const AMENDED_AND_APPROVED = matchWords(
  String.raw`(?:(?:${alternate('đã')})\s+)?(?:${alternate('bổ sung, chỉnh sửa, sửa, hoàn thiện, làm lại, giải trình')})[^.,;\n]{0,25}?(?:,|\s(?:${alternate('và')}))\s+(?:(?:${alternate('đã')})\s+)?(?:${alternate('được')})\s+(?:${alternate('duyệt, chấp nhận, phê duyệt, thông qua, nhận')})`,
);

/** Restates how the work came to be done: attempts that failed, delays, what was asked for and given. */
export function restateHistory(text: string): string {
  return text
    .replace(DECISION_GIVEN, 'đã ban hành')
    .replace(RANKED, 'xếp thứ nhất')
    .replace(RESULT_REACHED, 'đã hoàn thành')
    .replace(OWN_MARK, '')
    .replace(EARLY_BY, 'đã ')
    .replace(RECEIVED_IN_FULL, 'đã nộp đủ')
    .replace(AMENDED_AND_APPROVED, 'đã nộp lại')
    .replace(CARRIED_TO_ALL, 'phổ biến')
    .replace(COUNT_IN_BRACKETS, '')
    .replace(PUT_OFF_BY, '')
    .replace(AND_THEN, 'sau đó')
    .replace(BY_PAPER, '')
    .replace(SENT_OFF, 'đang chờ ')
    .replace(MONEY_PAID, 'chi trả')
    .replace(REPAIRED_WHOLLY, 'khắc phục')
    .replace(JUDGED_WELL, 'đã ')
    .replace(ASKED_AND_REACHED, ' đã hoàn thành ')
    .replace(RENEWED, 'nâng cấp')
    .replace(SYSTEM_STATUS, 'đã hoàn thành')
    .replace(THE_REST, 'đã hoàn thành')
    .replace(SIGNED_AND_ISSUED, 'đã ban hành')
    .replace(ASKED_AND_GIVEN, 'đã ban hành')
    .replace(APPROVED_ON_DAY, 'đã ban hành')
    .replace(ONLY_LATE, '')
    .replace(BEFORE_LAST_ATTEMPT, '')
    .replace(SECOND_TRY, 'đã tổ chức')
    .replace(PUT_RIGHT, '')
    .replace(MADE_UP, '')
    .replace(URGED, '')
    .replace(NEW_ONE, '')
    .replace(NEXT_TIME, '')
    .replace(PRIZES, ', đạt giải ,')
    .replace(LATE_BY, 'trễ hạn')
    .replace(LAST_YEARS, 'năm ngoái ')
    .replace(STRUCK_BY, ' ');
}
