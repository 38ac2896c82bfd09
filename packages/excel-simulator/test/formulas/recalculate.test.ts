import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { clearRange, writeCellContent } from '@phuluc/excel-simulator/model/cells';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { deleteCells, insertCells } from '@phuluc/excel-simulator/model/insert-delete-cells';
import { deleteSheet, renameSheet } from '@phuluc/excel-simulator/model/sheets';
import { adjustRange } from '@phuluc/excel-simulator/model/shift-ranges';
import { applyTableFilter } from '@phuluc/excel-simulator/model/tables/table-filters';
import { addTableRows } from '@phuluc/excel-simulator/model/tables/table-rows';
import type { CellValue, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { addSheet, createWorkbook, getCell } from '@phuluc/excel-simulator/model/workbook';
import { toColumnLetters } from '@phuluc/ooxml/a1';
import fc from 'fast-check';
import { fillCells, getValue, parseTestRange, readValues } from '../model/fill-cells';
import { createFormulaWorkbook, FORMULA_TIME } from './create-formula-workbook';

function sheetWith(...rows: CellValue[][]) {
  const workbook = createWorkbook('S');
  const sheet = workbook.sheets[0]!;
  fillCells(sheet, 'A1', rows);
  return { workbook, sheet, calculate: (now = FORMULA_TIME) => recalculate(workbook, { now }) };
}

describe('recalculation', () => {
  it('does nothing for a workbook without formulas', () => {
    const { calculate } = sheetWith([1, 2]);
    expect(calculate()).toEqual({ circular: [], calculated: 0 });
  });

  it('orders formulas by what they read, across sheets', () => {
    const { workbook, tasks, summary } = createFormulaWorkbook();
    fillCells(summary, 'D1', [['=D2+1'], ["='Phụ lục'!L1*2"]]);
    fillCells(tasks, 'L1', [["=SUM('Tổng hợp'!D3:D4)"]]);
    fillCells(summary, 'D3', [['=2+2'], ['=D3+1']]);
    recalculate(workbook, { now: FORMULA_TIME });
    expect(readValues(summary, 'D1:D4').flat()).toEqual([19, 18, 4, 5]);
  });

  it('calculates again only what depends on the change', () => {
    const { sheet, calculate } = sheetWith([1, '=A1+1', '=B1+1', '=SUM(A1:B1)', '=5'], [7, '=A2*2']);
    expect(calculate().calculated).toBe(5);
    expect(calculate().calculated).toBe(0);
    writeCellContent(sheet, 1, 0, { value: 8 });
    expect(calculate().calculated).toBe(1);
    writeCellContent(sheet, 0, 0, { value: 2 });
    expect(calculate().calculated).toBe(3);
    expect(readValues(sheet, 'A1:E2')).toEqual([
      [2, 3, 4, 5, 5],
      [8, 16, '', '', ''],
    ]);
  });

  it('calculates no further where a value stays as it was', () => {
    const { sheet, calculate } = sheetWith(
      [3, '=A1>2', '=B1&"!"', '=C1&"!"'],
      [4, '=A2+A3'],
      [5, '=SUM(B1:B2)'],
    );
    calculate();
    writeCellContent(sheet, 0, 0, { value: 7 });
    expect(calculate().calculated).toBe(1);
    writeCellContent(sheet, 0, 0, { value: 1 });
    expect(calculate().calculated).toBe(4);
    expect(getValue(sheet, 'D1')).toBe('FALSE!!');
  });

  it('calculates each formula once that the library calculates and that reads others cell by cell', () => {
    const { sheet, calculate } = sheetWith([2, '=GCD(A1,100)', '=LCM(B1,A1)', '=LCM(C1,B1,A1)', '=C1+D1']);
    calculate();
    writeCellContent(sheet, 0, 0, { value: 6 });
    expect(calculate().calculated).toBe(4);
    writeCellContent(sheet, 0, 0, { value: 50 });
    expect(calculate().calculated).toBe(4);
    expect(readValues(sheet, 'B1:E1')).toEqual([[50, 50, 50, 100]]);
  });

  it('keeps parts that a formula repeats apart from cell to cell', () => {
    const { sheet, calculate } = sheetWith(
      [1, '=SUM(A1,1)*10+SUM(A1,1)'],
      [2, '=SUM(A2,1)*10+SUM(A2,1)'],
      ['x', '=IF(LEN(A3)>1,LEN(A3),-LEN(A3))'],
    );
    calculate();
    expect(readValues(sheet, 'B1:B3').flat()).toEqual([22, 33, -1]);
    writeCellContent(sheet, 2, 0, { value: 'xyz' });
    calculate();
    expect(getValue(sheet, 'B3')).toBe(3);
  });

  it('follows long chains', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [index === 0 ? 1 : `=A${index}+1`]);
    const { sheet, calculate } = sheetWith(...rows);
    calculate();
    expect(getValue(sheet, 'A3000')).toBe(3000);
    writeCellContent(sheet, 0, 0, { value: 11 });
    calculate();
    expect(getValue(sheet, 'A3000')).toBe(3010);
  });

  it('follows sums of what stands above', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [index === 0 ? 1 : `=SUM(A$1:A${index})`]);
    const { sheet, calculate } = sheetWith(...rows);
    calculate();
    expect(getValue(sheet, 'A40')).toBe(2 ** 38);
  });

  it('says the day it is given, and looks again on another day only', () => {
    const { sheet, calculate } = sheetWith(['=TODAY()', '=A1+1', '=1+1']);
    expect(calculate().calculated).toBe(3);
    expect(calculate(new Date(2026, 10, 21, 23)).calculated).toBe(0);
    expect(calculate(new Date(2026, 10, 22)).calculated).toBe(2);
    expect(getValue(sheet, 'B1')).toBe(46_349);
  });

  it('shows 0 for cells that depend on themselves, and names them', () => {
    const { sheet, calculate } = sheetWith(['=B1+1', '=A1+1', '=SUM(C1:C2)', '=A1+5']);
    const { circular } = calculate();
    expect(readValues(sheet, 'A1:D1')).toEqual([[0, 0, 0, 5]]);
    expect(circular.map(({ column }) => column).sort()).toEqual([0, 1, 2]);
    fillCells(sheet, 'B1', [[3]]);
    expect(calculate().circular).toHaveLength(1);
    expect(readValues(sheet, 'A1:D1')).toEqual([[4, 3, 0, 9]]);
  });

  it('forgets formulas that were overwritten or cleared', () => {
    const { sheet, calculate } = sheetWith([1, '=A1*2', '=B1*2']);
    calculate();
    writeCellContent(sheet, 0, 1, { value: 100 });
    calculate();
    expect(getValue(sheet, 'C1')).toBe(200);
    clearRange(sheet, parseTestRange('B1'), 'All');
    calculate();
    expect(getValue(sheet, 'C1')).toBe(0);
    writeCellContent(sheet, 0, 0, { value: 5 });
    calculate();
    expect(readValues(sheet, 'A1:C1')).toEqual([[5, '', 0]]);
  });

  it('calculates nothing again when sheets come or go that no formula reads', () => {
    const { workbook, sheet, calculate } = sheetWith([1, '=A1+1', "=IFERROR('Mới'!A1,9)"]);
    const other = addSheet(workbook, 'Khác');
    fillCells(other, 'A1', [['=S!A1*2']]);
    calculate();
    expect(readValues(sheet, 'A1:C1')).toEqual([[1, 2, 9]]);
    deleteSheet(workbook, other);
    expect(calculate().calculated).toBe(0);
    fillCells(addSheet(workbook, 'Mới'), 'A1', [[7]]);
    expect(calculate().calculated).toBe(1);
    writeCellContent(sheet, 0, 0, { value: 3 });
    calculate();
    expect(readValues(sheet, 'A1:C1')).toEqual([[3, 4, 7]]);
    workbook.sheets.pop();
    calculate();
    expect(getValue(sheet, 'C1')).toBe(9);
  });

  it('keeps formulas right after rows, sheets and tables change', () => {
    const { workbook, tasks, summary } = createFormulaWorkbook();
    fillCells(summary, 'D1', [['=COUNTIFS(NhiemVu[Mã],"I.*")&\'Phụ lục\'!A4']]);
    recalculate(workbook, { now: FORMULA_TIME });
    expect(getValue(summary, 'D1')).toBe('3I.1');
    insertCells(workbook, tasks, parseTestRange('1:2'), 'Down');
    renameSheet(workbook, tasks, 'KH');
    const [table] = tasks.tables;
    addTableRows(workbook, tasks, table!, null, 1);
    writeCellContent(tasks, table!.area.bottom, 0, { value: 'I.99' });
    recalculate(workbook, { now: FORMULA_TIME });
    expect(getValue(summary, 'D1')).toBe('4I.1');
  });

  it('counts rows a filter hides only where SUBTOTAL is asked to', () => {
    const { workbook, tasks, summary } = createFormulaWorkbook();
    fillCells(summary, 'D1', [
      ['=SUBTOTAL(109,NhiemVu[Kinh phí (triệu đồng)])', '=SUBTOTAL(9,NhiemVu[Kinh phí (triệu đồng)])'],
      ['=SUM(NhiemVu[Kinh phí (triệu đồng)])', '=SUBTOTAL(3,NhiemVu[Mã])'],
    ]);
    applyTableFilter(tasks, tasks.tables[0]!, 1, { filterOn: 'Values', values: ['Chuyên môn'] });
    recalculate(workbook, { now: FORMULA_TIME });
    expect(readValues(summary, 'D1:E2')).toEqual([
      [30, 30],
      [35.5, 2],
    ]);
    // Rows hidden by hand count for the codes below 100.
    applyTableFilter(tasks, tasks.tables[0]!, 1, { filterOn: 'Custom', criterion1: '<>' });
    tasks.tables[0]!.filters = {};
    tasks.rows.set(3, { hidden: true });
    recalculate(workbook, { now: FORMULA_TIME });
    expect(readValues(summary, 'D1:E1')).toEqual([[25.5, 35.5]]);
  });

  it('passes over cells that are subtotals, also where they are referred to singly', () => {
    const { summary, workbook } = createFormulaWorkbook();
    fillCells(summary, 'M1', [
      [2],
      [3],
      ['=SUBTOTAL(9,M1:M2)'],
      ['=1+subtotal(9,M1:M2)'],
      ['="SUBTOTAL("&M1'],
      // LibreOffice counts a single subtotal; to Microsoft "nested subtotals are ignored to avoid double counting".
      ['=SUBTOTAL(9,M3)', '=SUBTOTAL(9,M1,M2,M3,M4)', '=SUBTOTAL(3,M5,M3)', '=SUBTOTAL(9,INDEX(M1:M6,3))'],
    ]);
    recalculate(workbook, { now: FORMULA_TIME });
    expect(readValues(summary, 'M6:P6')).toEqual([[0, 5, 1, 0]]);
  });

  it('passes over hidden rows where a subtotal finds its cells by OFFSET or INDEX', () => {
    const { tasks, summary, workbook } = createFormulaWorkbook();
    fillCells(summary, 'D1', [
      [
        "=SUMPRODUCT(SUBTOTAL(103,OFFSET('Phụ lục'!A4,ROW('Phụ lục'!A4:A8)-ROW('Phụ lục'!A4),0))*1)",
        "=SUBTOTAL(109,'Phụ lục'!G4:INDEX('Phụ lục'!G:G,8))",
        "=SUBTOTAL(109,OFFSET('Phụ lục'!G8,0,0,-5,1))",
        "=SUBTOTAL(9,OFFSET('Phụ lục'!G8,-8,0))",
      ],
    ]);
    tasks.rows.set(3, { hidden: true });
    recalculate(workbook, { now: FORMULA_TIME });
    expect(readValues(summary, 'D1:G1')).toEqual([[4, 25.5, 25.5, { error: '#REF!' }]]);
  });

  it('passes over hidden rows and subtotals where a subtotal finds its cells by INDIRECT', () => {
    const { tasks, summary, workbook } = createFormulaWorkbook();
    workbook.names.push({
      name: 'KinhPhi',
      formula: "='Phụ lục'!$G$4:$G$8",
      visible: true,
      comment: '',
      scope: 'Workbook',
    });
    fillCells(summary, 'M1', [[2], [3], ['=SUBTOTAL(9,M1:M2)']]);
    fillCells(summary, 'D1', [
      [
        '=SUBTOTAL(109,INDIRECT("\'Phụ lục\'!G4:G"&8))',
        '=SUBTOTAL(109,INDIRECT("KinhPhi"))',
        '=SUBTOTAL(9,INDIRECT("\'Phụ lục\'!R4C7:R8C7",FALSE))',
        '=SUBTOTAL(9,INDIRECT("M1:M3"))',
        '=SUMPRODUCT(SUBTOTAL(103,INDIRECT("\'Phụ lục\'!A"&ROW(A4:A8))))',
        '=AGGREGATE(9,5,INDIRECT("NhiemVu[Kinh phí (triệu đồng)]"))',
        '=SUBTOTAL(103,INDIRECT("không có"))',
        '=SUBTOTAL(103,OFFSET(M1,-1,0))',
        "=SUBTOTAL(109,('Phụ lục'!G4,'Phụ lục'!G5:G8))",
      ],
    ]);
    tasks.rows.set(3, { hidden: true });
    recalculate(workbook, { now: FORMULA_TIME });
    const lost = { error: '#REF!' };
    expect(readValues(summary, 'D1:L1')).toEqual([[25.5, 25.5, 35.5, 5, 4, 25.5, lost, lost, 25.5]]);
  });

  it('says so where a subtotal finds its cells in a way that is not calculated', () => {
    const { summary, workbook } = createFormulaWorkbook();
    fillCells(summary, 'M1', [[2], [3]]);
    const formulas = [
      '=SUBTOTAL(9,M1:INDIRECT("M2"))',
      '=SUBTOTAL(9,INDIRECT("M1"):M2)',
      '=SUBTOTAL(9,CHOOSE(1,M1:M2,M1))',
      '=SUBTOTAL(9,IF(TRUE,M1:M2,M1))',
      '=SUM(MAP(M1:M2,LAMBDA(one,SUBTOTAL(103,one))))',
      '=SUBTOTAL(3,IF(TRUE,M1:M2))',
    ];
    fillCells(summary, 'D1', [formulas]);
    recalculate(workbook, { now: FORMULA_TIME });
    expect(readValues(summary, 'D1:I1')).toEqual([formulas.map(() => ({ error: '#NAME?' }))]);
  });

  it('distinguishes empty texts of formulas from empty cells', () => {
    const { sheet, calculate } = sheetWith([
      '',
      '=""',
      'x',
      '=COUNTIF(A1:C1,"=")',
      '=COUNTIF(A1:C1,"")',
      '=COUNTIF(A1:C1,"<>")',
    ]);
    calculate();
    expect(readValues(sheet, 'D1:F1')).toEqual([[1, 2, 2]]);
  });

  it('reads whole columns of several sheets to the same row', () => {
    const { workbook, tasks, summary } = createFormulaWorkbook();
    fillCells(tasks, 'N1', [['=COUNTIFS(A:A,"I.1",\'Tổng hợp\'!P:P,"")']]);
    fillCells(tasks, 'N2', [['=1+1']]);
    recalculate(workbook, { now: FORMULA_TIME });
    expect(getValue(tasks, 'N1')).toBe(1);
    fillCells(summary, 'B60', [[1]]);
    fillCells(tasks, 'A10', [['I.1']]);
    recalculate(workbook, { now: FORMULA_TIME });
    expect(getValue(tasks, 'N1')).toBe(2);
  });

  it('follows what INDIRECT reads', () => {
    const { sheet, calculate } = sheetWith(['=INDIRECT("B1")+1', '=SUM(C1:C2)', '=D1*2', 1]);
    calculate();
    expect(getValue(sheet, 'A1')).toBe(3);
    writeCellContent(sheet, 0, 3, { value: 5 });
    calculate();
    expect(getValue(sheet, 'A1')).toBe(11);
  });

  it('follows what intersections and unions read', () => {
    const { sheet, calculate } = sheetWith([1, 2, '=SUM(A1:B1 B1:B2)', '=SUM((A1,B1))']);
    calculate();
    writeCellContent(sheet, 0, 1, { value: 7 });
    calculate();
    expect(readValues(sheet, 'C1:D1')).toEqual([[7, 8]]);
  });

  it('keeps what a formula on another workbook gave', () => {
    const { workbook, sheet, calculate } = sheetWith(['=1+1']);
    sheet.cells.get(0)!.set(1, { value: 42, formula: '=[1]Sheet1!A1' });
    fillCells(sheet, 'C1', [['=B1+1']]);
    calculate();
    expect(readValues(sheet, 'A1:C1')).toEqual([[2, 42, 43]]);
    expect(workbook.sheets).toHaveLength(1);
  });
});

