/** Dates, document numbers, percentages and counts of a status, replaced by words that the lexicon knows. */

/** "12/3/2026", "ngày 12/3", "15.10.2026", "2026-10-15", "tháng 3/2026", "quý I/2026", "giai đoạn 2021-2025". */
const DATE =
  /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{1,2}-\d{1,2}|(?<![\d/.])(?:0?[1-9]|1[0-2])\s?\/\s?20\d{2}(?!\d)|(?:(?:ngày|ngay)\s+|(?<=(?:hôm|hom)\s+))\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d))?|\s+(?:tháng|thang)\s+\d{1,2})?(?![\d%])|(?:tháng|thang|quý|quy|học kỳ|kỳ|hk|tuần)\s*(?:\d{1,2}|[ivx]+)(?![\p{L}\d%])(?:\s?[/.-]\s?\d{4}|\s+năm\s+\d{4})?|(?<!\p{L})(?:giai đoạn|nhiệm kỳ|năm học|niên khóa|năm)\s+\d{4}(?:\s?[-–]\s?\d{4})?|(?<![\d/])(?:0[1-9]\s?[/.-]\s?\d{1,2}|\d{1,2}\s?[/.-]\s?0[1-9])(?![\d/%,]|[.]\d)|(?<!\p{L})\d{1,2}\s?(?:h|giờ)\s?\d{0,2}(?:\s?(?:phút|'))?(?![\p{L}\d])/giu;
/** "Họp hội đồng 3/10", "sáng 5/9": a day by the word before it. */
const DAY_BEHIND_EVENT =
  /(?<=(?<!\p{L})(?:sáng|chiều|tối|trưa|từ|vào|lúc|hội đồng|hội nghị|lễ|phường|phòng|họp|ban hành|khai giảng|bế giảng|tổng kết|sơ kết|nghiệm thu|bàn giao|tổ chức|khai mạc|diễn ra|hồ sơ|báo cáo|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|cn)\s+)\d{1,2}\s?\/\s?\d{1,2}(?![\d/%]|\s*\p{L})/giu;
/** "Từ 1/9 đến 30/9", "ngày 13/10 - 17/10/2025". */
const DAYS_FROM_TO =
  /(?<!\p{L})(?:(?:từ|tu)(?:\s+(?:ngày|ngay))?|ngày|ngay)\s+\d{1,2}\s?\/\s?\d{1,2}\s*(?:đến|tới|den|[-–])\s*(?:(?:ngày|ngay)\s+)?\d{1,2}\s?\/\s?\d{1,2}(?:\s?\/\s?\d{4})?(?![\d/%])/giu;
/** "5 May", "Oct 12". */
const ENGLISH_DAY =
  /(?<![\p{L}\d])(?:\d{1,2}\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\s+\d{1,2})(?![\p{L}\d])/giu;
/** "15/KH-MNHS", "102/MNBT": the number of a document. */
const DOCUMENT_NUMBER =
  /(?:số\s*:?\s*)?\d+\s?\/\s?(?:\d{4}\s?\/\s?)?\p{Lu}[\p{L}\d]*(?:[-–][\p{L}\d&]+|\s?[-–]\s?\p{Lu}{2}[\p{L}\d&]*)*/gu;
/** "TT 09/2024", "Thông tư số 20/2018": the number of a rule and its year. */
const RULE_NUMBER =
  /(?<!\p{L})(?:thông tư|nghị định|quyết định|chỉ thị|nghị quyết|luật|tt|nđ|ct|nq|qđ)\s+(?:số\s+)?\d+\/\d{4}(?!\d)/giu;
const PERCENTAGE = /(\d+(?:[.,]\d+)?)\s*%/g;
const COUNTED_UNIT =
  'lớp|nội dung|khối|tổ(?! chức)|mục|việc|nhiệm vụ|trường|học sinh|hs|gv|người|chỉ tiêu|lop|noi dung|hạng mục|tiêu chí|phần|đợt|bước|buổi|khoản|đơn vị|hồ sơ|chi bộ|em|trẻ';
/** "3/5", "7 trên 10", "2 trong 3". */
const RATIO = new RegExp(
  String.raw`(\d+)\s*(?:(?:${COUNTED_UNIT})\s*)?(?:\/|trên|trong|tren)(?:\s+(?:số|tổng số|tổng))?\s*(\d+)(\s+(?:${COUNTED_UNIT})(?!\p{L}))?`,
  'giu',
);
/** Addresses of pages and of mail. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;
/** "Vượt chỉ tiêu 5%". */
const EXCESS = /(?<!\p{L})vượt(?:\s+(?:mức|chỉ tiêu|kế hoạch|kh))?\s+\d{1,2}(?:[.,]\d+)?\s*%/giu;
/** "Vượt kế hoạch: 105%", "vượt chỉ tiêu (110%)", "105%, vượt kế hoạch". */
const MORE_THAN_ALL =
  /(?<!\p{L})vượt(?:\s+(?:mức|chỉ tiêu|kế hoạch|kh|tiến độ)){0,2}(?:\s+\p{L}+){0,2}\s*[:(,-]?\s*(?:đạt\s+)?1\d\d(?:[.,]\d+)?\s*%\)?|(?<![\d.,])1\d\d(?:[.,]\d+)?\s*%\s*[,(]?\s*(?=vượt)/giu;
/** "1.120", "12.000": points between thousands. */
const THOUSANDS = /(?<![\d.,/])\d{1,3}(?:\.\d{3})+(?![\d.,/])/g;

const NUMBER_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
/** "Hai trên năm lớp", "ba phần tư". */
const RATIO_IN_WORDS =
  /(?<!\p{L})(một|hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+(?:trên|trong|trong số|phần)\s+(hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L})/giu;

const MAX_DAY = 31;
const MAX_MONTH = 12;

/** "Xong 2 lớp", "hoàn thành khối 1", "xong khoảng 3 tổ": so many of more, or one of them. */
const COUNTED_BEHIND_COMPLETION =
  /(?<=(?:ht|xong|thành|tất|được|đc)\s+)(?:(?:được|đc|khoảng|chừng|gần|hơn|trên|mới|có)\s+)*(?:(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:lớp|lop|nội dung|noi dung|khối|tổ|mục|việc|phần|phan|điểm|đợt|bước|hạng mục|môn|cái|buổi|khâu|công đoạn|tiêu chí|chỉ tiêu|quý|lượt|kỳ|tháng)|(?:lớp|lop|khối|khoi|tổ|tầng|dãy|điểm|môn|phần|đợt|bước|buổi|nhóm|mức độ|mức|học kỳ|hk|kỳ)\s*(?:\d+\p{L}?|[ivx]+))(?!\p{L})/giu;
/** "Xong quý 1", "xong khối mầm", "hoàn thành điểm trường chính": one of several. */
const NAMED_PART =
  /(?<=(?:^|[,;.]\s*|đã\s+|da\s+)xong\s+)(?:quý|quy)\s+(?:\d|[ivx]+)(?!\p{L})|(?<=(?:xong|hoàn thành|hoàn tất|hoan thanh)\s+)(?:khối(?!\s+lượng)|khoi(?! luong)|tổ(?!\s+chức)|điểm trường|phân hiệu)\s+\p{L}+/giu;
/** "Nhập tới lớp 4A", "làm đến mục 4", "9 tháng đầu năm": as far as it went. */
const EXTENT =
  /(?<!\p{L})(?:tới|đến|den)\s+(?:lớp|mục|bước|khối|tiêu chí|trang|phần|nội dung|chương|lop|muc|khoi)\s+[\d\p{L}]+|(?<!\p{L})\d+\s+tháng\s+đầu/giu;
/** "Phần việc của tổ 1", "thực hiện quý 1": of one of several. */
const PART_OWNER =
  /(?<!\p{L})của\s+(?:tổ|khối|lớp|điểm trường|nhóm)\s+(?:\d+\p{L}?|\p{Lu}\p{L}*)(?!\p{L})|(?<=(?:thực hiện|làm)\s+)(?:quý|học kỳ|hk|kỳ)\s*(?:\d|[ivx]+)(?!\p{L})/gu;
/** "Vận động được 12 triệu đồng": what came of it. */
const AMOUNT =
  /(?<!\p{L})(?:được|đc)\s+(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?\d+\s*(?:triệu|tr|đồng|đ|tỷ|nghìn|ngàn|kg|lượt|suất|cuốn|quyển|bộ|cây|phiếu|bài|tin|tấn|thùng|phần quà)(?!\p{L})/giu;
/** "Khối 1, 2 xong", "Lớp 4B: xong", "Đợt 1 xong": one of several. */
const PART_AT_START =
  /(?<=^|[,;.]\s*)(?:(?:các|mấy|riêng|nội dung|phần việc)\s+)?(?:lớp|lop|khối|khoi|điểm|môn|phần|đợt|dot|bước|buổi|nhóm|giai đoạn|nội dung|mục|hạng mục|lần|ý|điểm trường|cơ sở)\s+(?:số\s+)?(?:\d+\p{L}?|[ivx]+)(?=[\s:,])/giu;
/** "Đã tổ chức buổi 1", "đã tập huấn được 2 đợt", "nộp bước 1": one of several, wherever it stands. */
const ONE_OF_SEVERAL =
  /(?<!\p{L}|\d\s+)(?:buổi|đợt|dot|bước|giai đoạn|lần|lượt|vòng|mũi|mui|hạng mục|phần|phan)\s+(?:số\s+)?(?:\d{1,2}|[ivx]+|đầu|một)(?![\p{L}\d%])/giu;
/** "Đợt 1 và đợt 2 theo kế hoạch": all that were planned. */
const ALL_AS_PLANNED =
  /(?<!\p{L})(buổi|đợt|bước|giai đoạn|lần|vòng)\s+(?:\d{1,2}|[ivx]+)(?:,\s*(?:\1\s+)?(?:\d{1,2}|[ivx]+))*\s+và\s+(?:\1\s+)?(?:\d{1,2}|[ivx]+)\s+theo (?:đúng )?kế hoạch/giu;
/** "Đã dạy đến tuần 20", "đã thực hiện 7 tháng", "4 nội dung, xong 2": as far as it went. */
const SO_FAR =
  /(?<=(?:đã|da)\s+(?:\p{L}+\s+){1,3})(?:đến|tới)\s+(?:hết\s+)?(?:tuần|tháng|quý|bài|chương|trang)\s+\d+(?![/\d])|(?<=(?:thực hiện|làm|dạy|học|thu|nộp)\s+)\d+\s+(?:tháng|tuần)(?=\s*(?:$|[.,;]))|(?<=xong\s+)\d{1,3}(?=\s*(?:$|[.,;](?!\d)))/giu;
/** "Quý 3 đã báo cáo", "quý I, II đã báo cáo": some of several. */
const PERIOD_AT_START =
  /(?<=^|[.,;]\s*)quý\s*(?:\d|[ivx]+)(?:\s*(?:,|;|và|[+&-])\s*(?:quý\s*)?(?:\d|[ivx]+)){0,2}(?=\s+(?:đã|cũng đã)(?!\p{L}))/giu;
/** "4 nội dung: 4 xong": as many as there are. */
const ALL_OF_THEM =
  /(?<![\d/])(\d+)\s+(?:nội dung|việc|nhiệm vụ|mục|phần|lớp|tổ|khối|hạng mục|báo cáo|chỉ tiêu|tiêu chí|đơn|hồ sơ)\s*[:,]\s*(?:(?:đã|xong|đạt|cả)\s+)*\1(?![\d/%])(?=\s*(?:$|[.,;]|xong|hoàn thành|đạt|đã))/giu;
/** "Niêm yết 30 ngày": how long it took. */
const DURATION =
  /(?<!(?:sau|trong|còn|thêm|xin|lùi|chờ|đợi|hạn|hoãn|cần|mất|trước|nữa|con|them)\s+|[\d/.-])(\d{1,3})\s+ngày(?:\s+(?:liền|liên tục|làm việc))?(?!\s+(?:\d|nữa|sau|tới))(?!\p{L})/giu;
/** "Quý I xong, quý II xong, quý III xong, quý IV xong". */
const EVERY_QUARTER =
  /(?:(?<!\p{L})(?:quý|quy)\s+(?:i{1,3}|iv|[1-4])\s+(?:đã\s+|da\s+)?(?:xong|hoàn thành|nộp|hoan thanh)(?:\s+(?:ngày\s+)?\d{1,2}[/.-]\d{1,2})?[\s,;.]*(?:và\s+)?){4}/giu;
/** "HT 15-9", "xong 15.9": a day, where no year makes it plain. */
const DAY_BEHIND_COMPLETION = /(?<=(?:ht|xong|thành)\s+)\d{1,2}\s?[-.]\s?\d{1,2}(?![\s\d]*[%\d])/giu;
/** "Cả 3 đợt", "đủ 12 lớp", "tất cả các khâu": all of it. */
const ALL_COUNTED =
  /(?<!\p{L})(?:cả|ca|đủ|du|đầy đủ|day du|hết|het|tất cả|toàn bộ|trọn vẹn)\s+(?:cả\s+)?(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:đợt|phần|bước|giai đoạn|nội dung|lớp|tổ|khối|mục|việc|nhiệm vụ|kỳ|lần|dot|phan|buoc|noi dung|lop|buổi|hạng mục|tiêu chí|chỉ tiêu|điểm|môn|khâu|công đoạn|tháng|quý|học kỳ)(?!\p{L})/giu;

/** "4 quý đều xong", "14 lớp đều đã nộp": all of them. */
const EACH_OF_COUNTED =
  /(?<![\d/])\d+\s+(?:lớp|quý|tổ|khối|nội dung|mục|việc|điểm|tháng|bộ phận|đơn vị|gv|hs)\s+đều(?=\s+(?:đã|xong|hoàn thành|nộp|đạt))/giu;

/** The word that stands for a share of the work: all of it, a part, or more than there is. */
function describeShare(part: number, total: number): string {
  if (part > total) return ' xximpossible ';
  return part === total && total > 0 ? (total === 100 ? ' xxfull ' : ' xxall ') : ' xxshare ';
}

function describeRatio(part: number, total: number, isSlash: boolean): string {
  const isDate = isSlash && part > total && part <= MAX_DAY && total <= MAX_MONTH && total > 0;
  return isDate ? ' xxdate ' : describeShare(part, total);
}

/** Words before a share of the work; behind any other word "5/9" is a day. */
const BEFORE_SHARE =
  /(?:^|[^\p{L}\s]|(?<!\p{L})(?:đạt|được|đc|xong|done|thành|ht|mới|khoảng|nộp|thu|có|làm|độ|quả|hiện|đã|gần|hơn|tất|với|là|cả|chỉ|còn|nhận|ký|lớp|đủ|lệ|số|tổng|trên|qua|rồi|soát|nhập|dat|duoc|moi|khoang|nop|co|lam|do|qua|hien|da|gan|hon|tat|voi|la|ca|chi|con|nhan|lop|du|le|so|tong|tren|thanh|ở|mức|kết|trong))\s*$/iu;

/** What may stand behind a day: no noun that is counted. */
const AFTER_DAY =
  /^\s*(?:$|[.,;:()]|(?:tại|ở|theo|với|đúng|do|bởi|có|qua|về|cho|và|rồi|đã|lúc|thành công|tai|theo|dung|co|ve|va|roi|da)(?!\p{L}))/iu;

function isDayBehindWord(before: string, part: number, total: number): boolean {
  return (
    part > 0 &&
    part !== total &&
    part <= MAX_DAY &&
    total > 0 &&
    total <= MAX_MONTH &&
    !BEFORE_SHARE.test(before)
  );
}

const readNumberWord = (word: string): number =>
  word.toLowerCase() === 'tư' ? 4 : NUMBER_WORDS.indexOf(word.toLowerCase());

/** Replaces dates, numbers of documents, percentages and ratios by words that the lexicon knows. */
export function replaceNumbers(text: string): string {
  return text
    .replace(ADDRESS, ' ')
    .replace(THOUSANDS, (number) => number.replaceAll('.', ''))
    .replace(RULE_NUMBER, ' ')
    .replace(ALL_OF_THEM, ' xxall ')
    .replace(SO_FAR, ' xxcount ')
    .replace(PERIOD_AT_START, ' xxcount ')
    .replace(DURATION, ' $1 buổi ')
    .replace(MORE_THAN_ALL, ' xxfull ')
    .replace(EXCESS, ' vượt mức ')
    .replace(ALL_AS_PLANNED, ' xxfull ')
    .replace(EVERY_QUARTER, ' xxfull ')
    .replace(EACH_OF_COUNTED, ' xxfull ')
    .replace(ALL_COUNTED, ' xxfull ')
    .replace(AMOUNT, ' ')
    .replace(COUNTED_BEHIND_COMPLETION, ' xxcount ')
    .replace(NAMED_PART, ' xxcount ')
    .replace(EXTENT, ' xxcount ')
    .replace(PART_OWNER, ' xxcount ')
    .replace(ENGLISH_DAY, ' xxdate ')
    .replace(DAYS_FROM_TO, ' xxdate ')
    .replace(DATE, ' xxdate ')
    .replace(DAY_BEHIND_EVENT, ' xxdate ')
    .replace(DAY_BEHIND_COMPLETION, ' xxdate ')
    .replace(PERCENTAGE, (_, share: string) => describeShare(Number(share.replace(',', '.')), 100))
    .replace(DOCUMENT_NUMBER, ' ')
    .replace(
      RATIO,
      (match, part: string, total: string, counted: string | undefined, at: number, whole: string) =>
        counted === undefined &&
        /^\d+\s*\//u.test(match) &&
        AFTER_DAY.test(whole.slice(at + match.length)) &&
        isDayBehindWord(whole.slice(0, at), Number(part), Number(total))
          ? ' xxdate '
          : describeRatio(Number(part), Number(total), match.includes('/') && counted === undefined),
    )
    .replace(RATIO_IN_WORDS, (_, part: string, total: string) =>
      describeShare(readNumberWord(part), readNumberWord(total)),
    )
    .replace(COUNTED_BEHIND_COMPLETION, ' xxcount ')
    .replace(PART_AT_START, ' xxcount ')
    .replace(ONE_OF_SEVERAL, ' xxcount ');
}
