import type { WorkbookModel } from './types';

/** Clones a workbook; cells that shared a format share its copy. */
export const cloneWorkbook = (workbook: WorkbookModel): WorkbookModel => structuredClone(workbook);
