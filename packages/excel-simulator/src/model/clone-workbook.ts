import type { WorkbookModel } from './types';

/** A copy that shares nothing with the workbook; cells that shared a format share its copy. */
export const cloneWorkbook = (workbook: WorkbookModel): WorkbookModel => structuredClone(workbook);
