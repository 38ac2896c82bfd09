import type { MachineSettings } from '@phuluc/excel-simulator/protocol/types';
import { type CaseContext, runInExcel } from './conformance/case-context';
import { captureErrorCode } from './conformance/create-case';

type Run = (bench: CaseContext) => Promise<void>;

const inRegion = (run: Run) => runInExcel(run, { listSeparator: ';' });
const onExcel365 = (run: Run) => runInExcel(run, { formulaEcho: 'excel-365' });

async function readFormulas({ sheet, context }: CaseContext, address: string): Promise<unknown[][]> {
  const range = sheet.getRange(address);
  range.load('formulas');
  await context.sync();
  return range.formulas;
}

describe('a region whose list separator is ";"', () => {
  it('takes several areas with ";" only', () =>
    inRegion(async (bench) => {
      const { sheet, context } = bench;
      expect(await captureErrorCode(bench, () => void sheet.getRanges('A1,C3').load('address'))).toBe(
        'InvalidArgument',
      );
      const areas = sheet.getRanges('A1;C3');
      areas.load('areaCount');
      await context.sync();
      expect(areas.areaCount).toBe(2);
    }));

  it('gives the formulas of names in its own language, and takes no others', () =>
    inRegion(async (bench) => {
      const { context, workbook } = bench;
      const { names } = context.workbook;
      expect(await captureErrorCode(bench, () => void names.add('DM_A', '=OFFSET(Sổ!$A$1,1,0)'))).toBe(
        'InvalidArgument',
      );
      const item = names.add('DM_A', '=OFFSET(Sổ!$A$1;1;0)*0,5&"a,b;c"');
      item.load('formula');
      await context.sync();
      expect(item.formula).toBe('=OFFSET(Sổ!$A$1;1;0)*0,5&"a,b;c"');
      expect(workbook.names[0]?.formula).toBe('=OFFSET(Sổ!$A$1,1,0)*0.5&"a,b;c"');
    }));

  it('gives validations in its own language', () =>
    inRegion(async (bench) => {
      const { sheet, context } = bench;
      const [custom, list] = [sheet.getRange('C2').dataValidation, sheet.getRange('A2').dataValidation];
      expect(
        await captureErrorCode(bench, () => void (custom.rule = { custom: { formula: '=AND(C2>1,C2<9)' } })),
      ).toBe('InvalidArgument');
      custom.rule = { custom: { formula: '=AND(C2>1;C2<9,5)' } };
      list.rule = { list: { inCellDropDown: true, source: 'Có,Không' } };
      custom.load('rule');
      list.load('rule');
      await context.sync();
      expect(custom.rule.custom?.formula).toBe('=AND(C2>1;C2<9,5)');
      expect(list.rule.list?.source).toBe('Có;Không');
    }));

  it('leaves the formulas of cells and conditional formats in English', () =>
    inRegion(async (bench) => {
      const { sheet, context } = bench;
      sheet.getRange('F1').formulas = [['=MAX(C2,C3)']];
      const { custom } = sheet.getRange('A1').conditionalFormats.add('Custom');
      custom.rule.formula = '=AND(C2>1,C2<9)';
      custom.rule.load('formula');
      await context.sync();
      expect(await readFormulas(bench, 'F1')).toEqual([['=MAX(C2,C3)']]);
      expect(custom.rule.formula).toBe('=AND(C2>1,C2<9)');
    }));
});

describe('formulas as Excel 365 gives them back', () => {
  it('have "@" where one cell is meant, and this row in the long form', () =>
    onExcel365(async (bench) => {
      const { sheet, workbook } = bench;
      const table = sheet.tables.add('A1:D5', true);
      table.name = 'Bang';
      sheet.getRange('D2:D5').formulas = '=[@Số]*2' as never;
      sheet.getRange('F1').formulas = [['=INDEX($A$2:$A$5,2)']];
      expect(await readFormulas(bench, 'D2:D3')).toEqual([
        ['=Bang[[#This Row],[Số]]*2'],
        ['=Bang[[#This Row],[Số]]*2'],
      ]);
      expect(await readFormulas(bench, 'F1')).toEqual([['=@INDEX($A$2:$A$5,2)']]);
      expect(workbook.sheets[0]?.cells.get(1)?.get(3)?.formula).toBe('=[@Số]*2');
    }));

  it('mean the same when they are written back', () =>
    onExcel365(async (bench) => {
      const { sheet, context, workbook } = bench;
      sheet.tables.add('A1:D5', true).name = 'Bang';
      sheet.getRange('D2').formulas = [['=Bang[[#This Row],[Số]]*2']];
      sheet.getRange('F1').formulas = [['=@INDEX($A$2:$A$5,2)']];
      await context.sync();
      expect(workbook.sheets[0]?.cells.get(1)?.get(3)?.formula).toBe('=[@Số]*2');
      expect(workbook.sheets[0]?.cells.get(0)?.get(5)).toMatchObject({
        formula: '=INDEX($A$2:$A$5,2)',
        value: 'I.2',
      });
    }));
});

