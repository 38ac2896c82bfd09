import type {
  Cell,
  CellFormat,
  CellRange,
  SheetModel,
  WorkbookModel,
} from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';

function createRange(top: number, left: number, bottom: number, right: number): CellRange {
  return {
    top,
    left,
    bottom,
    right,
  };
}

function fillCells(
  sheet: SheetModel,
  top: number,
  left: number,
  lines: readonly (readonly (Cell | string | number)[])[],
): void {
  lines.forEach((line, row) =>
    line.forEach((one, column) =>
      setCell(sheet, top + row, left + column, typeof one === 'object' ? one : { value: one }),
    ),
  );
}

const HEADER_FORMAT: CellFormat = {
  font: { name: 'Times New Roman', size: 13, bold: true, color: '#FFFFFF' },
  fill: { color: '#1072BA' },
  borders: {
    EdgeTop: { style: 'Continuous', color: '#000000', weight: 'Thin' },
    EdgeBottom: { style: 'Double', color: '#FF0000', weight: 'Thick' },
    DiagonalDown: { style: 'Dash', color: '#00B050', weight: 'Medium' },
  },
  horizontalAlignment: 'Center',
  verticalAlignment: 'Center',
  wrapText: true,
};
const DATE_FORMAT: CellFormat = { numberFormat: 'dd/mm/yyyy', locked: false };
const TEXT_FORMAT: CellFormat = { numberFormat: '@' };

const LONG_COLUMN = 'Kinh phí (triệu đồng) [dự kiến] #1';

