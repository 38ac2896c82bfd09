import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/import/read-document';
import type { RawDocument } from '../../src/readers/raw-document';
import { cleanText } from '../../src/shared/text';
import { describeShared, getSharedPath } from '../support/shared-data';

/** The cases of `../shared/cases` whose faults lie in reading a file. */
const CASES = [
  '27-struck-row-docx',
  '28-struck-words-docx',
  '30-struck-product-docx',
  '31-struck-row-xlsx',
  '33-struck-html',
  '46-error-product',
  '48-error-content',
  '49-error-timing',
  '57-csv-annex',
  '59-stamp-over-cell-pdf',
  '60-superscript-docx',
  '62-form-dropdown-docx',
  '64-html-wrong-charset',
  '65-mht-as-doc',
];

type ExpectedRow = {
  tt: string;
  content: string;
  leadUnit: string;
  coordinatingUnit: string;
  product: string;
  timing: string;
};

async function read(path: string): Promise<RawDocument> {
  const result = await readDocument(new Uint8Array(readFileSync(path)), path.split('/').at(-1)!);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The rows of all tables that have a number and five columns more, which is how these annexes write a task. */
function listTaskRows(document: RawDocument): string[][] {
  return document.blocks
    .flatMap((block) => (block.kind === 'table' ? [block] : []))
    .flatMap((table) =>
      table.rows.map((_, row) =>
        Array.from({ length: 6 }, (_empty, column) =>
          cleanText(table.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''),
        ),
      ),
    )
    .filter(([number = '', , lead]) => /^\d+$/.test(number) && lead !== '');
}

describeShared('files of ../shared/cases', () => {
  it.each(CASES)('are read as expected: %s', async (name) => {
    const folder = getSharedPath('cases', name);
    const { expected } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
      expected: { rows: ExpectedRow[] };
    };
    const [file = ''] = readdirSync(join(folder, 'files'));
    expect(listTaskRows(await read(join(folder, 'files', file)))).toEqual(
      expected.rows.map(({ tt, content, leadUnit, coordinatingUnit, product, timing }) =>
        [tt, content, leadUnit, coordinatingUnit, product, timing].map(cleanText),
      ),
    );
  });
});

describeShared('searchable scans of ../shared/scans', () => {
  it('read alike whichever way their picture is compressed', async () => {
    const [ccitt, jbig2] = await Promise.all(
      ['searchable-ccitt.pdf', 'searchable-jbig2.pdf'].map((name) => read(getSharedPath('scans', name))),
    );
    const listTexts = ({ blocks }: RawDocument): string[] =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? block.cells.map((cell) => cell.text) : [block.text],
      );
    expect(listTexts(ccitt!).length).toBeGreaterThan(40);
    expect(listTexts(jbig2!)).toEqual(listTexts(ccitt!));
  });
});
