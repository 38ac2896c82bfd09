import type {
  Cell,
  CellFormat,
  CellRange,
  CellValue,
  SheetModel,
  WorkbookModel,
} from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import fc from 'fast-check';

/** Leaves out what is undefined, as files do. */
function omitUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function createOptional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const colorArbitrary = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).toUpperCase().padStart(6, '0')}`);

const textArbitrary = fc.oneof(
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

const borderArbitrary = fc
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
  .chain(([style, weight]) => colorArbitrary.map((own) => ({ style: style!, weight: weight!, color: own })));

function omitEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(omitUndefined(value)).length > 0 ? omitUndefined(value) : undefined;
}

const formatArbitrary: fc.Arbitrary<CellFormat | undefined> = fc
  .record({
    numberFormat: createOptional(fc.constantFrom('@', '0.00', 'dd/mm/yyyy', '#,##0 "đồng"', '[Red]-0;;;@')),
    font: fc
      .record({
        name: createOptional(fc.constantFrom('Times New Roman', 'Arial')),
        size: createOptional(fc.constantFrom(8, 12.5, 72)),
        bold: createOptional(fc.constant(true)),
        italic: createOptional(fc.constant(true)),
        underline: createOptional(fc.constantFrom('Single', 'DoubleAccountant')),
        strikethrough: createOptional(fc.constant(true)),
        color: createOptional(colorArbitrary),
      })
      .map(omitEmpty),
    fill: createOptional(colorArbitrary).map((own) => (own ? { color: own } : undefined)),
    borders: fc
      .record({
        EdgeTop: createOptional(borderArbitrary),
        EdgeLeft: createOptional(borderArbitrary),
        EdgeRight: createOptional(borderArbitrary),
        EdgeBottom: createOptional(borderArbitrary),
        DiagonalUp: createOptional(borderArbitrary),
      })
      .map(omitEmpty),
    horizontalAlignment: createOptional(fc.constantFrom('Left', 'CenterAcrossSelection', 'Distributed')),
    verticalAlignment: createOptional(fc.constantFrom('Top', 'Justify')),
    wrapText: createOptional(fc.constant(true)),
    indentLevel: createOptional(fc.integer({ min: 1, max: 15 })),
    textOrientation: createOptional(fc.constantFrom(-90, -1, 45, 90, 180)),
    shrinkToFit: createOptional(fc.constant(true)),
    locked: createOptional(fc.constant(false)),
    formulaHidden: createOptional(fc.constant(true)),
  })
  .map(omitEmpty);

const valueArbitrary: fc.Arbitrary<CellValue> = fc.oneof(
  textArbitrary,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc
    .constantFrom('#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#VALUE!')
    .map((error) => ({ error }) as CellValue),
);

const formulaArbitrary = fc.constantFrom(
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

const cellArbitrary: fc.Arbitrary<Cell> = fc
  .record({ value: valueArbitrary, formula: createOptional(formulaArbitrary), format: formatArbitrary })
  .map((one) => omitUndefined(one) as Cell);

function createRangeArbitrary(rows: number, columns: number): fc.Arbitrary<CellRange> {
  return fc.tuple(fc.nat(rows), fc.nat(rows), fc.nat(columns), fc.nat(columns)).map(([a, b, c, d]) => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
}

const widthArbitrary = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((pixels) => pixels * 0.75),
  fc.double({ min: 1, max: 250, noNaN: true }).map((points) => Number(points.toFixed(3))),
);

function fillSheet(sheet: SheetModel): fc.Arbitrary<void> {
  return fc
    .record({
      cells: fc.array(fc.tuple(fc.nat(20), fc.nat(8), cellArbitrary), { maxLength: 20 }),
      rows: fc.dictionary(
        fc.nat(30).map(String),
        fc.record({
          height: createOptional(fc.constantFrom(12, 30.75)),
          hidden: createOptional(fc.constant(true)),
        }),
        { maxKeys: 4 },
      ),
      columns: fc.dictionary(
        fc.nat(30).map(String),
        fc.record({ width: createOptional(widthArbitrary), hidden: createOptional(fc.constant(true)) }),
        { maxKeys: 6 },
      ),
      freeze: fc.record({ rows: fc.nat(3), columns: fc.nat(3) }),
      validations: fc.array(
        fc.record({
          areas: fc.array(createRangeArbitrary(50, 10), { minLength: 1, maxLength: 3 }),
          message: textArbitrary,
          blanks: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      visibility: fc.constantFrom('Visible', 'Hidden', 'VeryHidden' as const),
      tabColor: fc.oneof(colorArbitrary, fc.constant('')),
      header: textArbitrary,
    })
    .map((parts) => {
      for (const [row, column, one] of parts.cells) setCell(sheet, row, column, one);
      const lines = <T extends object>(record: Record<string, T>): Map<number, T> =>
        new Map(
          Object.entries(record)
            .map(([index, one]) => [Number(index), omitUndefined(one)] as const)
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
export const workbookArbitrary: fc.Arbitrary<WorkbookModel> = fc.constant(null).chain(() => {
  const workbook = createWorkbook('Sheet1', 'Sheet 2');
  const [first, second] = workbook.sheets as [SheetModel, SheetModel];
  return fc
    .tuple(
      fillSheet(first),
      fillSheet(second),
      fc.dictionary(textArbitrary, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
    )
    .map(([, , settings]) => {
      for (const [key, one] of Object.entries(settings)) workbook.settings.set(key, one);
      return workbook;
    });
});
