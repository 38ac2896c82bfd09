import { Workbook } from '@cj-tech-master/excelts';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { readXlsx } from '../../../src/readers/xlsx/read-xlsx';

type Grid = string[][];

const WRITERS: Record<string, (grid: Grid) => Promise<Uint8Array>> = {
  excelts: async (grid) => {
    const workbook = new Workbook();
    workbook.addWorksheet('Phụ lục').addRows(grid);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
  'SheetJS with shared strings': async (grid) => {
    const book = utils.book_new(utils.aoa_to_sheet(grid), 'Phụ lục');
    return new Uint8Array(
      write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
    );
  },
};

/** Words as they are typed into cells, what spreadsheets like to misunderstand among them. */
const typed = fc.oneof(
  fc.constantFrom(
    '1.10',
    '6/2025',
    '=1+1',
    '-nt-',
    '0',
    'TRUE',
    '1e5',
    'Quý I & "II" <2026>',
    'KH-\nUBND',
    'Tru\u031bo\u031b\u0300ng',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !/[\p{C}\r\uFFFE\uFFFF]/u.test(text) && text.trim() !== ''),
);

describe.each(Object.entries(WRITERS))('a workbook written by %s', (_, writeGrid) => {
  it('is read cell by cell as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(typed, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (grid) => {
          const result = readXlsx(await writeGrid(grid), 'a.xlsx');
          if (!result.ok) throw new Error(result.problems[0]!.code);
          const table = result.value.blocks[0];
          const cells = table?.kind === 'table' ? table.cells : [];
          expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual(
            grid.flatMap((texts, row) => texts.map((text, column) => [row, column, text])),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
