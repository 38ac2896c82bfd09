import { addSheet } from '@phuluc/excel-simulator/model/workbook';
import type { TaskField } from '../../../src/consolidation/types';
import { METADATA_SHEET } from '../../../src/school-workbook/metadata-sheet';
import { toExcelSerial } from '../../../src/shared/dates';
import { ALTERNATIVE_HEADERS } from '../../../src/sheets/labels/school-labels';
import { pick, type Random } from '../random';
import { findTaskSheet } from './create-issued-workbooks';
import { setValue } from './edit-sheet';
import {
  type DraftRow,
  findDraftColumn,
  FUZZ_UNITS,
  rewriteDraftUnit,
  type WorkbookDraft,
} from './workbook-draft';

/** Something that a school does to its workbook; the truth is changed with it. */
type SchoolEdit = (draft: WorkbookDraft, random: Random) => void;

function pickSome<T>(items: readonly T[], most: number, random: Random): T[] {
  return items.length === 0 ? [] : Array.from({ length: 1 + random(most) }, () => pick(items, random));
}

function setField(draft: WorkbookDraft, row: DraftRow, field: TaskField, value: string | number): void {
  const column = findDraftColumn(draft, field);
  if (column) row.cells.set(column, value);
}

const hasField = (draft: WorkbookDraft, field: TaskField): boolean =>
  findDraftColumn(draft, field) !== undefined;

const GARBLED_TEXTS = [
  '###',
  'xem công văn',
  '???',
  'Ho?n th?nh',
  'ngày mai',
  '12,5x',
  'tuần 3',
  'để xem lại đã',
];
const DATE_FORMATS: readonly ((iso: string) => string | number)[] = [
  (iso) => iso.split('-').reverse().join('/'),
  (iso) => iso.split('-').map(Number).reverse().join('.'),
  (iso) => iso.split('-').reverse().join('-'),
  (iso) => iso,
  (iso) => String(toExcelSerial(iso)),
  (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `ngày ${day} tháng ${month} năm ${year}`;
  },
];