describe('arrays', () => {
  it('spill, shrink and grow with what they read', () => {
    const { sheet, calculate } = sheetWith(['a', '=FILTER(A1:A4,A1:A4<>"")', '=COUNTA(B1#)'], ['b'], ['c']);
    fillCells(sheet, 'D1', [['=B3&"!"', '=ROWS(B1:B4)-COUNTBLANK(B1:B4)']]);
    calculate();
    expect(readValues(sheet, 'B1:E4')).toEqual([
      ['a', 3, 'c!', 3],
      ['b', '', '', ''],
      ['c', '', '', ''],
      ['', '', '', ''],
    ]);
    fillCells(sheet, 'A4', [['d']]);
    calculate();
    expect(readValues(sheet, 'B4:B4')).toEqual([['d']]);
    expect(readValues(sheet, 'C1:E1')).toEqual([[4, 'c!', 4]]);
    clearRange(sheet, parseTestRange('A2:A4'), 'All');
    calculate();
    expect(readValues(sheet, 'B1:B4').flat()).toEqual(['a', '', '', '']);
    expect(readValues(sheet, 'C1:E1')).toEqual([[1, '!', 1]]);
  });

  it('do not overwrite: #SPILL! until the way is free', () => {
    const { sheet, calculate } = sheetWith(['=SEQUENCE(3)'], [''], ['x']);
    calculate();
    expect(readValues(sheet, 'A1:A3').flat()).toEqual([{ error: '#SPILL!' }, '', 'x']);
    clearRange(sheet, parseTestRange('A3'), 'All');
    calculate();
    expect(readValues(sheet, 'A1:A3').flat()).toEqual([1, 2, 3]);
    writeCellContent(sheet, 1, 0, { value: 'y' });
    calculate();
    expect(readValues(sheet, 'A1:A3').flat()).toEqual([{ error: '#SPILL!' }, 'y', '']);
  });

  it('take the room that another gives up', () => {
    const { sheet, calculate } = sheetWith(['', '=SEQUENCE(D1)', '', 3], [''], ['=SEQUENCE(1,2)']);
    calculate();
    expect(readValues(sheet, 'A1:B3').flat()).toEqual(['', 1, '', 2, { error: '#SPILL!' }, 3]);
    writeCellContent(sheet, 0, 3, { value: 1 });
    calculate();
    expect(readValues(sheet, 'A1:B3').flat()).toEqual(['', 1, '', '', 1, 2]);
  });

  it('come back after rows below them moved', () => {
    const { workbook, sheet, calculate } = sheetWith(['=SEQUENCE(3)', '=SUM(A1:A3)']);
    calculate();
    insertCells(workbook, sheet, parseTestRange('9:9'), 'Down');
    calculate();
    expect(readValues(sheet, 'A1:B3').flat()).toEqual([1, 6, 2, '', 3, '']);
  });

  it('go with their formula', () => {
    const { sheet, calculate } = sheetWith(['=SEQUENCE(3)', '=SUM(A1:A3)']);
    calculate();
    expect(getValue(sheet, 'B1')).toBe(6);
    writeCellContent(sheet, 0, 0, { value: 'text' });
    calculate();
    expect(readValues(sheet, 'A1:A3').flat()).toEqual(['text', '', '']);
    expect(getValue(sheet, 'B1')).toBe(0);
  });
});

