import { FormulaCodec } from '@phuluc/excel-simulator/xlsx/formulas/formula-codec';

const TABLES = ['Q', 'DuLieu'];

/** Formulas of one shape, as they stand in the cells of a block. */
const BLOCKS: readonly (readonly string[])[] = [
  ['=A1+$B$2', '=A2+$B$2', '=AB10+$B$2'],
  ['=COUNTIFS(Q[a],$A5,Q[b],"A1")', '=COUNTIFS(Q[a],$A6,Q[b],"A1")'],
  ["=SUM('A1 B2'!C3:D4)", "=SUM('A1 B2'!C4:D5)"],
  ['=SUM(A1#)', '=SUM(A2#)'],
  ['=@A1:A9+1', '=@A2:A10+1'],
  ['=A1:A9*2', '=A2:A10*2'],
  ['=IFS(A1>0,"có")', '=IFS(B1>0,"có")'],
  ['=LET(x,A1,x*2)', '=LET(x,A2,x*2)'],
  ['=LET(ab1,A1,ab1*2)', '=LET(ab2,A2,ab2*2)'],
  ['=SUM(1:1)', '=SUM(2:2)'],
  ['=LOG10(A1)', '=LOG10(A2)'],
];

describe('FormulaCodec.cellToFile', () => {
  it.each(BLOCKS.map((block) => [block[0], block] as const))(
    'gives each formula of the shape of %s what it gives it alone',
    (_, block) => {
      const together = new FormulaCodec(TABLES);
      for (const formula of block) {
        expect(together.cellToFile(formula)).toEqual(new FormulaCodec(TABLES).cellToFile(formula));
      }
    },
  );

  it('keeps tables of one shape apart', () => {
    const codec = new FormulaCodec(TABLES);
    expect(codec.cellToFile('=[@a]+A1', 'Q').text).toBe('Q[[#This Row],[a]]+A1');
    expect(codec.cellToFile('=[@a]+A2', 'DuLieu').text).toBe('DuLieu[[#This Row],[a]]+A2');
  });
});
