import { cleanLines, cleanText } from '../../shared/text';
import { parsePeriodHeading } from './parse-period-heading';

/** What a plan says of an item beside what is to be done; '' where it does not. */
type ItemDetails = { leadUnit: string; coordinatingUnit: string; product: string; timing: string };

type DetailField = keyof ItemDetails;

/** Whom a label may name before the role: "Giáo viên phụ trách:", "Các đơn vị phối hợp:". */
const WHO =
  '(?:(?:các\\s+)?(?:đơn vị|cơ quan|bộ phận|tổ chức|người|cá nhân|cán bộ|giáo viên|nhân viên|lãnh đạo|lực lượng)\\s+)';

/** Words before a colon, each for its detail; `other` only ends the detail before it. */
const DETAIL_LABELS = {
  timing:
    'thời gian(?:\\s+(?:thực hiện|hoàn thành|triển khai|tổ chức|dự kiến))?|thời hạn(?:\\s+(?:thực hiện|hoàn thành|nộp))?|thời điểm|tiến độ|hạn(?:\\s+(?:hoàn thành|nộp|cuối))?|hoàn thành',
  coordinatingUnit: `${WHO}?phối hợp(?:\\s+thực hiện)?|cùng thực hiện`,
  leadUnit: `${WHO}?(?:chủ trì(?:\\s+thực hiện)?|phụ trách(?:\\s+chính)?|chịu trách nhiệm(?:\\s+chính)?|đầu mối|tham mưu)|${WHO}?thực hiện|phân công|trách nhiệm`,
  product:
    '(?:kết quả,\\s*)?(?:sản phẩm|kết quả|minh chứng|đầu ra)(?:\\s+(?:dự kiến|đầu ra|cần đạt|đạt được|hoàn thành))?',
  other: 'địa điểm|thành phần|kinh phí|hình thức|đối tượng|yêu cầu|nội dung|lưu ý|ghi chú',
} as const satisfies Record<DetailField | 'other', string>;

const FIELDS = ['timing', 'coordinatingUnit', 'leadUnit', 'product', 'other'] as const;
const LABEL = FIELDS.map((field) => `(?<${field}>${DETAIL_LABELS[field]})`).join('|');
/** Where a line, a clause or a bracket begins: "- Đơn vị chủ trì: …", "(chủ trì: …; phối hợp: …)". */
const LABEL_AT_CLAUSE = new RegExp(`(?<=^|[\\n.;,(]|\\s[-–])\\s*(?:[-–+•*]\\s*)?(?:${LABEL})\\s*:`, 'giu');
const LABEL_AT_LINE = new RegExp(`^(?:[-–+•*]\\s*)?(?:${LABEL})\\s*:`, 'iu');

/** Returns true for a line that says who does the item above it, when, or with what result. */
export function isDetailLine(line: string): boolean {
  const field = getField(LABEL_AT_LINE.exec(line));
  return field !== null && field !== 'other';
}

function getField(match: RegExpExecArray | RegExpMatchArray | null): DetailField | 'other' | null {
  return FIELDS.find((field) => match?.groups?.[field] !== undefined) ?? null;
}

/** "…; hoàn thành trước ngày 30/6" behind the name of a unit. */
const TIMING_CLAUSE =
  /[;,]\s*(?=(?:hoàn thành|xong|trước|trong|từ|chậm nhất|muộn nhất|đến hết|định kỳ|hằng|hàng|mỗi)\s)/iu;

