import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { Cell, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { addSheet, createWorkbook, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
/**
 * School workbooks as they come back: made by the add-in, kept by hand for weeks. Each is varied by a seed, and the
 * truth of its content is given with it.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Annex, Applicability } from '../../../src/annex/types';
import { planIssue } from '../../../src/authority-workbook/plan-issue';
import type { UnitEntry } from '../../../src/consolidation/types';
import { runOnWorkbook } from '../../../src/excel/run-on-workbook';
import { fillIssuedWorkbook } from '../../../src/excel/write/fill-issued-workbook';
import type { StoredState } from '../../../src/progress/types';
import { encodeTcvn3Small } from '../../../src/readers/legacy/encode-legacy';
import { toExcelSerial } from '../../../src/shared/dates';
import { createRandomFraction } from '../random';

function createUnit(code: string, name: string, kind: string, ...aliases: string[]): UnitEntry {
  return {
    code,
    name,
    aliases,
    kind,
    parent: 'P01',
    validFrom: '',
    validTo: '',
  };
}

/** Units whose names are easily taken for one another. */
export const CONFUSABLE_UNITS: UnitEntry[] = [
  createUnit('MN01', 'Trường Mầm non Hoa Sen', 'MN'),
  createUnit('MN02', 'Trường Mầm non Hoa Sen 2', 'MN', 'MN Hoa Sen II'),
  createUnit('TH01', 'Trường Tiểu học Tân Phú', 'TH'),
  createUnit('TH02', 'Trường Tiểu học Tấn Phú', 'TH'),
  createUnit('TH03', 'Trường Tiểu học và Trung học cơ sở Bình Minh', 'TH', 'TH&THCS Bình Minh'),
  createUnit('CS01', 'Trường Trung học cơ sở Bình Minh', 'THCS'),
];

export type VariedRowTruth = {
  applicability: Applicability;
  state: StoredState | null;
  doneOn: string;
};

export type VariedWorkbook = {
  bytes: Uint8Array;
  unit: UnitEntry;
  /** What was done to it. */
  changes: string[];
  /** What the unit says of each task that its workbook still has. */
  truth: Map<string, VariedRowTruth>;
  /** Contents of the unit's own rows. */
  added: string[];
  /** Tasks of which a second row was made. */
  copied: string[];
};

type VariedDraft = {
  workbook: WorkbookModel;
  sheet: SheetModel;
  random: () => number;
  truth: Map<string, VariedRowTruth>;
  added: string[];
  copied: string[];
};

const HEADER_ROW = 5;
function findLastRow(sheet: SheetModel): number {
  let last = HEADER_ROW;
  for (const [row, line] of sheet.cells) if (row > last && [...line.values()].some(isFilled)) last = row;
  return last;
}
const isFilled = ({ value, formula }: Cell): boolean => value !== '' || formula !== undefined;

function findColumn(sheet: SheetModel, header: string): number {
  for (const [column, { value }] of sheet.cells.get(HEADER_ROW) ?? []) if (value === header) return column;
  throw new Error(`no column ${header}`);
}

function listRows(sheet: SheetModel): number[] {
  return Array.from({ length: findLastRow(sheet) - HEADER_ROW }, (_, index) => HEADER_ROW + 1 + index);
}

function setValue(sheet: SheetModel, row: number, column: number, value: Cell['value']): void {
  setCell(sheet, row, column, { ...getCell(sheet, row, column), value, formula: undefined });
}

function getText(sheet: SheetModel, row: number, column: number): string {
  return String(getCell(sheet, row, column).value);
}

const pickFrom = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!;

function swapRows(sheet: SheetModel, one: number, other: number): void {
  const [a, b] = [sheet.cells.get(one)!, sheet.cells.get(other)!];
  sheet.cells.set(one, b);
  sheet.cells.set(other, a);
}

const STATUS_VARIANTS: Record<StoredState, readonly string[]> = {
  notStarted: ['Chưa thực hiện', 'chưa làm', 'Chưa triển khai'],
  inProgress: ['Đang thực hiện', 'đang thực hiện', 'chưa xong', 'Đang TH'],
  done: ['Hoàn thành', 'đã xong', 'Đã hoàn thành', 'HOÀN THÀNH', 'đã nộp', 'Hoàn thành đúng hạn'],
  nothingArisen: ['Không phát sinh', 'không có phát sinh'],
};

function formatDateVariants(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [
    `${Number(day)}/${Number(month)}/${year}`,
    `${day}-${month}-${year}`,
    `ngày ${Number(day)} tháng ${Number(month)} năm ${year}`,
    iso,
  ];
}

/** Weeks of work: marks, states and dates, spelled as they come. */
function fillByHand({ sheet, random, truth }: VariedDraft, freely: boolean): void {
  const [id, applicability, status, doneOn, evidence, reason] = [
    'Mã',
    'Áp dụng',
    'Kết quả thực hiện',
    'Ngày hoàn thành',
    'Minh chứng',
    'Lý do không thực hiện',
  ].map((header) => findColumn(sheet, header)) as [number, number, number, number, number, number];
  for (const row of listRows(sheet)) {
    const task = getText(sheet, row, id);
    const performs = random() < 0.7;
    setValue(sheet, row, reason, performs ? '' : 'Không có đối tượng thực hiện tại đơn vị');
    if (!performs) {
      setValue(
        sheet,
        row,
        applicability,
        freely ? pickFrom(random, ['Không thực hiện', 'không', 'Không áp dụng']) : 'Không thực hiện',
      );
      setValue(sheet, row, status, '');
      truth.set(task, { applicability: 'notPerformed', state: null, doneOn: '' });
      continue;
    }
    const state = pickFrom(random, ['notStarted', 'inProgress', 'done', 'done', 'nothingArisen'] as const);
    setValue(
      sheet,
      row,
      applicability,
      freely ? pickFrom(random, ['Thực hiện', 'thực hiện', 'Có']) : 'Thực hiện',
    );
    setValue(
      sheet,
      row,
      status,
      freely ? pickFrom(random, STATUS_VARIANTS[state]) : STATUS_VARIANTS[state][0]!,
    );
    let date = '';
    if (state === 'done') {
      date = `2026-${String(1 + Math.floor(random() * 9)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
      setValue(
        sheet,
        row,
        doneOn,
        freely && random() < 0.5 ? pickFrom(random, formatDateVariants(date)) : toExcelSerial(date),
      );
      setValue(sheet, row, evidence, `${1 + Math.floor(random() * 90)}/BC-${task}`);
    }
    truth.set(task, { applicability: 'performed', state, doneOn: date });
  }
}

/** What happens to workbooks in schools, each by its name. */
const CHANGES: Record<string, (draft: VariedDraft) => void> = {
  'sheet renamed': ({ sheet }) => {
    sheet.name = 'Bảng theo dõi 2026';
  },
  'sheets moved': ({ workbook: book }) => {
    book.sheets.reverse();
  },
  'sheet added': ({ workbook: book }) => {
    const notes = addSheet(book, 'Danh bạ');
    setValue(notes, 0, 0, 'Họ và tên');
    setValue(notes, 0, 1, 'Nội dung');
    setValue(notes, 1, 1, 'Ghi nhớ việc tuần này');
    book.sheets.unshift(book.sheets.pop()!);
  },
  'column added': ({ sheet }) => {
    const [table] = sheet.tables;
    if (!table) return;
    const column = table.area.right + 1;
    setValue(sheet, HEADER_ROW, column, 'Người ký duyệt');
    for (const row of listRows(sheet)) setValue(sheet, row, column, 'Cô Mai');
    table.area = { ...table.area, right: column };
    table.columns.push({ id: 99, name: 'Người ký duyệt' });
  },
  'columns hidden': ({ sheet }) => {
    for (const header of ['Đơn vị phối hợp', 'TT'])
      sheet.columns.set(findColumn(sheet, header), { hidden: true });
  },
  'columns swapped': ({ sheet }) => {
    const [one, other] = [findColumn(sheet, 'Sản phẩm'), findColumn(sheet, 'Kết quả thực hiện')];
    for (const row of [HEADER_ROW, ...listRows(sheet)]) {
      const [a, b] = [getCell(sheet, row, one), getCell(sheet, row, other)];
      setCell(sheet, row, one, { ...b });
      setCell(sheet, row, other, { ...a });
    }
    const columns = sheet.tables[0]?.columns;
    if (columns) [columns[one], columns[other]] = [columns[other]!, columns[one]!];
  },
  'rows sorted': ({ sheet, random }) => {
    const rows = listRows(sheet);
    for (let index = rows.length - 1; index > 0; index--)
      swapRows(sheet, rows[index]!, rows[Math.floor(random() * (index + 1))]!);
  },
  'rows filtered': ({ sheet, random }) => {
    for (const row of listRows(sheet)) if (random() < 0.4) sheet.rows.set(row, { hidden: true });
  },
  'rows deleted': ({ sheet, random, truth }) => {
    const id = findColumn(sheet, 'Mã');
    for (let times = 0; times < 2; times++) {
      const rows = listRows(sheet);
      const removed = pickFrom(random, rows);
      truth.delete(getText(sheet, removed, id));
      for (let row = removed; row < rows.at(-1)!; row++) sheet.cells.set(row, sheet.cells.get(row + 1)!);
      sheet.cells.delete(rows.at(-1)!);
      const [table] = sheet.tables;
      if (table) table.area = { ...table.area, bottom: table.area.bottom - 1 };
    }
  },
  'row copied below': ({ sheet, random, copied }) => {
    const rows = listRows(sheet);
    const row = pickFrom(random, rows);
    const last = rows.at(-1)! + 1;
    sheet.cells.set(last, new Map([...sheet.cells.get(row)!].map(([column, cell]) => [column, { ...cell }])));
    copied.push(getText(sheet, row, findColumn(sheet, 'Mã')));
  },
  'own row added': ({ sheet, added }) => {
    const row = listRows(sheet).at(-1)! + 1;
    const content = 'Tổ chức ngày hội đọc sách và trao đổi tủ sách giữa các lớp.';
    setValue(sheet, row, findColumn(sheet, 'TT'), '99');
    setValue(sheet, row, findColumn(sheet, 'Nội dung công việc'), content);
    setValue(sheet, row, findColumn(sheet, 'Kết quả thực hiện'), 'Đang thực hiện');
    added.push(content);
  },
  reworded: ({ sheet, random }) => {
    const content = findColumn(sheet, 'Nội dung công việc');
    for (const row of listRows(sheet)) {
      if (random() > 0.15) continue;
      setValue(
        sheet,
        row,
        content,
        `${getText(sheet, row, content).replace('đơn vị', 'nhà trường')} (đã điều chỉnh)`,
      );
    }
  },
  decomposed: ({ sheet }) => {
    for (const row of listRows(sheet))
      for (const [column, { value }] of sheet.cells.get(row)!)
        if (typeof value === 'string') setValue(sheet, row, column, value.normalize('NFD'));
  },
  'numbers for TT': ({ sheet }) => {
    const tt = findColumn(sheet, 'TT');
    for (const row of listRows(sheet)) {
      const text = getText(sheet, row, tt);
      if (/^\d+$/.test(text)) setValue(sheet, row, tt, Number(text));
    }
  },
  'ids cleared': ({ sheet, random }) => {
    const id = findColumn(sheet, 'Mã');
    for (const row of listRows(sheet)) if (random() < 0.5) setValue(sheet, row, id, '');
  },
  'table turned into cells': ({ sheet }) => {
    sheet.tables = [];
    const lead = findColumn(sheet, 'Đơn vị chủ trì');
    const rows = listRows(sheet);
    for (let from = 0; from < rows.length;) {
      let to = from;
      const text = getText(sheet, rows[from]!, lead);
      while (to + 1 < rows.length && getText(sheet, rows[to + 1]!, lead) === text) to++;
      if (to > from && text !== '') {
        sheet.merges.push({ top: rows[from]!, bottom: rows[to]!, left: lead, right: lead });
        for (const row of rows.slice(from + 1, to + 1)) setValue(sheet, row, lead, '');
      }
      from = to + 1;
    }
  },
  'hidden sheet gone': ({ workbook: book }) => {
    book.sheets = book.sheets.filter(({ name }) => name !== '_phuluc');
  },
  'dates of 1904': ({ workbook: book, sheet }) => {
    book.date1904 = true;
    const doneOn = findColumn(sheet, 'Ngày hoàn thành');
    for (const row of listRows(sheet)) {
      const { value } = getCell(sheet, row, doneOn);
      if (typeof value === 'number') setValue(sheet, row, doneOn, value - 1462);
    }
  },
  protected: ({ sheet }) => {
    sheet.protection = { protected: true, options: {} };
  },
  'legacy encoding': ({ sheet }) => {
    for (const row of listRows(sheet)) {
      for (const [column, cell] of sheet.cells.get(row)!) {
        if (typeof cell.value !== 'string') continue;
        const format = { ...cell.format, font: { ...cell.format?.font, name: '.VnTime' } };
        setCell(sheet, row, column, { value: encodeTcvn3Small(cell.value), format });
      }
    }
  },
};

/** What is done to the finished file, as other programs leave it. */
const REWRITES: Record<string, (xml: string, part: string) => string> = {
  'comments in XML': (xml) => xml.replace(/\?>/, '?><!-- generated -->'),
  'single quotes': (xml, part) =>
    part.includes('worksheets/sheet') ? xml.replace(/<c r="([A-Z]+\d+)"/g, "<c r='$1'") : xml,
  'line ends between tags': (xml, part) =>
    part.includes('worksheets/sheet')
      ? xml.replaceAll('<c r=', '<c\n  r=').replaceAll('</row>', '</row>\n')
      : xml,
  'no cell references': (xml, part) =>
    part.includes('worksheets/sheet') ? xml.replace(/<row r="\d+"/g, '<row') : xml,
};

function rewriteParts(bytes: Uint8Array, change: (xml: string, part: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/\.(?:xml|rels)$/.test(name)) parts[name] = strToU8(change(strFromU8(part), name));
  return zipSync(parts);
}

export const CHANGE_NAMES = Object.keys(CHANGES);
export const REWRITE_NAMES = Object.keys(REWRITES);

/** Changes that undo what another one needs. */
const CONFLICTING_CHANGES: readonly (readonly [string, string])[] = [
  ['ids cleared', 'reworded'],
  ['legacy encoding', 'reworded'],
  ['legacy encoding', 'decomposed'],
];

/** Makes the workbooks of the units from an annex, through the add-in's own commands, and varies them. */
export async function createVariedWorkbookMaker(
  annex: Annex,
  units: readonly UnitEntry[] = CONFUSABLE_UNITS,
): Promise<(seed: number, changes?: readonly string[]) => Promise<VariedWorkbook>> {
  const issued = new Map<string, WorkbookModel>();
  for (const { unit: of, workbook: book } of planIssue(annex, units, [], annex.edition.date)) {
    const excel = await openNodeExcel(createWorkbook('Trang 1'));
    excel.install();
    const done = await runOnWorkbook((context) =>
      fillIssuedWorkbook(context, book, new Date('2026-01-20T08:00:00Z')),
    );
    await excel.waitForIdle();
    excel.close();
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    issued.set(of.code, excel.workbook);
  }
  return async (seed, wanted) => {
    const random = createRandomFraction(seed);
    const of = pickFrom(random, units);
    const book = cloneWorkbook(issued.get(of.code)!);
    const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === 'NhiemVu'))!;
    const draft: VariedDraft = { workbook: book, sheet, random, truth: new Map(), added: [], copied: [] };
    fillByHand(draft, wanted === undefined && random() < 0.6);
    const changes: string[] = [];
    for (const name of wanted ?? CHANGE_NAMES) {
      if (!CHANGES[name] || (wanted === undefined && random() > 0.15)) continue;
      if (
        CONFLICTING_CHANGES.some(
          (pair) => pair.includes(name) && pair.some((other) => changes.includes(other)),
        )
      )
        continue;
      CHANGES[name](draft);
      changes.push(name);
    }
    let bytes = await saveWorkbook(book);
    for (const name of wanted ?? REWRITE_NAMES) {
      if (!REWRITES[name] || (wanted === undefined && random() > 0.05)) continue;
      bytes = rewriteParts(bytes, REWRITES[name]);
      changes.push(name);
    }
    const { truth, added, copied } = draft;
    return { bytes, unit: of, changes, truth, added, copied };
  };
}
