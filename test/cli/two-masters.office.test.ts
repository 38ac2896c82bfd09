import { readFileSync, writeFileSync } from 'node:fs';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import { importInto } from '../support/returned-workbooks/add-documents';
import { createIssuedWorkbooks } from '../support/returned-workbooks/create-issued-workbooks';
import { createMasterFile } from '../support/returned-workbooks/create-master-file';
import { SIXTY_UNITS } from '../support/returned-workbooks/sixty-units';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

const { reform, digital, letter } = YEAR_OF_DOCUMENTS;

describe('phuluc consolidate --annex A --annex B', () => {
  const folder = useTemporaryFolder();

  it('counts by document in the answer, on the sheet and in the ledger; the second run writes nothing', async () => {
    const { path } = folder;
    const units = SIXTY_UNITS.slice(0, 3);
    const issued = await createIssuedWorkbooks(reform, units);
    writeFileSync(path('a.xlsx'), createMasterFile(reform));
    writeFileSync(path('b.xlsx'), createMasterFile(digital));
    const imported = [[digital, letter], [letter, digital], [letter]];
    for (const [index, unit] of units.entries()) {
      const book = issued.get(unit.code)!;
      await importInto(book, imported[index]!, unit);
      writeFileSync(path(`truong-${index}.xlsx`), await saveWorkbook(book));
    }
    const files = units.map((_, index) => path(`truong-${index}.xlsx`));
    const masters = ['--annex', path('a.xlsx'), '--annex', path('b.xlsx')];
    const outputs = ['-o', path('tong-hop.xlsx'), '--ledger', path('so-cai')];
    const run = () =>
      runPhuluc('consolidate', ...files, ...masters, ...outputs, '--as-of', '2026-10-15', '--json');

    const report = (await run()).json<Report>();
    expect(report.byDocument?.map(({ code, required, undecided }) => [code, required, undecided])).toEqual([
      ['12/KH-UBND', 12, 0],
      ['45/KH-UBND', 9, 3],
    ]);
    expect(report.totals.required).toBe(21);
    expect(report.byArea.map(({ document, section, required }) => [document, section, required])).toEqual([
      ['12/KH-UBND', 'I', 6],
      ['12/KH-UBND', 'II', 6],
      ['45/KH-UBND', 'I', 6],
      ['45/KH-UBND', 'II', 3],
    ]);
    const named = report.findings.filter(({ code }) => code.startsWith('document'));
    expect(named.map(({ code, unit }) => [code, unit])).toEqual([
      ['documents-left-out', units[0]!.code],
      ['documents-left-out', units[1]!.code],
      ['document-missing', units[2]!.code],
      ['documents-left-out', units[2]!.code],
    ]);

    const sheet = findSheetByName(await openWorkbook(readFileSync(path('tong-hop.xlsx'))), 'Tổng hợp')!;
    const lines = [...sheet.cells.values()].map((row) => [0, 1, 2].map((at) => row.get(at)?.value));
    expect(lines).toContainEqual(['1', '12/KH-UBND', 12]);
    expect(lines).toContainEqual(['2', '45/KH-UBND', 9]);
    expect(lines).toContainEqual(['I', '45/KH-UBND: Hạ tầng', 6]);

    const totals = await runPhuluc('totals', '--ledger', path('so-cai'), '--json');
    const { byDocument } = totals.json<{ byDocument: { code: string; required: number }[] }>();
    expect(byDocument.map(({ code, required }) => [code, required])).toEqual([
      ['12/KH-UBND', 12],
      ['45/KH-UBND', 9],
    ]);

    const before = readFileSync(path('tong-hop.xlsx'));
    expect((await run()).json<Report>().byDocument).toEqual(report.byDocument);
    expect(readFileSync(path('tong-hop.xlsx')).equals(before)).toBe(true);
  }, 300_000);
});
