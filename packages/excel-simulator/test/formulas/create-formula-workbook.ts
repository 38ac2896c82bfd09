import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { createTable } from '@phuluc/excel-simulator/model/tables/tables';
import type { CellValue, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { fillCells, parseTestRange, readValues } from '../model/fill-cells';

/** 21 November 2026, half past nine: serial number 46347. */
export const FORMULA_TIME = new Date(2026, 10, 21, 9, 30);

/** The table that the formulas read: text numbers, blanks, wildcards, dates, odd names of columns. */
const TASK_ROWS: CellValue[][] = [
  [
    'Mã',
    'Lĩnh vực',
    'TT',
    'Sản phẩm',
    'Hạn',
    'Trạng thái',
    'Kinh phí (triệu đồng)',
    '% hoàn thành',
    'Mã #1',
    'Ghi [chú]',
  ],
  ['I.1', 'Chuyên môn', '1', 'Kế hoạch', 46_000, 'Hoàn thành', 10, 1, 'a', 'x'],
  ['I.2', 'chuyên MÔN', '2', 'Báo cáo', 46_031, 'Đang thực hiện', 20, 0.5, 'b', ''],
  ['I.10', 'Đoàn đội', '10', 'Kế hoạch, báo cáo', '', 'Chưa thực hiện', '', 0, 'c', 'x'],
  ['II.1', 'Tài chính', '1', '', 46_400, 'Chưa thực hiện', 5.5, 0, 'd', ''],
  ['II.2', 'Đoàn đội', '2', 'a*b', 46_340, 'Quá hạn', 0, 0.25, 'e', 'x'],
];

type FormulaWorkbook = { workbook: WorkbookModel; tasks: SheetModel; summary: SheetModel };

/** Creates two sheets: "Phụ lục" with the table NhiemVu over A3:J8, and "Tổng hợp" with a few numbers. */
export function createFormulaWorkbook(): FormulaWorkbook {
  const workbook = createWorkbook('Phụ lục', 'Tổng hợp');
  const [tasks, summary] = workbook.sheets as [SheetModel, SheetModel];
  fillCells(tasks, 'A3', TASK_ROWS);
  const made = createTable(workbook, tasks, parseTestRange('A3:J8'), { hasHeaders: true, name: 'NhiemVu' });
  if (!made.ok) throw new Error(made.message);
  fillCells(summary, 'A1', [
    ['Lĩnh vực', 'Số'],
    ['Chuyên môn', 1],
    ['Đoàn đội', '2'],
    ['', 3],
    ['', { error: '#N/A' }],
  ]);
  workbook.names.push(
    { name: 'DanhMục', formula: "='Tổng hợp'!$A$2:$A$3", visible: true, comment: '', scope: 'Workbook' },
    { name: 'HệSố', formula: '=10*2', visible: true, comment: '', scope: 'Workbook' },
    { name: 'Gấp', formula: '=HệSố*2', visible: true, comment: '', scope: 'Workbook' },
    {
      name: 'ĐộngDài',
      formula: "='Tổng hợp'!$A$2:INDEX('Tổng hợp'!$A:$A,COUNTA('Tổng hợp'!$A:$A))",
      visible: true,
      comment: '',
      scope: 'Workbook',
    },
  );
  summary.names.push({
    name: 'HệSố',
    formula: '=7',
    visible: true,
    comment: '',
    scope: { sheetId: summary.id },
  });
  return { workbook, tasks, summary };
}

/** Evaluates a formula in "Tổng hợp"!H20: one value, or the rows of its array. */
export function computeFormula(formula: string, address = 'H20'): CellValue | CellValue[][] {
  const { workbook, summary } = createFormulaWorkbook();
  return computeFormulaIn(workbook, summary, formula, address);
}

export function computeFormulaIn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  formula: string,
  address: string,
): CellValue | CellValue[][] {
  fillCells(sheet, address, [[formula]]);
  recalculate(workbook, { now: FORMULA_TIME });
  const { top, left } = parseTestRange(address);
  const cell = sheet.cells.get(top)!.get(left)!;
  if (!cell.spill) return cell.value;
  return readValues(sheet, formatRange(top, left, cell.spill));
}

function formatRange(
  top: number,
  left: number,
  { rows, columns }: { rows: number; columns: number },
): string {
  const letter = (column: number): string => String.fromCharCode(65 + column);
  return `${letter(left)}${top + 1}:${letter(left + columns - 1)}${top + rows}`;
}
