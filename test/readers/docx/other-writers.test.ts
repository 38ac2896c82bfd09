import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { readDocx } from '../../../src/readers/docx/read-docx';
import { formatTableLines, getTables } from '../../support/documents/build-docx';

type Cell = { text: string; columnSpan: number; rowSpan: number };

/** Rows of whole cells: each row is filled to four columns; a row of tall cells is followed by one they cover. */
const cellText = fc.constantFrom('Kế hoạch', 'Báo cáo & biên bản', '1.10', 'x < y', 'Trường\nMầm non', '');
function generateRow(rowSpan: number): fc.Arbitrary<Cell[]> {
  return fc
    .constantFrom([1, 1, 1, 1], [2, 2], [1, 3], [4], [1, 2, 1])
    .chain((spans) =>
      fc.tuple(...spans.map((columnSpan) => cellText.map((text) => ({ text, columnSpan, rowSpan })))),
    );
}
const rows = fc.array(fc.constantFrom(1, 1, 3).chain(generateRow), { minLength: 1, maxLength: 6 });

function paragraphs(text: string): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
}

/** The number column is counted by Word; the tall cells beside it cover the rows that follow them. */
async function write(table: readonly Cell[][]): Promise<Uint8Array> {
  const number = (): TableCell =>
    new TableCell({ children: [new Paragraph({ numbering: { reference: 'tt', level: 0 } })] });
  const written = table.flatMap((cells) => {
    const first = new TableRow({
      children: [
        number(),
        ...cells.map(
          ({ text, columnSpan, rowSpan }) =>
            new TableCell({ children: paragraphs(text), columnSpan, rowSpan }),
        ),
      ],
    });
    const covered = Array.from(
      { length: cells[0]!.rowSpan - 1 },
      () => new TableRow({ children: [number()] }),
    );
    return [first, ...covered];
  });
  const document = new Document({
    numbering: {
      config: [{ reference: 'tt', levels: [{ level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' }] }],
    },
    sections: [{ children: [new Table({ rows: written })] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
];

function expectedLines(table: readonly Cell[][]): string[] {
  let count = 0;
  return table.flatMap((cells) => {
    let column = 1;
    const own = cells.map(({ text, columnSpan, rowSpan }) => {
      const spans = rowSpan * columnSpan > 1 ? `[${rowSpan}x${columnSpan}]` : '';
      const line = `${column}${spans}:${text}`;
      column += columnSpan;
      return line;
    });
    const covered = Array.from({ length: cells[0]!.rowSpan - 1 }, (): string[] => []);
    return [own, ...covered].map((line) => [`0:${ROMAN[count++]}.`, ...line].join(' | '));
  });
}

it('a table written by another library is read with its spans, words and counted numbers', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const result = readDocx(await write(table), 'a.docx');
      if (!result.ok) throw new Error(result.problems[0]!.code);
      expect(formatTableLines(getTables(result.value)[0]!)).toEqual(expectedLines(table));
    }),
    { numRuns: 40 },
  );
});
