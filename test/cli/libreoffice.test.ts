import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { recalculate } from '../../src/host/calc/recalculate';
import type { WorkbookModel } from '../../src/host/model/types';
import { cellAt, putCell, sheetNamed } from '../../src/host/model/workbook';
import { openWorkbook } from '../../src/host/xlsx/open';
import { saveWorkbook } from '../../src/host/xlsx/save';
import { SAMPLES, phuluc } from './run-here';

const NAMES = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const program = NAMES.find((name) => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0);
const suite = program ? describe : describe.skip;
const sample = join(SAMPLES, 'phu-luc-2026.docx');

/** A converted file, made with a profile of its own so that no other LibreOffice is in the way. */
const convert = (folder: string, file: string, format: 'xlsx' | 'pdf'): Uint8Array => {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const { status, stderr } = spawnSync(
    program!,
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      join(folder, 'out'),
      file,
    ],
    { timeout: 240_000, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return new Uint8Array(readFileSync(join(folder, 'out', `${basename(file, '.xlsx')}.${format}`)));
};

/** Values of the formulas of a sheet by position, as they stand in the file. */
const formulaValues = (workbook: WorkbookModel, name: string): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  for (const [row, line] of sheetNamed(workbook, name)!.cells) {
    for (const [column, { value, formula }] of line) {
      // LibreOffice writes 15 digits, Excel 17.
      const shown = typeof value === 'number' ? Number(value.toPrecision(14)) : value;
      if (formula !== undefined) found[`${row},${column}`] = shown;
    }
  }
  return found;
};

/** Formulas alone: what LibreOffice then shows it has calculated itself. */
const withoutValues = (file: Uint8Array): Uint8Array => {
  const parts = unzipSync(file);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    parts[name] = strToU8(strFromU8(bytes).replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
};

suite(`the workbook in LibreOffice${program ? '' : ' (skipped: LibreOffice is not there)'}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phuluc-libreoffice-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('recalculates to the same figures, cell by cell, also after a hand has changed the sheet', async () => {
    const file = join(folder, 'school.xlsx');
    await phuluc('import', sample, '--unit', 'Trường Mầm non Nắng Mai', '-o', file);
    const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
    const sheet = sheetNamed(workbook, 'Phụ lục')!;
    const put = (row: number, column: number, value: string): void =>
      putCell(sheet, row, column, { ...cellAt(sheet, row, column), value });
    put(6, 11, 'Hoàn thành');
    put(7, 11, 'Đang thực hiện');
    put(9, 8, 'Không thực hiện');
    put(10, 4, 'Một đơn vị chưa có trong bảng');
    put(11, 8, '');
    recalculate(workbook);
    const summary = formulaValues(workbook, 'Tổng hợp');
    expect(Object.keys(summary).length).toBeGreaterThan(150);
    expect(summary['5,4']).toBe(1);

    const bare = join(folder, 'bare.xlsx');
    writeFileSync(bare, withoutValues(await saveWorkbook(workbook)));
    const theirs = await openWorkbook(convert(folder, bare, 'xlsx'));
    expect(formulaValues(theirs, 'Tổng hợp')).toEqual(summary);
    expect(formulaValues(theirs, 'Phụ lục')).toEqual(formulaValues(workbook, 'Phụ lục'));
  }, 300_000);

  it('prints on A4 across, one page wide', async () => {
    const file = join(folder, 'print.xlsx');
    await phuluc('import', sample, '-o', file);
    const pages = (await PDFDocument.load(convert(folder, file, 'pdf')))
      .getPages()
      .map((page) => page.getSize());
    const across = pages.filter(({ width, height }) => width > height);
    // 48 tasks, and the summary; the lists stand upright on the last page.
    expect(across.length).toBeLessThanOrEqual(6);
    expect(pages.length - across.length).toBe(1);
    for (const { width, height } of across) {
      expect(Math.abs(width - 841.9)).toBeLessThan(1);
      expect(Math.abs(height - 595.3)).toBeLessThan(1);
    }
  }, 300_000);
});