/** In the order in which they are made: what a later one does, an earlier one need not know. */
export const SCHOOL_EDITS = {
  'rows deleted': (draft, random) => {
    for (const row of pickSome(draft.rows, 5, random)) {
      if (draft.merges.length > 0) return;
      draft.rows = draft.rows.filter((one) => one !== row);
    }
  },
  'columns moved': (draft, random) => {
    const [column] = pickSome(draft.columns, 1, random);
    if (!column) return;
    draft.columns = draft.columns.filter((one) => one !== column);
    draft.columns.splice(random(draft.columns.length + 1), 0, column);
  },
  'column added': (draft, random) => {
    const column = { field: null, header: pick(['Người ký duyệt', 'Cột1', 'Email'], random) };
    draft.columns.splice(random(draft.columns.length + 1), 0, column);
    for (const row of draft.rows) if (random(3) > 0) row.cells.set(column, pick(['Cô Mai', 7, 'x'], random));
  },
  'columns renamed': (draft, random) => {
    for (const column of pickSome(draft.columns, 3, random)) {
      const others = column.field && ALTERNATIVE_HEADERS[column.field];
      if (others) column.header = pick(others, random);
    }
  },
  'header garbled': (draft, random) => {
    const field = pick(['status', 'doneOn', 'evidence', 'area', 'tt', 'leadUnit'] as const, random);
    const column = findDraftColumn(draft, field);
    if (!column) return;
    Object.assign(column, { field: null, header: 'Cột riêng của trường' });
    for (const { truth } of draft.rows) {
      if (field === 'status') truth.state = null;
      if (field === 'doneOn') truth.doneOn = '';
    }
  },
  'states garbled': (draft, random) => {
    if (!hasField(draft, 'status')) return;
    for (const row of pickSome(draft.rows, 6, random)) {
      setField(draft, row, 'status', pick(GARBLED_TEXTS, random));
      row.truth.state = null;
    }
  },
  'sheet renamed': ({ workbook: book }, random) => {
    findTaskSheet(book).name = pick(['Bảng theo dõi', 'Sheet1', 'PL (2)', "Tháng 7 'mới'", '&<x>'], random);
  },
  'sheets reversed': ({ workbook: book }) => {
    book.sheets.reverse();
  },
  'sheet added': ({ workbook: book }, random) => {
    const name = pick(['Danh bạ', 'Sheet9', 'Nháp'], random);
    if (book.sheets.some((sheet) => sheet.name === name)) return;
    const notes = addSheet(book, name);
    ['Mã', 'Họ và tên', 'Nội dung', 'Ghi chú'].forEach((header, column) =>
      setValue(notes, 0, column, header),
    );
    setValue(notes, 1, 2, 'Việc riêng của trường');
  },
  'cells merged': (draft, random) => {
    const [column, answer] = [findDraftColumn(draft, 'status'), findDraftColumn(draft, 'applicability')];
    if (!column || !answer || draft.rows.length < 4 || draft.merges.length > 0) return;
    const from = random(draft.rows.length - 3);
    const to = from + 1 + random(2);
    draft.merges.push({ from, to, column });
    const first = draft.rows[from]!;
    for (const row of draft.rows.slice(from + 1, to + 1)) {
      row.cells.delete(column);
      row.truth.state = first.cells.has(column) ? first.truth.state : null;
      // The state's words may answer for the mark: both cells are made to say the same.
      row.truth.applicability = first.truth.applicability;
      const mark = first.cells.get(answer);
      if (mark === undefined) row.cells.delete(answer);
      else row.cells.set(answer, mark);
    }
  },
  'dates as text': (draft, random) => {
    for (const row of draft.rows)
      if (row.truth.doneOn !== '' && random(2) === 0)
        setField(draft, row, 'doneOn', pick(DATE_FORMATS, random)(row.truth.doneOn));
  },
  'dates garbled': (draft, random) => {
    for (const row of pickSome(draft.rows, 4, random)) {
      setField(draft, row, 'doneOn', pick(['31/2/2026', 'hôm qua', '15', 'tháng 6', '99/99/9999'], random));
      row.truth.doneOn = '';
    }
  },
  'unit code wiped': (draft) => {
    if (draft.identity !== 'plain') return;
    rewriteDraftUnit(draft, ({ name }) => ({ code: '', name }));
    draft.identity = 'less';
  },
  'unit code of another': (draft, random) => {
    if (draft.identity !== 'plain') return;
    const other = pick(
      FUZZ_UNITS.filter(({ code }) => code !== draft.unit.code),
      random,
    );
    rewriteDraftUnit(draft, ({ name }) => ({ code: other.code, name }));
    draft.identity = 'contradictory';
  },
  'unit code of none': (draft) => {
    if (draft.identity !== 'plain') return;
    rewriteDraftUnit(draft, ({ name }) => ({ code: 'TH-99', name }));
    draft.identity = 'contradictory';
  },
  'name of another': (draft, random) => {
    if (draft.identity !== 'plain') return;
    const other = pick(
      FUZZ_UNITS.filter(({ code }) => code !== draft.unit.code),
      random,
    );
    rewriteDraftUnit(draft, ({ code }) => ({ code, name: other.name }));
    draft.identity = 'contradictory';
  },
  'hidden sheet gone': (draft) => {
    if (draft.identity !== 'plain') return;
    draft.workbook.sheets = draft.workbook.sheets.filter(({ name }) => name !== METADATA_SHEET);
    draft.identity = 'less';
  },
  'rows sorted': (draft, random) => {
    if (draft.merges.length > 0) return;
    for (let at = draft.rows.length - 1; at > 0; at--) {
      const other = random(at + 1);
      [draft.rows[at], draft.rows[other]] = [draft.rows[other]!, draft.rows[at]!];
    }
  },
  'rows hidden': (draft, random) => {
    for (const row of draft.rows) if (random(3) === 0) row.hidden = true;
  },
  'row copied': (draft, random) => {
    const [row] = pickSome(
      draft.rows.filter(({ truth }) => truth.task !== null && !truth.copy),
      1,
      random,
    );
    if (!row || draft.rows.some(({ truth }) => truth.copy)) return;
    draft.rows.push({ ...row, cells: new Map(row.cells), truth: { ...row.truth, copy: true } });
  },
  'own row': (draft, random) => {
    const row: DraftRow = {
      truth: {
        task: null,
        applicability: 'undecided',
        reason: '',
        state: hasField(draft, 'status') ? 'inProgress' : null,
        due: '',
        doneOn: '',
        open: new Set(),
        intact: false,
        copy: false,
      },
      cells: new Map(),
      hidden: false,
    };
    setField(draft, row, 'tt', '99');
    setField(
      draft,
      row,
      'content',
      pick(
        ['Tổ chức hội thi cờ vua giữa các lớp.', 'Sơn lại hàng rào và trồng hoa trước cổng trường.'],
        random,
      ),
    );
    setField(draft, row, 'status', 'Đang thực hiện');
    if (draft.rows.every(({ truth }) => truth.task !== null)) draft.rows.push(row);
  },
  'contents cut': (draft, random) => {
    const column = findDraftColumn(draft, 'content');
    for (const row of pickSome(draft.rows, 3, random)) {
      const text = column && row.cells.get(column);
      if (!column || typeof text !== 'string' || row.truth.task === null) continue;
      row.cells.set(column, text.slice(0, random(text.length)));
      row.truth.intact = false;
    }
  },
  'ids wiped': (draft, random) => {
    const column = findDraftColumn(draft, 'id');
    for (const row of draft.rows) if (column && random(2) === 0) row.cells.delete(column);
  },
  'ids swapped': (draft, random) => {
    const column = findDraftColumn(draft, 'id');
    const [one, other] = [pick(draft.rows, random), pick(draft.rows, random)];
    if (!column || !one?.truth.intact || !other?.truth.intact) return;
    const [a, b] = [one.cells.get(column), other.cells.get(column)];
    if (a === undefined || b === undefined) return;
    one.cells.set(column, b);
    other.cells.set(column, a);
  },
  'contents decomposed': (draft) => {
    for (const { cells } of draft.rows)
      for (const [column, value] of cells)
        if (typeof value === 'string') cells.set(column, `${value.normalize('NFD')}  `);
  },
  'TT as numbers': (draft) => {
    const column = findDraftColumn(draft, 'tt');
    for (const { cells } of draft.rows) {
      const text = column && cells.get(column);
      if (column && typeof text === 'string' && /^\d+$/.test(text)) cells.set(column, Number(text));
    }
  },
  'rows above': (draft, random) => {
    draft.shift += 1 + random(3);
  },
  'table gone': (draft) => {
    draft.keepsTable = false;
  },
  'dates of 1904': (draft) => {
    if (draft.workbook.date1904) return;
    draft.workbook.date1904 = true;
    for (const field of ['due', 'doneOn'] as const) {
      const column = findDraftColumn(draft, field);
      for (const { cells } of draft.rows) {
        const value = column && cells.get(column);
        if (column && typeof value === 'number') cells.set(column, value - 1462);
        // A serial number typed as text counts from the same day.
        else if (column && typeof value === 'string' && /^\d{5}\s*$/.test(value))
          cells.set(column, String(Number(value) - 1462));
      }
    }
  },
} satisfies Record<string, SchoolEdit>;

type SchoolEditName = keyof typeof SCHOOL_EDITS;
export const SCHOOL_EDIT_NAMES = Object.keys(SCHOOL_EDITS) as SchoolEditName[];
