import type { TaskField } from '../../../src/consolidation/types';
import type { StoredState } from '../../../src/progress/types';
import { METADATA_SHEET } from '../../../src/school-workbook/metadata-sheet';
import { addDays, parseIsoDate, toExcelSerial, toIsoDate } from '../../../src/shared/dates';
import { pick, type Random } from '../random';
import { AS_OF } from './create-answers';
import {
  type CountedValue,
  createCopiedDraft,
  type DraftColumn,
  type DraftRow,
  findDraftColumn,
  FUZZ_MASTER,
  type RowTruth,
  type WorkbookDraft,
} from './workbook-draft';

/**
 * Something that a school does to its workbook so that the meaning changes, not only the form; the truth is changed
 * with it. What nobody can know for certain is left open: read rightly, or reported with its place.
 */
type DisorderEdit = (draft: WorkbookDraft, random: Random) => void | Promise<void>;

const MAX_ROWS = 6;
const MAX_MONTH = 12;
/** Days between the date systems of 1900 and 1904. */
const DAYS_TO_1904 = 1462;

function open(truth: RowTruth, ...values: CountedValue[]): void {
  truth.open = new Set([...truth.open, ...values]);
}

/** Notes that a row must be reported. */
function expectReport(draft: WorkbookDraft, code: string, row: DraftRow): void {
  draft.reports.set(code, (draft.reports.get(code) ?? new Set<DraftRow>()).add(row));
}

function chooseRows(draft: WorkbookDraft, random: Random, test: (row: DraftRow) => boolean): DraftRow[] {
  const rows = draft.rows.filter((row) => row.truth.task !== null && !row.truth.copy && test(row));
  if (rows.length === 0) return [];
  return [...new Set(Array.from({ length: 1 + random(MAX_ROWS) }, () => pick(rows, random)))];
}

const isPerformed = ({ truth }: DraftRow): boolean => truth.applicability === 'performed';
const isDoneOnDay = (row: DraftRow): boolean =>
  isPerformed(row) && row.truth.state === 'done' && row.truth.doneOn !== '';

function toSerial(draft: WorkbookDraft, iso: string): number {
  return toExcelSerial(iso) - (draft.workbook.date1904 ? DAYS_TO_1904 : 0);
}

const formatDay = (iso: string): string => iso.split('-').reverse().join('/');

/** Replaces a column by others; returns the new ones. */
function replaceColumn(draft: WorkbookDraft, field: TaskField, ...headers: string[]): DraftColumn[] {
  const column = findDraftColumn(draft, field);
  if (!column) return [];
  const holds: CountedValue = field === 'status' ? 'state' : 'applicability';
  const columns = headers.map((header): DraftColumn => ({ field: null, header, holds }));
  draft.columns.splice(draft.columns.indexOf(column), 1, ...columns);
  for (const { cells } of draft.rows) cells.delete(column);
  return columns;
}

/** What a word in place of a date is followed by: "12/06/2026" behind others. */
const TWO_DATES: readonly ((done: string, other: string, random: Random) => string)[] = [
  (done, other) => `Gia hạn đến ${other}, nộp ngày ${done}`,
  (done, other) => `Hạn ${other}; đã nộp ${done}`,
  (done, other, random) => `CV số ${1 + random(90)}/BC ngày ${other}; hoàn thành ${done}`,
  (done, other) => `${other}, ${done}`,
  (done, other) => `${done} (xin lùi từ ${other})`,
  (done, other) => `Dự thảo ${other}\nBan hành ${done}`,
];

const DONE_PHRASES: readonly ((random: Random) => string)[] = [
  () => 'Đã hoàn thành',
  () => 'đã làm xong',
  (random) => `Hoàn thành ${pick(['đúng hạn', 'trước hạn', 'trễ hạn', '100%', 'tốt'], random)}`,
  (random) => `Đã nộp báo cáo số ${1 + random(90)}/BC-TH`,
  (random) => {
    const all = 2 + random(8);
    return `Đã hoàn thành ${all}/${all} nội dung`;
  },
  () => 'Đã ban hành kế hoạch',
  () => 'HT',
  () => 'Trước đây chưa làm, nay đã hoàn thành',
];

