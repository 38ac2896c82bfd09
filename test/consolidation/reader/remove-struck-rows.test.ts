import type { SchoolFile } from '../../../src/consolidation/types';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { buildXlsx } from '../../support/documents/build-xlsx';
import {
  type StruckCell,
  writeStruckOds,
  writeStruckXls,
  writeStruckXlsb,
  writeStruckXml,
} from '../../support/documents/write-struck-workbook';

const HEADERS = [
  'id',
  'area',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'applicability',
  'status',
  'doneOn',
] as const;
const STRUCK = '1';
/** The second cell format is crossed out. */
const STYLES =
  '<fonts><font><name val="Arial"/></font><font><strike/><name val="Arial"/></font></fonts>' +
  '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>';

const text = (words: string, style = '0'): string =>
  `<c s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`;
const runs = (struck: string, words: string): string =>
  `<c t="inlineStr"><is><r><rPr><strike/></rPr><t xml:space="preserve">${struck} </t></r><r><t>${words}</t></r></is></c>`;
const number = (value: number, style = '0'): string => `<c s="${style}"><v>${value}</v></c>`;

/** A row of the table of tasks; `cells` stands for state and day. */
function formatRow(tt: number, cells: string, style = '0'): string {
  const printed = [`I.${tt}`, 'I. Chung', String(tt), `Xây dựng kế hoạch số ${tt}`, 'Phòng A', 'Trường B'];
  return `<row>${printed.map((words) => text(words, style)).join('')}${text('Thực hiện', style)}${cells}</row>`;
}

async function readRows(rows: string): Promise<SchoolFile> {
  const header = `<row>${HEADERS.map((id) => text(COLUMN_HEADERS[id])).join('')}</row>`;
  const bytes = buildXlsx([{ name: 'Phụ lục', data: header + rows }], { styles: STYLES });
  const read = await readSchoolFile({ file: 'so.xlsx', bytes, sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const getStates = ({ rows }: SchoolFile) =>
  rows.map(({ cells, recorded: { state, doneOn } }) => [String(cells.id?.value), state, doneOn]);
const getStruck = ({ warnings }: SchoolFile) =>
  warnings.flatMap(({ code, place, details }) =>
    code === 'struck-out' ? [[place.cell, details?.['value']]] : [],
  );

describe('what is crossed out in a returned workbook', () => {
  it('does not count in a state, whether the cell or a part of its words is crossed out', async () => {
    const file = await readRows(
      formatRow(1, text('Hoàn thành', STRUCK)) + formatRow(2, runs('Chưa thực hiện', 'Hoàn thành')),
    );
    expect(getStates(file)).toEqual([
      ['I.1', null, ''],
      ['I.2', 'done', ''],
    ]);
    expect(getStruck(file)).toEqual([
      ['H2', 'Hoàn thành'],
      ['H3', 'Chưa thực hiện'],
    ]);
  });

  it('does not count as a day', async () => {
    const file = await readRows(
      formatRow(1, text('Hoàn thành') + number(46_000, STRUCK)) +
        formatRow(2, text('Hoàn thành') + runs('25/02/2026', '05/03/2026')),
    );
    expect(getStates(file)).toEqual([
      ['I.1', 'done', ''],
      ['I.2', 'done', '2026-03-05'],
    ]);
    expect(getStruck(file)).toHaveLength(2);
  });

  it('does not count as a row where the task itself is crossed out, and is one warning then', async () => {
    const file = await readRows(
      formatRow(1, text('Hoàn thành')) + formatRow(2, text('Hoàn thành', STRUCK), STRUCK),
    );
    expect(getStates(file)).toEqual([['I.1', 'done', '']]);
    expect(getStruck(file)).toEqual([['D3', 'Xây dựng kế hoạch số 2']]);
  });
});

describe.each([
  ['.xls', writeStruckXls],
  ['.xlsb', writeStruckXlsb],
  ['.ods', writeStruckOds],
  ['XML of Excel 2003', writeStruckXml],
])('what is crossed out in a workbook returned as %s', (_, write) => {
  const HEADER_CELLS = HEADERS.map((id) => COLUMN_HEADERS[id]);
  const listCells = (tt: number, state: StruckCell): StruckCell[] => [
    ...[`I.${tt}`, 'I. Chung', String(tt), `Xây dựng kế hoạch số ${tt}`, 'Phòng A', 'Trường B', 'Thực hiện'],
    state,
    '',
  ];
  const readFile = async (rows: StruckCell[][]): Promise<SchoolFile> => {
    const read = await readSchoolFile({ file: 'so', bytes: write([HEADER_CELLS, ...rows]), sha256: 'ab' });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  };

  it('does not count in a state', async () => {
    const file = await readFile([
      listCells(1, { struck: 'Hoàn thành' }),
      listCells(2, [{ text: 'Chưa thực hiện ', struck: true }, { text: 'Hoàn thành' }]),
    ]);
    expect(getStates(file)).toEqual([
      ['I.1', null, ''],
      ['I.2', 'done', ''],
    ]);
    expect(getStruck(file)).toEqual([
      ['H2', 'Hoàn thành'],
      ['H3', 'Chưa thực hiện'],
    ]);
  });

  it('does not count as a row', async () => {
    const struck = listCells(1, 'Hoàn thành').map((cell) => ({ struck: String(cell) }));
    const file = await readFile([struck, listCells(2, 'Hoàn thành')]);
    expect(getStates(file)).toEqual([['I.2', 'done', '']]);
    expect(file.warnings.map(({ code, place }) => [code, place.row])).toContainEqual(['struck-text', 2]);
  });
});
