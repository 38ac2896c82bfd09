import { type CaseContext, runInExcel } from './conformance/case-context';
import { captureErrorCode, readAddress } from './conformance/create-case';

/** Runs on the case context; each error is its own request. */
function refused(run: (bench: CaseContext) => void, code: string) {
  return runInExcel(async (bench) => {
    expect(await captureErrorCode(bench, () => run(bench))).toBe(code);
  });
}

async function read(bench: CaseContext, address: string): Promise<unknown[][]> {
  const range = bench.sheet.getRange(address);
  range.load('values');
  await bench.context.sync();
  return range.values;
}

const CASES: Record<string, [(bench: CaseContext) => void, string]> = {
  'values with a row too many': [
    ({ sheet }) =>
      void (sheet.getRange('A1:B1').values = [
        [1, 2],
        [3, 4],
      ]),
    'InvalidArgument',
  ],
  'values with a ragged row': [
    ({ sheet }) => void (sheet.getRange('A1:B2').values = [[1, 2], [3]]),
    'InvalidArgument',
  ],
  'one row as a flat array': [
    ({ sheet }) => void (sheet.getRange('A1:B1').values = [1, 2] as never),
    'InvalidArgument',
  ],
  'number formats of another shape': [
    ({ sheet }) => void (sheet.getRange('A1:B2').numberFormat = [['@']]),
    'InvalidArgument',
  ],
  'a number format that is no text': [
    ({ sheet }) => void (sheet.getRange('A1').numberFormat = [[5]]),
    'InvalidArgument',
  ],
  'a strip of the wrong height': [
    ({ sheet }) =>
      void (sheet.getRange('A1:J200').values = Array.from({ length: 199 }, () => Array(10).fill(1))),
    'InvalidArgument',
  ],
  'values of whole columns': [
    ({ sheet }) => void (sheet.getRange('B:C').values = [[1, 2]]),
    'InvalidArgument',
  ],
  'an object in a cell': [
    ({ sheet }) => void (sheet.getRange('A1').values = [[{ a: 1 }]] as never),
    'InvalidArgument',
  ],
  'a formula with a hole': [
    ({ sheet }) => void (sheet.getRange('A1').formulas = [['=SUM(']]),
    'InvalidArgument',
  ],
  'a formula longer than a cell holds': [
    ({ sheet }) => void (sheet.getRange('A1').formulas = [[`="${'x'.repeat(8_192)}"`]]),
    'FormulaLengthExceedsLimit',
  ],
  'a row of a table before the row after its last': [
    ({ sheet }) => void sheet.tables.add('A1:D5', true).rows.add(4, [['III.1', '', '', '']]),
    'InvalidArgument',
  ],
  'special cells of a protected sheet': [
    ({ sheet }) => {
      sheet.protection.protect();
      sheet.getRange('A1:D5').getSpecialCellsOrNullObject('Formulas').load('address');
    },
    'AccessDenied',
  ],
  'a column of the width 0': [
    ({ sheet }) => void (sheet.getRange('B:B').format.columnWidth = 0),
    'InvalidArgument',
  ],
  'the selection while a chart is selected': [
    ({ context, excel }) => {
      excel.session.foreground = 'chart';
      context.workbook.getSelectedRange().load('address');
    },
    'InvalidSelection',
  ],
  'a sheet added while another workbook is in front': [
    ({ context, excel }) => {
      excel.session.foreground = 'other-workbook';
      context.workbook.worksheets.add('Mới');
    },
    'GeneralException',
  ],
  'a sheet added while another workbook is in front, on builds with a code for it': [
    ({ context, excel }) => {
      excel.session.foreground = 'inactive-workbook';
      context.workbook.worksheets.add('Mới');
    },
    'InactiveWorkbook',
  ],
  'a text longer than a cell holds': [
    ({ sheet }) => void (sheet.getRange('A1').values = [['x'.repeat(32_768)]]),
    'InvalidArgument',
  ],
  'an address that is none': [
    ({ sheet }) => void sheet.getRange('không phải').load('values'),
    'InvalidArgument',
  ],
  'an address of another sheet': [
    ({ sheet }) => void sheet.getRange('Khác!A1').load('values'),
    'InvalidArgument',
  ],
  'an address beyond the sheet': [
    ({ sheet }) => void sheet.getRange('A1048577').load('values'),
    'InvalidArgument',
  ],
  'a cell beyond the sheet': [({ sheet }) => void sheet.getCell(0, 16_384).load('values'), 'InvalidArgument'],
  'an offset beyond the sheet': [
    ({ sheet }) => void sheet.getRange('A1').getOffsetRange(-1, 0).load('values'),
    'InvalidArgument',
  ],
  'a sheet that is not there': [
    ({ context }) => void context.workbook.worksheets.getItem('Ba').load('name'),
    'ItemNotFound',
  ],
  'a table over part of another': [
    ({ sheet }) => {
      sheet.tables.add('A1:B3', true);
      sheet.tables.add('B3:D5', true);
    },
    'MergedRangeConflict',
  ],
  'a table over a merge': [
    ({ sheet }) => {
      sheet.getRange('F1:G1').merge();
      sheet.tables.add('F1:G3', true);
    },
    'MergedRangeConflict',
  ],
  'a merge within a table': [
    ({ sheet }) => {
      sheet.tables.add('A1:D5', true);
      sheet.getRange('A2:B2').merge();
    },
    'InvalidOperation',
  ],
  'a merge across another': [
    ({ sheet }) => {
      sheet.getRange('F1:G2').merge();
      sheet.getRange('G2:H3').merge();
    },
    'MergedRangeConflict',
  ],
  'a table name that is taken': [
    ({ sheet }) => {
      sheet.tables.add('A1:B3', true).name = 'Một';
      sheet.tables.add('G1:H3', true).name = 'một';
    },
    'InvalidArgument',
  ],
  'a name that looks like a cell': [
    ({ context }) => void context.workbook.names.add('AB12', '=1'),
    'InvalidArgument',
  ],
  'a validation of two kinds': [
    ({ sheet }) => {
      sheet.getRange('A1').dataValidation.rule = {
        list: { source: 'a', inCellDropDown: true },
        custom: { formula: '=TRUE' },
      };
    },
    'InvalidArgument',
  ],
  'a list in a validation that is too long': [
    ({ sheet }) => {
      sheet.getRange('A1').dataValidation.rule = { list: { source: 'x'.repeat(256), inCellDropDown: true } };
    },
    'InvalidArgument',
  ],
  'a colour that is none': [
    ({ sheet }) => void (sheet.getRange('A1').format.fill.color = 'xanh'),
    'InvalidArgument',
  ],
  'an alignment that is none': [
    ({ sheet }) => void (sheet.getRange('A1').format.horizontalAlignment = 'Giữa' as never),
    'InvalidArgument',
  ],
  'a row higher than Excel has': [
    ({ sheet }) => void (sheet.getRange('A1').format.rowHeight = 500),
    'InvalidArgument',
  ],
  'a zoom of both kinds': [
    ({ sheet }) => void (sheet.pageLayout.zoom = { scale: 50, horizontalFitToPages: 1 }),
    'InvalidArgument',
  ],
  'the values of millions of cells': [
    ({ sheet }) => void sheet.getRange('A1:F900000').load('values'),
    'RangeExceedsLimit',
  ],
  'what this host does not serve': [({ sheet }) => void sheet.shapes.load('items'), 'NotImplemented'],
};

