import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import type { SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import type { Annex } from '../../../src/annex/types';
import { planIssue } from '../../../src/authority-workbook/plan-issue';
import type { UnitEntry } from '../../../src/consolidation/types';
import { runOnWorkbook } from '../../../src/excel/run-on-workbook';
import { fillIssuedWorkbook } from '../../../src/excel/write/fill-issued-workbook';

const PLACEHOLDER_SHEET = 'Trang 1';
const ISSUE_DATE = new Date('2026-01-20T08:00:00Z');

/** The workbooks of the units as the authority issues them, one after the other by the add-in's own steps. */
export async function createIssuedWorkbooks(
  annex: Annex,
  units: readonly UnitEntry[],
): Promise<Map<string, WorkbookModel>> {
  const books = new Map<string, WorkbookModel>();
  const excel = await openNodeExcel(createWorkbook(PLACEHOLDER_SHEET));
  excel.install();
  try {
    for (const { unit, workbook: book } of planIssue(annex, units, [], annex.edition.date)) {
      const done = await runOnWorkbook((context) => fillIssuedWorkbook(context, book, ISSUE_DATE));
      if (!done.ok) throw new Error(done.problems.map(({ code }) => code).join(', '));
      const standIn = findSheetByName(excel.workbook, PLACEHOLDER_SHEET);
      if (standIn) deleteSheet(excel.workbook, standIn);
      books.set(unit.code, cloneWorkbook(excel.workbook));
    }
  } finally {
    await excel.waitForIdle();
    excel.close();
  }
  return books;
}

export function findTaskSheet(book: WorkbookModel): SheetModel {
  const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === 'NhiemVu'));
  if (!sheet) throw new Error('no sheet of tasks');
  return sheet;
}
