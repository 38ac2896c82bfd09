import fc from 'fast-check';
import type {
  Area,
  Cell,
  CellFormat,
  CellValue,
  SheetModel,
  WorkbookModel,
} from '../../../src/host/model/types';
import { createWorkbook, putCell } from '../../../src/host/model/workbook';

/** Leaves out what is undefined, as files do. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).toUpperCase().padStart(6, '0')}`);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'Phụ lục',
    '=1+1',
    ' đầu',
    'cuối ',
    '_x000D_',
    'a\r\nb',
    '\u0000',
    '\uD83D',
    '1/2',
    '007',
    'TRUE',
  ),
);

const border = fc
  .constantFrom(
    ['Continuous', 'Hairline'],
    ['Continuous', 'Thin'],
    ['Continuous', 'Thick'],
    ['Dash', 'Medium'],
    ['Dot', 'Thin'],
    ['Double', 'Thick'],
    ['DashDotDot', 'Medium'],
    ['SlantDashDot', 'Medium'],
  )
  .chain(([style, weight]) => color.map((own) => ({ style: style!, weight: weight!, color: own })));

function part<T extends object>(value: T): T | undefined {
  return Object.keys(defined(value)).length > 0 ? defined(value) : undefined;
}

const format: fc.Arbitrary<CellFormat | undefined> = fc
  .record({
    numberFormat: maybe(fc.constantFrom('@', '0.00', 'dd/mm/yyyy', '#,##0 "đồng"', '[Red]-0;;;@')),
    font: fc
      .record({
        name: maybe(fc.constantFrom('Times New Roman', 'Arial')),
        size: maybe(fc.constantFrom(8, 12.5, 72)),
        bold: maybe(fc.constant(true)),
        italic: maybe(fc.constant(true)),
        underline: maybe(fc.constantFrom('Single', 'DoubleAccountant')),
        strikethrough: maybe(fc.constant(true)),
        color: maybe(color),
      })
      .map(part),
    fill: maybe(color).map((own) => (own ? { color: own } : undefined)),
    borders: fc
      .record({
        EdgeTop: maybe(border),
        EdgeLeft: maybe(border),
        EdgeRight: maybe(border),
        EdgeBottom: maybe(border),
        DiagonalUp: maybe(border),
      })
      .map(part),
    horizontalAlignment: maybe(fc.constantFrom('Left', 'CenterAcrossSelection', 'Distributed')),
    verticalAlignment: maybe(fc.constantFrom('Top', 'Justify')),
    wrapText: maybe(fc.constant(true)),
    indentLevel: maybe(fc.integer({ min: 1, max: 15 })),
    textOrientation: maybe(fc.constantFrom(-90, -1, 45, 90, 180)),
    shrinkToFit: maybe(fc.constant(true)),
    locked: maybe(fc.constant(false)),
    formulaHidden: maybe(fc.constant(true)),
  })
  .map(part);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc
    .constantFrom('#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#VALUE!')
    .map((error) => ({ error }) as CellValue),
);

const formula = fc.constantFrom(
  '=A1+1',
  '=SUM(B2:B9)',
  '=IFS(A1>0,"có",TRUE,"không")',
  '=@A1:A9&"x"',
  '=SUM(IF(A1:A3>1,1,0))',
  '=UNIQUE(A1:A5)',
  "='Sheet 2'!$A$1",
  '=LET(x,A1,x*x)',
  '="a ""b"" _xlfn."',
);

const cell: fc.Arbitrary<Cell> = fc
  .record({ value, formula: maybe(formula), format })
  .map((one) => defined(one) as Cell);

function area(rows: number, columns: number): fc.Arbitrary<Area> {
  return fc.tuple(fc.nat(rows), fc.nat(rows), fc.nat(columns), fc.nat(columns)).map(([a, b, c, d]) => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
}

const width = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((pixels) => pixels * 0.75),
  fc.double({ min: 1, max: 250, noNaN: true }).map((points) => Number(points.toFixed(3))),
);

function fillSheet(sheet: SheetModel): fc.Arbitrary<void> {
  return fc
    .record({
      cells: fc.array(fc.tuple(fc.nat(20), fc.nat(8), cell), { maxLength: 20 }),
      rows: fc.dictionary(
        fc.nat(30).map(String),
        fc.record({ height: maybe(fc.constantFrom(12, 30.75)), hidden: maybe(fc.constant(true)) }),
        { maxKeys: 4 },
      ),
      columns: fc.dictionary(
        fc.nat(30).map(String),
        fc.record({ width: maybe(width), hidden: maybe(fc.constant(true)) }),
        { maxKeys: 6 },
      ),
      freeze: fc.record({ rows: fc.nat(3), columns: fc.nat(3) }),
      validations: fc.array(
        fc.record({
          areas: fc.array(area(50, 10), { minLength: 1, maxLength: 3 }),
          message: text,
          blanks: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      visibility: fc.constantFrom('Visible', 'Hidden', 'VeryHidden' as const),
      tabColor: fc.oneof(color, fc.constant('')),
      header: text,
    })
    .map((parts) => {
      for (const [row, column, one] of parts.cells) putCell(sheet, row, column, one);
      const lines = <T extends object>(record: Record<string, T>): Map<number, T> =>
        new Map(
          Object.entries(record)
            .map(([index, one]) => [Number(index), defined(one)] as const)
            .filter(([, one]) => Object.keys(one).length > 0),
        );
      sheet.rows = lines(parts.rows);
      sheet.columns = lines(parts.columns);
      sheet.freeze = parts.freeze;
      sheet.tabColor = parts.tabColor;
      if (parts.visibility !== 'Visible') sheet.visibility = parts.visibility as SheetModel['visibility'];
      sheet.validations = parts.validations.map(({ areas, message, blanks }) => ({
        areas,
        rule: { custom: { formula: '=TRUE' } },
        errorAlert: { showAlert: true, style: 'Information', title: 'Lỗi', message },
        ignoreBlanks: blanks,
      }));
      const words = parts.header.replaceAll('&', '&&');
      if (words !== '') sheet.pageLayout.headersFooters = { rightHeader: words };
    });
}

/** Workbooks in the spelling in which files give them back: defaults are not spelled out. */
export const arbitraryWorkbook: fc.Arbitrary<WorkbookModel> = fc.constant(null).chain(() => {
  const workbook = createWorkbook('Sheet1', 'Sheet 2');
  const [first, second] = workbook.sheets as [SheetModel, SheetModel];
  return fc
    .tuple(
      fillSheet(first),
      fillSheet(second),
      fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
    )
    .map(([, , settings]) => {
      for (const [key, one] of Object.entries(settings)) workbook.settings.set(key, one);
      return workbook;
    });
});