it.each(Object.entries(CASES))('refuses %s', async (_what, [run, code]) => {
  await refused(run, code);
});

it('names the member that is not served', () =>
  runInExcel(async ({ context, sheet }) => {
    sheet.shapes.load('items');
    await expect(context.sync()).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('Worksheet.shapes'),
      debugInfo: { errorLocation: 'Worksheet.shapes' },
    });
  }));

it('writes nothing of an array that holds one bad formula', () =>
  runInExcel(async (bench) => {
    const code = await captureErrorCode(bench, () => {
      bench.sheet.getRange('A1:A2').formulas = [['mới'], ['=1+']];
    });
    expect(code).toBe('InvalidArgument');
    expect(await read(bench, 'A1')).toEqual([['Mã']]);
  }));

it('gives one value to every cell, and leaves a cell alone for null', () =>
  runInExcel(async (bench) => {
    bench.sheet.getRange('F1:G2').values = 'như nhau' as never;
    bench.sheet.getRange('F1:G1').values = [[null, 'khác']] as never;
    expect(await read(bench, 'F1:G2')).toEqual([
      ['như nhau', 'khác'],
      ['như nhau', 'như nhau'],
    ]);
  }));

it('reads cell-level properties of whole columns as null', () =>
  runInExcel(async (bench) => {
    const range = bench.sheet.getRange('B:C');
    range.load('values, text, numberFormat, address, cellCount');
    await bench.context.sync();
    expect([range.values, range.text, range.numberFormat]).toEqual([null, null, null]);
    expect([range.address, range.cellCount]).toEqual(['Sổ!B:C', 2_097_152]);
  }));

