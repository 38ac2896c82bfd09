import type { CellValue, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import type { MachineSettings } from '@phuluc/excel-simulator/protocol/types';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';

/** The context of a case: the real library on a small workbook. */
export type CaseContext = {
  excel: NodeExcel;
  context: Excel.RequestContext;
  /** Sheet "Sổ" with the table below in A1:D5. */
  sheet: Excel.Worksheet;
  workbook: WorkbookModel;
};

/** A list as a clerk keeps one: text, numbers and a formula. */
const CASE_ROWS: (string | number)[][] = [
  ['Mã', 'Nội dung', 'Số', 'Gấp đôi'],
  ['I.1', 'Rà soát', 3, '=C2*2'],
  ['I.2', 'Báo cáo', 1, '=C3*2'],
  ['II.1', 'Tập huấn', 2, '=C4*2'],
  ['II.2', 'Kiểm tra', 5, '=C5*2'],
];

function createCaseWorkbook(): WorkbookModel {
  const workbook = createWorkbook('Sổ', 'Khác');
  const [sheet] = workbook.sheets;
  CASE_ROWS.forEach((line, row) =>
    line.forEach((input, column) => {
      const isFormula = typeof input === 'string' && input.startsWith('=');
      const value: CellValue = isFormula ? Number(line[2]) * 2 : input;
      if (sheet) setCell(sheet, row, column, isFormula ? { value, formula: input } : { value });
    }),
  );
  return workbook;
}

/** Opens the context, runs the case inside Excel.run and closes it again; the traffic is logged. */
export async function runInExcel(
  run: (bench: CaseContext) => Promise<void>,
  machine: Partial<MachineSettings> = {},
): Promise<NodeExcel> {
  const excel = await openNodeExcel(createCaseWorkbook(), {
    requirementSets: { ExcelApi: '1.17', ExcelApiOnline: '1.1' },
    keepLog: true,
    ...machine,
    now: () => new Date(2026, 10, 21),
  });
  try {
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sổ');
      await run({ excel, context, sheet, workbook: excel.workbook });
      await context.sync();
    });
    await excel.waitForIdle();
  } finally {
    excel.close();
  }
  return excel;
}
