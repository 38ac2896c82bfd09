import { isOneEditApart, repairTyping, toPlainWord } from './repair-typing';

/** Words of a status as clerks shorten and misspell them, and what they stand for. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Faces and their like: their signs are no punctuation.
  [/[:;=]['-]?[)(]+|:-?[DPp](?!\p{L})|\^[_-]?\^|<3/gu, ' '],
  [/(?<!\p{L})(?:chư|chưă|chuă|cưha|chaư|chuaư|chưaa+|chuuwa|chuwa|chuaw|chưua)(?!\p{L})/giu, 'chưa'],
  [/(?<!\p{L})(?:khôg|khôn|kôg|khg|khôgn|hkông|kohng|khog)(?!\p{L})/giu, 'không'],
  [/(?<!\p{L})(?:đag|đanng|đangg|đnag|đagn|dag|dagn|đan)(?=\s)/giu, 'đang'],
  [/(?<!\p{L})đã(?=(?:xong|hoàn|nộp|làm|gửi|thực|tổ|ban|báo)(?:\p{L}*)(?!\p{L}))/giu, 'đã '],
  [/(?<!\p{L})(?:vài|mấy)(?= (?:lần|hôm|bữa|ngày|đợt mưa|trận)(?!\p{L}))/giu, ''],
  [
    /(?<!\p{L})hôm (?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)(?! (?:này|tới|sau))(?!\p{L})/giu,
    'hôm trước',
  ],
  [/(?<=(?<!\p{L})nhưng )rồi cũng(?= (?!sẽ|phải|chưa|không))/giu, 'đã'],
  [/(?<!\p{L})cuối cùng cũng(?= (?!sẽ|phải|chưa|không|đã))/giu, 'cuối cùng đã'],
  [/^tưởng [^.,;\n]* (?:mà|nhưng) (?=cuối cùng|vẫn|đã)/giu, ''],
  [/(?<!\p{L})còn lại (?=(?:đều |cũng )?đã(?! (?:nhắc|yêu cầu|hẹn|đăng ký|giao|đề nghị))(?!\p{L}))/giu, ''],
  // "Đang nấu ăn bình thường": it goes on.
  [
    /(?<!\p{L})đang (?!(?:làm|thực hiện|triển khai|tiến hành|hoàn thiện|xây|sửa|soạn|lập|phối hợp|chuẩn bị|học|vận hành|chờ|đợi|rà|thi công|khắc phục)(?!\p{L}))(?=[^.,;\n]* (?:bình thường|ổn định|tốt|hiệu quả|trơn tru|êm)(?!\p{L}))/giu,
    'đang vận hành ',
  ],
  // Words of the South and of the middle: "hổng còn", "hết trơn", "mấy cô", "bữa hổm".
  [/(?<!\p{L})(?:hổng|hông|hẻm|hem|hok|hỏng(?= (?:có|biết|còn|kịp|làm|được|xong)))(?!\p{L})/giu, 'không'],
  [
    /(?<!\p{L})(?:hết )?(?:trơn trọi|ráo trọi|ráo trơn|hết trơn|hết trọi|hết ráo|sạch trơn|sạch bách|sạch sẽ|tất tần tật|tuốt luốt|tuốt)(?!\p{L})/giu,
    'hết',
  ],
  [
    /(?<!\p{L})mấy(?= (?:cô|thầy|em|anh|chị|bác|chú|đứa|con|cháu|bạn|bà|ông|ổng|bả|ảnh|thím|dì|phụ huynh)(?!\p{L}))/giu,
    'các',
  ],
  [
    /(?<!\p{L})(?:bữa hổm|hôm hổm|bữa kia|bữa kìa|hổm|hổm rày|hôm bữa|bữa đó|hôm đó)(?!\p{L})/giu,
    'hôm trước',
  ],
  [/(?<!\p{L})bữa(?=\s+(?:\d|thứ|khai|lễ|tổng))/giu, 'hôm'],
  // "QĐ 22 ký & BH 3/9", "T/hợp".
  [/(?<=(?:ký|đã|và|&)\s+)BH(?=\s|$|[.,;])/gu, 'ban hành'],
  [/\s&\s/gu, ' và '],
  [/(?<!\p{L})T\/h[ợo]p(?!\p{L})/giu, 'tổng hợp'],
  [/(?<!\p{L})(?:P\.?\s?VH-?XH|PVHXH|P\.?\s?GD(?:ĐT|&ĐT)?|VHXH|VH-XH)(?!\p{L})/gu, 'phòng gd'],
  // Letters that are held down: "xonggg".
  [/([^\P{L}ivxIVX])\1{2,}/gu, '$1'],
  [/\b(\d+(?:[.,]\d+)?)\s*(?:phần trăm|phan tram|pt)(?!\p{L})/giu, '$1%'],
  [/(?<=(?<!\p{L})(?:ht|hoàn thành|đạt)\s)100(?=\s*$)/giu, '100%'],
  // "h.thành", "h/thành", "hthành", "h. thành".
  [/(?<!\p{L})h\s?[./-]?\s?th?(?:à|a|á)nh(?!\p{L})/giu, 'hoàn thành'],
  [/(?<!\p{L})t\s?[./-]\s?h(?:iện|ien)(?!\p{L})/giu, 'thực hiện'],
  [/(?<!\p{L})h\s?[./-]\s?t(?:ất|at)(?!\p{L})/giu, 'hoàn tất'],
  [/(?<!\p{L})h\.\s?t\.?(?![\p{L}.])/giu, 'ht'],
  [/(?<!\p{L})đht(?!\p{L})/giu, 'đã ht'],
  // x and s are one sound in the North.
  [/(?<=(?<!\p{L})(?:đã|da|dã|làm|lam|hiện|hien|khai|chưa|gần|sắp) )song(?!\p{L})/giu, 'xong'],
  [/^song(?=$|[.!,]| (?:rồi|roi|hết|het))/giu, 'xong'],
  [/(?<!\p{L})xog(?!\p{L})/giu, 'xong'],
  [/(?<!\p{L})khó mà(?!\p{L})/giu, 'khó'],
  // "Đã thông báo các tổ nộp trước 5/5": to tell others is to order.
  [
    /(?<=(?:đã|da) )(?:thông báo|phổ biến|hướng dẫn|quán triệt|nhắn|thong bao|pho bien|huong dan)(?=[^.;,\n]* (?:nộp|hoàn thành|làm|thực hiện|gửi|đăng ký|ký|nop|hoan thanh|gui)[^.;,\n]* (?:trước|chậm nhất|hạn|truoc|trong (?:tuần|tháng))(?!\p{L}))/giu,
    'nhắc',
  ],
  [/(?<!\p{L})(?:dđa|đda|dđã|đdã)(?!\p{L})/giu, 'đã'],
  [/(?<!\p{L})ht(?:t|xs)?nv(?!\p{L})/giu, 'hoàn thành'],
  [/(?<!\p{L})sau(?= (?:đã|da)(?!\p{L}))/giu, 'sau đó'],
  [
    /(?<=(?<!\p{L})(?:nhưng|song|nhung) )(?:vẫn|van)(?= (?:hoàn thành|xong|nộp|tổ chức|đạt|kịp|làm xong|hoan thanh|nop|to chuc)(?!\p{L}))/giu,
    'đã',
  ],
  // "Đã cử cô Lan làm": an order.
  [
    /(?<=(?:đã|da) )(?:cử|cu)(?= (?:cô|thầy|đ\/c|anh|chị|bạn|tổ|bộ phận|co|thay|to) [^.,;\n]*(?:làm|thực hiện|phụ trách|theo dõi|hoàn thành|lam|phu trach)(?!\p{L}))/giu,
    'giao',
  ],
  // Particles at the end: "xong rồi nghe".
  [
    /(?<=(?<!\p{L})(?:rồi|xong|hết|rùi|ạ|roi) )(?:nghe|nghen|nhen|nè|hen|hỉ|luôn|đấy|đó|nghe anh|nghe chị)(?=\s*(?:$|[.,;!)]))/giu,
    '',
  ],
  // "3 GV mới,", "hệ thống mới đã": of a noun.
  [/(?<=\p{L} )mới(?=\s*(?:$|[.,;)])| (?:đã|được|do|của|cho)(?!\p{L}))/giu, ''],
  // A point behind one or two letters ends no sentence: "K. hoàn thành".
  [/(?<!\p{L})(\p{L}{1,2})\.(?=\s*\p{Ll})/gu, '$1 '],
];

const COMPLETION_WORD = 'hoan thanh';
/** Two words that may be "hoàn thành" with a typo; "hoàn thiện" and "toàn thành phố" are not. */
const LIKE_COMPLETION = /(?<!\p{L})(h\p{L}{2,4}\s?t\p{L}{2,5})(?!\p{L})/giu;

/** Writes out what clerks shorten, and corrects typos in the word that decides: "H.thành", "hoàn thàh", "xonggg". */
export function normalizeStatusSpelling(text: string): string {
  const written = repairTyping(
    SPELLINGS.reduce((done, [pattern, word]) => done.replace(pattern, word), text.normalize('NFC')),
  );
  return written.replace(LIKE_COMPLETION, (word) =>
    isOneEditApart(toPlainWord(word), COMPLETION_WORD) ? 'hoàn thành' : word,
  );
}
