import {
  adjustFormula,
  copyFormula,
  renameColumnInFormula,
  renameSheetInFormula,
  renameTableInFormula,
  toA1Formula,
  toR1C1Formula,
} from '@phuluc/excel-simulator/model/formula-references';
import { isWellFormedFormula, tokenizeFormula } from '@phuluc/excel-simulator/model/formula-tokens';
import { toRelativeForm } from '@phuluc/excel-simulator/model/relative-key';
import {
  createEntireColumns,
  createEntireRows,
  type Shift,
} from '@phuluc/excel-simulator/model/shift-ranges';
import fc from 'fast-check';

function rows(action: Shift['action'], top: number, bottom = top): Shift {
  return {
    action,
    axis: 'row',
    area: createEntireRows(top, bottom),
  };
}
function columns(action: Shift['action'], left: number, right = left): Shift {
  return {
    action,
    axis: 'column',
    area: createEntireColumns(left, right),
  };
}

describe('references after cells moved', () => {
  it.each<[string, Shift, string, string]>([
    ['a row above moves it', rows('insert', 0), '=A1+$B$2', '=A2+$B$3'],
    ['a row inside a range widens it', rows('insert', 2, 3), '=SUM(A1:A5)', '=SUM(A1:A7)'],
    ['a row below leaves it', rows('insert', 5), '=SUM(A1:A5)', '=SUM(A1:A5)'],
    ['a deleted row inside narrows it', rows('delete', 1, 2), '=SUM(A1:A5)', '=SUM(A1:A3)'],
    ['the deleted first rows', rows('delete', 0, 2), '=SUM(A2:A5)', '=SUM(A1:A2)'],
    ['deleted rows over its beginning', rows('delete', 1, 2), '=SUM(A3:A6)', '=SUM(A2:A4)'],
    ['a range of one cell stays a range', rows('delete', 1, 4), '=SUM($A1:A$5)', '=SUM($A1:A$1)'],
    ['the deleted last rows', rows('delete', 3, 9), '=SUM(A2:A5)', '=SUM(A2:A3)'],
    ['all of it deleted', rows('delete', 1, 4), '=SUM(A2:A5)', '=SUM(#REF!)'],
    ['a deleted cell', rows('delete', 1), '=A2*2', '=#REF!*2'],
    ['a spill sign goes with its cell', rows('delete', 1), '=SUM(A2#)', '=SUM(#REF!)'],
    ['a spill sign stays', rows('insert', 0), '=SUM(A2#)', '=SUM(A3#)'],
    ['whole columns stay', rows('insert', 3), '=COUNTA(B:B)', '=COUNTA(B:B)'],
    ['whole columns move sideways', columns('insert', 1), '=COUNTA(B:C)', '=COUNTA(C:D)'],
    ['whole rows grow', rows('insert', 3), '=SUM(2:$6)', '=SUM(2:$7)'],
    ['another sheet is left alone', rows('insert', 0), "=Khác!A1+'Tổng hợp'!A1", "=Khác!A1+'Tổng hợp'!A1"],
    ['its own sheet by name', rows('insert', 0), "='Phụ lục'!$A$1:B3", "='Phụ lục'!$A$2:B4"],
    ['texts are not references', rows('insert', 0), '="A1"&A1', '="A1"&A2'],
    ['functions that look like cells', rows('insert', 0), '=LOG10(A1)', '=LOG10(A2)'],
    ['names that look almost like cells', rows('insert', 0), '=ĐỢT1+A1', '=ĐỢT1+A2'],
    ['structured references', rows('insert', 0), '=SUM(NhiemVu[A1])', '=SUM(NhiemVu[A1])'],
    ['the sheet ends', rows('insert', 0), '=A1048576', '=#REF!'],
    ['corners in any order', rows('insert', 1), '=SUM(B3:A1)', '=SUM(A1:B4)'],
  ])('%s', (_, shift, formula, expected) => {
    expect(adjustFormula(formula, 'Phụ lục', 'Phụ lục', shift)).toBe(expected);
  });

  it('moves only what lies wholly in the band of the cells', () => {
    const shift: Shift = { action: 'insert', axis: 'row', area: { top: 1, bottom: 1, left: 1, right: 2 } };
    expect(adjustFormula('=B2+A2+SUM(B1:C3)+SUM(A1:C3)', 'S', 'S', shift)).toBe(
      '=B3+A2+SUM(B1:C4)+SUM(A1:C3)',
    );
  });

  it('takes sheet names without regard to case', () => {
    expect(adjustFormula("='PHỤ LỤC'!A1", 'x', 'Phụ lục', rows('insert', 0))).toBe("='PHỤ LỤC'!A2");
  });
});

