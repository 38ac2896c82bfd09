import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { unzipSync } from 'fflate';
import type { Annex } from '../../../src/annex/types';
import { planIssue } from '../../../src/authority-workbook/plan-issue';
import { issueWorkbooks } from '../../../src/commands/issue/issue-workbooks';
import { zipWorkbooks } from '../../../src/commands/issue/zip-workbooks';
import type { UnitEntry } from '../../../src/consolidation/types';
import { runOnWorkbook } from '../../../src/excel/run-on-workbook';
import { fillIssuedWorkbook } from '../../../src/excel/write/fill-issued-workbook';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const annex = JSON.parse(readFileSync(join(SAMPLES, 'phu-luc-2026.json'), 'utf8')) as Annex;
const AT = new Date('2026-02-02T01:00:00Z');
const now = (): Date => AT;

function unit(code: string, name: string, kind: string): UnitEntry {
  return {
    code,
    name,
    aliases: [],
    kind,
    parent: '',
    validFrom: '',
    validTo: '',
  };
}
const UNITS = [
  unit('MN-1', 'Trường Mầm non Búp Sen', 'MN'),
  unit('TH-1', 'Trường Tiểu học Bờ Kè', 'TH'),
  unit('MN-2', 'Trường Mầm non Ánh Dương', 'MN'),
];
const plans = planIssue(
  annex,
  UNITS,
  [{ kind: 'TH', task: 'IV', applicability: 'notPerformed', reason: 'Không có đối tượng' }],
  '2026-02-02',
);

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]),
  );
}

describe('workbooks of units made in memory', () => {
  let excel: NodeExcel;
  beforeEach(async () => {
    excel = await openNodeExcel(createWorkbook('Sổ đang mở'));
    excel.install();
  });
  afterEach(() => excel.close());

  it('are byte for byte what the same steps write into a workbook that is open', async () => {
    const made = new Map<string, Uint8Array>();
    for await (const issued of issueWorkbooks(plans, now)) {
      if (!issued.ok) throw new Error(JSON.stringify(issued.problems));
      made.set(issued.value.plan.unit.code, issued.value.bytes);
    }
    expect([...made.keys()].sort()).toEqual(['MN-1', 'MN-2', 'TH-1']);
    excel.close();
    for (const { unit: of, workbook: book } of plans) {
      excel = await openNodeExcel(createWorkbook('Sheet1'), { now });
      excel.install();
      const filled = await runOnWorkbook((context) => fillIssuedWorkbook(context, book, AT));
      expect(filled.ok).toBe(true);
      deleteSheet(excel.workbook, findSheetByName(excel.workbook, 'Sheet1')!);
      const open = parts(await saveWorkbook(excel.workbook));
      excel.close();
      const issued = parts(made.get(of.code)!);
      expect(Object.keys(issued).sort()).toEqual(Object.keys(open).sort());
      for (const [name, text] of Object.entries(issued)) {
        if (!name.startsWith('docProps/')) expect({ name, text }).toEqual({ name, text: open[name] });
      }
    }
  });

  it('leave the open workbook alone', async () => {
    const before = JSON.stringify(parts(await saveWorkbook(excel.workbook)));
    const { requests } = excel.traffic;
    for await (const issued of issueWorkbooks(plans, now)) expect(issued.ok).toBe(true);
    expect(excel.traffic.requests).toBe(requests);
    expect(JSON.stringify(parts(await saveWorkbook(excel.workbook)))).toBe(before);
  });

  it('come as one .zip, each under the name of its unit, and say how far they are', async () => {
    const reported: [number, number][] = [];
    const zip = await zipWorkbooks(plans, { now, onProgress: (done, total) => reported.push([done, total]) });
    if (!zip.ok) throw new Error(JSON.stringify(zip.problems));
    const files = unzipSync(zip.value);
    expect(Object.keys(files).sort()).toEqual(plans.map(({ file }) => file).sort());
    expect(reported).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const primary = await openWorkbook(files['TH-1 Trường Tiểu học Bờ Kè.xlsx']!);
    const sheetCells = findSheetByName(primary, 'Phụ lục')!.cells;
    expect(
      [...sheetCells.values()].flatMap((line) => [...line.values()].map(({ value }) => value)),
    ).toContain('Không có đối tượng');
  });

  it('stop on the signal', async () => {
    const stop = new AbortController();
    const zip = zipWorkbooks(plans, {
      now,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(zip).rejects.toThrow('enough');
  });
});
