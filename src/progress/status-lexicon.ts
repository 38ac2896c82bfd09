import { toIdentityKey, toMatchKey } from '../shared/text';

/** What a phrase of a status contributes to the meaning of its clause. */
export type StatusSense =
  /** Names completion by itself: "hoàn thành", "xong". */
  | 'done'
  /** Names completion only behind "đã": "đã nộp". */
  | 'act'
  /** Abbreviates "hoàn thành", and the headmaster ("hiệu trưởng") as often. */
  | 'ht'
  /** "Đạt": done at the beginning of a clause only. */
  | 'reached'
  | 'already'
  | 'not'
  | 'notYet'
  /** Stands between a negation or "đã" and its verb without changing either. */
  | 'filler'
  /** Who or what is done; may stand before a bare "hoàn thành". */
  | 'subject'
  /** A plan, wish, duty or condition: what follows has not happened. */
  | 'future'
  /** A plan or duty where it stands before a word of completion; what was fulfilled where it stands behind. */
  | 'target'
  | 'doing'
  | 'part'
  | 'request'
  | 'question'
  | 'trouble'
  /** Returned or incomplete: what was handed in does not count. */
  | 'returned'
  /** "Rồi" behind a verb: it is done. */
  | 'over'
  | 'past'
  | 'now'
  /** "Trước" before a date: a deadline. */
  | 'before'
  | 'full'
  | 'share'
  | 'impossible'
  | 'date'
  | 'early'
  | 'onTime'
  | 'late'
  | 'dueSoon'
  | 'notDueYet'
  | 'notPerformed'
  | 'nothingArisen'
  | 'paused'
  | 'cancelled'
  | 'postponed'
  | 'extended'
  | 'neutral'
  | 'other';

