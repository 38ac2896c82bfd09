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
    ['=@OFFSET(A1,0,0,3,1)', '=OFFSET(A1,0,0,3,1)'],
    ['=@INDEX(A1:C9,0,2)', '=INDEX(A1:C9,0,2)'],
    ['=IFERROR(@INDEX(Q,2)+1,"")', '=IFERROR(INDEX(Q,2)+1,"")'],
    ['=@INDIRECT("A1:A"&B1)', '=INDIRECT("A1:A"&B1)'],
  ])('%s is %s in a file', (shown, filed) => {
    expect(chooseFileForm(shown, TABLES)).toEqual({ kind: 'plain', formula: filed });
    expect(addImpliedSigns(filed, TABLES)).toBe(shown);
  });

  // Excel shows these with "@", too; they are one cell with it and without it, and the file is the same.
  it.each([
    ['=@INDEX(A1:A9,2)', '=INDEX(A1:A9,2)'],
    ['=@OFFSET(A1,1,B1)*2', '=OFFSET(A1,1,B1)*2'],
    ['=IF(@INDEX(Q[a],B1)="x",@INDIRECT("A"&B1),"")', '=IF(INDEX(Q[a],B1)="x",INDIRECT("A"&B1),"")'],
  ])('%s is %s in a file', (shown, filed) => {
    expect(chooseFileForm(shown, TABLES)).toEqual({ kind: 'plain', formula: filed });
    expect(chooseFileForm(filed, TABLES)).toEqual({ kind: 'plain', formula: filed });
    expect(addImpliedSigns(filed, TABLES)).toBe(filed);
  });

  it.each([
    '=SUM(OFFSET(A1,0,0,3,1))',
    '=SUMPRODUCT(INDEX(A1:C9,0,2)*1)',
    '=COUNTIF(INDIRECT("A1:A9"),1)',
    '=SUBTOTAL(9,A1:INDEX(A:A,9))',
  ])('%s takes references and is written as it is', (formula) => {
    expect(chooseFileForm(formula, TABLES)).toEqual({ kind: 'plain', formula });
    expect(addImpliedSigns(formula, TABLES)).toBe(formula);
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
    // Of several cells where one value is wanted: Excel would show a plain formula with "@".
    '=OFFSET(A1,0,0,3,1)',
    '=OFFSET(A1:A3,1,0)',
    '=IF(B1,INDEX(A1:C9,2,0),"")',
    '=INDEX(A1:C9,2)&""',
    '=INDEX(Q[[a]:[b]],2)',
    '=INDIRECT("A1:A"&B1)',
    '=LEN(A1:A9)&@B1:B9',
  ])('%s is written as a dynamic array', (formula) => {
    expect(chooseFileForm(formula, TABLES)).toEqual({ kind: 'array' });
  });
});
