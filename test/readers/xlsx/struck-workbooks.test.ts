import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../../../src/import/read-document';
import {
  type StruckCell,
  writeStruckOds,
  writeStruckXls,
  writeStruckXlsb,
  writeStruckXml,
} from '../../support/documents/write-struck-workbook';

const HEADER = ['STT', 'Nội dung', 'Sản phẩm'];

type Read = { cells: string[]; warnings: string[] };

async function read(bytes: Uint8Array): Promise<Read> {
  const document = await readDocument(bytes, 'a');
  if (!document.ok) throw new Error(document.problems[0]!.code);
  return {
    cells: document.value.blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.filter(({ row }) => row > 0).map(({ text }) => text) : [],
    ),
    warnings: document.value.warnings.map(
      ({ code, place, details }) => `${code} ${place.cell ?? place.row}: ${details?.words}`,
    ),
  };
}

describe.each([
  ['.xls', writeStruckXls],
  ['.xls whose texts go on in another record', (rows: StruckCell[][]) => writeStruckXls(rows, 2)],
  ['.xlsb', writeStruckXlsb],
  ['.ods', writeStruckOds],
  ['XML of Excel 2003', writeStruckXml],
])('%s', (_, write) => {
  it('leaves out struck text of a cell and of a run, and says so', async () => {
    const { cells, warnings } = await read(
      write([
        HEADER,
        ['1', 'Rà soát hồ sơ', { struck: 'Báo cáo' }],
        ['2', [{ text: 'Tổ chức ' }, { text: 'Hội nghị', struck: true }, { text: 'hội thảo' }], 'Kế hoạch'],
      ]),
    );
    expect(cells).toEqual(['1', 'Rà soát hồ sơ', '', '2', 'Tổ chức hội thảo', 'Kế hoạch']);
    expect(warnings).toEqual(['struck-text C2: Báo cáo', 'struck-text B3: Hội nghị']);
  });

  it('leaves out a row whose task is struck, and says so', async () => {
    const { cells, warnings } = await read(
      write([
        HEADER,
        ['1', { struck: 'Rà soát hồ sơ' }, { struck: 'Báo cáo' }],
        ['2', 'Tổ chức', 'Kế hoạch'],
      ]),
    );
    expect(cells).toEqual(['2', 'Tổ chức', 'Kế hoạch']);
    expect(warnings).toEqual(['struck-text 2: 1 | Rà soát hồ sơ | Báo cáo']);
  });

  it('leaves out the raised mark of a note, and says so', async () => {
    const { cells, warnings } = await read(
      write([HEADER, ['1', [{ text: 'Rà soát hồ sơ' }, { text: '2', raised: true }], 'Sân 100 m2']]),
    );
    expect(cells).toEqual(['1', 'Rà soát hồ sơ', 'Sân 100 m2']);
    expect(warnings).toEqual(['note-marks B2: Rà soát hồ sơ']);
  });
});
