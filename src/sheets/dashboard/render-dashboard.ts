import { type CellRange, createRange, formatAddress } from '@phuluc/ooxml/a1';
import type { CellBlock, CellContent, ConditionalFormatSpec, SheetSpec } from '../sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  TITLE_LINE_STYLE,
  UNIT_LINE_STYLE,
} from '../styles';
import type { Band, DashboardPage, TablePanel, Tile } from './dashboard-page';
import { HALVES, PAGE_COLUMNS, PAGE_FONT_SIZE } from './page-grid';
import { type BandRows, computePageRows } from './page-rows';

/** What a page gives to the plan of its sheet. */
type DashboardLayout = Required<
  Pick<SheetSpec, 'merges' | 'rowHeights' | 'formats' | 'afterTables' | 'conditionalFormats' | 'charts'>
>;

function createEmptyLayout(): DashboardLayout {
  return {
    merges: [],
    rowHeights: [],
    formats: [],
    afterTables: [],
    conditionalFormats: [],
    charts: [],
  };
}

function mergeLayouts(parts: readonly DashboardLayout[]): DashboardLayout {
  return {
    merges: parts.flatMap(({ merges }) => merges),
    rowHeights: parts.flatMap(({ rowHeights }) => rowHeights),
    formats: parts.flatMap(({ formats }) => formats),
    afterTables: parts.flatMap(({ afterTables }) => afterTables),
    conditionalFormats: parts.flatMap(({ conditionalFormats }) => conditionalFormats),
    charts: parts.flatMap(({ charts }) => charts),
  };
}

const ROW_HEIGHTS = {
  unit: 16,
  title: 25,
  about: 16,
  second: 18,
  gap: 6,
  label: 28,
  figure: 30,
  line: 14,
  note: 15,
};
const TEXT_FORMAT = { ...BODY_STYLE, fontSize: PAGE_FONT_SIZE, vertical: 'Center' } as const;
const MUTED_FORMAT = { ...TEXT_FORMAT, fontColor: COLORS.quiet } as const;

function createBlock(
  row: number,
  column: number,
  cells: readonly CellContent[][],
  format = 'General',
): CellBlock {
  return {
    row,
    column,
    numberFormats: (cells[0] ?? []).map(() => format),
    cells,
  };
}

const ABOUT_LEFT_COLUMNS = HALVES.left.columns;

function renderHeading(page: DashboardPage): DashboardLayout {
  const { about } = computePageRows(page);
  const wide = (row: number): CellRange => createRange(row, 0, 1, PAGE_COLUMNS);
  const [left, right] = [
    createRange(about, 0, 1, ABOUT_LEFT_COLUMNS),
    createRange(about, ABOUT_LEFT_COLUMNS, 1, PAGE_COLUMNS - ABOUT_LEFT_COLUMNS),
  ];
  return {
    ...createEmptyLayout(),
    merges: [wide(0), wide(1), left, right],
    rowHeights: [
      { row: 0, height: ROW_HEIGHTS.unit },
      { row: 1, height: ROW_HEIGHTS.title },
      { row: about, height: ROW_HEIGHTS.about },
      ...(page.hasSecondLine ? [{ row: about + 1, height: ROW_HEIGHTS.second }] : []),
      { row: about + (page.hasSecondLine ? 2 : 1), height: ROW_HEIGHTS.gap },
    ],
    formats: [
      { area: wide(0), format: { ...UNIT_LINE_STYLE, fontSize: PAGE_FONT_SIZE } },
      { area: wide(1), format: { ...TITLE_LINE_STYLE, fontSize: 18 } },
      { area: left, format: { ...NOTE_LINE_STYLE, fontSize: PAGE_FONT_SIZE } },
      { area: right, format: { ...MUTED_FORMAT, bold: true, horizontal: 'Right' } },
    ],
    afterTables: [
      createBlock(0, 0, [[page.unit], [page.title]], '@'),
      createBlock(about, 0, [[page.about.left]]),
      createBlock(about, ABOUT_LEFT_COLUMNS, [[page.about.right]]),
    ],
  };
}

/** Columns of the tiles: the first has a name's width, the others that of two figures. */
const getTileColumns = (at: number): { first: number; columns: number } => ({ first: at * 2, columns: 2 });

const ALERT_STYLES = {
  late: { fillColor: COLORS.redFill, fontColor: COLORS.redText },
  review: { fillColor: COLORS.amberFill, fontColor: COLORS.amberText },
} as const;

