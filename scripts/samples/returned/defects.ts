import { addSheet, cellAt, putCell } from '../../../src/host/model/workbook';
import type { SheetModel, WorkbookModel } from '../../../src/host/model/types';
import { encodeTcvn3Small } from '../../../src/intake/legacy/encode';
import type { Answers } from './answers';
import {
  HEADER,
  appendRow,
  bodyRows,
  columnOf,
  deleteRow,
  put,
  reorderRows,
  rowOf,
  textAt,
} from './sheet-edits';

/** What a consolidation is to find: code, and the task where it concerns one. */
export type Expected = { code: string; task: string };

export type Draft = { book: WorkbookModel; sheet: SheetModel; answers: Answers };

/**
 * Something done to a workbook by hand. Changes the answers where the unit's data change with it, and says what a
 * consolidation is to find.
 */
export type Defect = (draft: Draft) => Expected[];

const nothing: Expected[] = [];

function change(answers: Answers, task: string, more: Partial<ReturnType<typeof answerOf>>): void {
  answers.set(task, { ...answerOf(answers, task), ...more });
}
const answerOf = (answers: Answers, task: string) => answers.get(task)!;

const FREE_MARKS = {
  performed: ['Có', 'thực hiện'],
  notPerformed: ['không', 'Không áp dụng'],
  undecided: [''],
};
const FREE_STATES = {
  notStarted: ['chưa làm', 'Chưa triển khai'],
  inProgress: ['đang thực hiện', 'chưa xong'],
  done: ['đã xong', 'HOÀN THÀNH', 'đã nộp'],
  nothingArisen: ['không có phát sinh'],
};

function dateText(iso: string, which: number): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [`${Number(day)}/${Number(month)}/${year}`, `${day}-${month}-${year}`, `${day}.${month}.${year}`][
    which % 3
  ]!;
}

/** Workbooks that were only handled, without a word changed: nothing is to be found. */
const HANDLED = {
  'sheet renamed': ({ sheet }) => {
    sheet.name = 'Bảng theo dõi 2026';
    return nothing;
  },
  'sheets moved': ({ book }) => {
    book.sheets.reverse();
    return nothing;
  },
  'sheet added': ({ book }) => {
    const notes = addSheet(book, 'Danh bạ');
    put(notes, 0, 0, 'Họ và tên');
    put(notes, 1, 0, 'Cô Mai');
    return nothing;
  },
  'column added': ({ sheet }) => {
    const column = columnOf(sheet, 'Ghi chú') + 1;
    put(sheet, HEADER, column, 'Người phụ trách');
    for (const row of bodyRows(sheet)) put(sheet, row, column, 'Cô Mai');
    for (const table of sheet.tables) {
      table.area = { ...table.area, right: column };
      table.columns.push({ id: 90, name: 'Người phụ trách' });
    }
    return nothing;
  },
  'columns hidden': ({ sheet }) => {
    for (const header of ['Đơn vị phối hợp', 'TT'])
      sheet.columns.set(columnOf(sheet, header), { hidden: true });
    return nothing;
  },
  'columns reordered': ({ sheet }) => {
    const [one, other] = [columnOf(sheet, 'Trạng thái'), columnOf(sheet, 'Đơn vị chủ trì')];
    for (const row of [HEADER, ...bodyRows(sheet)]) {
      const [a, b] = [cellAt(sheet, row, one), cellAt(sheet, row, other)];
      putCell(sheet, row, one, { ...b });
      putCell(sheet, row, other, { ...a });
    }
    const columns = sheet.tables[0]!.columns;
    [columns[one], columns[other]] = [columns[other]!, columns[one]!];
    return nothing;
  },
  'rows sorted': ({ sheet }) => {
    const content = columnOf(sheet, 'Nội dung công việc');
    const rows = bodyRows(sheet);
    reorderRows(
      sheet,
      [...rows].sort((a, b) => (textAt(sheet, a, content) < textAt(sheet, b, content) ? -1 : 1)),
    );
    return nothing;
  },
  'dates as text': ({ sheet, answers }) => {
    const [due, doneOn] = [columnOf(sheet, 'Hạn'), columnOf(sheet, 'Ngày hoàn thành')];
    [...answers].forEach(([task, answer], index) => {
      const row = rowOf(sheet, task);
      if (answer.due !== '') put(sheet, row, due, dateText(answer.due, index));
      if (answer.doneOn !== '') put(sheet, row, doneOn, dateText(answer.doneOn, index + 1));
    });
    return nothing;
  },
  'dates of 1904': ({ book, sheet }) => {
    book.date1904 = true;
    for (const header of ['Hạn', 'Ngày hoàn thành']) {
      const column = columnOf(sheet, header);
      for (const row of bodyRows(sheet)) {
        const { value } = cellAt(sheet, row, column);
        if (typeof value === 'number') put(sheet, row, column, value - 1462);
      }
    }
    return nothing;
  },
  'words of their own': ({ sheet, answers }) => {
    const [mark, state] = [columnOf(sheet, 'Áp dụng'), columnOf(sheet, 'Trạng thái')];
    [...answers].forEach(([task, answer], index) => {
      const row = rowOf(sheet, task);
      const marks = FREE_MARKS[answer.applicability];
      put(sheet, row, mark, marks[index % marks.length]!);
      const states = answer.state === null ? [''] : FREE_STATES[answer.state];
      put(sheet, row, state, states[index % states.length]!);
    });
    return nothing;
  },
  protected: ({ sheet }) => {
    sheet.protection = { protected: true, options: {} };
    return nothing;
  },
} satisfies Record<string, Defect>;

