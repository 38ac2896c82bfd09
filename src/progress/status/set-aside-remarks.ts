import { alternate, matchWords } from './alternate';

/** Somebody who is spoken to. */
const ADDRESSEES = alternate(
  'ubnd, hđnd, ủy ban, phường, xã, phòng, sở, gd, gdđt, gd&đt, đt, vhxh, vh-xh, vh, xh, văn hóa, xã hội, quận, huyện, tỉnh, cấp trên, anh, chị, anh chị, các anh chị, các bác, thầy, cô, thầy cô, quý, lãnh đạo, chuyên viên, bộ phận, tổng hợp, cơ quan, bạn, bác, bên, phía, em, admin',
);
/** What a reader is asked for that leaves nothing to do: to take note of what was done. */
const TAKING_NOTE = alternate(
  'ghi nhận, công nhận, xác nhận, đánh giá, kết thúc, đóng, tổng hợp, cập nhật, kiểm tra, xem, theo dõi, biết, lưu, tích, đánh dấu, chấm điểm, cho điểm, khen thưởng, tuyên dương, biểu dương, khen',
);
/** What makes such a wish a request. */
const REQUESTS = alternate(
  'lại, xét, trước, nghiệm thu, thẩm định, duyệt, phê duyệt, cấp, hỗ trợ, gia hạn, ý kiến, góp ý, thêm, hướng dẫn, tiếp',
);
/** "Kính đề nghị phường ghi nhận", "nhờ anh xác nhận giúp". */
const WISH = new RegExp(
  String.raw`(?<=(?:^|[.,;:!()\n–-]|(?:${alternate('xong, thành, tất, rồi, ạ, đủ, hạn')})|%|[\d/]{3,})\s*)(?:(?:${alternate('kính, rất, em, trường, kính mong, xin')})\s+)*(?:(?:${alternate('đề nghị, mong, nhờ, kính mong, mong được')})\s+(?:(?:${ADDRESSEES})\s+){0,6}|xin\s+(?:(?:${ADDRESSEES})\s+){1,6})(?:${TAKING_NOTE})(?:\s+(?:${alternate('và, rồi')})\s+(?:${TAKING_NOTE}))*(?![^.;\n]*(?<!\p{L})(?:${REQUESTS})(?!\p{L}))(?:\s+(?:${alternate('giúp, hộ, giùm, dùm, cho')}))?(?!\p{L})`,
  'giu',
);

/** Things of which none may be left. */
const REMAINDERS = alternate(
  'bản ghi, dữ liệu, việc, công việc, nội dung, hồ sơ, thủ tục, trường hợp, phần, phần việc, mục, lớp, tổ, em, học sinh, hs, khoản, đơn, đơn thư, văn bản, lỗi, kiến nghị, tồn tại, chỗ, hạng mục, ý kiến, nhiệm vụ, tiêu chí, đơn vị, giáo viên, gv, hộ, trẻ, phiếu, ai, người, bộ phận, khâu',
);
/** "Không còn gì phải làm", "không còn hồ sơ nào chưa số hóa", "không lớp nào chưa nộp". */
const NOTHING_LEFT = matchWords(
  String.raw`(?:${alternate('không còn, ko còn, không có')})\s+(?:(?:${alternate('gì')})\s+(?:${alternate('phải, cần, để, chưa')})|(?:${REMAINDERS})\s+(?:(?:${alternate('gì, nào')})\s+)?(?:${alternate('phải, chưa, còn, tồn, nợ, chồng chéo, bị, trùng, lỗi, sai, thiếu')}))[^.,;()\n]*|(?:${alternate('không')})\s+(?:${REMAINDERS})\s+(?:${alternate('nào')})\s+(?:${alternate('chưa, còn, thiếu, sót')})[^.,;()\n]*`,
);
const DIFFICULTIES = alternate(
  'khó khăn, vướng mắc, khó khăn vướng mắc, tồn tại, hạn chế, kiến nghị, đề xuất, phát sinh, ghi chú, lý do, ý kiến',
);
const NONE = alternate('không, không có, ko, k, 0');
/** "Khó khăn, vướng mắc: không", "ghi chú: không". */
const EMPTY_LABEL = matchWords(
  String.raw`(?:(?:${DIFFICULTIES})[\s,/-]*)+(?:khác\s*)?:\s*(?:${NONE})(?=\s*(?:$|[.,;)\n]))`,
);
/** "Không có khó khăn, vướng mắc, đề xuất": a negation of several. */
const NONE_OF_SEVERAL = matchWords(
  String.raw`(?:không có|ko có|khong co|không|không gặp)\s+(?:${DIFFICULTIES})(?:(?:\s*[,/]\s*|\s+(?:và|hay|va)\s+)(?:${DIFFICULTIES}))+(?:\s+(?:${alternate('gì, nào, gì khác, khác')}))?`,
);