const NOT_DONE_PHRASES: readonly ((random: Random) => string)[] = [
  (random) => `${pick(['Không kịp', 'Ko', 'Chưa', 'Chưa thể', 'Khó'], random)} hoàn thành`,
  (random) =>
    `${pick(['Sẽ', 'Dự kiến', 'Phấn đấu', 'Xin'], random)} hoàn thành trong tháng ${10 + random(3)}`,
  (random) => `${pick(['Cơ bản', 'Gần', 'Sắp'], random)} hoàn thành`,
  (random) => `HT ${1 + random(4)}/${5 + random(5)}`,
  (random) => `Đạt ${10 + random(80)}/100`,
  (random) => `Đạt ${10 + random(80)}%`,
  () => 'Đã báo cáo xin gia hạn',
  (random) => `Hoàn thành: ${pick(['Không', 'chưa', '0'], random)}`,
  () => 'Trình HT ký',
  () => 'Chờ hoàn thành hồ sơ',
  (random) => `Hoàn thành bước ${1 + random(3)}, còn lại đang làm`,
  () => 'Đang thực hiện, chưa hoàn thành',
];

const TICKS = ['x', 'X', 'v', '✓', '✔'] as const;
const TICK_HEADERS = [
  ['Thực hiện', 'Không thực hiện'],
  ['Có', 'Không'],
  ['TH', 'KTH'],
  ['Có thực hiện', 'Không thực hiện'],
] as const;

const MARKER = 'không thực hiện nội dung này';

/** States as initials: "KTH" says that the task is not performed. */
const INITIALS: Record<StoredState, string> = {
  done: 'HT',
  inProgress: 'CHT',
  notStarted: 'CHT',
  nothingArisen: 'Không phát sinh',
};

function markNotPerformed(row: DraftRow): void {
  row.truth.applicability = 'notPerformed';
  row.truth.state = null;
  row.truth.doneOn = '';
  open(row.truth, 'reason');
}

function clearCells(draft: WorkbookDraft, row: DraftRow, ...fields: TaskField[]): void {
  for (const field of fields) {
    const column = findDraftColumn(draft, field);
    if (column) row.cells.delete(column);
  }
}

/** A row that is nobody's task. */
function createOtherRow(cells: DraftRow['cells']): DraftRow {
  const truth: RowTruth = {
    task: null,
    applicability: 'undecided',
    reason: '',
    state: null,
    due: '',
    doneOn: '',
    open: new Set(['applicability', 'state']),
    intact: false,
    copy: false,
  };
  return { truth, cells, hidden: false };
}

function insertAreaRows(draft: WorkbookDraft): void {
  const [tt, content] = [findDraftColumn(draft, 'tt'), findDraftColumn(draft, 'content')];
  const tasks = new Map(FUZZ_MASTER.tasks.map((task) => [task.id, task]));
  let area = '';
  draft.rows = draft.rows.flatMap((row) => {
    const task = tasks.get(row.truth.task ?? '');
    if (!task || task.section === area || !tt || !content) return [row];
    area = task.section;
    const title = new Map<DraftColumn, string>([
      [tt, task.section],
      [content, task.sectionTitle],
    ]);
    return [createOtherRow(title), row];
  });
}