/** Workbooks that are read in full, with a word about how. */
const NOTED = {
  'rows filtered': ({ sheet }) => {
    for (const row of bodyRows(sheet).filter((_, index) => index % 3 === 0))
      sheet.rows.set(row, { hidden: true });
    return [{ code: 'hidden-rows', task: '' }];
  },
  'legacy encoding': ({ sheet }) => {
    for (const row of bodyRows(sheet)) {
      for (const [column, cell] of sheet.cells.get(row)!) {
        if (typeof cell.value !== 'string') continue;
        const format = { ...cell.format, font: { ...cell.format?.font, name: '.VnTime' } };
        putCell(sheet, row, column, { value: encodeTcvn3Small(cell.value), format });
      }
    }
    return [{ code: 'legacy-font', task: '' }];
  },
  'formula without value': ({ sheet, answers }) => {
    const row = rowOf(sheet, 'I.2');
    putCell(sheet, row, columnOf(sheet, 'Trạng thái'), { value: '', formula: '=VLOOKUP("x",A1:B2,2,0)' });
    change(answers, 'I.2', { state: null });
    const found = [
      { code: 'formula-without-value', task: 'I.2' },
      { code: 'state-unread', task: 'I.2' },
    ];
    return found;
  },
} satisfies Record<string, Defect>;

