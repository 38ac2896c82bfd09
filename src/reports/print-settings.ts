import { DECREE_30 } from './decree-30';

/** What a unit decides about its papers; kept in the workbook. Texts that are '' come from the annex. */
export type PrintSettings = {
  /** Agency above the unit, over its name; '' for none. */
  superior: string;
  /** Quốc hiệu and Tiêu ngữ: the Decree does not ask for them on an annex. */
  nationalTitle: boolean;
  /** "PHỤ LỤC", or "Phụ lục II" where a document has several. */
  label: string;
  title: string;
  /** The line below the title, brackets included. */
  reference: string;
  /** What follows the unit's name where it does not perform a task; '' for the words its other rows have. */
  wording: string;
  /** Points, of the table. */
  fontSize: number;
  /** Millimetres. */
  margins: { top: number; bottom: number; left: number; right: number };
};

const { margins: MARGINS, sizes: SIZES } = DECREE_30;

export const DEFAULT_PRINT_SETTINGS: PrintSettings = {
  superior: '',
  nationalTitle: false,
  label: '',
  title: '',
  reference: '',
  wording: '',
  fontSize: SIZES.body.default,
  margins: {
    top: MARGINS.top.default,
    bottom: MARGINS.bottom.default,
    left: MARGINS.left.default,
    right: MARGINS.right.default,
  },
};
