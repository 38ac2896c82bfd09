import { toFileFormula, toInterfaceFormula } from '@phuluc/excel-simulator/xlsx/formulas/convert-formula';
import { joinTokens, scanFormula } from '@phuluc/excel-simulator/xlsx/formulas/scan-formula';
import fc from 'fast-check';

/** Interface form, file form, and the table the cell stands in. */
const BOTH_WAYS: readonly (readonly [string, string, string?])[] = [
  ['=1+1', '1+1'],
  ['=SUM(A1:B2)', 'SUM(A1:B2)'],
  ['=TEXTJOIN(", ",TRUE,A1:A3)', '_xlfn.TEXTJOIN(", ",TRUE,A1:A3)'],
  ['=IFERROR(XLOOKUP(A1,B:B,C:C),"_xlfn.")', 'IFERROR(_xlfn.XLOOKUP(A1,B:B,C:C),"_xlfn.")'],
  ['=FILTER(Q[a],Q[b]="x")', '_xlfn._xlws.FILTER(Q[a],Q[b]="x")'],
  ['=SORT(UNIQUE(Q[a]))', '_xlfn._xlws.SORT(_xlfn.UNIQUE(Q[a]))'],
  ['=[@a]*2', 'Q[[#This Row],[a]]*2', 'Q'],
  ['=[@[Trạng thái]]="Xong"', 'Q[[#This Row],[Trạng thái]]="Xong"', 'Q'],
  ['=Q[@a]', 'Q[[#This Row],[a]]'],
  ['=Q[@[a]:[b]]', 'Q[[#This Row],[a]:[b]]'],
  ['=COUNTA([@])', 'COUNTA(Q[#This Row])', 'Q'],
  ["=SUM(Q[Kinh phí (triệu đồng) '[dự kiến']])", "SUM(Q[Kinh phí (triệu đồng) '[dự kiến']])"],
  ["=[@[Số '[1']]]+1", "Q[[#This Row],[Số '[1']]]+1", 'Q'],
  ['=ROWS(Q)', 'ROWS(Q[])'],
  ['=COUNTIFS(Q[[#All],[a]],"x")', 'COUNTIFS(Q[[#All],[a]],"x")'],
  ["=[1]Sheet1!A1+'[1]Phụ lục'!B2", "[1]Sheet1!A1+'[1]Phụ lục'!B2", 'Q'],
  ["='Kế [hoạch]'!A1", "'Kế [hoạch]'!A1", 'Q'],
  ['=SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
  ["=COUNTA('Tổng hợp'!$B$2#)", "COUNTA(_xlfn.ANCHORARRAY('Tổng hợp'!$B$2))"],
  ['=@A1:A9+1', '_xlfn.SINGLE(A1:A9)+1'],
  ['=@INDEX(A1:A9,2)', '_xlfn.SINGLE(INDEX(A1:A9,2))'],
  ['=LET(x,A1,y,x+1,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)'],
  ['=MAP(A1:A3,LAMBDA(v,v&"v"))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v&"v"))'],
  [
    '=LAMBDA(a,[b],IF(ISOMITTED(b),a,b))(1)',
    '_xlfn.LAMBDA(_xlpm.a,_xlop.b,IF(_xlfn.ISOMITTED(_xlpm.b),_xlpm.a,_xlpm.b))(1)',
  ],
  ['=LET(f,LAMBDA(n,n+1),f(2))', '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.n,_xlpm.n+1),_xlpm.f(2))'],
  ['=IF(A1="#REF!",#N/A,#REF!)', 'IF(A1="#REF!",#N/A,#REF!)'],
  ['={1,2;3,4}', '{1,2;3,4}'],
  ['=IFS(A1>0," [@a] ",TRUE,"it\'s")', '_xlfn.IFS(A1>0," [@a] ",TRUE,"it\'s")', 'Q'],
];

describe('the two spellings of a formula', () => {
  it.each(BOTH_WAYS.map((row) => ({ shown: row[0], filed: row[1], ownTable: row[2] })))(
    '$shown is $filed in a file',
    ({ shown, filed, ownTable }) => {
      expect(toFileFormula(shown, ownTable, ['Q'])).toBe(filed);
      expect(toInterfaceFormula(filed, ownTable)).toBe(shown);
    },
  );

  it('takes any case of a function and of a table', () => {
    expect(toFileFormula('=textjoin("",true,q)', undefined, ['Q'])).toBe('_xlfn.TEXTJOIN("",true,q[])');
  });

  it('does not take a sheet for a table of the same name', () => {
    expect(toFileFormula('=Q!A1+Sheet1!Q', undefined, ['Q'])).toBe('Q!A1+Sheet1!Q');
  });

  it('reads a column of the own table without its name', () => {
    expect(toFileFormula('=SUM([a])', 'Q')).toBe('SUM(Q[a])');
  });

  it('leaves what it does not understand', () => {
    for (const broken of ['((', '"abc', "'a", '[[', '@', '#', 'LET(', 'LAMBDA(x', 'A1:', '@)'])
      expect(() => toInterfaceFormula(toFileFormula(broken, 'Q', ['Q']), 'Q')).not.toThrow();
  });

  it('loses no character when cutting any text into tokens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(joinTokens(scanFormula(text))).toBe(text);
      }),
    );
  });

  it('comes back from the file to the same spelling the second time', () => {
    const operand = fc.constantFrom(
      'Q[a]',
      '[@a]',
      '[x]',
      'A1',
      'A1#',
      '@A1',
      '"a"',
      'Q',
      'x',
      'SUM(Q[a])',
      'IFS([@a],[x])',
      'LET(x,1,x)',
    );
    const operator = fc.constantFrom('+', '&', ',', '<>', ' + ');
    fc.assert(
      fc.property(operand, fc.array(fc.tuple(operator, operand), { maxLength: 8 }), (first, rest) => {
        const formula = [first, ...rest.flat()].join('');
        const once = toInterfaceFormula(toFileFormula(formula, 'Q', ['Q']), 'Q');
        const twice = toInterfaceFormula(toFileFormula(once, 'Q', ['Q']), 'Q');
        expect(twice).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
