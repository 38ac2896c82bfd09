import { parseStatus } from '../../progress/status/parse-status';
import { toMatchKey } from '../../shared/text';
import type { SourceCell } from '../types';
import type { RecordedCells } from './read-recorded-values';

/** What a column that a unit made itself asks: with ticks, "Có/Không", percentages or words of status. */
export type AnswerColumn =
  'performed' | 'notPerformed' | 'done' | 'inProgress' | 'notStarted' | 'percentage' | 'status';

/** "Đơn vị thực hiện": who does it, not whether. */
const NAMES_UNIT =
  /^(?:don vi|truong|nha truong|co quan|bo phan|nguoi)(?: chu tri)?(?: duoc giao)? (?:thuc hien|trien khai|ap dung|th)$/;
/** Whose answer it is, and up to when: the question is what is left. */
const ASKED_OF = /^(?:(?:cac )?(?:don vi|truong|nha truong)|tu) (?=\S)/;
const ANSWERED_BY = /(?<=\S) (?:cua|tai|o) (?:don vi|truong|nha truong)$/;
const AS_OF =
  /(?<=\S) (?:(?:tinh )?den (?:ngay )?[\d ]+|(?:tinh )?den (?:nay|het .*)|hien (?:nay|tai)|(?:trong )?(?:thang|quy|nam|hoc ky|ky) \S+(?: nam \d+| \d+)?)$/;
const TICK_HINT = '(?: (?:x|danh dau x|tich x|co khong|hay khong|khong|chua|hay chua|roi chua|d k))?';

const HEADER_PATTERNS: readonly (readonly [AnswerColumn, RegExp])[] = [
  [
    'percentage',
    /^(?:ty le|muc do|tien do|ket qua|phan tram)(?: (?:thuc hien|hoan thanh|ht|dat duoc|dat))*$/,
  ],
  ['notPerformed', /^(?:khong|ko) (?:thuc hien|ap dung|trien khai|th|lam)(?: x)?$|^kth$/],
  [
    'notStarted',
    /^(?:chua|khong|ko) (?:thuc hien|hoan thanh|trien khai|lam|xong|dat|ht|th)(?: x)?$|^cht$|^cth$/,
  ],
  ['inProgress', /^(?:dang (?:thuc hien|trien khai|lam|hoan thanh|th)|dth)(?: x)?$/],
  [
    'done',
    new RegExp(
      `^(?:da (?:thuc hien|hoan thanh|trien khai|lam|xong|ht|th|dat)|hoan thanh|ht|xong|dat)${TICK_HINT}$|^(?:da|roi) chua$`,
    ),
  ],
  [
    'performed',
    new RegExp(
      `^(?:co )?(?:thuc hien|ap dung|trien khai|th)${TICK_HINT}$|^co khong(?: thuc hien)?$|^c k$|^th kth$`,
    ),
  ],
  [
    'status',
    /^(?:(?:tu )?danh gia )?(?:ket qua|kq|kqth|tinh hinh|tien do|trang thai|tinh trang|muc do|ket qua va tien do)(?: (?:thuc hien|hoan thanh|trien khai|cong viec|nhiem vu|bao cao|dat duoc|ht|cht|kth))*$|^(?:ht cht|ht cht kth|tu danh gia|danh gia|hoan thanh chua hoan thanh|da thuc hien chua thuc hien|dat (?:khong|chua) dat)(?: kth)?$/,
  ],
];

function classifyQuestion(header: string): AnswerColumn | null {
  const written = toMatchKey(header);
  if (NAMES_UNIT.test(written)) return null;
  const key = written.replace(AS_OF, '').replace(ANSWERED_BY, '').replace(ASKED_OF, '').trim();
  const isShare = header.includes('%') || /^(?:ty le|phan tram) /.test(key);
  return (
    HEADER_PATTERNS.find(
      ([column, pattern]) => (column === 'percentage' ? isShare : !isShare) && pattern.test(key),
    )?.[0] ?? (isShare && /^(?:hoan thanh|ht|thuc hien|dat)$/.test(key) ? 'percentage' : null)
  );
}

const AFFIRMATIVE_HEADER = /^(?:co|da|roi|dat|x)$/;
const NEGATIVE_HEADER = /^(?:khong|ko|chua)(?: dat)?$/;

