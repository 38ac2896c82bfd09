import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { readDocument } from '../../src/import/read-document';
import { runClerkSession } from '../support/browser/clerk-session';
import { consolidateTwoDocuments, runDocumentsSession } from '../support/browser/documents-session';
import { runOfficerSession } from '../support/browser/officer-session';
import { launchBrowserForSite } from '../support/browser/open-site';
import { openWorkbench } from '../support/browser/workbench-page';
import { buildReturnedFiles } from '../support/returned-workbooks/build-returned-files';

let browser: Browser;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowserForSite();
  folder = mkdtempSync(join(tmpdir(), 'phuluc-session-'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const noPictures = (): Promise<void> => Promise.resolve();

async function readTexts({ name, path }: { name: string; path: string }): Promise<string> {
  const document = await readDocument(new Uint8Array(readFileSync(path)), name);
  if (!document.ok) throw new Error(JSON.stringify(document.problems));
  return JSON.stringify(document.value);
}

describe('whole sessions', () => {
  it('of a clerk: import, settle, mark, record, print, report, open again', async () => {
    const bench = await openWorkbench(browser, { width: 1360, height: 820 });
    try {
      const { totals, totalsAfterReopening, report, workbook, history, fields } = await runClerkSession(
        bench,
        folder,
        noPictures,
      );
      // The sample has 32 performed, 15 not, 1 open; I.3 became performed, II.2 is not.
      expect(totals.slice(0, 4)).toEqual(['48', '32', '15', '1']);
      expect(totalsAfterReopening).toEqual(totals);
      expect(fields.all).toBeGreaterThan(6);
      expect(fields.covered).toBe(0);
      const book = await openWorkbook(new Uint8Array(readFileSync(workbook)));
      expect(book.sheets.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Phụ lục', 'Tổng hợp', 'Tiến độ', 'Lịch', 'Cấu hình', 'Bản in']),
      );
      const texts = book.sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap((line) => [...line.values()].map(({ value }) => value)),
      );
      for (const typed of ['05/KH-MNNM', 'ke-hoach-cchc-2026.pdf', 'Trước ngày 05 tháng cuối quý']) {
        expect(texts).toContain(typed);
      }
      expect(await readTexts(report)).toContain('ỦY BAN NHÂN DÂN PHƯỜNG ĐỒNG SEN');
      expect(history).toBeGreaterThanOrEqual(7);
      expect(bench.faults).toEqual({ requests: [], errors: [] });
    } finally {
      await bench.close();
    }
  }, 240_000);

  it('of an officer: issue, sixty schools, settle, report', async () => {
    const returned = await buildReturnedFiles();
    const bench = await openWorkbench(browser, { width: 1360, height: 900 });
    try {
      const { issued, totals, report } = await runOfficerSession(bench, returned, folder, noPictures);
      expect(Object.keys(unzipSync(readFileSync(issued)))).toHaveLength(returned.units.length);
      const { required, performed, notPerformed, undecided, done, overdue } = returned.truth.totals;
      expect(totals).toMatchObject({
        'nhiệm vụ': required,
        'thực hiện': performed,
        'không thực hiện': notPerformed,
        'chưa xác định': undecided,
        'hoàn thành': done,
        'quá hạn': overdue,
      });
      const texts = await readTexts(report);
      for (const code of returned.truth.missing) {
        expect(texts).toContain(returned.units.find((unit) => unit.code === code)!.name);
      }
      expect(bench.faults).toEqual({ requests: [], errors: [] });
    } finally {
      await bench.close();
    }
  }, 400_000);

  it('of a clerk with several documents, two of which an officer consolidates together', async () => {
    const bench = await openWorkbench(browser, { width: 1360, height: 820 });
    let workbook = '';
    try {
      const session = await runDocumentsSession(bench, folder, noPictures);
      workbook = session.workbook;
      expect(session.decisions).toHaveLength(2);
      const [all, followed, again] = session.totals.map(Number);
      expect([followed, again]).toEqual([all! - 9, all]);
      expect(bench.faults).toEqual({ requests: [], errors: [] });
    } finally {
      await bench.close();
    }
    const officer = await openWorkbench(browser, { width: 1360, height: 820 });
    try {
      const { sheets, messages } = await consolidateTwoDocuments(officer, workbook, noPictures);
      expect(messages.filter((text) => text.trim() === '')).toEqual([]);
      expect(sheets).toEqual(expect.arrayContaining(['Tổng hợp', 'Ma trận', 'Theo đơn vị']));
      expect(officer.faults).toEqual({ requests: [], errors: [] });
    } finally {
      await officer.close();
    }
  }, 240_000);
});
