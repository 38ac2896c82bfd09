import { areaOf, cellAddress } from '../address';
import type { Area } from '../address';
import { BODY, COLORS, HEADER, NOTE_LINE, TITLE_LINE, UNIT_LINE } from '../look';
import type { Block, CellContent, ConditionalFormatPlan, SheetPlan } from '../sheet-plan';
import { HALVES, PAGE_COLUMNS, PAGE_FONT } from './grid';
import type { Band, Page, TablePanel, Tile } from './page';
import { pageRows } from './rows';
import type { BandRows } from './rows';

/** What a page gives to the plan of its sheet. */
export type LaidOut = Required<
  Pick<SheetPlan, 'merges' | 'rowHeights' | 'formats' | 'afterTables' | 'conditionalFormats' | 'charts'>
>;

function EMPTY(): LaidOut {
  return {
    merges: [],
    rowHeights: [],
    formats: [],
    afterTables: [],
    conditionalFormats: [],
    charts: [],
  };
}

function joined(parts: readonly LaidOut[]): LaidOut {
  return {
    merges: parts.flatMap(({ merges }) => merges),
    rowHeights: parts.flatMap(({ rowHeights }) => rowHeights),
    formats: parts.flatMap(({ formats }) => formats),
    afterTables: parts.flatMap(({ afterTables }) => afterTables),
    conditionalFormats: parts.flatMap(({ conditionalFormats }) => conditionalFormats),
    charts: parts.flatMap(({ charts }) => charts),
  };
}

const HEIGHTS = {
  unit: 16,
  title: 25,
  about: 16,
  second: 18,
  gap: 6,
  label: 28,
  figure: 30,
  line: 15,
  note: 15,
};
const LETTERS = { ...BODY, fontSize: PAGE_FONT, vertical: 'Center' } as const;
const QUIET = { ...LETTERS, fontColor: COLORS.quiet } as const;

function block(row: number, column: number, cells: readonly CellContent[][], format = 'General'): Block {
  return {
    row,
    column,
    numberFormats: (cells[0] ?? []).map(() => format),
    cells,
  };
}

const LEFT_ABOUT = HALVES.left.columns;

function heading(page: Page): LaidOut {
  const { about } = pageRows(page);
  const wide = (row: number): Area => areaOf(row, 0, 1, PAGE_COLUMNS);
  const [left, right] = [
    areaOf(about, 0, 1, LEFT_ABOUT),
    areaOf(about, LEFT_ABOUT, 1, PAGE_COLUMNS - LEFT_ABOUT),
  ];
  return {
    ...EMPTY(),
    merges: [wide(0), wide(1), left, right],
    rowHeights: [
      { row: 0, height: HEIGHTS.unit },
      { row: 1, height: HEIGHTS.title },
      { row: about, height: HEIGHTS.about },
      ...(page.hasSecondLine ? [{ row: about + 1, height: HEIGHTS.second }] : []),
      { row: about + (page.hasSecondLine ? 2 : 1), height: HEIGHTS.gap },
    ],
    formats: [
      { area: wide(0), format: { ...UNIT_LINE, fontSize: PAGE_FONT } },
      { area: wide(1), format: { ...TITLE_LINE, fontSize: 18 } },
      { area: left, format: { ...NOTE_LINE, fontSize: PAGE_FONT } },
      { area: right, format: { ...QUIET, bold: true, horizontal: 'Right' } },
    ],
    afterTables: [
      block(0, 0, [[page.unit], [page.title]], '@'),
      block(about, 0, [[page.about.left]]),
      block(about, LEFT_ABOUT, [[page.about.right]]),
    ],
  };
}

/** Columns of the tiles: the first has a name's width, the others that of two figures. */
const tileColumns = (at: number): { first: number; columns: number } => ({ first: at * 2, columns: 2 });

const ALERTS = {
  late: { fillColor: COLORS.redFill, fontColor: COLORS.redText },
  review: { fillColor: COLORS.amberFill, fontColor: COLORS.amberText },
} as const;

function tileParts(tile: Tile, at: number, row: number): LaidOut {
  const { first, columns } = tileColumns(at);
  const line = (down: number): Area => areaOf(row + down, first, 1, columns);
  const whole = areaOf(row, first, 3, columns);
  const figure = cellAddress(row + 1, first, true);
  return {
    ...EMPTY(),
    merges: [line(0), line(1), line(2)],
    formats: [
      {
        area: whole,
        format: {
          ...LETTERS,
          fillColor: COLORS.band,
          horizontal: 'Center',
          wrap: true,
          // A white line keeps the tiles apart.
          borders: { sides: ['EdgeLeft', 'EdgeRight'], color: COLORS.white, weight: 'Medium' },
        },
      },
      { area: line(0), format: { bold: true } },
      { area: line(1), format: { fontSize: 22, bold: true, fontColor: COLORS.navy, wrap: false } },
    ],
    afterTables: [
      { row, column: first, numberFormats: ['@'], cells: [[tile.label]] },
      { row: row + 1, column: first, numberFormats: [tile.numberFormat], cells: [[tile.value]] },
      block(row + 2, first, [[tile.below]]),
    ],
    conditionalFormats: tile.alert
      ? [{ area: whole, formula: `=AND(ISNUMBER(${figure}),${figure}>0)`, ...ALERTS[tile.alert] }]
      : [],
  };
}