it('gives null for a format that differs among the cells', () =>
  runInExcel(async (bench) => {
    bench.sheet.getRange('A1').format.font.bold = true;
    const { font } = bench.sheet.getRange('A1:B1').format;
    const column = bench.sheet.getRange('A:A').format.font;
    font.load('bold, italic');
    column.load('bold');
    await bench.context.sync();
    expect([font.bold, font.italic, column.bold]).toEqual([null, false, null]);
  }));

it('sees new values in the batch that wrote what they depend on', () =>
  runInExcel(async (bench) => {
    const before = bench.sheet.getRange('D2');
    before.load('values');
    bench.sheet.getRange('C2').values = [[50]];
    const after = bench.sheet.getRange('D2:D2');
    after.load('values');
    await bench.context.sync();
    expect([before.values, after.values]).toEqual([[[6]], [[100]]]);
  }));

it('takes a 40,000-cell array in strips', async () => {
  const rows = Array.from({ length: 400 }, (_, row) =>
    Array.from({ length: 100 }, (_, column) => row * 100 + column),
  );
  const { traffic } = await runInExcel(async (bench) => {
    const range = bench.sheet.getRange('A1:CV400');
    range.values = rows;
    range.numberFormat = rows.map((line) => line.map(() => '0'));
    await bench.context.sync();
    expect(await read(bench, 'A1:CV400')).toEqual(rows);
  });
  const write = traffic.log?.find(({ request }) => request.includes('_ValidateArraySize'));
  const body = JSON.parse(write?.request ?? '{}') as { Actions: { Name: string }[] };
  expect(body.Actions.filter(({ Name }) => Name === 'Values')).toHaveLength(27);
});

describe('references', () => {
  it('follow rows that are inserted and deleted', () =>
    runInExcel(async (bench) => {
      const range = bench.sheet.getRange('A3:B4');
      const column = bench.sheet.getRange('C2:C5').format.font;
      await bench.context.sync();
      bench.sheet.getRange('1:2').insert('Down');
      expect(await readAddress(bench, range)).toBe('A5:B6');
      bench.sheet.getRange('6:6').delete('Up');
      expect(await readAddress(bench, range)).toBe('A5:B5');
      column.bold = true;
      await bench.context.sync();
      expect(bench.workbook.sheets[0]?.cells.get(3)?.get(2)?.format?.font?.bold).toBe(true);
      bench.sheet.getRange('A5:B5').delete('Left');
      await bench.context.sync();
      range.load('values');
      await expect(bench.context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    }));

  it('follow within the same batch', () =>
    runInExcel(async (bench) => {
      const range = bench.sheet.getRange('A3');
      range.load('address');
      bench.sheet.getRange('A1').insert('Down');
      range.values = [['theo']];
      await bench.context.sync();
      expect(await read(bench, 'A3:A4')).toEqual([['I.1'], ['theo']]);
    }));

  it('follow rows that a table takes in', () =>
    runInExcel(async (bench) => {
      bench.sheet.getRange('A7').values = [['dưới']];
      const table = bench.sheet.tables.add('A1:D5', true);
      const below = bench.sheet.getRange('A7');
      await bench.context.sync();
      table.rows.add(0, [['a', 'b', 1, 2]]);
      expect(await readAddress(bench, below)).toBe('A8');
    }));

  it('are released after the run, unless they are tracked', async () => {
    const retained: Excel.Range[] = [];
    const excel = await runInExcel(async (bench) => {
      const tracked = bench.sheet.getRange('A1');
      bench.context.trackedObjects.add(tracked);
      retained.push(tracked, bench.sheet.getRange('A2'));
      await bench.context.sync();
      expect(bench.excel.session.references.size).toBe(2);
    });
    expect([...excel.session.references.values()].map(({ areas }) => areas)).toEqual([
      [{ top: 0, left: 0, bottom: 0, right: 0 }],
    ]);
  });
});
