import { toMatchKey } from '../../shared/text';
import type { SourceCell } from '../types';
import type { RecordedCells } from './read-recorded-values';

/** What a column that a unit made itself asks: with ticks, "Có/Không" or words of status. */
export type AnswerColumn = 'performed' | 'notPerformed' | 'done' | 'inProgress' | 'notStarted' | 'status';

const HEADER_PATTERNS: readonly (readonly [AnswerColumn, RegExp])[] = [
  ['notPerformed', /^(?:don vi )?(?:khong (?:thuc hien|ap dung|trien khai)|khong th|kth)$/],
  ['notStarted', /^(?:chua (?:thuc hien|hoan thanh|trien khai|lam|xong|ht|th)|cht|cth)$/],
  ['inProgress', /^(?:dang (?:thuc hien|trien khai|lam|th)|dth)$/],
  [
    'done',
    /^(?:da (?:thuc hien|hoan thanh|trien khai|lam|xong|ht|th)|hoan thanh|ht)(?: (?:co khong|chua|hay chua|x))?$/,
  ],
  [
    'performed',
    /^(?:co )?(?:thuc hien|ap dung|th)(?: (?:co khong|hay khong|khong|x|danh dau x))?$|^co khong(?: thuc hien)?$/,
  ],
  [
    'status',
    /^(?:ket qua|tinh hinh|tien do|trang thai|tinh trang|muc do|ket qua va tien do)(?: (?:thuc hien|hoan thanh|trien khai|cong viec|nhiem vu|bao cao|ht cht kth|den nay|dat duoc|hien nay))*(?: (?:nam|quy|thang) ?\S*)*$|^(?:ht cht kth|ht cht|danh gia)(?: kth)?$/,
  ],
];

/**
 * Classifies the header of a unit's own column.
 *
 * @returns null for a column that asks nothing of the task
 */
export function classifyAnswerHeader(header: string): AnswerColumn | null {
  const key = toMatchKey(header);
  return HEADER_PATTERNS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
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
      return { field: 'applicability', value: tick === 'yes' ? APPLICABILITY_ANSWERS.no : text };
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
    case 'status':
      return { field: 'status', value: text };
  }
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
    else if (known.value !== value)
      cells[field] = { value: `${String(known.value)} / ${value} ?`, cell: known.cell };
  }
  return cells;
}