/** Each names the kind of returned workbook that it makes. */
export const DISORDER_EDITS = {
  'tick columns': (draft, random) => {
    const [yes, no] = replaceColumn(draft, 'applicability', ...pick(TICK_HEADERS, random));
    if (!yes || !no) return;
    const tick = pick(TICKS, random);
    for (const { truth, cells } of draft.rows) {
      open(truth, 'applicability');
      if (truth.applicability === 'undecided') continue;
      cells.set(truth.applicability === 'performed' ? yes : no, tick);
    }
  },
  'own columns': (draft, random) => {
    const header = pick(['Kết quả thực hiện', 'Tình hình', 'HT/CHT/KTH', 'Kết quả (HT/CHT/KTH)'], random);
    const status = findDraftColumn(draft, 'status');
    const words = new Map(draft.rows.map(({ cells }) => [cells, status ? cells.get(status) : undefined]));
    const [column] = replaceColumn(draft, 'status', header);
    if (!column) return;
    for (const row of draft.rows) {
      open(row.truth, 'state');
      const { truth, cells } = row;
      const word = words.get(cells);
      if (word === undefined) continue;
      const isInitials = header.includes('HT') && truth.state !== null;
      cells.set(column, isInitials ? INITIALS[truth.state!] : word);
      if (isInitials && truth.state === 'inProgress') truth.alsoStates = ['notStarted'];
      if (isInitials && truth.state === 'notStarted') truth.alsoStates = ['inProgress'];
    }
  },
  'free states': (draft, random) => {
    const status = findDraftColumn(draft, 'status');
    if (!status) return;
    for (const row of chooseRows(draft, random, isDoneOnDay)) {
      row.cells.set(status, pick(DONE_PHRASES, random)(random));
      open(row.truth, 'state');
    }
    for (const row of chooseRows(draft, random, (one) => isPerformed(one) && !one.truth.open.has('state'))) {
      row.cells.set(status, pick(NOT_DONE_PHRASES, random)(random));
      row.truth.state = 'inProgress';
      row.truth.alsoStates = ['notStarted'];
      row.truth.doneOn = '';
      clearCells(draft, row, 'doneOn');
      open(row.truth, 'state');
    }
  },
  'impossible progress': (draft, random) => {
    const [status, doneOn] = [findDraftColumn(draft, 'status'), findDraftColumn(draft, 'doneOn')];
    if (!status || !doneOn) return;
    for (const row of chooseRows(draft, random, isDoneOnDay)) {
      open(row.truth, 'state', 'doneOn');
      row.truth.state = null;
      if (random(3) === 0) {
        row.cells.set(status, pick(['Đạt 120%', '150%', 'Hoàn thành 7/5 nội dung', 'HT 200 %'], random));
        continue;
      }
      row.truth.doneOn = '';
      const day = pick([addDays(AS_OF, 1 + random(900)), '1900-01-15', '2024-06-03', '2062-05-20'], random);
      const isSerial = random(2) === 0 && !(draft.workbook.date1904 && day < '1904');
      row.cells.set(doneOn, isSerial ? toSerial(draft, day) : formatDay(day));
    }
  },
  'two dates': (draft, random) => {
    const doneOn = findDraftColumn(draft, 'doneOn');
    if (!doneOn) return;
    for (const row of chooseRows(draft, random, isDoneOnDay)) {
      const done = formatDay(row.truth.doneOn);
      const other = formatDay(addDays(row.truth.doneOn, pick([-20, -3, 4, 15], random)));
      row.cells.set(doneOn, pick(TWO_DATES, random)(done, other, random));
      open(row.truth, 'doneOn');
    }
  },
  /** Excel of an American system: "05/03" was stored as 3 May, "25/03" stayed text. */
  'US dates': (draft, random) => {
    const doneOn = findDraftColumn(draft, 'doneOn');
    const rows = draft.rows.filter(isDoneOnDay);
    const days = rows.map(({ truth }) => parseIsoDate(truth.doneOn)!);
    if (!doneOn || !days.some(({ day }) => day > MAX_MONTH)) return;
    draft.dateFormat = pick(['dd/mm/yyyy', 'm/d/yyyy', 'mm/dd/yy'], random);
    rows.forEach(({ truth, cells }, index) => {
      const { year, month, day } = days[index]!;
      open(truth, 'doneOn', 'state');
      cells.set(
        doneOn,
        day > MAX_MONTH ? formatDay(truth.doneOn) : toSerial(draft, toIsoDate(year, day, month)),
      );
    });
  },
  'typed marker': (draft, random) => {
    const [mark, coordinating, status] = (['applicability', 'coordinatingUnit', 'status'] as const).map(
      (field) => findDraftColumn(draft, field),
    );
    if (!mark || !coordinating || !status) return;
    for (const row of chooseRows(draft, random, isPerformed)) {
      const inStatus = random(2) === 0;
      clearCells(draft, row, 'doneOn', 'evidence', 'status');
      if (inStatus) row.cells.set(status, pick(['Không thực hiện', MARKER, 'Không TH'], random));
      else {
        const text = String(row.cells.get(coordinating) ?? '').trim();
        row.cells.set(coordinating, `${text}${pick([' ', '; ', '\n', ' - '], random)}${MARKER}`);
      }
      if (random(2) === 0) row.cells.delete(mark);
      markNotPerformed(row);
      open(row.truth, 'applicability', 'state');
    }
  },
  'rows struck': (draft, random) => {
    for (const row of chooseRows(draft, random, () => true)) {
      row.struck = new Set(draft.columns);
      expectReport(draft, 'struck-out', row);
      Object.assign(row.truth, { applicability: 'undecided', reason: '', state: null, due: '', doneOn: '' });
      open(row.truth, 'applicability', 'reason', 'state', 'due', 'doneOn');
    }
  },
  'states struck': (draft, random) => {
    const columns = (['status', 'doneOn'] as const).flatMap((field) => findDraftColumn(draft, field) ?? []);
    if (columns.length < 2) return;
    for (const row of chooseRows(draft, random, (one) => isPerformed(one) && !one.struck)) {
      row.struck = new Set(columns);
      if (columns.some((column) => String(row.cells.get(column) ?? '') !== ''))
        expectReport(draft, 'struck-out', row);
      row.truth.state = null;
      row.truth.doneOn = '';
      open(row.truth, 'state', 'doneOn');
    }
  },
  'total row': (draft, random) => {
    const [content, mark, status] = (['content', 'applicability', 'status'] as const).map((field) =>
      findDraftColumn(draft, field),
    );
    if (!content) return;
    const count = (test: (row: DraftRow) => boolean): number => draft.rows.filter(test).length;
    const done = count(({ truth }) => truth.state === 'done');
    const cells = new Map([[content, pick(['Tổng cộng', 'Cộng', 'TỔNG SỐ', 'Tổng số nhiệm vụ'], random)]]);
    const totals = new Map<DraftColumn, string | number>(cells);
    if (mark) totals.set(mark, count(isPerformed));
    if (status) totals.set(status, pick([done, `${done}`, `Hoàn thành: ${done}`], random));
    draft.rows.push(createOtherRow(totals));
  },
  'filled copy': (draft, random) => {
    draft.layout = {
      kind: 'copy',
      name: pick(['Phụ lục (2)', 'Bản điền', 'Đã điền', 'Sheet2'], random),
      keepsTable: random(2) === 0,
      hidesOriginal: false,
    };
  },
  'hidden original': (draft, random) => {
    draft.layout = {
      kind: 'copy',
      name: pick(['Phụ lục (2)', 'Bản nộp', 'PL2026'], random),
      keepsTable: random(2) === 0,
      hidesOriginal: true,
    };
  },
  'quarter sheets': (draft, random) => {
    draft.layout = {
      kind: 'quarters',
      names: pick([['Quý I', 'Quý II', 'Quý III'] as const, ['Q1', 'Q2', 'Q3'] as const], random),
    };
    for (const row of draft.rows) row.quarter = random(3);
  },
  'period column': (draft, random) => {
    const column = pick(
      [
        { header: 'Kỳ báo cáo', periods: ['Quý I', 'Quý II', 'Quý III'] },
        { header: 'Quý', periods: ['I', 'II', 'III'] },
        { header: 'Thời điểm báo cáo', periods: ['31/3/2026', '30/6/2026', '30/9/2026'] },
        { header: 'Kỳ', periods: ['3 tháng', '6 tháng đầu năm', '9 tháng'] },
      ],
      random,
    );
    draft.layout = { kind: 'quarters', names: ['Phụ lục', 'Phụ lục (2)', 'Sheet3'], column };
    for (const row of draft.rows) row.quarter = random(3);
  },
  /** Two filled sheets that contradict each other. */
  'two versions': (draft, random) => {
    const [status, doneOn] = [findDraftColumn(draft, 'status'), findDraftColumn(draft, 'doneOn')];
    if (!status || !doneOn) return;
    const rows = chooseRows(draft, random, (row) => isDoneOnDay(row) && !row.struck && !row.hidden);
    if (rows.length === 0) return;
    const taken = new Map([
      [status, 'Chưa thực hiện'],
      [doneOn, ''],
    ]);
    draft.layout = {
      kind: 'versions',
      name: pick(['Phụ lục (2)', 'Sửa lại', 'Bản nộp lần 2'], random),
      other: new Map(rows.map((row) => [row, taken])),
    };
  },
  'error values': (draft, random) => {
    const status = findDraftColumn(draft, 'status');
    if (!status) return;
    for (const row of chooseRows(draft, random, (one) => isPerformed(one) && !one.struck)) {
      row.cells.set(status, pick(['#N/A', '#VALUE!', '#REF!', '#WERT!', '######'], random));
      row.truth.state = null;
      open(row.truth, 'state');
      expectReport(draft, 'cell-error', row);
    }
  },
  'done last year': (draft, random) => {
    const [status, doneOn] = [findDraftColumn(draft, 'status'), findDraftColumn(draft, 'doneOn')];
    if (!status || !doneOn) return;
    for (const row of chooseRows(draft, random, (one) => isDoneOnDay(one) && !one.struck)) {
      row.cells.set(
        status,
        pick(['Hoàn thành năm 2025', 'Đã xong tháng 12/2025', 'HT quý IV/2025', 'Hoàn thành (2024)'], random),
      );
      row.cells.delete(doneOn);
      row.truth.state = null;
      row.truth.doneOn = '';
      open(row.truth, 'state', 'doneOn');
      expectReport(draft, 'done-before-annex', row);
    }
  },
  /**
   * A table of the school's own, without ids, marks and hidden sheet: titles of areas stand across, and the annex's
   * marker for "not performed".
   */
  'table retyped': (draft) => {
    const coordinating = findDraftColumn(draft, 'coordinatingUnit');
    if (!coordinating || !findDraftColumn(draft, 'applicability')) return;
    for (const { truth, cells } of draft.rows) {
      if (truth.task === null) continue;
      if (truth.applicability === 'notPerformed')
        cells.set(coordinating, `${String(cells.get(coordinating) ?? '')} ${MARKER}`);
      if (truth.applicability === 'undecided') cells.delete(coordinating);
      if (truth.applicability !== 'performed') open(truth, 'applicability', 'reason');
    }
    insertAreaRows(draft);
    draft.columns = draft.columns.filter(
      ({ field }) => field === null || !['id', 'area', 'applicability'].includes(field),
    );
    draft.keepsTable = false;
    draft.workbook.sheets = draft.workbook.sheets.filter(({ name }) => name !== METADATA_SHEET);
    draft.identity = 'less';
  },
  'answers copied': async (draft, random) => {
    draft.companion = await createCopiedDraft(draft, random);
  },
} satisfies Record<string, DisorderEdit>;