function renderTile(tile: Tile, at: number, row: number): DashboardLayout {
  const { first, columns } = getTileColumns(at);
  const line = (down: number): CellRange => createRange(row + down, first, 1, columns);
  const total = createRange(row, first, 3, columns);
  const figure = formatAddress(row + 1, first, true);
  return {
    ...createEmptyLayout(),
    merges: [line(0), line(1), line(2)],
    formats: [
      {
        area: total,
        format: {
          ...TEXT_FORMAT,
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
      createBlock(row + 2, first, [[tile.below]]),
    ],
    conditionalFormats: tile.alert
      ? [{ area: total, formula: `=AND(ISNUMBER(${figure}),${figure}>0)`, ...ALERT_STYLES[tile.alert] }]
      : [],
  };
}

function renderTiles(page: DashboardPage): DashboardLayout {
  const row = computePageRows(page).tiles;
  return mergeLayouts([
    {
      ...createEmptyLayout(),
      rowHeights: [
        { row, height: ROW_HEIGHTS.label },
        { row: row + 1, height: ROW_HEIGHTS.figure },
        { row: row + 2, height: ROW_HEIGHTS.line },
        { row: row + 3, height: ROW_HEIGHTS.gap },
      ],
    },
    ...page.tiles.map((tile, at) => renderTile(tile, at, row)),
  ]);
}

/** Renders a table with its header, blank lines up to the band's, and the line that says what is not shown. */
function renderTable(panel: TablePanel, { header, first, rest }: BandRows): DashboardLayout {
  const half = HALVES[panel.half];
  const lines = rest - first;
  let at = half.first;
  const columns = panel.columns.map((column) => {
    const left = at;
    at += column.columns;
    return { ...column, left };
  });
  /** Spreads contents over merged cells: each stands in the first of them. */
  const spread = (cells: readonly CellContent[]): CellContent[] =>
    columns.flatMap((column, index) => [
      cells[index] ?? '',
      ...Array.from({ length: column.columns - 1 }, () => ''),
    ]);
  const wide = columns.filter((column) => column.columns > 1);
  const body = createRange(first, half.first, lines, half.columns);
  const restArea = createRange(rest, half.first, 1, half.columns);
  const formats = columns.flatMap((column) =>
    Array.from({ length: column.columns }, () => column.numberFormat),
  );
  return {
    ...createEmptyLayout(),
    merges: [
      ...wide.flatMap((column) =>
        Array.from({ length: lines + 1 }, (_, line) =>
          createRange(header + line, column.left, 1, column.columns),
        ),
      ),
      restArea,
    ],
    formats: [
      {
        area: createRange(header, half.first, 1, half.columns),
        format: { ...HEADER_STYLE, fontSize: PAGE_FONT_SIZE },
      },
      {
        area: body,
        format: {
          ...TEXT_FORMAT,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...columns
        .filter(({ horizontal }) => horizontal !== 'Left')
        .map((column) => ({
          area: createRange(first, column.left, lines, column.columns),
          format: { horizontal: column.horizontal },
        })),
      ...columns
        .filter(({ horizontal }) => horizontal === 'Left')
        .map((column) => ({
          area: createRange(header, column.left, lines + 1, column.columns),
          // The first column does not touch its half's edge.
          format: { horizontal: 'Left' as const, ...(column.left === half.first && { indent: 1 }) },
        })),
      {
        area: restArea,
        format: { ...NOTE_LINE_STYLE, fontSize: PAGE_FONT_SIZE, horizontal: 'Left', indent: 1 },
      },
      // A white line keeps the halves apart.
      ...(panel.half === 'right'
        ? [
            {
              area: createRange(header, half.first, lines + 2, 1),
              format: {
                borders: { sides: ['EdgeLeft' as const], color: COLORS.white, weight: 'Medium' as const },
              },
            },
          ]
        : []),
    ],
    afterTables: [
      createBlock(header, half.first, [spread(panel.columns.map((column) => column.header))], '@'),
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
      createBlock(rest, half.first, [[panel.rest]]),
    ],
    conditionalFormats: columns.flatMap(({ late, left }): ConditionalFormatSpec[] =>
      late
        ? [
            {
              area: createRange(first, left, lines, 1),
              formula: `=${late(formatAddress(first, left))}`,
              fontColor: COLORS.redText,
              bold: true,
            },
          ]
        : [],
    ),
  };
}

function renderBand(page: DashboardPage, one: Band, at: number): DashboardLayout {
  const rows = computePageRows(page).bands[at]!;
  return mergeLayouts([
    {
      ...createEmptyLayout(),
      rowHeights: [
        { row: rows.header, height: one.headerHeight },
        ...Array.from({ length: one.lines + 1 }, (_, line) => ({
          row: rows.first + line,
          height: ROW_HEIGHTS.line,
        })),
        ...(at < page.bands.length - 1 ? [{ row: rows.rest + 1, height: ROW_HEIGHTS.gap }] : []),
      ],
    },
    ...one.panels.map((panel): DashboardLayout => {
      if (panel.kind === 'table') return renderTable(panel, rows);
      const { first, columns } = HALVES[panel.half];
      const position = createRange(rows.header, first, rows.rest - rows.header + 1, columns);
      return { ...createEmptyLayout(), charts: [{ ...panel.chart, position }] };
    }),
  ]);
}

/** Renders the cells, formats and charts of a page, from the first row of its sheet on. */
export function renderDashboard(page: DashboardPage): DashboardLayout {
  const { note } = computePageRows(page);
  const area = createRange(note, 0, 1, PAGE_COLUMNS);
  return mergeLayouts([
    renderHeading(page),
    renderTiles(page),
    ...page.bands.map((one, at) => renderBand(page, one, at)),
    {
      ...createEmptyLayout(),
      merges: [area],
      rowHeights: [{ row: note, height: ROW_HEIGHTS.note }],
      formats: [{ area, format: { ...NOTE_LINE_STYLE, fontSize: PAGE_FONT_SIZE } }],
      afterTables: [createBlock(note, 0, [[page.note]], '@')],
    },
  ]);
}
