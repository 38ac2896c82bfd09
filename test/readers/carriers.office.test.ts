import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { type BookType, utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { nodeReader } from '../../src/cli/consolidation/node-reader';
import { readPaths } from '../../src/cli/consolidation/read-paths';
import { readDocumentFile } from '../../src/cli/reader/read-document-file';
import { getResultFile } from '../../src/consolidation/run/group-results';
import type { ReadOutcome } from '../../src/consolidation/run/reader-messages';
import { type ReaderPlatform, serveReader } from '../../src/consolidation/run/serve-reader';
import { readDocument } from '../../src/import/read-document';
import { webReader } from '../../src/taskpane/reader/web-reader';
import { DEFAULT_PRINT_LAYOUT, printSamplePages } from '../support/documents/print-sample-pages';
import { listSampleRows, SAMPLE_HEADERS } from '../support/documents/sample-annex';
import { writePdf } from '../support/documents/write-pdf';
import { SAMPLES_FOLDER } from '../support/run-cli';

const ROWS = [SAMPLE_HEADERS, ...listSampleRows().filter((row) => row.length > 2)];
const HTML = `<html><meta charset="utf-8"><table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`;

function toBook(bookType: BookType): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['PHỤ LỤC'], ...ROWS]), 'Phụ lục');
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}
const readSample = (name: string): Uint8Array => new Uint8Array(readFileSync(join(SAMPLES_FOLDER, name)));

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['a.docx', readSample('phu-luc-2026.docx')],
  ['a.xlsx', readSample('phu-luc-2026.xlsx')],
  ['a.pdf', writePdf(printSamplePages(DEFAULT_PRINT_LAYOUT))],
  ['a.xls', toBook('biff8')],
  ['a.xlsb', toBook('xlsb')],
  ['a.ods', toBook('ods')],
  ['a.xml', toBook('xlml')],
  ['a.html', strToU8(HTML)],
  ['a.mht', strToU8(`MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${HTML}`)],
  ['a.txt', strToU8(ROWS.map((row) => row.join('\t')).join('\n'))],
  ['a.csv', strToU8(ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))],
];

/** The bytes in the middle of a larger buffer, as Node's pool and messages between threads hold them. */
function inLargerBuffer(bytes: Uint8Array): Uint8Array {
  const buffer = new Uint8Array(bytes.length + 14).fill(0x50);
  buffer.set(bytes, 7);
  return buffer.subarray(7, 7 + bytes.length);
}
const BYTE_FORMS: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array | ArrayBuffer])[] = [
  ['a Buffer', (bytes) => Buffer.from(bytes)],
  ['a part of a larger buffer', inLargerBuffer],
  ['a Buffer of a pool', (bytes) => Buffer.from(inLargerBuffer(bytes).buffer, 7, bytes.length)],
  ['an ArrayBuffer', (bytes) => bytes.slice().buffer as ArrayBuffer],
  [
    'an array of another window',
    (bytes) => runInNewContext('Uint8Array.from(bytes)', { bytes: [...bytes] }) as Uint8Array,
  ],
];

describe.each(FILES)('the reader of %s', (file, bytes) => {
  it.each(BYTE_FORMS)('reads the same from %s', async (_, carry) => {
    const plain = await readDocument(bytes, file);
    expect(plain.ok).toBe(true);
    expect(await readDocument(carry(bytes), file)).toEqual(plain);
  });
});

describe('a file of every kind', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phuluc-'));
    for (const [name, bytes] of FILES) writeFileSync(join(folder, name), bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const serve = async (platform: ReaderPlatform, sources: readonly unknown[]): Promise<ReadOutcome[]> => {
    const outcomes: ReadOutcome[] = [];
    await new Promise<void>((resolve) => {
      const post = serveReader(platform, (message) => {
        if ('outcome' in message) outcomes.push(message.outcome);
        if (outcomes.length === sources.length) resolve();
      });
      post({ kind: 'start', annex: null, known: [] });
      sources.forEach((source, job) => {
        // As it goes through a port: a message is a copy.
        post({ kind: 'read', job, file: FILES[job]![0], source: structuredClone(source) });
      });
    });
    return outcomes;
  };
  const getSummary = (outcomes: readonly ReadOutcome[]) =>
    outcomes.map((one) => [one.kind, one.kind === 'read' ? one.file.rows.length : 0]);

  it('is read the same by the command line, in threads, from an archive and in the pane', async () => {
    const paths = FILES.map(([name]) => join(folder, name));
    const here = await serve(nodeReader, paths);
    expect(here.map(({ kind }) => kind)).toEqual(FILES.map(() => 'read'));
    expect(
      await serve(
        nodeReader,
        FILES.map(([, bytes]) => bytes),
      ),
    ).toEqual(here);
    expect(
      await serve(
        webReader,
        FILES.map(([, bytes]) => bytes),
      ),
    ).toEqual(here);
    expect(
      await serve(
        webReader,
        FILES.map(([, bytes]) => new Blob([bytes as Uint8Array<ArrayBuffer>])),
      ),
    ).toEqual(here);
    const threaded: ReadOutcome[] = [];
    await readPaths(paths, { annex: null, threads: 2, onOutcome: (one) => threaded.push(one) });
    threaded.sort((a, b) => paths.indexOf(getResultFile(a).file) - paths.indexOf(getResultFile(b).file));
    expect(getSummary(threaded)).toEqual(getSummary(here));
    for (const [name] of FILES)
      expect(await readDocumentFile(join(folder, name))).toMatchObject({ ok: true });
  }, 60_000);
});
