import type { ClassTable } from '../class-table';
import type { ClassName } from '../objects';
import { addinInternalServiceClass, applicationClass, runtimeClass } from './application';
import {
  chartAxesClass,
  chartAxisClass,
  chartAxisTitleClass,
  chartDataLabelsClass,
  chartLegendClass,
  chartTitleClass,
} from './chart-parts';
import {
  chartAreaFormatClass,
  chartDataLabelFormatClass,
  chartFontClass,
  chartTitleFormatClass,
} from './chart-fonts';
import {
  chartFillClass,
  chartLineFormatClass,
  chartPointClass,
  chartPointFormatClass,
  chartPointsCollectionClass,
  chartSeriesClass,
  chartSeriesCollectionClass,
  chartSeriesFormatClass,
} from './chart-series';
import { chartClass, chartCollectionClass } from './charts';
import { conditionalFormatClass, conditionalFormatCollectionClass } from './conditional-formats';
import {
  colorScaleConditionalFormatClass,
  conditionalDataBarNegativeFormatClass,
  conditionalDataBarPositiveFormatClass,
  dataBarConditionalFormatClass,
  iconSetConditionalFormatClass,
} from './conditional-drawings';
import {
  cellValueConditionalFormatClass,
  conditionalFormatRuleClass,
  customConditionalFormatClass,
  presetCriteriaConditionalFormatClass,
  textConditionalFormatClass,
  topBottomConditionalFormatClass,
} from './conditional-kinds';
import {
  conditionalRangeBorderClass,
  conditionalRangeBorderCollectionClass,
  conditionalRangeFillClass,
  conditionalRangeFontClass,
  conditionalRangeFormatClass,
} from './conditional-range-format';
import {
  customXmlPartClass,
  customXmlPartCollectionClass,
  customXmlPartScopedCollectionClass,
} from './custom-xml';
import { dataValidationClass } from './data-validation';
import { documentPropertiesClass } from './document-properties';
import { autoFilterClass, filterClass } from './filters';
import { freezePanesClass } from './freeze-panes';
import { namedItemClass, namedItemArrayValuesClass, namedItemCollectionClass } from './named-items';
import { headerFooterClass, headerFooterGroupClass, pageLayoutClass } from './page-layout';
import { workbookProtectionClass, worksheetProtectionClass } from './protection';
import { rangeClass } from './range';
import { rangeAreasClass, rangeCollectionClass } from './range-areas';
import { rangeBorderClass, rangeBorderCollectionClass } from './range-borders';
import { formatProtectionClass, rangeFillClass, rangeFontClass, rangeFormatClass } from './range-format';
import { rangeViewClass, rangeViewCollectionClass, removeDuplicatesResultClass } from './range-view';
import { settingClass, settingCollectionClass } from './settings';
import { rangeSortClass, tableSortClass } from './sorting';
import { tableClass, tableCollectionClass, tableScopedCollectionClass } from './table';
import { tableColumnClass, tableColumnCollectionClass } from './table-columns';
import { tableRowClass, tableRowCollectionClass } from './table-rows';
import { workbookClass } from './workbook';
import { worksheetClass } from './worksheet';
import { worksheetCollectionClass } from './worksheet-collection';

/** Every class this host serves. */
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
