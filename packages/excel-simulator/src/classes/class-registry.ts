import type { ClassName } from '../protocol/host-objects';
import type { ClassTable } from '../protocol/types';
import {
  chartAreaFormatClass,
  chartDataLabelFormatClass,
  chartFontClass,
  chartTitleFormatClass,
} from './chart/chart-fonts';
import {
  chartAxesClass,
  chartAxisClass,
  chartAxisTitleClass,
  chartDataLabelsClass,
  chartLegendClass,
  chartTitleClass,
} from './chart/chart-parts';
import {
  chartFillClass,
  chartLineFormatClass,
  chartPointClass,
  chartPointFormatClass,
  chartPointsCollectionClass,
  chartSeriesClass,
  chartSeriesCollectionClass,
  chartSeriesFormatClass,
} from './chart/chart-series';
import { chartClass, chartCollectionClass } from './chart/charts';
import {
  conditionalFormatClass,
  conditionalFormatCollectionClass,
} from './conditional-format/conditional-formats';
import {
  conditionalRangeBorderClass,
  conditionalRangeBorderCollectionClass,
  conditionalRangeFillClass,
  conditionalRangeFontClass,
  conditionalRangeFormatClass,
} from './conditional-format/conditional-range-format';
import {
  colorScaleConditionalFormatClass,
  conditionalDataBarNegativeFormatClass,
  conditionalDataBarPositiveFormatClass,
  dataBarConditionalFormatClass,
  iconSetConditionalFormatClass,
} from './conditional-format/drawing-rules';
import {
  cellValueConditionalFormatClass,
  conditionalFormatRuleClass,
  customConditionalFormatClass,
  presetCriteriaConditionalFormatClass,
  textConditionalFormatClass,
  topBottomConditionalFormatClass,
} from './conditional-format/rule-kinds';
import { dataValidationClass } from './range/data-validation';
import { rangeClass } from './range/range';
import { rangeAreasClass, rangeCollectionClass } from './range/range-areas';
import { rangeBorderClass, rangeBorderCollectionClass } from './range/range-borders';
import {
  formatProtectionClass,
  rangeFillClass,
  rangeFontClass,
  rangeFormatClass,
} from './range/range-format';
import { rangeViewClass, rangeViewCollectionClass, removeDuplicatesResultClass } from './range/range-view';
import { autoFilterClass, filterClass } from './table/filters';
import { rangeSortClass, tableSortClass } from './table/sorting';
import { tableClass, tableCollectionClass, tableScopedCollectionClass } from './table/table';
import { tableColumnClass, tableColumnCollectionClass } from './table/table-columns';
import { tableRowClass, tableRowCollectionClass } from './table/table-rows';
import { addinInternalServiceClass, applicationClass, runtimeClass } from './workbook/application';
import {
  customXmlPartClass,
  customXmlPartCollectionClass,
  customXmlPartScopedCollectionClass,
} from './workbook/custom-xml';
import { documentPropertiesClass } from './workbook/document-properties';
import { freezePanesClass } from './workbook/freeze-panes';
import { namedItemArrayValuesClass, namedItemClass, namedItemCollectionClass } from './workbook/named-items';
import { headerFooterClass, headerFooterGroupClass, pageLayoutClass } from './workbook/page-layout';
import { workbookProtectionClass, worksheetProtectionClass } from './workbook/protection';
import { settingClass, settingCollectionClass } from './workbook/settings';
import { workbookClass } from './workbook/workbook';
import { worksheetClass } from './workbook/worksheet';
import { worksheetCollectionClass } from './workbook/worksheet-collection';