describe('copied formulas', () => {
  it.each([
    ['=A1+$A1+A$1+$A$1', 2, 1, '=B3+$A3+B$1+$A$1'],
    ['=SUM(A1:B2)', -1, 0, '=SUM(#REF!)'],
    ['=A:A+1:1', 1, 1, '=B:B+2:2'],
    ['=[@x]+NhiemVu[y]', 5, 5, '=[@x]+NhiemVu[y]'],
    ["='Phụ lục'!B2", 1, 0, "='Phụ lục'!B3"],
  ])('%s by %i rows and %i columns', (formula, down, right, expected) => {
    expect(copyFormula(formula, down, right)).toBe(expected);
  });

  it('come back when copied back', () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 200, max: 900 }), fc.boolean());
    const reference = cell.map(([column, row, fixed]) => {
      const letter = String.fromCharCode(65 + column);
      return fixed ? `$${letter}${row}` : `${letter}$${row}`;
    });
    fc.assert(
      fc.property(
        fc.array(reference, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -100, max: 100 }),
        (parts, by) => {
          const formula = `=${parts.join('+')}`;
          expect(copyFormula(copyFormula(formula, by, 30), -by, -30)).toBe(formula);
        },
      ),
    );
  });

  it('speak R1C1', () => {
    expect(toR1C1Formula('=A1+$B$2', 1, 1)).toBe('=R[-1]C[-1]+R2C2');
    expect(toA1Formula('=R[-1]C[-1]+R2C2', 1, 1)).toBe('=A1+$B$2');
    expect(toA1Formula('=R[-1]C', 0, 0)).toBe('=#REF!');
  });
});

describe('toRelativeForm', () => {
  it.each([
    ['=A1+$B$2', '=A2+$B$2', true],
    ['=A1+$B$2', '=A2+$B$3', false],
    ['=SUM(1:1)', '=SUM(2:2)', true],
    ['=SUM($1:$1)', '=SUM($2:$2)', false],
    ['=T[x]&"A1"', '=T[x]&"A1"', true],
    ['=A1&"A1"', '=A2&"A2"', false],
  ])('compares %s with %s in the row below as R1C1 does', (above, below, isSame) => {
    expect(toRelativeForm(above, 0, 5) === toRelativeForm(below, 1, 5)).toBe(isSame);
    expect(toR1C1Formula(above, 0, 5) === toR1C1Formula(below, 1, 5)).toBe(isSame);
  });
});

describe('renamed things', () => {
  it.each([
    ["='Phụ lục'!A1+A1", 'Kế hoạch năm', "='Kế hoạch năm'!A1+A1"],
    ["=SUM('PHỤ LỤC'!A:A)", 'KH', '=SUM(KH!A:A)'],
    ["='Phụ lục'!DanhMuc", '2026', "='2026'!DanhMuc"],
    ["='Phụ lục'!A1", "it's", "='it''s'!A1"],
    ["=SUM('Phụ lục'!A1:A1)", 'KH', '=SUM(KH!A1:A1)'],
    ["='Phụ lục:Sheet3'!A1", 'Một', '=Một:Sheet3!A1'],
    ["='[Khác.xlsx]Phụ lục'!A1", 'Một', "='[Khác.xlsx]Phụ lục'!A1"],
    ['="Phụ lục!A1"', 'Một', '="Phụ lục!A1"'],
  ])('a sheet in %s', (formula, to, expected) => {
    expect(renameSheetInFormula(formula, 'Phụ lục', to)).toBe(expected);
  });

  it('a sheet that is gone leaves #REF!', () => {
    expect(renameSheetInFormula("=SUM('Phụ lục'!A1:B2)+A1", 'Phụ lục', null)).toBe('=SUM(#REF!)+A1');
  });

  it.each([
    ['=COUNTA(NhiemVu[Sản phẩm])+ROWS(nhiemvu)', '=COUNTA(CV[Sản phẩm])+ROWS(CV)'],
    ['=NhiemVu[[#Totals],[Kinh phí]]', '=CV[[#Totals],[Kinh phí]]'],
    ['=NhiemVu2[x]&"NhiemVu[x]"', '=NhiemVu2[x]&"NhiemVu[x]"'],
  ])('a table in %s', (formula, expected) => {
    expect(renameTableInFormula(formula, 'NhiemVu', 'CV')).toBe(expected);
  });

  it.each([
    ['=COUNTA(NhiemVu[Sản phẩm])', 'Kết quả', null, '=COUNTA(NhiemVu[Kết quả])'],
    ['=[@[Sản phẩm]]&[@TT]', 'Kết quả', 'NhiemVu', '=[@[Kết quả]]&[@TT]'],
    ['=[@[Sản phẩm]]', 'Kết quả', null, '=[@[Sản phẩm]]'],
    ['=TienDo[Sản phẩm]', 'Kết quả', 'NhiemVu', '=TienDo[Sản phẩm]'],
    ['=NhiemVu[[Mã]:[Sản phẩm]]', 'KQ [x]', null, "=NhiemVu[[Mã]:[KQ '[x']]]"],
    ['=NhiemVu[Sản phẩm]', null, null, '=#REF!'],
  ])('a column in %s', (formula, to, home, expected) => {
    expect(renameColumnInFormula(formula, 'NhiemVu', 'Sản phẩm', to, home)).toBe(expected);
  });
});

describe('what Excel takes as a formula', () => {
  it.each([
    '=1+1',
    '=SUM(,1)',
    '=-Khảo sát',
    "='Phụ lục'!A1",
    '=NhiemVu[[#Headers],[x]]',
    '=LET(a,1,a+1)',
    '={1,2;3,4}',
    '=A1#',
    '=KHONGCO(1)',
  ])('%s', (formula) => expect(isWellFormedFormula(formula)).toBe(true));

  it.each(['=', '=1+', '=SUM(', '=)', '="a', '=1 2', 'A1', "='", '=NhiemVu[x'])('not %s', (formula) =>
    expect(isWellFormedFormula(formula)).toBe(false),
  );

  it('gives the formula back from its tokens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          tokenizeFormula(`=${text}`)
            .map((token) => token.value)
            .join(''),
        ).toBe(`=${text}`);
      }),
    );
  });
});
