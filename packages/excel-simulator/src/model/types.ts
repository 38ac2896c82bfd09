/**
 * The simulator's workbook as plain data. It depends neither on office.js nor on files.
 * Rows and columns are 0-based. Formats are immutable and shared between cells; the cells are not. A cell whose content
 * changes is replaced, so that who calculated from it sees that; its format is set in place.
 */

import type { CellRange } from '@phuluc/ooxml/a1';
import type { ErrorCode } from '@phuluc/ooxml/error-values';

export type { CellRange };

export type ErrorValue = { error: ErrorCode };
/** '' is a blank cell, as Excel's API shows it. Dates are serial numbers. */
export type CellValue = string | number | boolean | ErrorValue;

export type Cell = {
  value: CellValue;
  /** As a user types it, with "=" and structured references in the interface's form ([@x], Table[x]). */
  formula?: string;
  format?: CellFormat;
  /** On a cell whose formula gives a dynamic array: the size of the spill, this cell included. */
  spill?: { rows: number; columns: number };
  /**
   * On a cell that shows a part of another cell's array: that cell. Such a cell has no formula of its own.
   */
  spilledFrom?: { row: number; column: number };
};

export type Border = { style: string; color: string; weight: string };
export type BorderEdge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'DiagonalDown' | 'DiagonalUp';

export type CellFormat = {
  numberFormat?: string;
  font?: {
    name?: string;
    size?: number;
    bold?: boolean;
    italic?: boolean;
    underline?: string;
    strikethrough?: boolean;
    color?: string;
  };
  fill?: { color?: string };
  borders?: Partial<Record<BorderEdge, Border>>;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapText?: boolean;
  indentLevel?: number;
  textOrientation?: number;
  shrinkToFit?: boolean;
  locked?: boolean;
  formulaHidden?: boolean;
};

export type RowProps = {
  height?: number;
  /** The height follows the contents (autofit); a height set by the user stays. */
  fitted?: boolean;
  hidden?: boolean;
  format?: CellFormat;
};
/** Width in points, as Excel's API gives it. */
export type ColumnProps = { width?: number; hidden?: boolean; format?: CellFormat };

export type TableColumnModel = {
  id: number;
  name: string;
  totalsLabel?: string;
  totalsFunction?: string;
  calculatedFormula?: string;
};
export type TableModel = {
  id: string;
  name: string;
  /** The complete area, header and totals rows included. */
  area: CellRange;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  columns: TableColumnModel[];
  filters: Record<number, FilterModel>;
  /** The table has no rows yet: its one blank body row is where the first will be written. */
  insertRow?: boolean;
};
/** Criteria as in Excel.FilterCriteria. */
export type FilterModel = {
  filterOn: string;
  criterion1?: string;
  criterion2?: string;
  operator?: string;
  values?: string[];
  color?: string;
};

/** Rule, alert and prompt in the shape of Excel.DataValidation. */
export type ValidationModel = {
  areas: CellRange[];
  rule: Record<string, unknown>;
  errorAlert?: { showAlert: boolean; style: string; title: string; message: string };
  prompt?: { showPrompt: boolean; title: string; message: string };
  ignoreBlanks: boolean;
};

/** `type` as Excel.ConditionalFormatType; `rule` and `format` in the shapes of that type's API object. */
export type ConditionalFormatModel = {
  id: string;
  areas: CellRange[];
  type: string;
  rule: Record<string, unknown>;
  format?: CellFormat;
  priority: number;
  stopIfTrue: boolean;
};

export type ChartSeriesModel = {
  name: string;
  nameFormula?: string;
  valuesFormula: string;
  categoriesFormula?: string;
  color?: string;
  pointColors?: Record<number, string>;
  dataLabels?: boolean;
  dataLabelFont?: ChartFontModel;
  /** Of the data labels; the chart's font where absent. */
  dataLabelFormat?: string;
};
/** Absent members mean Excel's default. Sizes in points. */
export type ChartFontModel = { name?: string; size?: number; color?: string; bold?: boolean };
export type ChartModel = {
  id: string;
  name: string;
  /** As Excel.ChartType, e.g. "ColumnClustered", "BarStacked", "Doughnut". */
  type: string;
  title: string;
  showTitle: boolean;
  titleFont?: ChartFontModel;
  /** Of all texts that have no font of their own. */
  font?: ChartFontModel;
  /** Between columns or bars, in per cent of their width; 150 where absent. */
  gapWidth?: number;
  legend: { visible: boolean; position: string };
  /** In points from the sheet's top left. */
  left: number;
  top: number;
  width: number;
  height: number;
  series: ChartSeriesModel[];
  axes: { categoryTitle?: string; valueTitle?: string; valueMinimum?: number; valueMaximum?: number };
};

export type PageLayoutModel = {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string;
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  printArea?: CellRange[];
  titleRows?: { first: number; last: number };
  titleColumns?: { first: number; last: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  printOrder: string;
  blackAndWhite: boolean;
  headersFooters: HeaderFooterModel;
  /** Texts of the first page, and whether they replace the others there. */
  firstPage?: { differs: boolean; content: HeaderFooterModel };
  /** Absent: the printer counts. */
  firstPageNumber?: number;
};

type HeaderFooterModel = Partial<
  Record<
    'leftHeader' | 'centerHeader' | 'rightHeader' | 'leftFooter' | 'centerFooter' | 'rightFooter',
    string
  >
>;

export type NameModel = {
  name: string;
  formula: string;
  visible: boolean;
  comment: string;
  scope: 'Workbook' | { sheetId: string };
};

export type ProtectionModel = {
  protected: boolean;
  options: Record<string, boolean | string>;
  password?: string;
};

export type SheetModel = {
  /** Stable for the workbook's life, in Excel's form "{00000000-0001-0000-0000-000000000000}". */
  id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  /** row → column → cell; only cells that hold something. */
  cells: Map<number, Map<number, Cell>>;
  rows: Map<number, RowProps>;
  columns: Map<number, ColumnProps>;
  standardWidth: number;
  standardHeight: number;
  /** Rows without a setting of their own are hidden, as in sheets whose unused rows are hidden. */
  rowsHiddenByDefault?: boolean;
  merges: CellRange[];
  tables: TableModel[];
  validations: ValidationModel[];
  conditionalFormats: ConditionalFormatModel[];
  charts: ChartModel[];
  freeze: { rows: number; columns: number };
  autoFilter?: { area: CellRange; filters: Record<number, FilterModel> };
  pageLayout: PageLayoutModel;
  protection: ProtectionModel;
  names: NameModel[];
};

export type WorkbookModel = {
  sheets: SheetModel[];
  names: NameModel[];
  activeSheetId: string;
  /** Per sheet: the selected areas. */
  selection: { sheetId: string; areas: CellRange[] };
  /** workbook.settings of the API; values are JSON. */
  settings: Map<string, unknown>;
  customXmlParts: { id: string; xml: string }[];
  properties: Record<string, string>;
  protection: ProtectionModel;
  calculationMode: 'Automatic' | 'Manual' | 'AutomaticExceptTables';
  date1904: boolean;
  /** Parts of the opened file that this model does not know, kept for saving: path → bytes. */
  unknownParts: Map<string, Uint8Array>;
  /** What could not be preserved when the file was opened, in plain words for the user who will save. */
  losses: string[];
};
