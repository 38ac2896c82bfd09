import type { AnnexPaper } from '../../paper/annex-paper';
import type { PaperSettings } from '../../paper/paper-settings';

/** The sheet to print made anew, or taken away (`paper` null). */
export type PrintChange = {
  kind: 'print';
  paper: AnnexPaper | null;
  /** Kept in the workbook; null where nothing is. */
  settings: PaperSettings | null;
  /** Points; those of the sheet as it stands where absent, else those that fill the page. */
  widths?: number[];
};
