import type { BorderEdge, CellRange } from '../model/types';

/**
 * What a path of a batch leads to: a handle that says where in the workbook something is, never the object
 * itself, so that a deleted sheet or table is noticed when its handle is used.
 */

/**
 * Cells of one sheet. A handle that outlives a batch moves with its cells; it has no area when they are
 * deleted.
 */
export type Cells = { sheetId: string; areas: CellRange[]; referenceId?: string };

/** A chart of a sheet. */
export type ChartHandle = { sheetId: string; chartId: string };
export type ChartAxisKind = 'category' | 'value';
/** The element of a chart that a format belongs to. */
/** Which texts of a chart: all, its title, or the labels of all series (null) or of one. */
type ChartTexts = 'all' | 'title' | { labelsOf: number | null };
export type ChartPart = { kind: 'series'; index: number } | { kind: 'point'; index: number; point: number };

type RuleHandle = { sheetId: string; formatId: string };
export type ConditionalSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';
/** Returns the handle of the chart that an element belongs to. */
export function toChartHandle({ sheetId, chartId }: ChartHandle): ChartHandle {
  return { sheetId, chartId };
}

/** Where names are defined: the workbook, or one sheet. */
type NameScope = { sheetId: string | null };
type FilterHandle = { sheetId: string; tableId: string | null };

type Shapes = {
  Workbook: unknown;
  Application: unknown;
  Runtime: unknown;
  WorkbookProtection: unknown;
  DocumentProperties: unknown;
  SettingCollection: unknown;
  Setting: { key: string };
  CustomXmlPartCollection: unknown;
  CustomXmlPartScopedCollection: { namespaceUri: string };
  CustomXmlPart: { partId: string };
  WorksheetCollection: unknown;
  Worksheet: { sheetId: string };
  WorksheetProtection: { sheetId: string };
  WorksheetFreezePanes: { sheetId: string };
  PageLayout: { sheetId: string };
  HeaderFooterGroup: { sheetId: string };
  HeaderFooter: { sheetId: string; page: 'all' | 'first' };
  NamedItemCollection: NameScope;
  NamedItem: NameScope & { name: string };
  NamedItemArrayValues: NameScope & { name: string };
  Range: Cells;
  RangeAreas: Cells;
  RangeCollection: { cells: Cells };
  RangeView: { cells: Cells; row: number | null };
  RangeViewCollection: { cells: Cells };
  RangeFormat: { cells: Cells };
  RangeFont: { cells: Cells };
  RangeFill: { cells: Cells };
  RangeBorderCollection: { cells: Cells };
  RangeBorder: { cells: Cells; side: BorderEdge | 'InsideHorizontal' | 'InsideVertical' };
  FormatProtection: { cells: Cells };
  RangeSort: { cells: Cells };
  RemoveDuplicatesResult: { removed: number; uniqueRemaining: number };
  DataValidation: { cells: Cells };
  TableCollection: { sheetId: string | null };
  TableScopedCollection: { tables: { sheetId: string; tableId: string }[] };
  Table: { sheetId: string; tableId: string };
  TableColumnCollection: { sheetId: string; tableId: string };
  TableColumn: { sheetId: string; tableId: string; columnId: number };
  TableRowCollection: { sheetId: string; tableId: string };
  TableRow: { sheetId: string; tableId: string; index: number };
  TableSort: { sheetId: string; tableId: string };
  Filter: { sheetId: string; tableId: string; columnId: number };
  AutoFilter: FilterHandle;
  ConditionalFormatCollection: { cells: Cells };
  ConditionalFormat: RuleHandle;
  CustomConditionalFormat: RuleHandle;
  ConditionalFormatRule: RuleHandle;
  CellValueConditionalFormat: RuleHandle;
  TextConditionalFormat: RuleHandle;
  PresetCriteriaConditionalFormat: RuleHandle;
  TopBottomConditionalFormat: RuleHandle;
  DataBarConditionalFormat: RuleHandle;
  ConditionalDataBarPositiveFormat: RuleHandle;
  ConditionalDataBarNegativeFormat: RuleHandle;
  ColorScaleConditionalFormat: RuleHandle;
  IconSetConditionalFormat: RuleHandle;
  ConditionalRangeFormat: RuleHandle;
  ConditionalRangeFont: RuleHandle;
  ConditionalRangeFill: RuleHandle;
  ConditionalRangeBorderCollection: RuleHandle;
  ConditionalRangeBorder: RuleHandle & { side: ConditionalSide };
  ChartCollection: { sheetId: string };
  Chart: ChartHandle;
  ChartSeriesCollection: ChartHandle;
  ChartSeries: ChartHandle & { index: number };
  ChartPointsCollection: ChartHandle & { index: number };
  ChartPoint: ChartHandle & { index: number; point: number };
  ChartAxes: ChartHandle;
  ChartAxis: ChartHandle & { axis: ChartAxisKind };
  ChartAxisTitle: ChartHandle & { axis: ChartAxisKind };
  ChartTitle: ChartHandle;
  ChartLegend: ChartHandle;
  ChartDataLabels: ChartHandle & { index: number | null };
  ChartAreaFormat: ChartHandle;
  ChartTitleFormat: ChartHandle;
  ChartDataLabelFormat: ChartHandle & { index: number | null };
  ChartFont: ChartHandle & { texts: ChartTexts };
  ChartSeriesFormat: ChartHandle & { element: ChartPart };
  ChartPointFormat: ChartHandle & { element: ChartPart };
  ChartFill: ChartHandle & { element: ChartPart };
  ChartLineFormat: ChartHandle & { element: ChartPart };
  AddinInternalService: unknown;
};

export type ClassName = keyof Shapes;
export type ObjectOf<C extends ClassName> = { class: C } & (Shapes[C] extends object ? Shapes[C] : unknown);
export type HostObject = { [C in ClassName]: ObjectOf<C> }[ClassName];
export type RangeObject = ObjectOf<'Range'>;
export type RangeAreasObject = ObjectOf<'RangeAreas'>;
