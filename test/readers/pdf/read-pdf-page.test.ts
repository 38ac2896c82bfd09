import { readPdf } from '../../../src/import/pdf-tables/read-pdf';
import { createDoublingPdf } from '../../support/documents/create-hostile-pdf';
import { createPen, type DrawnPage, measureTextWidth, writePdf } from '../../support/documents/write-pdf';

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

describe('accents that a PDF draws apart from their letters', () => {
  const width = (text: string): number => measureTextWidth(text, 10);
  /** The product of the task is drawn by these operators, from its left end. */
  const readProduct = async (draw: (x: number, y: number) => string[]): Promise<string | undefined> =>
    (await readRows(drawTable(draw(264, 70), [], ''))).rows[1]?.[2];

  it.each(['Kế hoạch', 'mĩ thuật', 'ưu tiên', 'Ứng xử', 'đường'])(
    'are joined to the letters they follow: %s',
    async (text) => {
      expect(await readProduct((x, y) => [pen.text(x, y, 10, text.normalize('NFD'))])).toBe(text);
    },
  );

  it('are joined to the wide letter before them, not to the narrow one behind', async () => {
    const marks = (x: number, y: number): string[] => [
      pen.text(x, y, 10, 'mi'),
      pen.text(x + width('m'), y, 10, '\u0323'),
    ];
    expect((await readProduct(marks))?.normalize('NFC')).toBe('ṃi');
  });

  it('are joined to letters that were all drawn before them', async () => {
    const draw = (x: number, y: number): string[] => [
      pen.text(x, y, 10, 'Ke hoach'),
      pen.text(x + width('Ke'), y, 10, '\u0301'),
      pen.text(x + width('Ke'), y, 10, '\u0302'),
      pen.text(x + width('Ke hoa'), y, 10, '\u0323'),
    ];
    expect(await readProduct(draw)).toBe('Kế hoạch');
  });

  it('are joined where accents of a width are printed over plain letters, higher over capitals', async () => {
    const draw = (x: number, y: number): string[] => [
      pen.text(x, y, 10, 'Ky KE'),
      pen.text(x + width('K') + 0.2, y, 10, '\u02dc'),
      pen.text(x + width('Ky K') + 1, y - 2.4, 10, '\u00b4'),
    ];
    expect(await readProduct(draw)).toBe('Kỹ KÉ');
  });

  it('are passed over where a damaged file puts them off every page', async () => {
    const far = ['1e300', '99999999999999999999'].flatMap((x) => [
      `BT /F1 10 Tf 1 0 0 1 ${x} 100 Tm <0301> Tj ET`,
      `BT /F1 10 Tf 1 0 0 1 100 ${x} Tm <0031> Tj ET`,
    ]);
    expect(await readProduct((x, y) => [pen.text(x, y, 10, 'Kế hoạch'), ...far])).toBe('Kế hoạch');
  });

  it('are signs of their own where no letter stands under them', async () => {
    expect(await readProduct((x, y) => [pen.text(x, y, 10, 'a ~ 5')])).toBe('a ~ 5');
  });
});

describe('raised marks of notes in a PDF', () => {
  const width = (text: string): number => measureTextWidth(text, 10);
  const drawRaised = (
    before: string,
    mark: string,
    after = '',
    size = 6,
  ): ((x: number, y: number) => string[]) => {
    return (x, y) => [
      pen.text(x, y, 10, before),
      pen.text(x + width(before), y - 4, size, mark),
      pen.text(x + width(before) + measureTextWidth(mark, size), y, 10, after),
    ];
  };
  const readProduct = async (draw: (x: number, y: number) => string[]): Promise<string | undefined> =>
    (await readRows(drawTable(draw(264, 70), [], ''))).rows[1]?.[2];

  it.each(['1', '12', '(3)', '*', '1,2'])('are no part of the word: %s', async (mark) => {
    expect(await readProduct(drawRaised('Kế hoạch', mark, ', báo cáo'))).toBe('Kế hoạch, báo cáo');
  });

  it('are named with their page, and the note below the table', async () => {
    const page = drawTable(
      [...drawRaised('Kế hoạch', '1')(264, 70), pen.text(20, 120, 10, '(1) Bản giấy')],
      [],
      '',
    );
    const result = await readPdf(writePdf([page]), 'a.pdf');
    expect(result.ok && result.warnings).toEqual([]);
    expect(result.ok && result.value.warnings).toMatchObject([
      {
        code: 'note-marks',
        place: { page: 1 },
        details: { mark: '1', words: expect.stringMatching(/Kế hoạch$/) as string, note: 'Bản giấy' },
      },
    ]);
  });

  it('are left out where a sign of the font is raised by itself', async () => {
    expect(await readProduct((x, y) => [pen.text(x, y, 10, 'nhiệm vụ\u00b9')])).toBe('nhiệm vụ');
  });

  it.each([
    ['a power', drawRaised('100 m', '2'), /^100 m\s?2$/],
    ['a figure of the word', (x: number, y: number) => [pen.text(x, y, 10, 'Mẫu số1')], /^Mẫu số1$/],
    [
      'small print on one baseline',
      (x: number, y: number) => [pen.text(x, y, 10, 'Lớp'), pen.text(x + width('Lớp'), y, 6, '1')],
      /^Lớp\s?1$/,
    ],
  ])('is not %s', async (_, draw, text) => {
    expect(await readProduct(draw)).toMatch(text);
  });
});

describe('a page that draws more than a page can show', () => {
  const readCode = async (bytes: Uint8Array): Promise<string> => {
    const read = await readPdf(bytes, 'a.pdf');
    return read.ok ? 'read' : read.problems[0]!.code;
  };

  it('is refused by the number of its characters', async () => {
    const line = pen.text(10, 40, 10, 'a'.repeat(1_000));
    const page = { width: 400, height: 200, content: new Array<string>(301).fill(line) };
    expect(await readCode(writePdf([page]))).toBe('file-too-large');
  });

  it('is refused by the number of its rules', async () => {
    const line = pen.line(10, 40, 90, 40);
    const page = { width: 400, height: 200, content: new Array<string>(100_001).fill(line) };
    expect(await readCode(writePdf([page]))).toBe('file-too-large');
  });

  it('is refused while its forms still draw other forms', async () => {
    expect(await readCode(createDoublingPdf(28))).toBe('file-too-large');
  }, 120_000);
});
