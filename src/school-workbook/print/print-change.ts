import type { PrintDocument } from '../../reports/print-document';
import type { PrintSettings } from '../../reports/print-settings';
import type { PrintedAnnex } from '../../reports/printed-annex';

/** Writes the sheet to print again, or removes it (`paper` null). */
export type PrintChange = {
  kind: 'print';
  paper: PrintedAnnex | null;
  /** Kept in the workbook; null where nothing is. */
  settings: PrintSettings | null;
  /** Points; those of the sheet as it stands where absent, else those that fill the page. */
  widths?: number[];
};
/** A report on a sheet of its own, put there or taken away again; the document goes along so that either can be undone. */

export type ReportSheetChange = {
  kind: 'report-sheet';
  action: 'add' | 'remove';
  sheet: string;
  document: PrintDocument;
};