/** Phrases by sense; the longest phrase at a place wins. */
const PHRASES: Partial<Record<StatusSense, readonly string[]>> = {
  done: [
    'hoàn thành',
    'hoàn tất',
    'đạt yêu cầu',
    'triển khai xong',
    'đã triển khai xong',
    'đã triển khai hoàn thành',
    'hoàn thiện xong',
    'xong',
    'thành công',
    'done',
    'completed',
    'complete',
    'finished',
  ],
  act: [
    'thực hiện',
    'th',
    't h',
    'làm',
    'nộp',
    'gửi',
    'gởi',
    'ban hành',
    'báo cáo',
    'tổ chức',
    'cập nhật',
    'công khai',
    'công bố',
    'niêm yết',
    'nghiệm thu',
    'bàn giao',
    'đăng tải',
    'quyết toán',
    'kết thúc',
  ],
  ht: ['ht'],
  reached: ['đạt'],
  already: ['đã', 'đã được', 'đều đã'],
  not: ['không', 'ko', 'k', 'kg', 'hông', 'hong', 'chẳng', 'no', 'not'],
  notYet: ['chưa', 'chua', 'chả', 'cth'],
  filler: [
    'kịp',
    'thể',
    'được',
    'có khả năng',
    'khả năng',
    'ký',
    'phê duyệt và',
    'phê duyệt',
    'duyệt',
    'và',
    'hề',
    'từng',
    'tự',
    'nghiêm túc',
    'đầy đủ',
  ],
  subject: [
    'nhà trường',
    'trường',
    'toàn trường',
    'đơn vị',
    'kết quả',
    'kết quả thực hiện',
    'trạng thái',
    'tình trạng',
    'tiến độ',
    'tình hình',
    'tình hình thực hiện',
    'nội dung này',
    'nội dung',
    'nhiệm vụ',
    'nhiệm vụ này',
    'công việc',
    'công việc này',
    'việc này',
    'tất cả',
    'toàn bộ',
    'các nội dung',
    'các nhiệm vụ',
    'đều',
    'cũng',
    'tổ',
    'bộ phận',
    'văn phòng',
    'chúng tôi',
    'mầm non',
    'tiểu học',
    'thcs',
    'ok',
  ],
  future: [
    'sẽ',
    'dự kiến',
    'dự định',
    'dự tính',
    'phấn đấu',
    'cố gắng',
    'nỗ lực',
    'quyết tâm',
    'cam kết',
    'hứa',
    'sắp',
    'sắp sửa',
    'chuẩn bị',
    'đề nghị',
    'hướng tới',
    'hướng đến',
    'tiến tới',
    'ước',
    'ước đạt',
    'ước tính',
    'khi',
    'khi nào',
    'sau khi',
    'trước khi',
    'nếu',
    'đợi',
    'khó',
    'khó có thể',
    'mong',
    'mong muốn',
    'hy vọng',
    'có thể',
    'chắc',
    'tuần sau',
    'tuần tới',
    'tháng sau',
    'tháng tới',
    'năm sau',
    'quý sau',
    'thời gian tới',
    'trong thời gian tới',
    'sau',
    'ngày mai',
    'hết năm',
    'cuối năm',
    'cuối tháng',
    'cuối quý',
    'là được',
    'rồi mới',
    'will',
    'plan',
    'planned',
    'to be',
  ],
  target: [
    'kế hoạch',
    'hạn',
    'thời hạn',
    'thời gian',
    'mốc',
    'ngày',
    'mục tiêu',
    'chỉ tiêu',
    'yêu cầu',
    'tỷ lệ',
    'mức độ',
    'mức',
    'giấy chứng nhận',
    'đăng ký',
    'giao',
    'giao cho',
    'phân công',
    'chỉ đạo',
    'nhắc',
    'nhắc nhở',
    'đôn đốc',
    'phải',
    'cần',
    'để',
    'nhằm',
    'mới',
    'gần',
    'gần như',
    'hầu như',
    'bao giờ',
    'tạm',
    'coi như',
    'xem như',
  ],
  doing: [
    'đang',
    'đang thực hiện',
    'tiếp tục',
    'duy trì',
    'thường xuyên',
    'chờ',
    'chờ phê duyệt',
    'trình',
    'đã trình',
    'đã triển khai',
    'bắt đầu',
    'bước đầu',
    'dở dang',
    'đang dở',
    'trong quá trình',
    'đang trong quá trình',
    'in progress',
    'cht',
    'đth',
  ],
  part: [
    'một phần',
    'phần lớn',
    'đa phần',
    'phần nhiều',
    'một nửa',
    'phân nửa',
    'cơ bản',
    'về cơ bản',
    'hầu hết',
    'gần hết',
    'một số',
    'một vài',
    'vài',
    'dự thảo',
    'bản thảo',
    'bản nháp',
    'nháp',
    'giai đoạn',
    'bước',
    'đợt',
    'phần',
    'khoảng',
    'riêng',
    'việc giao',
    'mới được',
  ],
  request: [
    'xin',
    'xin ý kiến',
    'xin phép',
    'ý kiến',
    'đề xuất',
    'kiến nghị',
    'tờ trình',
    'văn bản đề nghị',
    'lùi',
    'lùi thời hạn',
    'lãnh đạo',
    'hiệu trưởng',
    'bgh',
    'ban giám hiệu',
    'xem xét',
    'hướng dẫn',
    'trình ký',
  ],
  question: [
    'hay chưa',
    'hay không',
    'chưa ạ',
    'không ạ',
    'chưa nhỉ',
    'phải không',
    'có phải',
    'không biết',
    'chưa rõ',
    'không rõ',
    'có hoàn thành không',
    'xong chưa',
    'hoàn thành chưa',
  ],
  trouble: ['khó khăn', 'vướng mắc', 'tồn tại', 'hạn chế', 'sai sót', 'bất thường', 'vấn đề'],
  returned: [
    'trả lại',
    'bị trả lại',
    'làm lại',
    'phải làm lại',
    'bổ sung',
    'phải bổ sung',
    'còn thiếu',
    'thiếu',
    'chỉnh sửa',
    'phải sửa',
    'sai',
    'từ chối',
    'bị từ chối',
    'bác',
    'lỗi',
  ],
  past: ['trước đây', 'trước kia', 'lúc đầu', 'ban đầu'],
  over: ['rồi'],
  now: ['nay', 'hiện', 'hiện tại', 'đến nay', 'hiện nay', 'bây giờ', 'giờ'],
  before: ['trước', 'chậm nhất', 'muộn nhất', 'không quá'],
  early: ['trước hạn', 'sớm', 'trước thời hạn', 'sớm hạn', 'vượt tiến độ', 'trước tiến độ'],
  onTime: [
    'đúng hạn',
    'trong hạn',
    'đúng tiến độ',
    'kịp thời',
    'đúng thời hạn',
    'đúng quy định',
    'đúng thời gian',
    'đúng thời gian quy định',
    'đúng kế hoạch',
  ],
  late: [
    'quá hạn',
    'trễ hạn',
    'trễ hẹn',
    'chậm',
    'trễ',
    'chậm tiến độ',
    'chậm hạn',
    'muộn',
    'quá thời hạn',
    'sau hạn',
    'sau thời hạn',
  ],
  dueSoon: ['sắp đến hạn', 'sắp tới hạn', 'gần đến hạn'],
  notDueYet: ['chưa đến hạn', 'chưa tới hạn', 'còn hạn', 'chưa đến thời hạn', 'chưa đến kỳ'],
  notPerformed: [
    'không thực hiện',
    'không áp dụng',
    'không triển khai',
    'không phải thực hiện',
    'không thuộc',
    'không có nhiệm vụ',
    'không th',
    'kth',
  ],
  nothingArisen: [
    'không phát sinh',
    'chưa phát sinh',
    'không có phát sinh',
    'chưa có phát sinh',
    'không có nội dung phát sinh',
    'kps',
  ],
  paused: ['tạm dừng', 'tạm ngưng', 'dừng', 'ngưng', 'ngừng', 'tạm hoãn', 'hoãn'],
  cancelled: ['hủy', 'hủy bỏ', 'bãi bỏ'],
  postponed: [
    'chuyển kỳ sau',
    'chuyển sang',
    'chuyển năm sau',
    'chuyển quý sau',
    'chuyển tiếp',
    'dời sang',
    'lùi sang',
  ],
  extended: ['gia hạn', 'xin gia hạn', 'đề nghị gia hạn'],
  neutral: [
    'sử dụng',
    'đưa vào sử dụng',
    'áp dụng',
    'xây dựng',
    'tác dụng',
    'cán bộ',
    'căn cứ',
    'đội ngũ',
    'trẻ em',
    'gần đây',
    'ngày công',
    'hồ sơ',
    'mới nhất',
    'kế hoạch đề ra',
    'theo kế hoạch',
    'theo yêu cầu',
    'theo quy định',
    'theo đề nghị',
    'theo chỉ đạo',
    'theo hướng dẫn',
    'đề án',
    'chỉ tiêu được giao',
    'được giao',
    'nhiệm vụ được giao',
    'kế hoạch được giao',
    'đúng yêu cầu',
    'sau khi rà soát',
    'hiện trạng',
  ],
};

