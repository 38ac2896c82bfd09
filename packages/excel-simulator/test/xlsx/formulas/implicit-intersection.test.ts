import { addImpliedSigns, chooseFileForm } from '@phuluc/excel-simulator/xlsx/formulas/implicit-intersection';

const TABLES = new Set(['q']);

describe('one cell or the whole range', () => {
  it.each([
    '=A1*2',
    '=ROW()-ROW(Q[[#Headers],[a]])',
    '=COLUMN()&""',
    '=SUM(A1:A9)',
    '=SUMPRODUCT((Q[a]="x")*(Q[b]>1))',
    '=COUNTIFS(Q[a],[@b],Q[[#All],[c]],">1")',
    '=IF([@a]="","",VLOOKUP([@a],$A$1:$C$9,2,FALSE))',
    '=IFERROR(INDEX(Q[a],MATCH(B1,Q[b],0)),"–")',
    '=SUM(COUNTIF(A:A,{"x","y"}))',
    '=Q[[#Headers],[a]]&Q[[#Totals],[b]]',
    '=SUBTOTAL(109,Q[a])',
    '=SUMPRODUCT(LEN(A1:A9))',
    "='Tổng hợp'!B2",
  ])('%s is written as it is', (formula) => {
    expect(chooseFileForm(formula, TABLES)).toEqual({ kind: 'plain', formula });
    expect(addImpliedSigns(formula, TABLES)).toBe(formula);
  });

  it.each([
    ['=@A1:A9', '=A1:A9'],
    ['=@Q[a]+1', '=Q[a]+1'],
    ['=LEN(@A1:A9)', '=LEN(A1:A9)'],
    ['=SUM(IF(@A1:A3>1,1,0))', '=SUM(IF(A1:A3>1,1,0))'],
    ['=VLOOKUP(@A:A,B:C,2,0)', '=VLOOKUP(A:A,B:C,2,0)'],
    ["=@'Phụ lục'!A1:A3&@B1:B3", "='Phụ lục'!A1:A3&B1:B3"],
    ['=-@Q', '=-Q'],
  ])('%s is %s in a file', (shown, filed) => {
    expect(chooseFileForm(shown, TABLES)).toEqual({ kind: 'plain', formula: filed });
    expect(addImpliedSigns(filed, TABLES)).toBe(shown);
  });

  it.each([
    '=A1:A9*2',
    '=SUM(IF(A1:A3>1,1,0))',
    '=SUMPRODUCT(IF(A1:A3>1,1,0))',
    '=UNIQUE(A1:A9)',
    '=TEXTJOIN(",",TRUE,IF(Q[a]="x",Q[b],""))',
    '=A1#+1',
    '=LEN(Q[a])',
    '=Q[@]&""',
    '=@INDEX(A1:A9,2)',
    '=LEN(A1:A9)&@B1:B9',
  ])('%s is written as a dynamic array', (formula) => {
    expect(chooseFileForm(formula, TABLES)).toEqual({ kind: 'array' });
  });
});
