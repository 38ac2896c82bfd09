import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import {
  WorkbookFileError,
  type WorkbookFileErrorCode,
} from '@phuluc/excel-simulator/xlsx/workbook-file-error';
import type { Problem, ProblemCode } from '../shared/problem';
import { err, ok, type Result, warning } from '../shared/result';
import { readBytes } from './files';
import { reportToWatcher } from './reader/report-to-watcher';

const PROBLEM_CODES = {
  'not-a-workbook': 'not-zip',
  encrypted: 'encrypted',
  'old-format': 'old-excel',
  'binary-format': 'format-unsupported',
  'too-large': 'zip-bomb',
  'too-many-sheets': 'file-too-large',
  damaged: 'zip-damaged',
  'forbidden-xml': 'xml-doctype',
  'text-too-long': 'host-error',
} as const satisfies Record<WorkbookFileErrorCode, ProblemCode>;

/** A workbook from a file, with a word for each thing that could not be kept when it is written again. */
export async function openWorkbookFile(path: string): Promise<Result<WorkbookModel>> {
  reportToWatcher({ kind: 'reading', file: path });
  try {
    return await readWorkbookFile(path);
  } finally {
    reportToWatcher({ kind: 'reading', file: null });
  }
}

async function readWorkbookFile(path: string): Promise<Result<WorkbookModel>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  try {
    const workbook = await openWorkbook(bytes.value);
    const warnings = workbook.losses.map((what): Problem =>
      warning('content-lost', { file: path }, { what }),
    );
    return ok(workbook, warnings);
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    const details = error.place ? { part: error.place } : undefined;
    return err(PROBLEM_CODES[error.code], { file: path }, details);
  }
}

/**
 * Runs work with the real office.js on a workbook, as the add-in runs it in Excel. Nobody looks at the grid: formulas
 * are calculated when their values are asked for, and at the end; work that saves the workbook calculates first.
 */
export async function withExcel<T>(
  workbook: WorkbookModel,
  work: (excel: Pick<NodeExcel, 'calculate'>) => Promise<T>,
): Promise<T> {
  const excel = await openNodeExcel(workbook, { calculates: 'when-asked' });
  excel.install();
  try {
    const result = await work(excel);
    await excel.waitForIdle();
    excel.calculate();
    return result;
  } finally {
    excel.close();
  }
}
