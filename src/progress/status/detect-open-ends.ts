import { alternate, matchWords } from './alternate';

/** What comes before an event: a paper that says when it will be. */
const PLANS = alternate(
  'kế hoạch, kh, kế hoạch số, quyết định, qđ, thông báo, tb, thể lệ, giấy mời, thư mời, công văn, cv, lịch, chương trình, kịch bản, phương án, điều lệ, thư ngỏ, tờ trình',
);
/** Verbs of events; "áp dụng từ 1/1" is none: what is in force is done. */
const EVENTS = alternate(
  'diễn ra, tổ chức, bắt đầu, khởi hành, thực hiện, tiến hành, triển khai, khai mạc, bế mạc, họp, thi, ra quân, chung kết, vòng chung kết, sơ khảo, kiểm kê, kiểm tra, khám, tiêm, tập huấn, nhận hồ sơ, thu hồ sơ, bàn giao, nghiệm thu, khởi công, học, dạy, đi, xuất phát, mở lớp, tổng kết, trao giải, bầu, bỏ phiếu, lấy phiếu, thu tiền, phát, trồng, dọn, ra mắt, chấm',
);
/** Words by which a clause says that its event is over. */
const HAPPENED = alternate(
  'đã, xong, rồi, hoàn thành, hoàn tất, thành công, kết thúc, đạt, đủ, hết, tham gia, tham dự, dự, tốt đẹp, có, đều, ảnh, biên bản, đúng, kèm, lưu, hôm qua, vừa, qua, được',
);
const DAY = String.raw`(?:\d{1,2}\s?[/.-]\s?\d{1,2}|(?:ngày|tháng|thang|ngay)\s+\d{1,2}|(?:học kỳ|hk|kỳ|quý|hoc ky|quy)\s*(?:[ivx]+|\d)(?!\p{L}))`;
/** "KH 118 đã ban hành; hoạt động diễn ra ngày 15/4": the paper is out, of the event only its day is given. */
const EVENT_ON_PAPER = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${PLANS})(?!\p{L})[^.,;\n]{0,40}(?:${alternate('đã')})|(?:${alternate('đã')})\s[^.,;\n]{0,40}(?<!\p{L})(?:${PLANS}))(?!\p{L})[^.,;\n]{0,60}[.,;]\s*(?![^.;\n]{0,120}(?<!\p{L})(?:${HAPPENED})(?!\p{L}))(?:[^.,;\n]{0,60}(?<!\p{L}))?(?:${EVENTS})(?!\p{L})[^.,;\n]{0,25}${DAY}[^.,;\n]*(?=$|[.,;\n])`,
  'giu',
);

/** "Chưa thấy trả về", "chưa nhận được bản đóng dấu": what was handed over has not come back. */
const NOT_BACK = matchWords(
  String.raw`(?:${alternate('chưa, chưa thấy, không thấy, chưa được, chưa nhận, không nhận được')})\s+(?:[\p{L}\d]+\s+){0,4}?(?:${alternate('trả, trả về, trả lại, gửi lại, gửi về, mang về, đưa về, lấy về, nhận lại, lấy lại, quay lại, về')})(?!\s+(?:${alternate('vướng mắc, khó khăn, sai sót, lỗi, việc')})(?!\p{L}))|(?:${alternate('chưa nhận, chưa nhận được, chưa lấy, chưa lấy được')})\s+(?:${alternate('bản đóng dấu, bản ký, bản chính, bản gốc, dấu, hàng, sách, máy, giấy phép, kết quả')})`,
);

/** "Rồi để đó", "dọn kho lấy chỗ kê máy", "đo phòng để đặt rèm": for what is still to come. */
const PUT_BY = matchWords(
  String.raw`(?:${alternate('để đó, để đấy, để sẵn, bỏ đó, xếp đó, lấy chỗ, lấy mặt bằng')})`,
);
const PURPOSE = matchWords(
  String.raw`(?<=(?:${alternate('đã')})\s[^.,;\n]*\s)(?:${alternate('để')})\s+(?:${alternate('đặt, kê, gắn, treo, trồng, xin, lắp, đổ, sơn, quét, dựng, bầu, bình xét, xét, họp, in, may, nộp, gửi, trình, ký, duyệt, mở, dạy, thi, chọn, đi, mời, thuê, kiểm tra, khảo sát, thu, chi, nhập, viết, soạn, lập, cải tạo, nâng cấp, thay, đào, bàn, thảo luận, lấy ý kiến, chờ')})`,
);
/** "Kéo dây tới cửa", "chở bàn ghế về": the thing is there, no more. */
const BROUGHT = matchWords(
  String.raw`(?:${alternate('tới, đến')})\s+(?:${alternate('cửa, cổng, ngoài cổng, chân, gần')})|(?:${alternate('chở, đưa, mang, đem, khiêng, vận chuyển, mua, nhập, lấy')})\s+(?:[\p{L}\d]+\s+){0,4}?(?:${alternate('về')})(?=\s*(?:$|[.,;]))`,
);
/** "Lắp sau tết", "hè làm". */
const AFTER_FEAST = new RegExp(
  String.raw`[.,;]\s*(?!(?:[^.,;\n]*\s)?(?:${alternate('đã, xong, rồi')})(?!\p{L}))(?:[\p{L}\d]+\s+){1,4}(?:${alternate('sau, qua, ra, đầu, cuối')})\s+(?:${alternate('tết, lễ, hè, noel, giêng, khai giảng, mùa mưa, thi')})(?!\p{L})`,
  'giu',
);
/** "Cho thợ tới coi mái": a look at it. */
const LOOKED_AT = matchWords(
  String.raw`(?:${alternate('tới, đến, qua, lên, ghé, vào, xuống')})\s+(?:${alternate('coi, xem, ngó, đo, khảo sát, báo giá, hỏi, nhìn')})`,
);

/** "3 lớp đầu", "buổi đầu tiên": so far. */
const FIRST_OF_MORE = matchWords(
  String.raw`(?:\d+|${alternate('mấy, vài, hai, ba, các')})\s+(?:${alternate('lớp, tổ, khối, buổi, tuần, đợt, bài, phòng, hộ, em, mục, chương, tiết, bước, tháng, nội dung')})\s+(?:${alternate('đầu, đầu tiên')})(?!\s+(?:${alternate('năm, học kỳ, kỳ, cấp, đời, giờ, tuần, tháng, buổi, khóa')})(?!\p{L}))`,
);
/** "Thay xong dãy A", "đã nhập điểm khối 6": what was done to one of several. */
const ONE_BLOCK = new RegExp(
  String.raw`(?<=(?:${alternate('đã')})\s(?:(?!(?:${alternate('cho, với, của, tại, ở, học sinh, hs, cùng')})\s)[\p{L}\d]+\s){1,2}|(?:${alternate('xong')})\s)(?:${alternate('khối, dãy, tầng, khu, tòa, dãy nhà, khu nhà')})\s+(?:\d{1,2}|[a-hA-H])(?=\s*(?:$|[.,;]))`,
  'giu',
);
/** "Của năm học trước", "báo cáo quý trước": of another period. */
const OF_EARLIER_PERIOD = matchWords(
  String.raw`(?:(?<=^(?:\p{L}+\s+){0,4})(?:${alternate('của')})|(?:${alternate('báo cáo, số liệu, hồ sơ')}))\s+(?:${alternate('năm học, năm, quý, kỳ, học kỳ, đợt, khóa')})\s+(?:${alternate('trước, ngoái, cũ')})(?=\s*(?:$|[.,;]))`,
);
/** "Trạm y tế đã gửi lịch tiêm cho trường": what the school was sent. */
const SENT_TO_SCHOOL = matchWords(
  String.raw`(?<=^(?!(?:${alternate('trường, nhà trường, bgh, ht, kế toán, văn thư, tổ, gv, cô, thầy')})\s)(?:\p{L}+\s+){1,5})(?:${alternate('đã')})\s+(?:${alternate('gửi, chuyển, báo, thông báo, phát, nhắn, gởi')})\s+[^.,;\n]*(?:${alternate('cho, về, tới, đến, xuống')})\s+(?:${alternate('trường, nhà trường, trường em, trường mình, đơn vị')})(?=\s*(?:$|[.,;]))`,
);

/** "Mai phát", "sang xuân lát gạch", "bầu lại vào thứ sáu": the rest has a time of its own. */
const REST_LATER = new RegExp(
  String.raw`[.,;]\s*(?![^.,;\n]*(?<!\p{L})(?:${alternate('đã, xong, rồi')})(?!\p{L}))(?:(?:mai|mốt|sang|${alternate('ra giêng, ra năm, qua năm, bữa sau, hôm sau')})\s+(?!số\s|tên\s|tay\s|bên\s|cho\s)\p{L}+|(?:\p{L}+\s+){1,3}(?:lại|bù)\s+vào\s)`,
  'giu',
);
/** "Để dành trao dịp tết", "cho thợ vào làm": before the work itself. */
const BEFORE_WORK = matchWords(
  String.raw`(?:${alternate('để dành, cất sẵn, chờ sẵn')})|(?:${alternate('cho thợ, gọi thợ, kêu thợ, hẹn thợ, mời thợ')})`,
);
/** "Thợ nghỉ từ hôm qua", "cô Lài nghỉ sinh", "thợ bận": nobody is at work. */
const NOBODY_THERE = new RegExp(
  String.raw`[.,;]\s*(?:${alternate('thợ, đội thợ, nhà thầu, cô, thầy, anh, chị, người làm, kế toán, văn thư')})\s+(?:\p{L}+\s+){0,2}?(?:${alternate('nghỉ, bận, ốm, bệnh, về quê, đi vắng, bỏ về, bỏ đi, hẹn')})(?!\p{L})`,
  'giu',
);
/** "Xịt thuốc một bên", "xong cái bìa", "mục B bỏ trống". */
const ONE_SIDE = matchWords(
  String.raw`(?:một|1)\s+(?:${alternate('bên, mặt, đầu, góc, phía, khúc, đoạn, mảng, dãy')})(?=\s*(?:$|[.,;]|của\s))|xong\s+(?:${alternate('cái, bìa, trang bìa, mục lục, chương, bài, biểu, phụ lục, trang')})\s+[\p{L}\d]+(?=\s*(?:$|[.,;]))|(?<!(?:không|ko)\s)(?:${alternate('bỏ trống, để trống, còn trắng, trắng trơn')})`,
);
/** "Cho khối 1, khối 2": some of several. */
const SOME_CLASSES = new RegExp(
  String.raw`^(?!.*(?<!\p{L})(?:${alternate('toàn bộ, tất cả, cả, đều, hết, đủ, xong')})(?!\p{L})).*(?<!\p{L})(?:khối|lớp|tổ)\s+(?:\d+\p{L}?)(?:\s*,\s*(?:và\s+)?(?:khối|lớp|tổ)\s+\d+\p{L}?)+(?=\s*(?:$|[.;]))`,
  'iu',
);
/** "Nộp lộn sang phòng kinh tế". */
const MISTAKEN = matchWords(
  String.raw`(?:${alternate('nộp, gửi, đóng, phát, in, trao, nhập, điền, ghi, chuyển, ký, mua, lắp, làm')})\s+(?:${alternate('lộn, lạc, trật')})`,
);
/** "Đã gộp vào nhiệm vụ số 12": what became of it instead. */
const MERGED = matchWords(
  String.raw`(?:${alternate('gộp, ghép, nhập, chuyển, đưa, sáp nhập')})\s+(?:${alternate('vào, chung với, sang, qua')})\s+(?:${alternate('nhiệm vụ, mục, việc, nội dung, kế hoạch khác, phần việc')})`,
);
/** "Bên BHXH đã cập nhật mẫu mới": what others did. */
const OTHERS_DID = new RegExp(
  String.raw`^(?:bên|phía)\s+(?!(?:${alternate('trường, nhà trường, em, mình, tôi, kế toán, văn thư, đoàn, đội, tổ, chuyên môn, phường, phòng, th, mn, thcs, chúng')})(?!\p{L}))(?:[\p{L}\d]+\s+){1,3}đã\s`,
  'iu',
);

/** "Nay hết hiệu lực", "rau chết hết", "hồi hiệu trưởng cũ", "thay bằng hoạt động khác": what was done is no more. */
const NO_MORE = matchWords(
  String.raw`(?:${alternate('nay, đã, giờ, thì')})\s+(?:${alternate('hết hạn, hết hiệu lực')})|(?:${alternate('hết hạn, hết hiệu lực')})\s+(?:rồi|từ\s)|(?:chết|héo|rụng|sập|đổ)\s+(?:\p{L}+\s+)?(?:${alternate('hết, sạch, rồi, phân nửa, nhiều')})|(?:hồi|thời|lúc)\s+(?:\p{L}+\s+){1,4}(?:cũ|trước)|(?:${alternate('lâu lắm rồi, mấy năm trước, nhiều năm trước, trước sáp nhập')})|(?:${alternate('thay bằng')})\s+(?:\p{L}+\s+){1,2}(?:khác)`,
);
/** "Coi bộ đã xong", "em đoán đã làm", "trên sổ thì đã đủ": nobody stands for it. */
const HEARSAY = matchWords(
  String.raw`(?:${alternate('coi bộ, coi mòi, em đoán, tôi đoán, đoán, ai đó, có người bảo, xem chừng, chừng như, nghe đồn, trên sổ thì, trên giấy tờ thì, trên giấy tờ, trên lý thuyết, về lý thuyết, lý thuyết là, đâu như, hồ như')})(?=\s)(?=[^.;\n]*(?<!\p{L})(?:đã|xong|rồi)(?!\p{L}))|(?:${alternate('trên giấy tờ, trên lý thuyết')})`,
);
/** "Nhưng giấy khám chưa đóng dấu": something is open behind the contrast. */
const OPEN_CONTRAST = matchWords(
  String.raw`(?:${alternate('nhưng, tuy nhiên, có điều, ngặt nỗi')})\s+(?:[\p{L}\d]+\s+){0,4}?chưa(?!\s+(?:đến hạn|hết hạn|có phản hồi|có ý kiến|ghi|cập nhật|tích|đánh dấu|báo cáo|gửi minh chứng|có minh chứng|kịp|lưu|scan|chụp|in|đăng|nhập)(?!\p{L}))`,
);
/** "Vòng phường 20/1": a round that is still to come. */
const NEXT_ROUND = new RegExp(
  String.raw`[.,;]\s*(?:${alternate('vòng, chung kết, bán kết, lượt, đợt, kỳ')})\s+(?![^.,;\n]*(?<!\p{L})(?:${alternate('đã, xong, rồi, đạt, đều')})(?!\p{L}))(?:[\p{L}\d]+\s+){0,3}(?:ngày\s+)?\d{1,2}/\d{1,2}`,
  'giu',
);

/** "Mưa lại ngập", "phòng không nhận", "thu lại vì hết hạn": it was undone. */
const UNDONE = new RegExp(
  String.raw`[.,;]\s*(?:(?!(?:${alternate('đã, không, chưa')})\s)[\p{L}\d]+\s+){0,5}(?:(?:${alternate('thu lại, gỡ xuống, nên gỡ, phải gỡ, rút lại, không nhận, không tiếp nhận, không chịu nhận, kiện cáo, kiện nên, dội lại, trả hết')})|lại\s+(?:${alternate('ngập, hư, hỏng, bẩn, bể, rò, tắc, đầy, gãy, rút, đổ, mất, rụng, bung, bong, tràn, hỏng')}))(?!\p{L})`,
  'giu',
);
/** "Giá mà đã xong", "suýt nữa đã xong". */
const UNREAL = new RegExp(
  String.raw`^(?:${alternate('giá mà, giá như, giá chi, phải chi, ước gì, suýt, suýt nữa, tí nữa thì, xém')})(?!\p{L})`,
  'iu',
);
/** "Những em đi học hôm đó", "học sinh có mặt", "ở điểm chính", "quá bán": not all. */
const THOSE_PRESENT = matchWords(
  String.raw`(?:${alternate('em, học sinh, hs, trẻ, người, phụ huynh, gv')})\s+(?:${alternate('có mặt, đi học hôm, đến lớp hôm, nào đến')})|(?:${alternate('ở, tại')})\s+(?:${alternate('điểm chính, điểm lẻ, điểm trường chính, cơ sở chính, cơ sở một')})(?=\s*(?:$|[.,;]))|(?:${alternate('quá bán')})`,
);
/** "Nhà nước đã ban hành thông tư", "phần mềm đã tự cập nhật": no act of the school. */
const NOT_BY_SCHOOL = new RegExp(
  String.raw`^(?:(?:${alternate('nhà nước, chính phủ, quốc hội, bộ, bộ gd, bộ gdđt, bộ giáo dục, trưởng thôn, trưởng ấp, tổ dân phố, bà con, dân')})\s+đã|(?:${alternate('phần mềm, hệ thống, máy')})\s+đã\s+tự|(?:${alternate('ngân hàng, kho bạc')})\s+đã\s+(?:${alternate('khóa, nhắn, báo, nghỉ, đóng cửa')}))(?!\p{L})`,
  'iu',
);

const OPEN_ENDS = [
  UNDONE,
  UNREAL,
  THOSE_PRESENT,
  NOT_BY_SCHOOL,
  NO_MORE,
  HEARSAY,
  OPEN_CONTRAST,
  NEXT_ROUND,
  REST_LATER,
  BEFORE_WORK,
  NOBODY_THERE,
  ONE_SIDE,
  SOME_CLASSES,
  MISTAKEN,
  MERGED,
  OTHERS_DID,
  EVENT_ON_PAPER,
  NOT_BACK,
  PUT_BY,
  PURPOSE,
  BROUGHT,
  AFTER_FEAST,
  LOOKED_AT,
  FIRST_OF_MORE,
  ONE_BLOCK,
  OF_EARLIER_PERIOD,
  SENT_TO_SCHOOL,
];

/** "2 dãy trong 3 dãy", "3 triệu trong tổng 20 triệu". */
const SO_MUCH_OF_MORE =
  /(?<![\d/.-])(\d+)\s+\p{L}+(?:\s+\p{L}+)?\s+(?:trong|trên|trong tổng|tren)(?:\s+(?:tổng|số|tổng số|tong|so))*\s+(\d+)(?![\d/.-])/giu;

/** Whether a status that claims to be done says beside it what leaves the work open. */
export function hasOpenEnd(text: string): boolean {
  const isPart = [...text.matchAll(SO_MUCH_OF_MORE)].some(([, part, total]) => Number(part) < Number(total));
  return isPart || OPEN_ENDS.some((pattern) => text.search(pattern) >= 0);
}