function tiles(page: Page): LaidOut {
  const row = pageRows(page).tiles;
  return joined([
    {
      ...EMPTY(),
      rowHeights: [
        { row, height: HEIGHTS.label },
        { row: row + 1, height: HEIGHTS.figure },
        { row: row + 2, height: HEIGHTS.line },
        { row: row + 3, height: HEIGHTS.gap },
      ],
    },
    ...page.tiles.map((tile, at) => tileParts(tile, at, row)),
  ]);
}

/** A table with its header, blank lines up to the band's, and the line that says what is not shown. */
function tableParts(panel: TablePanel, { header, first, rest }: BandRows): LaidOut {
  const half = HALVES[panel.half];
  const lines = rest - first;
  let at = half.first;
  const columns = panel.columns.map((column) => {
    const left = at;
    at += column.columns;
    return { ...column, left };
  });
  /** The contents of merged cells stand in the first of them. */
  const spread = (cells: readonly CellContent[]): CellContent[] =>
    columns.flatMap((column, index) => [
      cells[index] ?? '',
      ...Array.from({ length: column.columns - 1 }, () => ''),
    ]);
  const wide = columns.filter((column) => column.columns > 1);
  const body = areaOf(first, half.first, lines, half.columns);
  const restArea = areaOf(rest, half.first, 1, half.columns);
  const formats = columns.flatMap((column) =>
    Array.from({ length: column.columns }, () => column.numberFormat),
  );
  return {
    ...EMPTY(),
    merges: [
      ...wide.flatMap((column) =>
        Array.from({ length: lines + 1 }, (_, line) => areaOf(header + line, column.left, 1, column.columns)),
      ),
      restArea,
    ],
    formats: [
      {
        area: areaOf(header, half.first, 1, half.columns),
        format: { ...HEADER, fontSize: PAGE_FONT },
      },
      {
        area: body,
        format: {
          ...LETTERS,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...columns
        .filter(({ horizontal }) => horizontal !== 'Left')
        .map((column) => ({
          area: areaOf(first, column.left, lines, column.columns),
          format: { horizontal: column.horizontal },
        })),
      ...columns
        .filter(({ horizontal }) => horizontal === 'Left')
        .map((column) => ({
          area: areaOf(header, column.left, lines + 1, column.columns),
          // The first column does not touch its half's edge.
          format: { horizontal: 'Left' as const, ...(column.left === half.first && { indent: 1 }) },
        })),
      {
        area: restArea,
        format: { ...NOTE_LINE, fontSize: PAGE_FONT, horizontal: 'Left', indent: 1 },
      },
      // A white line keeps the halves apart.
      ...(panel.half === 'right'
        ? [
            {
              area: areaOf(header, half.first, lines + 2, 1),
              format: {
                borders: { sides: ['EdgeLeft' as const], color: COLORS.white, weight: 'Medium' as const },
              },
            },
          ]
        : []),
    ],
    afterTables: [
      block(header, half.first, [spread(panel.columns.map((column) => column.header))], '@'),
      ...(panel.lines.length > 0
        ? [
            {
              row: first,
              column: half.first,
              numberFormats: formats,
              cells: panel.lines.slice(0, lines).map(spread),
            },
          ]
        : []),
      block(rest, half.first, [[panel.rest]]),
    ],
    conditionalFormats: columns.flatMap(({ late, left }): ConditionalFormatPlan[] =>
      late
        ? [
            {
              area: areaOf(first, left, lines, 1),
              formula: `=${late(cellAddress(first, left))}`,
              fontColor: COLORS.redText,
              bold: true,
            },
          ]
        : [],
    ),
  };
}

function band(page: Page, one: Band, at: number): LaidOut {
  const rows = pageRows(page).bands[at]!;
  return joined([
    {
      ...EMPTY(),
      rowHeights: [
        { row: rows.header, height: one.headerHeight },
        ...Array.from({ length: one.lines + 1 }, (_, line) => ({
          row: rows.first + line,
          height: HEIGHTS.line,
        })),
        ...(at < page.bands.length - 1 ? [{ row: rows.rest + 1, height: HEIGHTS.gap }] : []),
      ],
    },
    ...one.panels.map((panel): LaidOut => {
      if (panel.kind === 'table') return tableParts(panel, rows);
      const { first, columns } = HALVES[panel.half];
      const position = areaOf(rows.header, first, rows.rest - rows.header + 1, columns);
      return { ...EMPTY(), charts: [{ ...panel.chart, position }] };
    }),
  ]);
}

/** The cells, looks and charts of a page, from the first row of its sheet on. */
export function layOut(page: Page): LaidOut {
  const { note } = pageRows(page);
  const area = areaOf(note, 0, 1, PAGE_COLUMNS);
  return joined([
    heading(page),
    tiles(page),
    ...page.bands.map((one, at) => band(page, one, at)),
    {
      ...EMPTY(),
      merges: [area],
      rowHeights: [{ row: note, height: HEIGHTS.note }],
      formats: [{ area, format: { ...NOTE_LINE, fontSize: PAGE_FONT } }],
      afterTables: [block(note, 0, [[page.note]], '@')],
    },
  ]);
}