/** What may come after the work is done: praise. */
const PRAISE = alternate(
  'khen thưởng, khen, tuyên dương, trao thưởng, trao giải, nhận giải, nhận thưởng, phát thưởng, giấy khen, bằng khen',
);
/** "Chờ khen thưởng", "sẽ rút kinh nghiệm cho năm sau": nothing of the work is left. */
const AFTERMATH = matchWords(
  String.raw`(?:(?:đang|còn)\s+)?(?:${alternate('chờ, đợi')})\s+(?:\p{L}+\s+){0,2}(?:${PRAISE})|(?:${alternate('sẽ')})\s+(?:${alternate('tiếp tục')}\s+)?(?:${alternate('rút kinh nghiệm, phát huy, duy trì, nhân rộng')})[^.,;\n]*`,
);
const REPAIRING = alternate('khắc phục, bổ sung, xử lý, giải quyết, sửa, hoàn thiện, nộp, nộp bù, thu');
const WHOLLY = alternate('xong, đủ, đầy đủ, hết, dứt điểm');
/** "Bổ sung đủ minh chứng còn thiếu", "khắc phục xong 5/5 kiến nghị chưa thực hiện của năm trước": what was repaired. */
const REPAIRED = new RegExp(
  String.raw`(?<=(?:${REPAIRING})\s+(?:${WHOLLY}|\d+/\d+)(?:\s+[\p{L}\d/]+){0,5}\s+)(?:(?:${alternate('còn tồn, còn nợ, còn lại')})(?=\s+(?:${alternate('của, từ, năm trước, kỳ trước, trước đây')})(?!\p{L}))|(?:${alternate('chưa')})\s+(?:${alternate('thực hiện, làm, khắc phục, hoàn thành, nộp, đạt, xong')})(?=\s+(?:${alternate('của, từ, năm trước, kỳ trước, trước đây')})(?!\p{L}))|(?<=(?:${REPAIRING})\s+(?:${WHOLLY})\s+)(?:${alternate('phần còn thiếu, các phần còn thiếu, phần thiếu, chỗ thiếu')})|(?<=(?:${alternate('phần, minh chứng, hồ sơ, chữ ký, giấy tờ, tài liệu, số liệu, ảnh, nội dung, mục, biểu, văn bản, chứng từ, sách, thiết bị, khoản, học phí')})\s+)(?:${alternate('còn')})\s+(?:${alternate('thiếu, tồn, nợ, lại, sót, tồn đọng')})(?=\s*(?:$|[.,;)])|\s+(?:${alternate('và, theo, của')})\s))(?!\p{L})`,
  'giu',
);

/** "Trường MN Sao Mai", "cô Mai": words of a name are no words of time. */
const NAMES =
  /(?<=(?<!\p{L})(?:[Tt]rường|[Mm]ầm non|[Mm]ẫu giáo|MN|MG|TH|THCS|THPT|[Tt]iểu học|[Cc]ô|[Tt]hầy|[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Đđ]\/c|[Đđ]ồng chí)\s+(?:(?:MN|MG|TH|THCS|THPT|[Mm]ầm non|[Tt]iểu học)\s+)?)(?:(?!(?:Đã|Hoàn|Xong|Chưa|Không|Đang|Sẽ|Nộp|Làm|Thực|Hiện|Còn|Mới|Sắp|Gần|Chờ)(?!\p{L}))\p{Lu}\p{Ll}+(?:\s+|(?=$|[.,;:)]))){1,4}/gu;

/** Sets aside what a status says to its reader, and what it says is not there: neither leaves anything to do. */
export function setAsideRemarks(text: string): string {
  return text
    .replace(NAMES, '')
    .replace(NONE_OF_SEVERAL, 'không có khó khăn')
    .replace(EMPTY_LABEL, ' ')
    .replace(REPAIRED, ' ')
    .replace(NOTHING_LEFT, ' ')
    .replace(WISH, ', ')
    .replace(AFTERMATH, ' ');
}
