import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../src/import/pdf-tables/read-pdf';
import { createPen, measureTextWidth, writePdf } from '../../support/documents/write-pdf';

const SIZE = 12;
const pen = createPen(200);

/** Words side by side on one line; those in brackets have a line drawn at this height through them. */
function page(words: string[], high = 0.28): Uint8Array {
  let x = 20;
  const content: string[] = [];
  for (const word of words) {
    const struck = word.startsWith('[');
    const text = struck ? word.slice(1, -1) : word;
    content.push(pen.text(x, 50, SIZE, text));
    const end = x + measureTextWidth(text, SIZE);
    if (struck) content.push(pen.line(x, 50 - high * SIZE, end, 50 - high * SIZE));
    x = end;
  }
  return writePdf([{ width: 400, height: 200, content }]);
}

async function read(bytes: Uint8Array): Promise<{ texts: string[]; warnings: object[] }> {
  const result = await readPdf(bytes, 'a.pdf');
  if (!result.ok) throw new Error(result.problems[0]!.code);
  const { blocks, warnings } = result.value;
  return { texts: blocks.map((block) => (block.kind === 'text' ? block.text : '(bảng)')), warnings };
}

describe('words crossed out in a PDF', () => {
  it('are left out and named, with their page', async () => {
    expect(await read(page(['Báo cáo ', '[hằng tháng ]', 'hằng quý']))).toEqual({
      texts: ['Báo cáo hằng quý'],
      warnings: [
        {
          code: 'struck-text',
          severity: 'warning',
          place: { file: 'a.pdf', page: 1 },
          details: { words: 'hằng tháng' },
        },
      ],
    });
  });

  it('leave no blank inside of a word', async () => {
    expect((await read(page(['Thông b', '[iên]', 'áo']))).texts).toEqual(['Thông báo']);
  });

  it.each([
    ['underlined', -0.12],
    ['under a line', 0.9],
  ])('%s words stay', async (_, high) => {
    expect(await read(page(['Báo cáo ', '[hằng tháng]'], high))).toEqual({
      texts: ['Báo cáo hằng tháng'],
      warnings: [],
    });
  });

  it('are not detected by a rule that continues beyond them', async () => {
    const content = [pen.text(20, 50, SIZE, 'Báo cáo'), pen.line(0, 47, 390, 47)];
    expect((await read(writePdf([{ width: 400, height: 200, content }]))).texts).toEqual(['Báo cáo']);
  });
});
