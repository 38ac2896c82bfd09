import { readFileSync, writeFileSync } from 'node:fs';
import type { Cell } from '@phuluc/excel-simulator/model/types';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { buildRow, buildXlsx } from '../support/documents/build-xlsx';
import { SAMPLE_HEADERS } from '../support/documents/sample-annex';
import { itLibreOffice } from '../support/excel/libreoffice';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();

/** Beginnings by which Excel, LibreOffice or a reader of .csv takes a text for a formula. */
const BEGINNINGS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '\r\n=',
  ' =',
  '\u00a0=',
  '＝',
  '|',
  '%',
  '"=',
  "'=",
];
const createText = (beginning: string): string => `${beginning}2*3&cmd|'/c hit'!A1`;

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');

function buildAnnex(): Uint8Array {
  const tasks = BEGINNINGS.map((beginning, index) => {
    const text = escape(createText(beginning));
    return buildRow(index + 2, [String(index + 1), text, text, text, text, 'Quý I']);
  });
  return buildXlsx([{ data: buildRow(1, SAMPLE_HEADERS) + tasks.join('') }]);
}

/** The cells of a workbook that show one of the texts, or calculate with it. */
async function listHitCells(bytes: Uint8Array): Promise<Cell[]> {
  const { sheets } = await openWorkbook(bytes);
  return sheets
    .flatMap(({ cells }) => [...cells.values()].flatMap((row) => [...row.values()]))
    .filter(({ value, formula }) => `${String(value)}${formula ?? ''}`.includes('/c hit'));
}

/** Formulas may hold the text, as a text. */
const getProgram = ({ formula = '' }: Cell): string => formula.replace(/"(?:[^"]|"")*"/g, '');

async function expectOnlyTexts(bytes: Uint8Array): Promise<void> {
  const cells = await listHitCells(bytes);
  const texts = cells.filter(({ formula }) => formula === undefined);
  expect(texts.length).toBeGreaterThanOrEqual(BEGINNINGS.length);
  expect(cells.map(getProgram).filter((formula) => formula.includes('hit'))).toEqual([]);
}

describe('texts that begin as formulas do', () => {
  let books: Uint8Array[] = [];
  beforeEach(async () => {
    const [annex, school, master] = ['phu-luc.xlsx', 'so.xlsx', 'tong-hop.xlsx'].map(folder.path) as [
      string,
      string,
      string,
    ];
    writeFileSync(annex, buildAnnex());
    writeFileSync(folder.path('don-vi.csv'), `Mã,Tên\nTH-01,"${createText('\r=').replaceAll('"', '""')}"\n`);
    const unit = ['--unit', createText('\t='), '--unit-code', 'TH-01', '--year', '2026'];
    expect(await runPhuluc('import', annex, '-o', school, ...unit)).toMatchObject({ code: 0 });
    const consolidated = await runPhuluc(
      ...['consolidate', school, '--annex', annex, '--units', folder.path('don-vi.csv'), '-o', master],
    );
    expect(consolidated.errors).not.toContain('[internal]');
    expect(consolidated.code).toBe(0);
    books = [school, master].map((path) => new Uint8Array(readFileSync(path)));
  }, 120_000);

  it('stay texts in the workbook of a school and in that of an authority', async () => {
    for (const book of books) await expectOnlyTexts(book);
  });

  itLibreOffice(
    'stay texts where LibreOffice opens, calculates and saves them',
    async () => {
      for (const book of books) await expectOnlyTexts(recalculateInLibreOffice(book));
    },
    300_000,
  );
});