/** Cuts the words after a label where its sentence, line or bracket ends. */
function cutDetail(text: string, field: DetailField): string {
  const [printed = ''] = text.split('\n');
  const line = field === 'timing' ? printed : (printed.split(TIMING_CLAUSE)[0] ?? '');
  const closing = line.indexOf(')');
  const inside = closing >= 0 && !line.slice(0, closing).includes('(') ? line.slice(0, closing) : line;
  const [sentence = ''] = inside.split(/(?<!(?:^|[\s(])(?:TP|Tp|P|Q|H|TT|TX))\.(?=\s+\p{Lu})/u);
  return cleanText(sentence).replace(/^[\s:–-]+|[\s.;,–-]+$/gu, '');
}

/** Words with which a time begins: "trong quý I", "trước mùa mưa", "khi có yêu cầu". */
const TIME_START =
  '(?:trong|vào|từ|trước|sau|đến|hết|cuối|đầu|giữa|khi|ngay|suốt|cả|chậm nhất|muộn nhất|định kỳ|thường xuyên|liên tục|hằng|hàng|mỗi)';
/** What a unit does behind its name: "… với Liên đội thực hiện trong tháng 5". */
const DOING = '(?:thực hiện|hoàn thành|xong|triển khai|tổ chức|tiến hành)';
/** A time without such a verb before it names its period. */
const PERIOD_CLAUSE = String.raw`${TIME_START}\s+(?:(?:vào|là|trước|đầu|giữa|cuối|hết)\s+)?(?:ngày|tháng|quý|năm|tuần|hè|học kỳ|kỳ|dịp|mùa|\d)`;
/** A time ends with its clause; a list of periods goes on behind a comma. */
const TIME_WORDS = String.raw`(?:[^.;(),]|\.(?=\d)|,(?=\s*(?:tháng|quý|ngày|tuần|học kỳ|\d)))+`;
/** "… do Văn phòng chủ trì, phối hợp với Kế toán.", "(Văn thư phụ trách; quý I)". */
const ROLE_IN_SENTENCE = new RegExp(
  String.raw`(?:(?:^|[\s,;])(?:do|giao(?:\s+cho)?)\s+|\()([^.;,():]{2,60}?)\s+(?:chủ trì|phụ trách|thực hiện)(?:\s*[,;]?\s*(?:và\s+)?phối hợp\s+(?:(?:với|cùng(?:\s+với)?)\s+)?(?!thực hiện)([^.;():]{2,80}?))?(?:(?:\s*,)?\s+(?:(?:và\s+)?(?:${DOING}\s+){1,2})(?<time>${TIME_START}\s${TIME_WORDS})|(?:\s+${DOING}){0,2}(?=\s*(?:[.;)]|,\s*(?:hoàn thành|xong|thời gian|trước|trong|vào|từ|chậm nhất)|$)|\s+${PERIOD_CLAUSE}))`,
  'iu',
);

function findDetails(text: string): ItemDetails {
  const details: ItemDetails = { leadUnit: '', coordinatingUnit: '', product: '', timing: '' };
  const labels = [...text.matchAll(LABEL_AT_CLAUSE)];
  labels.forEach((label, i) => {
    const field = getField(label);
    if (field === null || field === 'other' || details[field] !== '') return;
    details[field] = cutDetail(text.slice(label.index + label[0].length, labels[i + 1]?.index), field);
  });
  const role = details.leadUnit === '' ? ROLE_IN_SENTENCE.exec(text) : null;
  if (!role) return details;
  return {
    ...details,
    leadUnit: cleanText(role[1] ?? ''),
    coordinatingUnit: details.coordinatingUnit || cleanText(role[2] ?? ''),
    timing: details.timing || cleanText(role.groups?.time ?? ''),
  };
}

/**
 * Finds who does an item of a plan, with whom, when and with what result, as its labels say. Lines that say nothing
 * else are taken out of its text; a sentence stays whole.
 */
export function extractItemDetails(text: string): { text: string } & ItemDetails {
  const lines = text.split('\n');
  const period = lines
    .slice(1)
    .map(parsePeriodHeading)
    .find((heading) => heading !== null);
  const rest = lines.filter((line, i) => i === 0 || !(isDetailLine(line) || parsePeriodHeading(line)));
  const details = findDetails(text);
  return {
    text: cleanLines(rest.join('\n')),
    ...details,
    timing: details.timing || (period?.timing ?? ''),
  };
}