/**
 * Classifies the header of a unit's own column. `above`: the header that spans it, which "Có" and "Không" answer.
 *
 * @returns null for a column that asks nothing of the task
 */
export function classifyAnswerHeader(header: string, above = ''): AnswerColumn | null {
  const asked = classifyQuestion(header);
  if (asked || above === '') return asked;
  const key = toMatchKey(header);
  const question = classifyQuestion(above);
  if (question === 'performed')
    return AFFIRMATIVE_HEADER.test(key) ? 'performed' : NEGATIVE_HEADER.test(key) ? 'notPerformed' : null;
  if (question === 'done')
    return AFFIRMATIVE_HEADER.test(key) ? 'done' : NEGATIVE_HEADER.test(key) ? 'notStarted' : null;
  return null;
}

const YES = new Set(['x', 'v', 'co', 'c', 'yes', 'y', '1', 'true', 'da', 'roi', 'dung', 'ok', 'd']);
const NO = new Set(['khong', 'k', 'ko', 'kg', 'no', 'n', '0', 'false', 'chua']);
const TICKS = /^[×✓✔☑☒✅√üþ●◉*+]+$/u;

/** Words of the form that ticks stand for. */
const APPLICABILITY_ANSWERS = { yes: 'Thực hiện', no: 'Không thực hiện' } as const;
const STATUS_ANSWERS = {
  done: 'Hoàn thành',
  inProgress: 'Đang thực hiện',
  notStarted: 'Chưa thực hiện',
} as const;

/** A number of percent; 1 and less may be a share of one. */
const WHOLE_PERCENTAGE = /^(?:\d{2,3}(?:[.,]\d+)?|[2-9])$/;

type Tick = 'yes' | 'no' | 'text';

function readTick(cell: SourceCell): Tick {
  const text = String(cell.value).trim();
  if (TICKS.test(text)) return 'yes';
  const key = toMatchKey(text);
  return YES.has(key) ? 'yes' : NO.has(key) ? 'no' : 'text';
}

/** The word of the form that an answer stands for; the text itself where it is no tick. */
function toWord(
  column: AnswerColumn,
  cell: SourceCell,
): { field: 'applicability' | 'status'; value: string } | null {
  const tick = readTick(cell);
  const text = String(cell.value).trim();
  switch (column) {
    case 'performed':
      return { field: 'applicability', value: tick === 'text' ? text : APPLICABILITY_ANSWERS[tick] };
    case 'notPerformed':
      // "Không thực hiện: không" denies it twice.
      return {
        field: 'applicability',
        value: tick === 'text' ? text : APPLICABILITY_ANSWERS[tick === 'yes' ? 'no' : 'yes'],
      };
    case 'done':
      return {
        field: 'status',
        value: tick === 'text' ? text : STATUS_ANSWERS[tick === 'yes' ? 'done' : 'notStarted'],
      };
    case 'inProgress':
    case 'notStarted':
      return tick === 'no'
        ? null
        : { field: 'status', value: tick === 'yes' ? STATUS_ANSWERS[column] : text };
    case 'percentage':
      return { field: 'status', value: WHOLE_PERCENTAGE.test(text) ? `${text}%` : text };
    case 'status':
      return { field: 'status', value: text };
  }
}

/** Whether two answers say the same state: "Đã hoàn thành" and "100%". */
function isSameState(field: 'applicability' | 'status', one: string, other: string): boolean {
  const { state } = parseStatus(one);
  return field === 'status' && state !== null && state === parseStatus(other).state;
}

/**
 * Reads the answers of a row in columns of a unit's own as cells of the form. Columns that contradict each other make a
 * cell that nobody understands, so that the officer is asked.
 */
export function readAnswers(answers: readonly { column: AnswerColumn; cell: SourceCell }[]): RecordedCells {
  const cells: RecordedCells = {};
  for (const { column, cell } of answers) {
    const word = toWord(column, cell);
    if (!word) continue;
    const { field, value } = word;
    const known = cells[field];
    if (!known) cells[field] = { value, cell: cell.cell };
    else if (known.value !== value && !isSameState(field, String(known.value), value))
      cells[field] = { value: `${String(known.value)} / ${value} ?`, cell: known.cell };
  }
  return cells;
}