function fillTasks(workbook: WorkbookModel, sheet: SheetModel): void {
  setCell(sheet, 0, 0, {
    value: 'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ',
    format: { font: { size: 16, italic: true, underline: 'Double' } },
  });
  sheet.merges = [createRange(0, 0, 0, 5), createRange(1, 2, 2, 3)];
  fillCells(sheet, 3, 0, [
    ['Mã', 'Nội dung\ncông việc', LONG_COLUMN, 'Hạn', 'Trạng thái'].map((value) => ({
      value,
      format: HEADER_FORMAT,
    })),
    [
      { value: 'I.1', format: TEXT_FORMAT },
      '  Hai dấu cách ',
      12.5,
      { value: 46000, format: DATE_FORMAT },
      { value: 'Đã xong', formula: '=IF([@Hạn]="","Cần xem lại","Đã xong")' },
    ],
    [
      { value: '01', format: TEXT_FORMAT },
      '=không phải công thức',
      1e21,
      { value: '', format: DATE_FORMAT },
      { value: 'Cần xem lại', formula: '=IF([@Hạn]="","Cần xem lại","Đã xong")' },
    ],
    [
      '2',
      'a\u0001b_x000D_\r\n<&>"\' 😀',
      -0.1,
      { value: 46001.5, format: DATE_FORMAT },
      { value: { error: '#N/A' }, formula: '=NA()' },
    ],
    [
      'Cộng',
      '',
      { value: 12.4, formula: "=SUBTOTAL(109,NhiemVu[Kinh phí (triệu đồng) '[dự kiến'] '#1])" },
      '',
      '',
    ],
  ]);
  sheet.tables.push({
    id: '{00000000-000C-0000-FFFF-FFFF00000000}',
    name: 'NhiemVu',
    area: createRange(3, 0, 7, 4),
    showHeaders: true,
    showTotals: true,
    style: 'TableStyleLight9',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: true,
    highlightLastColumn: false,
    columns: [
      { id: 1, name: 'Mã', totalsLabel: 'Cộng' },
      { id: 2, name: 'Nội dung\ncông việc' },
      { id: 3, name: LONG_COLUMN, totalsFunction: 'Sum' },
      { id: 7, name: 'Hạn' },
      { id: 5, name: 'Trạng thái', calculatedFormula: '=IF([@Hạn]="","Cần xem lại","Đã xong")' },
    ],
    filters: {
      1: { filterOn: 'Custom', criterion1: '=*việc*', criterion2: '<>', operator: 'And' },
      4: { filterOn: 'Values', values: ['Đã xong', ''] },
    },
  });
  sheet.columns = new Map([
    [0, { width: 48.75 }],
    [1, { width: 300, format: { wrapText: true } }],
    [2, { hidden: true, width: 60 }],
    [6, { format: { fill: { color: '#FFFF00' } } }],
  ]);
  sheet.rows = new Map([
    [0, { height: 40.5 }],
    [3, { height: 33, fitted: true }],
    [5, { hidden: true }],
    [9, { format: { font: { bold: true } } }],
  ]);
  setCell(sheet, 9, 1, { value: 'dòng đậm' });
  setCell(sheet, 9, 2, { value: 'thường', format: {} });
  sheet.validations = [
    {
      areas: [createRange(4, 4, 6, 4), createRange(10, 4, 10, 4)],
      rule: { list: { inCellDropDown: true, source: '=DanhMucTrangThai' } },
      errorAlert: {
        showAlert: true,
        style: 'Warning',
        title: 'Trạng thái',
        message: 'Chọn trong danh sách.',
      },
      prompt: { showPrompt: true, title: 'Chọn', message: 'Nhấn mũi tên' },
      ignoreBlanks: true,
    },
    {
      areas: [createRange(4, 3, 6, 3)],
      rule: { date: { formula1: 45000, formula2: '=TODAY()+365', operator: 'Between' } },
      ignoreBlanks: true,
    },
    {
      areas: [createRange(4, 2, 6, 2)],
      rule: { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } },
      ignoreBlanks: false,
    },
    {
      areas: [createRange(11, 0, 11, 0)],
      rule: { list: { inCellDropDown: false, source: 'Có,Không,"Chưa rõ"' } },
      ignoreBlanks: true,
    },
    {
      areas: [createRange(12, 0, 12, 0)],
      rule: { custom: { formula: '=ISTEXT(A13)' } },
      errorAlert: { showAlert: false, style: 'Stop', title: '', message: '' },
      ignoreBlanks: true,
    },
  ];
  const bar = {
    showDataBarOnly: true,
    barDirection: 'LeftToRight',
    axisFormat: 'CellMidPoint',
    axisColor: '#FF0000',
    lowerBoundRule: { type: 'Automatic' },
    upperBoundRule: { type: 'Number', formula: '100' },
    positiveFormat: { fillColor: '#638EC6', borderColor: '#0000FF', gradientFill: false },
    negativeFormat: {
      fillColor: '#FF0000',
      borderColor: '#00FF00',
      matchPositiveFillColor: false,
      matchPositiveBorderColor: false,
    },
  };
  const rules: [string, Record<string, unknown>, CellFormat?][] = [
    [
      'Custom',
      { formula: '=$E5="Không thực hiện"' },
      { font: { color: '#7F7F7F', strikethrough: true }, fill: { color: '#D9D9D9' } },
    ],
    ['CellValue', { operator: 'Between', formula1: '=1', formula2: '=$C$5' }, { font: { bold: true } }],
    ['ContainsText', { operator: 'BeginsWith', text: 'Cần "xem"' }, { numberFormat: '0.0' }],
    ['TopBottom', { type: 'BottomPercent', rank: 5 }, {}],
    [
      'PresetCriteria',
      { criterion: 'ThisWeek' },
      { borders: { EdgeTop: { style: 'Continuous', color: '#FF0000', weight: 'Thin' } } },
    ],
    ['PresetCriteria', { criterion: 'TwoStdDevBelowAverage' }, { fill: { color: '#FFC7CE' } }],
    ['PresetCriteria', { criterion: 'DuplicateValues' }, { fill: { color: '#FFC7CE' } }],
    ['DataBar', bar],
    [
      'ColorScale',
      {
        criteria: {
          minimum: { type: 'LowestValue', color: '#F8696B' },
          midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
          maximum: { type: 'HighestValue', color: '#63BE7B' },
        },
      },
    ],
    [
      'IconSet',
      {
        style: 'ThreeTrafficLights1',
        reverseIconOrder: true,
        showIconOnly: true,
        criteria: [
          {},
          { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=33' },
          { type: 'Number', operator: 'GreaterThan', formula: '=67' },
        ],
      },
    ],
    [
      'IconSet',
      {
        style: 'ThreeStars',
        reverseIconOrder: false,
        showIconOnly: false,
        criteria: [
          {},
          { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=33' },
          { type: 'Formula', operator: 'GreaterThanOrEqual', formula: '=$A$1' },
        ],
      },
    ],
    ['Custom', { formula: "='Tổng hợp'!$B$2>A5" }, { fill: { color: '#00B0F0' } }],
  ];
  sheet.conditionalFormats = rules.map(([type, rule, format], priority) => ({
    id: `{${(priority + 1).toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`,
    areas: priority === 0 ? [createRange(4, 0, 6, 4), createRange(10, 0, 11, 4)] : [createRange(4, 2, 6, 2)],
    type,
    rule,
    ...(format ? { format } : {}),
    priority,
    stopIfTrue: priority === 0,
  }));
  sheet.freeze = { rows: 4, columns: 1 };
  sheet.tabColor = '#1072BA';
  sheet.showGridlines = false;
  sheet.pageLayout = {
    orientation: 'Landscape',
    paperSize: 'A4',
    margins: { top: 36, bottom: 36.5, left: 28.35, right: 50.4, header: 21.6, footer: 20 },
    zoom: { horizontalFitToPages: 1 },
    printArea: [createRange(0, 0, 7, 4), createRange(9, 0, 12, 4)],
    titleRows: { first: 3, last: 3 },
    titleColumns: { first: 0, last: 1 },
    centerHorizontally: true,
    centerVertically: false,
    printGridlines: false,
    printHeadings: true,
    printOrder: 'OverThenDown',
    blackAndWhite: true,
    headersFooters: { leftHeader: 'Trường &A && phòng', centerFooter: 'Trang &P/&N', rightFooter: '&D' },
  };
  sheet.protection = {
    protected: true,
    options: {
      allowAutoFilter: true,
      allowDeleteColumns: false,
      allowDeleteRows: false,
      allowEditObjects: false,
      allowEditScenarios: true,
      allowFormatCells: true,
      allowFormatColumns: true,
      allowFormatRows: false,
      allowInsertColumns: false,
      allowInsertHyperlinks: false,
      allowInsertRows: true,
      allowPivotTables: false,
      allowSort: true,
      selectionMode: 'Unlocked',
    },
  };
  sheet.names = [
    { name: 'CucBo', formula: "='Phụ lục'!$A$5", visible: true, comment: '', scope: { sheetId: sheet.id } },
  ];
  workbook.names = [
    {
      name: 'DanhMucTrangThai',
      formula: '=An!$A$1:$A$3',
      visible: true,
      comment: 'Trạng thái của nhiệm vụ',
      scope: 'Workbook',
    },
    { name: 'PhienBan', formula: '="2.1"', visible: false, comment: '', scope: 'Workbook' },
    {
      name: 'Tong',
      formula: "=SUM(NhiemVu[Kinh phí (triệu đồng) '[dự kiến'] '#1])",
      visible: true,
      comment: '',
      scope: 'Workbook',
    },
  ];
}

function fillSummary(sheet: SheetModel): void {
  fillCells(sheet, 0, 0, [
    ['Lĩnh vực', 'Số việc', 'Đã xong'],
    [
      'Chỉ đạo',
      { value: 2, formula: '=COUNTIFS(NhiemVu[Trạng thái],"Đã xong")' },
      { value: 1, formula: '=SUMPRODUCT((NhiemVu[Trạng thái]="Đã xong")*1)' },
    ],
    [
      'Chuyên môn',
      { value: 0, formula: '=ROWS(NhiemVu)-3' },
      { value: 'a, b', formula: '=TEXTJOIN(", ",TRUE,IF(B2:B3>0,"a","b"))' },
    ],
    [
      'Lỗi',
      { value: { error: '#SPILL!' }, formula: '=SORT(UNIQUE(NhiemVu[Mã]))' },
      { value: true, formula: '=XOR(TRUE,FALSE)' },
    ],
    [
      { value: 1, formula: '=SEQUENCE(2,2)', spill: { rows: 2, columns: 2 } },
      { value: 2, spilledFrom: { row: 4, column: 0 } },
    ],
    [
      { value: 3, spilledFrom: { row: 4, column: 0 } },
      { value: 4, spilledFrom: { row: 4, column: 0 } },
    ],
  ]);
  setCell(sheet, 7, 0, { value: false });
  setCell(sheet, 7, 1, { value: { error: '#DIV/0!' } });
  setCell(sheet, 7, 2, { value: '', formula: '=IF(TRUE,"","x")' });
  sheet.autoFilter = {
    area: createRange(0, 0, 3, 2),
    filters: { 0: { filterOn: 'TopItems', criterion1: '3' }, 1: { filterOn: 'CellColor', color: '#FFC7CE' } },
  };
  const series = {
    name: 'Số việc',
    nameFormula: "='Tổng hợp'!$B$1",
    valuesFormula: "='Tổng hợp'!$B$2:$B$4",
    categoriesFormula: "='Tổng hợp'!$A$2:$A$4",
  };
  const axes = {};
  sheet.charts = [
    {
      id: '{00000001-0000-0000-0000-000000000000}',
      name: 'Biểu đồ "1" & hơn',
      type: 'ColumnStacked',
      title: 'Tiến độ\ntheo lĩnh vực',
      showTitle: true,
      titleFont: { name: 'Arial', size: 11.5, color: '#1B3A5C', bold: true },
      font: { name: 'Arial', size: 10.5 },
      gapWidth: 60,
      legend: { visible: true, position: 'Corner' },
      left: 300.5,
      top: 12.25,
      width: 360,
      height: 216,
      series: [
        {
          ...series,
          color: '#1072BA',
          pointColors: { 1: '#FF0000' },
          dataLabels: true,
          dataLabelFormat: '#,##0;;',
          dataLabelFont: { color: '#FFFFFF', size: 9 },
        },
        { name: 'Đã xong', valuesFormula: '={1,2,3}', categoriesFormula: '={"a","b, c","d"}' },
      ],
      axes: { categoryTitle: 'Lĩnh vực', valueTitle: 'Số', valueMinimum: 0, valueMaximum: 10 },
    },
    ...['Doughnut', 'Line', 'LineMarkersStacked', 'BarStacked100', 'PieExploded', 'Area'].map(
      (type, index) => ({
        id: `{0000000${index + 2}-0000-0000-0000-000000000000}`,
        name: `Chart ${index + 2}`,
        type,
        title: '',
        showTitle: false,
        legend: { visible: index % 2 === 0, position: 'Bottom' },
        left: 10 + index * 400,
        top: 300,
        width: 360,
        height: 216,
        series: [series],
        axes,
      }),
    ),
  ];
}

/** A workbook with something of everything the model knows, in the spelling in which files give it back. */
export function createRichWorkbook(): WorkbookModel {
  const workbook = createWorkbook('Phụ lục', 'Tổng hợp', 'An', 'Rất ẩn');
  const [tasks, summary, hidden, veryHidden] = workbook.sheets as [
    SheetModel,
    SheetModel,
    SheetModel,
    SheetModel,
  ];
  fillTasks(workbook, tasks);
  fillSummary(summary);
  hidden.visibility = 'Hidden';
  fillCells(hidden, 0, 0, [['Đã xong'], ['Đang làm'], ['Không thực hiện']]);
  hidden.standardWidth = 72;
  hidden.standardHeight = 18;
  veryHidden.visibility = 'VeryHidden';
  setCell(veryHidden, 1_048_575, 16_383, { value: 'góc cuối' });
  workbook.activeSheetId = summary.id;
  workbook.selection = { sheetId: summary.id, areas: [createRange(1, 1, 3, 2), createRange(5, 0, 5, 0)] };
  workbook.settings = new Map<string, unknown>([
    ['phuluc.phienBan', { schema: 3, ten: 'Trường "A" <b>' }],
    ['khác', [1, null, 'x\u0007']],
  ]);
  workbook.customXmlParts = [
    {
      id: '{0F4A1B2C-0000-4000-8000-000000000001}',
      xml: '<?xml version="1.0" encoding="UTF-8"?>\n<a:goc xmlns:a="urn:thu"><a:b>ừ</a:b></a:goc>',
    },
    { id: '{0F4A1B2C-0000-4000-8000-000000000002}', xml: '<x/>' },
  ];
  workbook.properties = {
    title: 'Phụ lục',
    author: 'Văn thư',
    company: 'Trường',
    manager: 'Hiệu trưởng',
    creationDate: '2026-01-02T03:04:05Z',
    'Mã đơn vị': 'A & B',
    'custom:title': 'trùng tên',
  };
  workbook.protection = { protected: true, options: {} };
  workbook.calculationMode = 'AutomaticExceptTables';
  workbook.date1904 = true;
  return workbook;
}