/** Generates formulas over a small grid: cells, areas and functions of both, in any order and with cycles. */
const cell = fc
  .tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 1, max: 5 }))
  .map(([column, row]) => `${column}${row}`);
const formula = fc.oneof(
  fc.tuple(cell, cell).map(([a, b]) => `=${a}+N(${b})`),
  fc.tuple(cell, cell).map(([a, b]) => `=SUM(${a}:${b})`),
  fc.tuple(cell, cell).map(([a, b]) => `=COUNTIF(${a}:${b},">2")`),
  cell.map((a) => `=IF(${a}="","–",${a})`),
  fc.integer({ min: 1, max: 3 }).map((n) => `=SEQUENCE(${n})`),
  cell.map((a) => `=IFERROR(COUNT(${a}#),${a})`),
);
const content = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('', 'x'), formula);
const edit = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      row: fc.integer({ min: 0, max: 4 }),
      column: fc.integer({ min: 0, max: 2 }),
      content,
    }),
  },
  { weight: 1, arbitrary: fc.record({ insert: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.integer({ min: 1, max: 6 }) }) },
);
type Edit =
  { row: number; column: number; content: string | number } | { insert: number } | { remove: number };

function apply(workbook: WorkbookModel, one: Edit): void {
  const sheet = workbook.sheets[0]!;
  if ('insert' in one) insertCells(workbook, sheet, parseTestRange(`${one.insert}:${one.insert}`), 'Down');
  else if ('remove' in one) deleteCells(workbook, sheet, parseTestRange(`${one.remove}:${one.remove}`), 'Up');
  else {
    const { content } = one;
    const isFormula = typeof content === 'string' && content.startsWith('=');
    writeCellContent(
      sheet,
      one.row,
      one.column,
      isFormula ? { value: '', formula: content } : { value: content },
    );
  }
}

