import '../../../../test/support/fixed-seed';
import { TemplateCache } from '@phuluc/excel-simulator/formulas/formula-template';
import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { SheetModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, getCell } from '@phuluc/excel-simulator/model/workbook';
import fc from 'fast-check';
import { fillCells, getValue } from '../model/fill-cells';
import { createFormulaWorkbook, FORMULA_TIME } from './create-formula-workbook';

afterEach(() => jest.restoreAllMocks());

/** Calculates with the library alone, as formulas without a template are. */
function recalculateByLibrary(workbook: Parameters<typeof recalculate>[0]): void {
  const spy = jest.spyOn(TemplateCache.prototype, 'get').mockReturnValue(null);
  recalculate(workbook, { now: FORMULA_TIME });
  spy.mockRestore();
}

/** Operands of every kind: texts, numbers, text numbers, blanks, errors, ranges, names, constants. */
const operand = fc.constantFrom(
  ...['A2', 'B2', 'B3', 'A4', 'B5', '$A$3', 'Z99', "'Phụ lục'!E5", 'B2:B5', 'A2:A5', 'A1:B3', 'HệSố', 'Gấp'],
  ...[
    'NhiemVu[TT]',
    'NhiemVu[Hạn]',
    'NhiemVu[Mã]',
    '1',
    '0',
    '2',
    '-1.5',
    '10%',
    '46340',
    '""',
    '"2"',
    '"x"',
  ],
  ...['"đoàn ĐỘI"', '"*đ*"', '">1"', '"<>"', '"I.1?"', 'TRUE', 'FALSE', '#N/A', 'DanhMục'],
);
const expression = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    operand,
    // Excel accepts ranges alone as the first argument of these.
    fc
      .tuple(
        fc.constantFrom('COUNTIF', 'SUMIF'),
        fc.constantFrom('B2:B5', 'NhiemVu[TT]', 'A1:B3'),
        tie('any'),
      )
      .map(([name, range, one]) => `${name}(${range},${one})`),
    fc
      .tuple(
        fc.constantFrom('A1:B4', 'NhiemVu[Mã]', 'B3'),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map((args) => `INDEX(${args.join(',')})`),
    fc
      .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<', '>='), tie('any'))
      .map(([left, sign, right]) => `(${left}${sign}${right})`),
    fc.tuple(fc.constantFrom('-', '+'), tie('any')).map(([sign, one]) => `${sign}${one}`),
    fc
      .tuple(
        fc.constantFrom(
          ...['INT', 'ABS', 'N', 'ISNUMBER', 'ISTEXT', 'ISBLANK', 'ISERROR', 'ISNA', 'LEN', 'TRIM', 'NOT'],
          ...['SUM', 'AVERAGE', 'MAX', 'MIN', 'COUNT', 'COUNTA', 'SUMPRODUCT', 'AND', 'OR', 'VALUE', 'LEFT'],
          ...['YEAR', 'MONTH', 'DAY', 'WEEKDAY', 'RIGHT'],
        ),
        tie('any'),
      )
      .map(([name, one]) => `${name}(${one})`),
    fc
      .tuple(
        fc.constantFrom(
          ...[
            'IFERROR',
            'IFNA',
            'SMALL',
            'LARGE',
            'INDEX',
            'MATCH',
            'FIND',
            'LEFT',
            'RIGHT',
            'ROUND',
            'ROUNDUP',
            'TEXT',
          ],
          ...['SUM', 'MAX', 'AND', 'OR', 'COUNT', 'SUMPRODUCT', 'WEEKDAY', 'WORKDAY'],
        ),
        tie('any'),
        tie('any'),
      )
      .map(([name, one, other]) => `${name}(${one},${other})`),
    fc
      .tuple(
        fc.constantFrom('IF', 'MATCH', 'MID', 'DATE', 'SUM', 'WORKDAY'),
        tie('any'),
        tie('any'),
        fc.oneof(tie('any'), fc.constantFrom('0', '1', '-1')),
      )
      .map(([name, ...args]) => `${name}(${args.join(',')})`),
  ),
})).any;

/** The values that the formulas show; which error it is differs where the library spreads an error over an array. */
function listResults(sheet: SheetModel): unknown[] {
  return EXPRESSION_ROWS.map((row) => {
    const { value, spill } = getCell(sheet, row, 7);
    return typeof value === 'object' ? 'error' : { value, spill };
  });
}

const EXPRESSION_ROWS = Array.from({ length: 20 }, (_, index) => 19 + index * 12);

it('gives the results of the library', () => {
  fc.assert(
    fc.property(fc.array(expression, { minLength: 20, maxLength: 20 }), (expressions) => {
      const { workbook, summary } = createFormulaWorkbook();
      expressions.forEach((one, index) =>
        fillCells(summary, `H${EXPRESSION_ROWS[index]! + 1}`, [[`=${one}`]]),
      );
      const copy = cloneWorkbook(workbook);
      recalculate(workbook, { now: FORMULA_TIME });
      recalculateByLibrary(copy);
      expect(listResults(summary)).toEqual(listResults(copy.sheets[1]!));
    }),
    { numRuns: 40 },
  );
});

it('calculates more formulas than the library keeps in one run', () => {
  const workbook = createWorkbook('S');
  const [sheet] = workbook.sheets;
  fillCells(
    sheet!,
    'A1',
    Array.from({ length: 12_000 }, (_, index) => [index, `=A${index + 1}*2`]),
  );
  const copy = cloneWorkbook(workbook);
  recalculate(workbook, { now: FORMULA_TIME });
  expect(getValue(sheet!, 'B1')).toBe(0);
  expect(getValue(sheet!, 'B12000')).toBe(23_998);
  recalculateByLibrary(copy);
  expect(findFirstDifference(workbook, copy)).toBeNull();
});
