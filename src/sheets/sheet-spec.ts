import type { CellRange } from '@phuluc/ooxml/a1';

/** A cell's content: plain text (never read as anything else), number, yes or no, or a formula. '' is a blank cell. */
export type CellContent = string | number | boolean | { formula: string };

export type BorderSide =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** Absent members are left as they are. Colours are "#RRGGBB"; sizes and indents in points and Excel's steps. */
export type FormatSpec = {
  fontName?: string;
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  fontColor?: string;
  fillColor?: string;
  horizontal?: 'General' | 'Left' | 'Center' | 'Right';
  vertical?: 'Top' | 'Center' | 'Bottom';
  wrap?: boolean;
  indent?: number;
  /** Degrees, 90 reads upwards. */
  rotation?: number;
  borders?: { sides: readonly BorderSide[]; color: string; weight?: 'Hairline' | 'Thin' | 'Medium' };
};

/** A rectangle of contents. Its number formats, one a column, are set before them: "@" keeps a text as it is. */
export type CellBlock = {
  row: number;
  column: number;
  numberFormats: readonly string[];
  cells: readonly (readonly CellContent[])[];
};

export type TableSpec = { name: string; area: CellRange; style: string; banded: boolean };

/**
 * The first date that a cell takes. As ISO text: Excel reads the commas of a formula in a validation by the list
 * separator of the region, which is ";" in Vietnam.
 */
export const FIRST_DATE = '2000-01-01';

export type ValidationSpec = {
  area: CellRange;
  rule:
    | { kind: 'list'; source: string }
    /** ISO text. */
    | { kind: 'date'; from: string }
    /** This number or a greater one. */
    | { kind: 'decimal'; from: number }
    | { kind: 'custom'; formula: string };
  /** 'stop' refuses other entries, 'none' lets them pass. */
  alert: 'stop' | 'none';
  title: string;
  message: string;
};

/** Formula relative to the area's first cell. The first rule in the list has the highest priority. */
export type ConditionalFormatSpec = {
  area: CellRange;
  formula: string;
  fontColor?: string;
  fillColor?: string;
  bold?: boolean;
  strikethrough?: boolean;
};

export type ChartSpec = {
  name: string;
  type: 'ColumnStacked' | 'ColumnStacked100' | 'BarStacked';
  title: string;
  /** Header row and values; one series a column. */
  source: CellRange;
  categories: CellRange;
  colors: readonly string[];
  /** Cells the chart covers. */
  position: CellRange;
  style?: ChartStyle;
};

/** Sizes in points; a colour a series for the figures on it, null where it has none. */
export type ChartStyle = {
  font: string;
  fontSize: number;
  titleSize: number;
  titleColor: string;
  legend: 'Bottom' | 'Right';
  /** Between columns, in per cent of their width. */
  gapWidth: number;
  labelFormat: string;
  labelColors: readonly (string | null)[];
};

export type PageSetup = {
  orientation: 'Portrait' | 'Landscape';
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  /** 0-based rows repeated on every page. */
  titleRows?: { first: number; last: number };
  /** 0-based columns repeated on every page. */
  titleColumns?: { first: number; last: number };
  /** Pages side by side; one where absent. */
  pagesWide?: number;
  /** Pages below each other; as many as it takes where absent. */
  pagesTall?: number;
  centerFooter: string;
  /** In the codes of Excel ("&P" is the page's number). Off the first page the first one has none. */
  header?: { center: string; onFirstPage: boolean };
  /** Between the left and right margins; true where absent. */
  centerHorizontally?: boolean;
  /** What is printed; everything where absent. */
  area?: CellRange;
};

/** A name of the workbook for an area of this sheet, or for a formula. */
export type NameSpec = { name: string; area: CellRange } | { name: string; formula: string };

export type FillSpec = { area: CellRange; formula: string; numberFormat: string };

/** A sheet as data: everything that is needed to write it, and nothing of how. */
export type SheetSpec = {
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  showGridlines: boolean;
  tabColor?: string;
  /** So many columns from A on are the add-in's when the sheet is written again; all if absent. */
  managedColumns?: number;
  /** Points, from column A. */
  columnWidths: readonly number[];
  rowHeights: readonly { row: number; height: number }[];
  /** Cells joined into one, outside of tables. */
  merges: readonly CellRange[];
  /** Applied in order. */
  formats: readonly { area: CellRange; format: FormatSpec }[];
  blocks: readonly CellBlock[];
  /** Made after the values. */
  table?: TableSpec;
  /** Formulas that speak of the tables of this plan; written when all tables are made. */
  afterTables: readonly CellBlock[];
  /** One formula for every cell of an area, which speaks of its own row by the table's columns; after `afterTables`. */
  fills?: readonly FillSpec[];
  /** The same formula in every cell of an area, in terms of the row ([@x]); sent once, written after the tables. */
  columnFormulas?: readonly { area: CellRange; formula: string }[];
  /** Rows whose height follows their wrapped text. */
  fitRows: readonly { first: number; last: number }[];
  validations: readonly ValidationSpec[];
  conditionalFormats: readonly ConditionalFormatSpec[];
  freezeRows: number;
  /** None where absent. */
  freezeColumns?: number;
  page?: PageSetup;
  charts?: readonly ChartSpec[];
  names: readonly NameSpec[];
};
