import { toIdentityKey, toMatchKey } from '../shared/text';
import type { StoredState } from './types';

/** What a status typed in free words says. */
export type StatusReading = {
  /** The state to store; null where the words do not say whether the work has begun or is done. */
  state: StoredState | null;
  /** Timeliness that was typed though it follows from the dates: reported, not stored. */
  claim?: 'early' | 'onTime' | 'late' | 'dueSoon' | 'notDueYet';
  /** The words say that the task does not apply, or what became of it instead. */
  instead?: 'notPerformed' | 'paused' | 'cancelled' | 'postponed' | 'extended';
};

type StatusSense =
  | 'done'
  | 'doing'
  | 'not'
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
  /** Says only that it is not done. */
  | 'failed';

/**
 * Words of status; the longest phrase at a place wins. "Trễ hẹn" belongs to one-stop files but is typed all the same.
 */
const SENSE_WORDS = {
  done: [
    'hoàn thành',
    'hoàn tất',
    'đã hoàn thành',
    'đã thực hiện',
    'đã làm',
    'đã nộp',
    'đã gửi',
    'đã ban hành',
    'đã báo cáo',
    'đã triển khai xong',
    'đạt',
    'xong',
    'đã xong',
    'ht',
    '100%',
  ],
  doing: [
    'đang',
    'đang thực hiện',
    'tiếp tục',
    'duy trì',
    'thường xuyên',
    'chờ',
    'chờ phê duyệt',
    'đã trình',
    'đã triển khai',
    'đang hoàn thành',
    'đang hoàn thiện',
    'chưa xong',
    'chưa hoàn thành',
    'dở dang',
    'một phần',
  ],
  not: ['chưa', 'chưa thực hiện', 'chưa triển khai', 'chưa bắt đầu', 'chưa làm', 'chưa có'],
  early: ['trước hạn', 'sớm', 'trước thời hạn', 'sớm hạn'],
  onTime: ['đúng hạn', 'trong hạn', 'đúng tiến độ', 'kịp thời', 'đúng thời hạn'],
  late: ['quá hạn', 'trễ hạn', 'trễ hẹn', 'chậm', 'trễ', 'chậm tiến độ', 'chậm hạn', 'muộn'],
  dueSoon: ['sắp đến hạn', 'sắp tới hạn', 'gần đến hạn'],
  notDueYet: ['chưa đến hạn', 'chưa tới hạn', 'còn hạn'],
  notPerformed: ['không thực hiện', 'không áp dụng', 'không triển khai', 'không phải thực hiện'],
  nothingArisen: ['không phát sinh', 'chưa phát sinh', 'không có phát sinh', 'không có nội dung phát sinh'],
  paused: ['tạm dừng', 'tạm ngưng', 'dừng', 'tạm hoãn', 'hoãn'],
  cancelled: ['hủy', 'hủy bỏ', 'bãi bỏ'],
  postponed: ['chuyển kỳ sau', 'chuyển sang', 'chuyển năm sau', 'chuyển quý sau', 'chuyển tiếp'],
  extended: ['gia hạn', 'xin gia hạn'],
  failed: ['không hoàn thành', 'không đạt', 'chưa đạt'],
} as const satisfies Record<StatusSense, readonly string[]>;

type StatusPhrase = { sense: StatusSense; exact: string };

const STATUS_PHRASES = new Map<string, StatusPhrase>();
for (const [sense, words] of Object.entries(SENSE_WORDS) as [StatusSense, readonly string[]][]) {
  for (const word of words) STATUS_PHRASES.set(toMatchKey(word), { sense, exact: toIdentityKey(word) });
}
const MAX_PHRASE_WORDS = Math.max(...[...STATUS_PHRASES.keys()].map((key) => key.split(' ').length));

/** "80%", "100 %": how much is done. */
const PERCENTAGE_DONE = /(\d{1,3})(?:[.,]\d+)?\s*%/g;

function findSenses(text: string): Set<StatusSense> {
  const plain = text.replace(PERCENTAGE_DONE, (_, share: string) =>
    Number(share) >= 100 ? ' hoàn thành ' : ' một phần ',
  );
  const words = toMatchKey(plain).split(' ');
  const exact = toIdentityKey(plain).split(' ');
  const senses = new Set<StatusSense>();
  for (let at = 0; at < words.length;) {
    let step = 1;
    for (let length = Math.min(MAX_PHRASE_WORDS, words.length - at); length > 0; length -= 1) {
      const phrase = STATUS_PHRASES.get(words.slice(at, at + length).join(' '));
      // A single word is its own only with its diacritics, or where none are typed: "trẻ" is not "trễ".
      const typed = exact[at] ?? '';
      if (!phrase || (length === 1 && typed !== phrase.exact && typed !== words[at])) continue;
      senses.add(phrase.sense);
      step = length;
      break;
    }
    at += step;
  }
  return senses;
}

const TIMELINESS_CLAIMS = ['late', 'early', 'onTime', 'dueSoon', 'notDueYet'] as const;
const ALTERNATIVE_STATES = ['notPerformed', 'cancelled', 'paused', 'postponed', 'extended'] as const;

function toStoredState(senses: ReadonlySet<StatusSense>): StoredState | null {
  if (senses.has('nothingArisen')) return 'nothingArisen';
  // "Đang thực hiện, chưa hoàn thành" is under way; "chưa hoàn thành" alone has at least begun.
  if (senses.has('doing') || (senses.has('done') && senses.has('not'))) return 'inProgress';
  if (senses.has('not')) return 'notStarted';
  if (senses.has('done')) return 'done';
  if (ALTERNATIVE_STATES.some((sense) => senses.has(sense))) return null;
  if (senses.has('notDueYet')) return 'notStarted';
  return null;
}

/**
 * A status as clerks type it ("Đã hoàn thành", "Hoàn thành quá hạn", "Chưa đến hạn", "đang TH") → the state to store.
 * Words of timeliness are only reported: early and late follow from the dates. Unknown words give null, never a guess.
 */
export function parseStatus(text: string): StatusReading {
  const senses = findSenses(text);
  const claim = TIMELINESS_CLAIMS.find((sense) => senses.has(sense));
  const instead = ALTERNATIVE_STATES.find((sense) => senses.has(sense));
  return {
    state: instead === 'notPerformed' ? null : toStoredState(senses),
    ...(claim ? { claim } : {}),
    ...(instead ? { instead } : {}),
  };
}
