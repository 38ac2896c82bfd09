import { readPdf } from '../../../src/import/pdf-tables/read-pdf';
import { createPen, type DrawnPage, writePdf } from '../../support/documents/write-pdf';

const pen = createPen(200);
const RED = '0.8 0 0 rg';
const COLUMNS = [20, 60, 260, 380];

/** A table of a heading and one task, with what else is drawn or filled in on the page. */
function drawTable(extra: string[], annotations: string[] = [], product = 'Kế hoạch'): DrawnPage {
  const rows = [
    ['TT', 'Nội dung', 'Sản phẩm'],
    ['1', 'Lập kế hoạch năm học', product],
  ];
  return {
    width: 400,
    height: 200,
    annotations,
    content: [
      ...rows.flatMap((row, y) =>
        row.flatMap((text, x) => (text ? [pen.text(COLUMNS[x]! + 4, 40 + 30 * y, 10, text)] : [])),
      ),
      ...[25, 55, 85].map((y) => pen.line(20, y, 380, y)),
      ...COLUMNS.map((x) => pen.line(x, 25, x, 85)),
      ...extra,
    ],
  };
}

async function readRows(page: DrawnPage): Promise<{ rows: string[][]; warnings: string[] }> {
  const result = await readPdf(writePdf([page]), 'a.pdf');
  if (!result.ok) throw new Error(result.problems[0]!.code);
  const table = result.value.blocks.find((block) => block.kind === 'table');
  return {
    rows: (table?.rows ?? []).map((_, row) =>
      table!.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
    ),
    warnings: result.value.warnings.map(({ code, details }) => `${code} ${details?.words ?? ''}`),
  };
}

const HEADING = ['TT', 'Nội dung', 'Sản phẩm'];

describe('coloured text over a table of a PDF', () => {
  const colour = (operators: string): string => `q ${RED} ${operators} Q`;

  it('is left out and reported where it is a digital signature', async () => {
    const stamp = [colour(pen.text(290, 78, 7, 'Ký bởi: Trường')), colour(pen.text(290, 84, 7, 'Mẫu giáo'))];
    expect(await readRows(drawTable(stamp))).toEqual({
      rows: [HEADING, ['1', 'Lập kế hoạch năm học', 'Kế hoạch']],
      warnings: ['stamp-text Ký bởi: Trường … Mẫu giáo'],
    });
  });

  it('is left out and reported where it is printed across a rule', async () => {
    expect(await readRows(drawTable([colour(pen.text(235, 80, 8, 'ĐÃ THẨM ĐỊNH'))]))).toEqual({
      rows: [HEADING, ['1', 'Lập kế hoạch năm học', 'Kế hoạch']],
      warnings: ['stamp-text ĐÃ THẨM ĐỊNH'],
    });
  });

  it('is read where it is a word of a cell', async () => {
    const { rows, warnings } = await readRows(drawTable([colour(pen.text(310, 70, 10, 'gấp'))]));
    expect(rows[1]).toEqual(['1', 'Lập kế hoạch năm học', 'Kế hoạch gấp']);
    expect(warnings).toEqual([]);
  });
});

describe('form fields of a PDF', () => {
  const encode = (text: string): string =>
    `<FEFF${[...text].map((letter) => letter.codePointAt(0)!.toString(16).padStart(4, '0')).join('')}>`;
  const RECT = '/Rect [264 118 376 142]';

  it.each([
    ['a text', `/Subtype /Widget /FT /Tx /T (a) /V ${encode('Báo cáo')} ${RECT}`, 'Báo cáo'],
    ['a choice', `/Subtype /Widget /FT /Ch /T (a) /V ${encode('Quyết định')} ${RECT}`, 'Quyết định'],
    ['a note of a reader', `/Subtype /FreeText /Contents (abc) ${RECT}`, ''],
  ])('are read into the cell where they stand: %s', async (_, annotation, expected) => {
    const { rows } = await readRows(drawTable([], [annotation], ''));
    expect(rows[1]).toEqual(['1', 'Lập kế hoạch năm học', expected]);
  });
});