type DisorderEditName = keyof typeof DISORDER_EDITS;
export const DISORDER_EDIT_NAMES = Object.keys(DISORDER_EDITS) as DisorderEditName[];

/** What undoes or contradicts what another one needs. */
export const CONFLICTING_EDITS: readonly (readonly [string, string])[] = [
  ['own columns', 'free states'],
  ['own columns', 'impossible progress'],
  ['own columns', 'typed marker'],
  ['own columns', 'states struck'],
  ['own columns', 'header garbled'],
  ['tick columns', 'typed marker'],
  ['tick columns', 'table retyped'],
  ['typed marker', 'table retyped'],
  ['rows sorted', 'table retyped'],
  ['US dates', 'impossible progress'],
  ['US dates', 'two dates'],
  ['US dates', 'states struck'],
  ['US dates', 'rows struck'],
  ['US dates', 'dates garbled'],
  ['US dates', 'quarter sheets'],
  // Of each row, two sheets in three show no answer that could be compared.
  ['answers copied', 'quarter sheets'],
  ['filled copy', 'hidden original'],
  ['filled copy', 'quarter sheets'],
  ['hidden original', 'quarter sheets'],
  // Each decides what stands on which sheet.
  ...['filled copy', 'hidden original', 'quarter sheets'].flatMap((name) => [
    [name, 'period column'] as const,
    [name, 'two versions'] as const,
  ]),
  ['period column', 'two versions'],
  ['period column', 'US dates'],
  ['period column', 'answers copied'],
  ['US dates', 'done last year'],
  // Each writes the state of a row.
  ...['own columns', 'free states', 'impossible progress', 'typed marker'].flatMap((name) => [
    [name, 'error values'] as const,
    [name, 'done last year'] as const,
    [name, 'two versions'] as const,
  ]),
  ['error values', 'done last year'],
  ['two dates', 'done last year'],
  ['states struck', 'error values'],
  ['states struck', 'done last year'],
  ...DISORDER_EDIT_NAMES.map((name) => [name, 'cells merged'] as const),
];