type Phrase = { sense: StatusSense; exact: string };

const PHRASE_BY_KEY = new Map<string, Phrase[]>();
for (const [sense, phrases] of Object.entries(PHRASES) as [StatusSense, readonly string[]][]) {
  for (const phrase of phrases) {
    const key = toMatchKey(phrase);
    PHRASE_BY_KEY.set(key, [...(PHRASE_BY_KEY.get(key) ?? []), { sense, exact: toIdentityKey(phrase) }]);
  }
}
const MAX_PHRASE_WORDS = Math.max(...[...PHRASE_BY_KEY.keys()].map((key) => key.split(' ').length));

/** Numbers stand in a clause as words of their own, so that "3/5" is not two words. */
const NUMBER_SENSES = {
  xxfull: 'full',
  xxshare: 'share',
  xximpossible: 'impossible',
  xxdate: 'date',
} as const satisfies Record<string, StatusSense>;

/**
 * Finds the sense of the longest phrase at a place. With its diacritics a phrase is itself only ("trẻ" is not "trễ");
 * typed without any it may be each phrase of its key, of which the first listed counts.
 */
function findPhrase(
  keys: readonly string[],
  typed: readonly string[],
  at: number,
): { sense: StatusSense; length: number } | null {
  for (let length = Math.min(MAX_PHRASE_WORDS, keys.length - at); length > 0; length -= 1) {
    const key = keys.slice(at, at + length).join(' ');
    const written = typed.slice(at, at + length).join(' ');
    const phrases = PHRASE_BY_KEY.get(key) ?? [];
    const phrase =
      phrases.find(({ exact }) => exact === written) ?? (written === key ? phrases[0] : undefined);
    if (phrase) return { sense: phrase.sense, length };
  }
  return null;
}

/** Returns the senses of a clause in its order; words that are in no phrase are 'other'. */
export function findSenses(clause: string): StatusSense[] {
  const keys = toMatchKey(clause).split(' ').filter(Boolean);
  const typed = toIdentityKey(clause).split(' ').filter(Boolean);
  const senses: StatusSense[] = [];
  for (let at = 0; at < keys.length;) {
    const number = (NUMBER_SENSES as Record<string, StatusSense>)[keys[at]!];
    const phrase = number ? { sense: number, length: 1 } : findPhrase(keys, typed, at);
    senses.push(phrase?.sense ?? 'other');
    at += phrase?.length ?? 1;
  }
  return senses;
}
