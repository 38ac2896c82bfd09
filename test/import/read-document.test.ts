import { strToU8, unzipSync, zipSync } from 'fflate';
import { readDocument } from '../../src/import/read-document';
import type { RawDocument, RawTable } from '../../src/readers/raw-document';
import { cleanText } from '../../src/shared/text';
import { buildCfb } from '../support/documents/build-cfb';
import { buildDocx, buildPlainTable } from '../support/documents/build-docx';
import { buildRow, buildXlsx } from '../support/documents/build-xlsx';
import { describeShared, readSharedBytes, readSharedJson } from '../support/shared-data';

async function problem(bytes: Uint8Array, file = 'phụ lục', maxBytes?: number): Promise<string> {
  const result = await readDocument(bytes, file, maxBytes === undefined ? {} : { maxBytes });
  if (result.ok) return 'read';
  expect(result.problems[0]).toMatchObject({ severity: 'error', place: { file } });
  return result.problems[0]!.code;
}

describe('readDocument', () => {
  it('finds the reader by the bytes, whatever the name', async () => {
    expect(await readDocument(buildDocx(buildPlainTable(['TT'])), 'a.xlsx')).toMatchObject({
      ok: true,
      value: { source: 'docx', file: 'a.xlsx' },
    });
    expect(await readDocument(buildXlsx([{ data: buildRow(1, ['TT']) }]), 'a.doc')).toMatchObject({
      ok: true,
      value: { source: 'xlsx' },
    });
  });

  const docx = buildDocx(buildPlainTable(['TT']));
  it.each<[string, Uint8Array, string, string]>([
    ['an empty file', new Uint8Array(), 'a.docx', 'file-empty'],
    ['a password', buildCfb(['EncryptionInfo']), 'a.docx', 'encrypted'],
    ['an old Word file', buildCfb(['WordDocument']), 'a.docx', 'old-word'],
    ['a file cut short', docx.subarray(0, docx.length - 60), 'a.docx', 'zip-damaged'],
    ['bytes named .docx', Uint8Array.of(1, 2, 3, 0), 'A.DOCX', 'not-zip'],
    ['bytes', Uint8Array.of(1, 2, 3, 0), 'a', 'format-unknown'],
    [
      'a bomb',
      zipSync({ ...unzipSync(docx), 'word/document.xml': new Uint8Array(100 * 1024 * 1024) }),
      'a.docx',
      'zip-bomb',
    ],
    [
      'a document type',
      zipSync({ ...unzipSync(docx), 'word/document.xml': strToU8('<!DOCTYPE a><a/>') }),
      'a.docx',
      'xml-doctype',
    ],
    [
      'a document without its main part',
      zipSync({ '_rels/.rels': unzipSync(docx)['_rels/.rels']! }),
      'a.docx',
      'part-missing',
    ],
    ['rich text that is cut off', strToU8('{\\rtf1 a'), 'a.doc', 'xml-damaged'],
    ['a picture', strToU8('GIF89a'), 'a.gif', 'format-unsupported'],
  ])('refuses %s', async (_, bytes, file, code) => expect(await problem(bytes, file)).toBe(code));

  it('refuses a file above the limit before it looks inside', async () => {
    expect(await problem(docx, 'a.docx', docx.length - 1)).toBe('file-too-large');
    expect(await problem(docx, 'a.docx', docx.length)).toBe('read');
  });
});

type GoldRow = Record<'tt' | 'content' | 'lead' | 'coop' | 'product' | 'timing', string>;

/** The largest table as clean texts, merged cells filled down. */
function largestGrid({ blocks }: RawDocument): string[][] {
  const tables = blocks.filter((block): block is RawTable => block.kind === 'table');
  const table = tables.reduce((largest, other) => (other.rowCount > largest.rowCount ? other : largest));
  const grid = table.rows.map(() => Array<string>(table.columnCount).fill(''));
  for (const cell of table.cells)
    for (let down = 0; down < cell.rowSpan; down++)
      grid[cell.row + down]![cell.column] = cleanText(cell.text);
  return grid;
}

describeShared('readDocument reads every task of the real annex', () => {
  it.each([
    'word-auto-numbering.docx',
    'word-clean.docx',
    'word-merged-cells.docx',
    'word-portrait.docx',
    'word-rows-not-split.docx',
    'word-tracked-changes.docx',
    'excel-clerk.xlsx',
    'excel-clerk-messy.xlsx',
  ])('%s', async (file) => {
    const gold = readSharedJson<GoldRow[]>('corpus', 'annex-ben-thanh-2024.gold.json');
    const result = await readDocument(readSharedBytes('documents', file), file);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const tasks = largestGrid(result.value).filter(([tt]) => /^\d+$/.test(tt ?? ''));
    expect(tasks).toEqual(
      gold.map(({ tt, content, lead, coop, product, timing }) =>
        [tt, content, lead, coop, product, timing].map(cleanText),
      ),
    );
  });

  it.each([['word-97.doc', 'old-word']])('or says what %s is', async (file, code) =>
    expect(await problem(readSharedBytes('documents', file), file)).toBe(code),
  );

  it('names what a clerk should know', async () => {
    const codes = async (file: string): Promise<string[]> => {
      const result = await readDocument(readSharedBytes('documents', file), file);
      return result.ok ? result.value.warnings.map(({ code }) => code) : [];
    };
    expect(await codes('word-clean.docx')).toEqual([]);
    expect(await codes('word-tracked-changes.docx')).toEqual(['tracked-changes']);
    expect(await codes('excel-clerk-messy.xlsx')).toEqual(['hidden-sheet']);
  });
});
