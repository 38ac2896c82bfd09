/** What is known of a sheet of a workbook without its cells. */
export type SheetState = {
  name: string;
  visible: boolean;
  isProtected: boolean;
  /** A filter of the sheet or of one of its tables hides rows. */
  isFiltered: boolean;
};