it('gives after any edits the same values as a full calculation', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      const workbook = createWorkbook('S');
      for (const one of edits) {
        apply(workbook, one);
        recalculate(workbook, { now: FORMULA_TIME });
      }
      const copy = cloneWorkbook(workbook);
      recalculate(copy, { now: FORMULA_TIME });
      expect(findFirstDifference(workbook, copy)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

it('gives the same values in the moved cells after blank rows or columns came between', () => {
  const plain = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('', 'x'),
    fc.tuple(cell, cell).map(([a, b]) => `=${a}+N($${b})`),
    fc.tuple(cell, cell).map(([a, b]) => `=SUM(${a}:${b})`),
    fc.tuple(cell, cell).map(([a, b]) => `=COUNTIF(S!${a}:${b},">2")&IF(${a}="","–",${a})`),
    fc.constant('=SUM(B:B)+COUNTA(2:3)'),
  );
  const rows = fc.array(fc.array(plain, { minLength: 3, maxLength: 3 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (content, at, count, isRow) => {
        const { workbook, sheet, calculate } = sheetWith(...content);
        calculate();
        const before = cloneWorkbook(workbook).sheets[0]!;
        const place = isRow
          ? `${at}:${at + count - 1}`
          : `${toColumnLetters(at - 1)}:${toColumnLetters(at + count - 2)}`;
        const inserted = insertCells(workbook, sheet, parseTestRange(place), 'Down');
        if (!inserted.ok) throw new Error(inserted.message);
        calculate();
        for (const [row, line] of before.cells) {
          for (const [column, { value }] of line) {
            const moved = adjustRange(
              { top: row, bottom: row, left: column, right: column },
              inserted.value,
            )!;
            expect(getCell(sheet, moved.top, moved.left).value).toEqual(value);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