/** Workbooks whose printed words were changed. */
const DRIFTED = {
  'row deleted': ({ sheet, answers }) => {
    deleteRow(sheet, rowOf(sheet, 'III.2'));
    change(answers, 'III.2', { applicability: 'undecided', state: null, due: '', doneOn: '' });
    return [{ code: 'row-missing', task: 'III.2' }];
  },
  'row added': ({ sheet }) => {
    const row = appendRow(sheet, null);
    put(sheet, row, columnOf(sheet, 'TT'), '99');
    put(
      sheet,
      row,
      columnOf(sheet, 'Nội dung công việc'),
      'Tổ chức ngày hội đọc sách, đổi tủ sách giữa các lớp.',
    );
    put(sheet, row, columnOf(sheet, 'Áp dụng'), 'Thực hiện');
    put(sheet, row, columnOf(sheet, 'Trạng thái'), 'Đang thực hiện');
    return [{ code: 'row-added', task: '' }];
  },
  'row repeated': ({ sheet }) => {
    appendRow(sheet, rowOf(sheet, 'V.2'));
    return [{ code: 'row-repeated', task: 'V.2' }];
  },
  'row reworded': ({ sheet }) => {
    const [row, column] = [rowOf(sheet, 'I.4'), columnOf(sheet, 'Nội dung công việc')];
    put(sheet, row, column, `${textAt(sheet, row, column)} Gửi biên bản về phường trong tuần.`);
    return [{ code: 'row-reworded', task: 'I.4' }];
  },
  'timing changed': ({ sheet }) => {
    put(sheet, rowOf(sheet, 'I.1'), columnOf(sheet, 'Thời gian'), 'Trước ngày 28/02/2026');
    return [{ code: 'cell-changed', task: 'I.1' }];
  },
  'ids cleared and renumbered': ({ sheet }) => {
    const [id, tt] = [columnOf(sheet, 'Mã'), columnOf(sheet, 'TT')];
    return bodyRows(sheet).flatMap((row, index): Expected[] => {
      const [task, was] = [textAt(sheet, row, id), textAt(sheet, row, tt)];
      put(sheet, row, id, '');
      put(sheet, row, tt, String(index + 1));
      return was === String(index + 1) ? [] : [{ code: 'cell-changed', task }];
    });
  },
} satisfies Record<string, Defect>;

/** Rows that contradict themselves or lack something. */
const CONTRADICTORY = {
  'refused with progress': ({ sheet, answers }) => {
    const task = [...answers].find(([, { applicability }]) => applicability === 'notPerformed')![0];
    put(sheet, rowOf(sheet, task), columnOf(sheet, 'Trạng thái'), 'Hoàn thành');
    return [{ code: 'refused-with-progress', task }];
  },
  'performed with a reason': ({ sheet, answers }) => {
    const task = [...answers].find(([, { applicability }]) => applicability === 'performed')![0];
    put(sheet, rowOf(sheet, task), columnOf(sheet, 'Lý do không thực hiện'), 'Do cấp trên thực hiện');
    return [{ code: 'performed-with-reason', task }];
  },
  'done without a day': ({ sheet, answers }) => {
    const task = [...answers].find(([, { state }]) => state === 'done')![0];
    put(sheet, rowOf(sheet, task), columnOf(sheet, 'Ngày hoàn thành'), '');
    change(answers, task, { doneOn: '' });
    return [{ code: 'done-without-day', task }];
  },
  'product cleared': ({ sheet, answers }) => {
    const task = [...answers].find(
      ([, { applicability, product }]) => applicability === 'performed' && product !== '',
    )![0];
    put(sheet, rowOf(sheet, task), columnOf(sheet, 'Sản phẩm'), '');
    return [
      { code: 'product-missing', task },
      { code: 'cell-changed', task },
    ];
  },
  'evidence missing': ({ sheet, answers }) => {
    const task = [...answers].find(([, { state, product }]) => state === 'done' && product !== '')![0];
    put(sheet, rowOf(sheet, task), columnOf(sheet, 'Minh chứng'), '');
    return [{ code: 'evidence-missing', task }];
  },
  'words that say nothing': ({ sheet, answers }) => {
    const task = [...answers].find(([, { state }]) => state === 'inProgress')![0];
    put(sheet, rowOf(sheet, task), columnOf(sheet, 'Trạng thái'), 'xem công văn tuần sau');
    change(answers, task, { state: null });
    return [
      { code: 'status-unclear', task },
      { code: 'state-unread', task },
    ];
  },
} satisfies Record<string, Defect>;

export const DEFECTS = { ...HANDLED, ...NOTED, ...DRIFTED, ...CONTRADICTORY } satisfies Record<
  string,
  Defect
>;
export type DefectName = keyof typeof DEFECTS;
export const DEFECT_NAMES = Object.keys(DEFECTS) as DefectName[];
