/** The value of a cell as `Range.values` gives it; '' for a blank cell. */
export type CellValue = string | number | boolean;
