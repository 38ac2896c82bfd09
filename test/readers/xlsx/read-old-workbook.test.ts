import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { assembleAnnex } from '../../../src/import/assemble/assemble-annex';
import { readDocument } from '../../../src/import/read-document';
import type { RawDocument } from '../../../src/readers/raw-document';
import { cleanText } from '../../../src/shared/text';
import { listSampleRows, SAMPLE_HEADERS, SAMPLE_SECTIONS } from '../../support/documents/sample-annex';
import { describeShared, readSharedBytes, readSharedJson } from '../../support/shared-data';

function book(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ['PHỤ LỤC'],
    ['(Kèm theo Kế hoạch số 12/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban nhân dân phường)'],
    SAMPLE_HEADERS,
    ...listSampleRows(),
  ]);
  sheet['!merges'] = listSampleRows().flatMap((row, index) =>
    row.length === 2 ? [{ s: { r: index + 3, c: 1 }, e: { r: index + 3, c: 5 } }] : [],
  );
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, 'Phụ lục');
  const other = utils.aoa_to_sheet([[45458, 0.5, true, '=1+1']]);
  other.A1 = { t: 'n', v: 45458, z: 'm/d/yy' };
  other.B1 = { t: 'n', v: 0.5, z: '0%' };
  utils.book_append_sheet(workbook, other, 'Khác');
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['x']]), 'Ẩn');
  workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  return workbook;
}

function writeWorkbook(bookType: BookType): Uint8Array {
  return new Uint8Array(write(book(), { type: 'array', bookType }) as ArrayBuffer);
}

async function read(bytes: Uint8Array, file = 'a'): Promise<RawDocument> {
  const result = await readDocument(bytes, file);
  if (!result.ok) throw new Error(result.problems[0]!.code);
  return result.value;
}
async function code(bytes: Uint8Array, file: string): Promise<string> {
  const result = await readDocument(bytes, file);
  return result.ok ? 'read' : result.problems[0]!.code;
}

const END_RECORD = [0x0a, 0, 0, 0];

describe('old and foreign workbooks', () => {
  it.each(['biff8', 'xlsb', 'ods', 'xlml'] as const)('%s', async (bookType) => {
    const document = await read(writeWorkbook(bookType));
    const annex = assembleAnnex(document);
    expect(annex.ok && annex.value.edition.number).toBe('12/KH-UBND');
    expect(annex.ok && annex.value.tasks.map(({ tt, content, timing }) => [tt, content, timing])).toEqual(
      SAMPLE_SECTIONS.flatMap(({ tasks }) => tasks.map(({ tt, content, timing }) => [tt, content, timing])),
    );
    const other = document.blocks[1]!;
    expect(other.kind === 'table' && other.cells.slice(1).map((cell) => cell.text)).toEqual([
      '50%',
      'TRUE',
      '=1+1',
    ]);
    expect(document.warnings.map((warning) => warning.code)).toContain('formula-text');
  });

  it('prints dates as they are read here, and marks hidden sheets', async () => {
    const document = await read(writeWorkbook('biff8'));
    const [, other, hidden] = document.blocks;
    expect(other?.kind === 'table' && other.cells[0]!.text).toBe('15/06/2024');
    expect(hidden?.kind === 'table' && hidden.rows[0]!.hidden).toBe(true);
    expect(document.warnings.map((warning) => warning.code)).toContain('hidden-sheet');
  });

  it('says what is wrong with what cannot be read', async () => {
    const complete = writeWorkbook('biff8');
    expect(await code(complete.subarray(0, 1500), 'a.xls')).toMatch(/damaged|unknown|read/);
    expect(await code(new TextEncoder().encode('<?xml version="1.0"?><a/>'), 'a.xml')).toBe(
      'format-unsupported',
    );
    const locked = zipSync({
      mimetype: [new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'META-INF/manifest.xml': new TextEncoder().encode('<manifest><encryption-data/></manifest>'),
    });
    expect(await code(locked, 'a.ods')).toBe('encrypted');
    expect(await code(writeWorkbook('ods').subarray(0, 900), 'a.ods')).toMatch(/damaged/);
  });

  it.each([0, 5])('refuses a cell of %i bytes, over which the library may never end', async (length) => {
    const stream = write(book(), { type: 'buffer', bookType: 'biff2' }) as Uint8Array;
    const end = stream.length - END_RECORD.length;
    expect([...stream.subarray(end)]).toEqual(END_RECORD);
    const label = [0x04, 0x02, length, 0, ...Array<number>(length).fill(0xff)];
    const damaged = new Uint8Array([...stream.subarray(0, end), ...label, ...END_RECORD]);
    expect(await code(new Uint8Array(stream), 'a.xls')).toBe('read');
    expect(await code(damaged, 'a.xls')).toBe('workbook-damaged');
  });
});

describeShared('the real .xls', () => {
  it('comes in complete', async () => {
    const annex = assembleAnnex(await read(readSharedBytes('documents', 'excel-clerk-messy.xls'), 'a.xls'));
    const gold = readSharedJson<{ content: string; product: string }[]>(
      'corpus',
      'annex-ben-thanh-2024.gold.json',
    );
    // The gold texts are lines; the workbook has line breaks within some cells.
    const tasks = annex.ok ? annex.value.tasks : [];
    expect(
      tasks.map(({ content, product }) => ({ content: cleanText(content), product: cleanText(product) })),
    ).toEqual(gold.map(({ content, product }) => ({ content, product })));
  });
});