/** Every class that the simulator serves. */
export const CLASSES: { readonly [C in ClassName]: ClassTable<C> } = {
  AddinInternalService: addinInternalServiceClass,
  Application: applicationClass,
  AutoFilter: autoFilterClass,
  CellValueConditionalFormat: cellValueConditionalFormatClass,
  Chart: chartClass,
  ChartAreaFormat: chartAreaFormatClass,
  ChartAxes: chartAxesClass,
  ChartAxis: chartAxisClass,
  ChartAxisTitle: chartAxisTitleClass,
  ChartCollection: chartCollectionClass,
  ChartDataLabelFormat: chartDataLabelFormatClass,
  ChartDataLabels: chartDataLabelsClass,
  ChartFill: chartFillClass,
  ChartFont: chartFontClass,
  ChartLegend: chartLegendClass,
  ChartLineFormat: chartLineFormatClass,
  ChartPoint: chartPointClass,
  ChartPointFormat: chartPointFormatClass,
  ChartPointsCollection: chartPointsCollectionClass,
  ChartSeries: chartSeriesClass,
  ChartSeriesCollection: chartSeriesCollectionClass,
  ChartSeriesFormat: chartSeriesFormatClass,
  ChartTitle: chartTitleClass,
  ChartTitleFormat: chartTitleFormatClass,
  ColorScaleConditionalFormat: colorScaleConditionalFormatClass,
  ConditionalDataBarNegativeFormat: conditionalDataBarNegativeFormatClass,
  ConditionalDataBarPositiveFormat: conditionalDataBarPositiveFormatClass,
  ConditionalFormat: conditionalFormatClass,
  ConditionalFormatCollection: conditionalFormatCollectionClass,
  ConditionalFormatRule: conditionalFormatRuleClass,
  ConditionalRangeBorder: conditionalRangeBorderClass,
  ConditionalRangeBorderCollection: conditionalRangeBorderCollectionClass,
  ConditionalRangeFill: conditionalRangeFillClass,
  ConditionalRangeFont: conditionalRangeFontClass,
  ConditionalRangeFormat: conditionalRangeFormatClass,
  CustomConditionalFormat: customConditionalFormatClass,
  CustomXmlPart: customXmlPartClass,
  CustomXmlPartCollection: customXmlPartCollectionClass,
  CustomXmlPartScopedCollection: customXmlPartScopedCollectionClass,
  DataBarConditionalFormat: dataBarConditionalFormatClass,
  DataValidation: dataValidationClass,
  DocumentProperties: documentPropertiesClass,
  Filter: filterClass,
  FormatProtection: formatProtectionClass,
  HeaderFooter: headerFooterClass,
  HeaderFooterGroup: headerFooterGroupClass,
  IconSetConditionalFormat: iconSetConditionalFormatClass,
  NamedItem: namedItemClass,
  NamedItemArrayValues: namedItemArrayValuesClass,
  NamedItemCollection: namedItemCollectionClass,
  PageLayout: pageLayoutClass,
  PresetCriteriaConditionalFormat: presetCriteriaConditionalFormatClass,
  Range: rangeClass,
  RangeAreas: rangeAreasClass,
  RangeBorder: rangeBorderClass,
  RangeBorderCollection: rangeBorderCollectionClass,
  RangeCollection: rangeCollectionClass,
  RangeFill: rangeFillClass,
  RangeFont: rangeFontClass,
  RangeFormat: rangeFormatClass,
  RangeSort: rangeSortClass,
  RangeView: rangeViewClass,
  RangeViewCollection: rangeViewCollectionClass,
  RemoveDuplicatesResult: removeDuplicatesResultClass,
  Runtime: runtimeClass,
  Setting: settingClass,
  SettingCollection: settingCollectionClass,
  Table: tableClass,
  TableCollection: tableCollectionClass,
  TableColumn: tableColumnClass,
  TableColumnCollection: tableColumnCollectionClass,
  TableRow: tableRowClass,
  TableRowCollection: tableRowCollectionClass,
  TableScopedCollection: tableScopedCollectionClass,
  TableSort: tableSortClass,
  TextConditionalFormat: textConditionalFormatClass,
  TopBottomConditionalFormat: topBottomConditionalFormatClass,
  Workbook: workbookClass,
  WorkbookProtection: workbookProtectionClass,
  Worksheet: worksheetClass,
  WorksheetCollection: worksheetCollectionClass,
  WorksheetFreezePanes: freezePanesClass,
  WorksheetProtection: worksheetProtectionClass,
};
