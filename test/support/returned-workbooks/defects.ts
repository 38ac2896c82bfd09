import type { SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { addSheet, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { encodeTcvn3Small } from '../../../src/readers/legacy/encode-legacy';
import type { Answers } from './create-answers';
import {
  appendRow,
  deleteRow,
  findColumn,
  findTaskRow,
  getText,
  HEADER_ROW,
  listBodyRows,
  reorderRows,
  setValue,
} from './edit-sheet';

/** What a consolidation is to find: code, and the task where it concerns one. */
export type ExpectedFinding = { code: string; task: string };

type DefectDraft = { workbook: WorkbookModel; sheet: SheetModel; answers: Answers };

/**
 * Something done to a workbook by hand. Changes the answers where the unit's data change with it, and says what a
 * consolidation is to find.
 */
type Defect = (draft: DefectDraft) => ExpectedFinding[];

const NO_FINDINGS: ExpectedFinding[] = [];

function changeAnswer(answers: Answers, task: string, more: Partial<ReturnType<typeof getAnswer>>): void {
  answers.set(task, { ...getAnswer(answers, task), ...more });
}
const getAnswer = (answers: Answers, task: string) => answers.get(task)!;

const FREE_TEXT_MARKS = {
  performed: ['Có', 'thực hiện'],
  notPerformed: ['không', 'Không áp dụng'],
  undecided: [''],
};
const FREE_TEXT_STATES = {
  notStarted: ['chưa làm', 'Chưa triển khai'],
  inProgress: ['đang thực hiện', 'chưa xong'],
  done: ['đã xong', 'HOÀN THÀNH', 'đã nộp'],
  nothingArisen: ['không có phát sinh'],
};

function formatDateVariant(iso: string, which: number): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [`${Number(day)}/${Number(month)}/${year}`, `${day}-${month}-${year}`, `${day}.${month}.${year}`][
    which % 3
  ]!;
}

/** Workbooks that were only handled, without a word changed: nothing is to be found. */
const HARMLESS_DEFECTS = {
  'sheet renamed': ({ sheet }) => {
    sheet.name = 'Bảng theo dõi 2026';
    return NO_FINDINGS;
  },
  'sheets moved': ({ workbook: book }) => {
    book.sheets.reverse();
    return NO_FINDINGS;
  },
  'sheet added': ({ workbook: book }) => {
    const notes = addSheet(book, 'Danh bạ');
    setValue(notes, 0, 0, 'Họ và tên');
    setValue(notes, 1, 0, 'Cô Mai');
    return NO_FINDINGS;
  },
  'columns hidden': ({ sheet }) => {
    for (const header of ['Đơn vị phối hợp', 'TT'])
      sheet.columns.set(findColumn(sheet, header), { hidden: true });
    return NO_FINDINGS;
  },
  'columns reordered': ({ sheet }) => {
    const [one, other] = [findColumn(sheet, 'Kết quả thực hiện'), findColumn(sheet, 'Đơn vị chủ trì')];
    for (const row of [HEADER_ROW, ...listBodyRows(sheet)]) {
      const [a, b] = [getCell(sheet, row, one), getCell(sheet, row, other)];
      setCell(sheet, row, one, { ...b });
      setCell(sheet, row, other, { ...a });
    }
    const columns = sheet.tables[0]!.columns;
    [columns[one], columns[other]] = [columns[other]!, columns[one]!];
    return NO_FINDINGS;
  },
  'rows sorted': ({ sheet }) => {
    const content = findColumn(sheet, 'Nội dung công việc');
    const rows = listBodyRows(sheet);
    reorderRows(
      sheet,
      [...rows].sort((a, b) => (getText(sheet, a, content) < getText(sheet, b, content) ? -1 : 1)),
    );
    return NO_FINDINGS;
  },
  'dates as text': ({ sheet, answers }) => {
    const [due, doneOn] = [findColumn(sheet, 'Hạn chót'), findColumn(sheet, 'Ngày hoàn thành')];
    [...answers].forEach(([task, answer], index) => {
      const row = findTaskRow(sheet, task);
      if (answer.due !== '') setValue(sheet, row, due, formatDateVariant(answer.due, index));
      if (answer.doneOn !== '') setValue(sheet, row, doneOn, formatDateVariant(answer.doneOn, index + 1));
    });
    return NO_FINDINGS;
  },
  'dates of 1904': ({ workbook: book, sheet }) => {
    book.date1904 = true;
    for (const header of ['Hạn chót', 'Ngày hoàn thành']) {
      const column = findColumn(sheet, header);
      for (const row of listBodyRows(sheet)) {
        const { value } = getCell(sheet, row, column);
        if (typeof value === 'number') setValue(sheet, row, column, value - 1462);
      }
    }
    return NO_FINDINGS;
  },
  'words of their own': ({ sheet, answers }) => {
    const [mark, state] = [findColumn(sheet, 'Áp dụng'), findColumn(sheet, 'Kết quả thực hiện')];
    [...answers].forEach(([task, answer], index) => {
      const row = findTaskRow(sheet, task);
      const marks = FREE_TEXT_MARKS[answer.applicability];
      setValue(sheet, row, mark, marks[index % marks.length]!);
      const states = answer.state === null ? [''] : FREE_TEXT_STATES[answer.state];
      setValue(sheet, row, state, states[index % states.length]!);
    });
    return NO_FINDINGS;
  },
  protected: ({ sheet }) => {
    sheet.protection = { protected: true, options: {} };
    return NO_FINDINGS;
  },
} satisfies Record<string, Defect>;

/** Workbooks that are read in full, with a word about how. */
const NOTED_DEFECTS = {
  'column added': ({ sheet }) => {
    const column = Math.max(...sheet.tables.map(({ area }) => area.right)) + 1;
    setValue(sheet, HEADER_ROW, column, 'Người ký duyệt');
    for (const row of listBodyRows(sheet)) setValue(sheet, row, column, 'Cô Mai');
    for (const table of sheet.tables) {
      table.area = { ...table.area, right: column };
      table.columns.push({ id: 90, name: 'Người ký duyệt' });
    }
    return [{ code: 'column-unread', task: '' }];
  },
  'rows filtered': ({ sheet }) => {
    for (const row of listBodyRows(sheet).filter((_, index) => index % 3 === 0))
      sheet.rows.set(row, { hidden: true });
    return [{ code: 'hidden-rows', task: '' }];
  },
  'legacy encoding': ({ sheet }) => {
    for (const row of listBodyRows(sheet)) {
      for (const [column, cell] of sheet.cells.get(row)!) {
        if (typeof cell.value !== 'string') continue;
        const format = { ...cell.format, font: { ...cell.format?.font, name: '.VnTime' } };
        setCell(sheet, row, column, { value: encodeTcvn3Small(cell.value), format });
      }
    }
    return [{ code: 'legacy-font', task: '' }];
  },
  'formula without value': ({ sheet, answers }) => {
    const row = findTaskRow(sheet, 'I.2');
    setCell(sheet, row, findColumn(sheet, 'Kết quả thực hiện'), {
      value: '',
      formula: '=VLOOKUP("x",A1:B2,2,0)',
    });
    changeAnswer(answers, 'I.2', { state: null });
    const found = [
      { code: 'formula-without-value', task: 'I.2' },
      { code: 'state-unread', task: 'I.2' },
    ];
    return found;
  },
} satisfies Record<string, Defect>;

/** Workbooks whose printed words were changed. */
const DRIFT_DEFECTS = {
  'row deleted': ({ sheet, answers }) => {
    deleteRow(sheet, findTaskRow(sheet, 'III.2'));
    changeAnswer(answers, 'III.2', { applicability: 'undecided', state: null, due: '', doneOn: '' });
    return [{ code: 'row-missing', task: 'III.2' }];
  },
  'row added': ({ sheet }) => {
    const row = appendRow(sheet, null);
    setValue(sheet, row, findColumn(sheet, 'TT'), '99');
    setValue(
      sheet,
      row,
      findColumn(sheet, 'Nội dung công việc'),
      'Tổ chức ngày hội đọc sách, đổi tủ sách giữa các lớp.',
    );
    setValue(sheet, row, findColumn(sheet, 'Áp dụng'), 'Thực hiện');
    setValue(sheet, row, findColumn(sheet, 'Kết quả thực hiện'), 'Đang thực hiện');
    return [{ code: 'row-added', task: '' }];
  },
  'row repeated': ({ sheet }) => {
    appendRow(sheet, findTaskRow(sheet, 'V.2'));
    return [{ code: 'row-repeated', task: 'V.2' }];
  },
  'row reworded': ({ sheet }) => {
    const [row, column] = [findTaskRow(sheet, 'I.4'), findColumn(sheet, 'Nội dung công việc')];
    setValue(sheet, row, column, `${getText(sheet, row, column)} Gửi biên bản về phường trong tuần.`);
    return [{ code: 'row-reworded', task: 'I.4' }];
  },
  'timing changed': ({ sheet }) => {
    setValue(sheet, findTaskRow(sheet, 'I.1'), findColumn(sheet, 'Thời gian'), 'Trước ngày 28/02/2026');
    return [{ code: 'cell-changed', task: 'I.1' }];
  },
  'ids cleared and renumbered': ({ sheet }) => {
    const [id, tt] = [findColumn(sheet, 'Mã'), findColumn(sheet, 'TT')];
    return listBodyRows(sheet).flatMap((row, index): ExpectedFinding[] => {
      const [task, was] = [getText(sheet, row, id), getText(sheet, row, tt)];
      setValue(sheet, row, id, '');
      setValue(sheet, row, tt, String(index + 1));
      return was === String(index + 1) ? [] : [{ code: 'cell-changed', task }];
    });
  },
} satisfies Record<string, Defect>;

/** Rows that contradict themselves or lack something. */
const CONTRADICTORY_DEFECTS = {
  'refused with progress': ({ sheet, answers }) => {
    const task = [...answers].find(([, { applicability }]) => applicability === 'notPerformed')![0];
    setValue(sheet, findTaskRow(sheet, task), findColumn(sheet, 'Kết quả thực hiện'), 'Hoàn thành');
    return [{ code: 'refused-with-progress', task }];
  },
  'performed with a reason': ({ sheet, answers }) => {
    const task = [...answers].find(([, { applicability }]) => applicability === 'performed')![0];
    setValue(
      sheet,
      findTaskRow(sheet, task),
      findColumn(sheet, 'Lý do không thực hiện'),
      'Do cấp trên thực hiện',
    );
    return [{ code: 'performed-with-reason', task }];
  },
  'done without a day': ({ sheet, answers }) => {
    const task = [...answers].find(([, { state }]) => state === 'done')![0];
    setValue(sheet, findTaskRow(sheet, task), findColumn(sheet, 'Ngày hoàn thành'), '');
    changeAnswer(answers, task, { doneOn: '' });
    return [{ code: 'done-without-day', task }];
  },
  'product cleared': ({ sheet, answers }) => {
    const task = [...answers].find(
      ([, { applicability, product }]) => applicability === 'performed' && product !== '',
    )![0];
    setValue(sheet, findTaskRow(sheet, task), findColumn(sheet, 'Sản phẩm'), '');
    return [
      { code: 'product-missing', task },
      { code: 'cell-changed', task },
    ];
  },
  'evidence missing': ({ sheet, answers }) => {
    const task = [...answers].find(([, { state, product }]) => state === 'done' && product !== '')![0];
    setValue(sheet, findTaskRow(sheet, task), findColumn(sheet, 'Minh chứng'), '');
    return [{ code: 'evidence-missing', task }];
  },
  'words that say nothing': ({ sheet, answers }) => {
    const task = [...answers].find(([, { state }]) => state === 'inProgress')![0];
    setValue(
      sheet,
      findTaskRow(sheet, task),
      findColumn(sheet, 'Kết quả thực hiện'),
      'xem công văn tuần sau',
    );
    changeAnswer(answers, task, { state: null });
    return [
      { code: 'status-unclear', task },
      { code: 'state-unread', task },
    ];
  },
} satisfies Record<string, Defect>;

export const DEFECTS = {
  ...HARMLESS_DEFECTS,
  ...NOTED_DEFECTS,
  ...DRIFT_DEFECTS,
  ...CONTRADICTORY_DEFECTS,
} satisfies Record<string, Defect>;
export type DefectName = keyof typeof DEFECTS;
export const DEFECT_NAMES = Object.keys(DEFECTS) as DefectName[];