describe('an array written over rows that a filter hides', () => {
  async function hideRow3({ sheet, context }: CaseContext): Promise<void> {
    const table = sheet.tables.add('A1:D5', true);
    table.columns.getItem('Mã').filter.applyValuesFilter(['I.1', 'II.1', 'II.2']);
    await context.sync();
  }

  async function readNumbers({ sheet, context }: CaseContext): Promise<unknown[]> {
    const range = sheet.getRange('C2:C5');
    range.load('values');
    await context.sync();
    return range.values.flat();
  }

  it('is not stored row by row', () =>
    runInExcel(async (bench) => {
      await hideRow3(bench);
      bench.sheet.getRange('C2:C5').values = [[21], [22], [23], [24]];
      expect(await readNumbers(bench)).toEqual([21, 1, 21, 21]);
    }));

  it('leaves the hidden cells out where one value is given for all', () =>
    runInExcel(async (bench) => {
      await hideRow3(bench);
      bench.sheet.getRange('C2:C5').values = 9 as never;
      expect(await readNumbers(bench)).toEqual([9, 1, 9, 9]);
    }));

  it('is stored where it is written cell by cell, or where the rows are hidden by hand', () =>
    runInExcel(async (bench) => {
      await hideRow3(bench);
      bench.sheet.getRange('C3').values = [[7]];
      expect(await readNumbers(bench)).toEqual([3, 7, 2, 5]);
      bench.sheet.tables.getItemAt(0).clearFilters();
      bench.sheet.getRange('A3').rowHidden = true;
      bench.sheet.getRange('C2:C5').values = [[21], [22], [23], [24]];
      expect(await readNumbers(bench)).toEqual([21, 22, 23, 24]);
    }));
});

describe('AutoCorrect', () => {
  const off: Partial<MachineSettings> = { autoCorrect: false };

  async function addBlankTable({ sheet, context }: CaseContext): Promise<void> {
    sheet.getRange('F1:G1').values = [['Ngày', 'Tính']];
    sheet.tables.add('F1:G4', true);
    await context.sync();
  }

  it('fills a blank column with the last of several formulas', () =>
    runInExcel(async (bench) => {
      await addBlankTable(bench);
      bench.sheet.getRange('G2:G4').formulas = [['=1+1'], ['=1+2'], ['=1+3']];
      expect(await readFormulas(bench, 'G2:G4')).toEqual([['=1+3'], ['=1+3'], ['=1+3']]);
    }));

  it('fills the column from a formula in one of its cells', () =>
    runInExcel(async (bench) => {
      await addBlankTable(bench);
      bench.sheet.getRange('G3').formulas = [['=F3*2']];
      expect(await readFormulas(bench, 'G2:G4')).toEqual([['=F2*2'], ['=F3*2'], ['=F4*2']]);
    }));

  it('leaves columns with values alone', () =>
    runInExcel(async (bench) => {
      await addBlankTable(bench);
      bench.sheet.getRange('G2:G4').formulas = [['=1+1'], [5], ['=1+3']];
      expect(await readFormulas(bench, 'G2:G4')).toEqual([['=1+1'], [5], ['=1+3']]);
      bench.sheet.getRange('G2').formulas = [['=9']];
      expect(await readFormulas(bench, 'G2:G4')).toEqual([['=9'], [5], ['=1+3']]);
    }));

  it('lets a table take in what is written right below or beside it', () =>
    runInExcel(async (bench) => {
      const table = bench.sheet.tables.add('A1:D5', true);
      bench.sheet.getRange('A6:B7').values = [
        ['III.1', 'Mới'],
        ['III.2', 'Mới'],
      ];
      bench.sheet.getRange('E1').values = [['Ghi chú']];
      const range = table.getRange();
      range.load('address');
      await bench.context.sync();
      expect(range.address).toBe('Sổ!A1:E7');
      expect(await readFormulas(bench, 'D7')).toEqual([['=C7*2']]);
    }));

  it('does neither where it is off', () =>
    runInExcel(async (bench) => {
      await addBlankTable(bench);
      bench.sheet.getRange('G3').formulas = [['=F3*2']];
      bench.sheet.getRange('F5').values = [['dưới']];
      expect(await readFormulas(bench, 'G2:G4')).toEqual([[''], ['=F3*2'], ['']]);
      expect(bench.workbook.sheets[0]?.tables[0]?.area.bottom).toBe(3);
    }, off));
});
