import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { getLeastColumnWidths } from '../../reports/column-widths';
import { DECREE_30, mmToPoints } from '../../reports/decree-30';
import type { FontStyle } from '../../reports/glyph-widths';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import { measureTextWidth } from '../../reports/measure-text';
import type { DocumentBlock, PrintDocument } from '../../reports/print-document';
import { findMax } from '../../shared/min-max';
import type { FormatSpec, SheetSpec } from '../../sheets/sheet-spec';
import { COLORS } from '../../sheets/styles';
import { CELL_PADDING, getRowHeight, splitTallRow, wrapCellText } from './print-layout';
import { buildPageHeader } from './print-sheet';

/** The grid that all blocks of a document share: so many narrow columns, which its lines and cells join. */
const GRID_COLUMNS = 24;
/** Columns of the agency's side of the head; Quốc hiệu needs the rest. */
const AGENCY_COLUMNS = 8;
const PIXEL = 0.75;
/** Highlights gaps on the screen and on paper. */
const GAP_FILL = COLORS.gap;
const INK = '#000000';
const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

const { sizes: SIZES, font: FONT_NAME, paper: PAPER_SIZE } = DECREE_30;

type GridCell = { left: number; columns: number; text: string; size: number; format: FormatSpec };
type GridLine = { cells: GridCell[]; height: number };

function getFontStyle({ bold, italic }: FormatSpec): FontStyle {
  return bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
}

/** Columns of the grid for columns of a table: by their weights, at least one each, all together the grid. */
export function distributeGridColumns(weights: readonly number[], least: readonly number[] = []): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight / total) * GRID_COLUMNS);
  const spans = exact.map((width, at) => Math.max(1, least[at] ?? 0, Math.floor(width)));
  for (;;) {
    const rest = GRID_COLUMNS - spans.reduce((sum, span) => sum + span, 0);
    if (rest === 0) return spans;
    // Where there is too little it goes to who lacks most; too much comes from who can spare most.
    const lacks = exact.map((width, at) => width - (spans[at] ?? 0));
    const at = rest > 0 ? lacks.indexOf(findMax(lacks)) : spans.indexOf(findMax(spans));
    spans[at] = (spans[at] ?? 0) + Math.sign(rest);
  }
}

type PageMetrics = { column: number; maxLines: number; fontSize: number };

function createLine(cells: GridCell[], { column }: PageMetrics): GridLine {
  const shown = cells.filter(({ text }) => text !== '');
  const heights = shown.map(({ columns, text, size, format }) =>
    getRowHeight(wrapCellText(text, columns * column, size, getFontStyle(format)).length, size),
  );
  return { cells: shown, height: Math.max(PIXEL * 8, findMax(heights)) };
}

const CENTERED: FormatSpec = { horizontal: 'Center' };
const BOLD: FormatSpec = { bold: true };

const LINE_STYLES = {
  label: { size: SIZES.annexLabel.default, format: { ...CENTERED, ...BOLD } },
  title: { size: SIZES.annexTitle.default, format: { ...CENTERED, ...BOLD } },
  subject: { size: SIZES.documentType.default, format: { ...CENTERED, ...BOLD } },
  reference: { size: SIZES.annexReference.default, format: { ...CENTERED, italic: true } },
} as const;

const RULE_SIZE = 8;
const buildRule = (length: number): string =>
  '_'.repeat(Math.round(length / measureTextWidth('_', RULE_SIZE)));

type BlockOfKind<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: Kind }>;

function buildLetterheadLines(block: BlockOfKind<'letterhead'>, page: PageMetrics): GridLine[] {
  const pair = (
    [leftText, leftSize, leftLook]: readonly [string, number, FormatSpec],
    [rightText, rightSize, rightLook]: readonly [string, number, FormatSpec],
  ): GridLine =>
    createLine(
      [
        {
          left: 0,
          columns: AGENCY_COLUMNS,
          text: leftText,
          size: leftSize,
          format: { ...CENTERED, ...leftLook },
        },
        {
          left: AGENCY_COLUMNS,
          columns: GRID_COLUMNS - AGENCY_COLUMNS,
          text: rightText,
          size: rightSize,
          format: { ...CENTERED, ...rightLook },
        },
      ],
      page,
    );
  const agency = wrapCellText(block.agency, AGENCY_COLUMNS * page.column, SIZES.agency.default, 'bold').map(
    (line) => measureTextWidth(line, SIZES.agency.default, 'bold'),
  );
  return [
    pair(
      [block.superior, SIZES.superior.default, {}],
      [block.nationalTitle, SIZES.nationalTitle.default, BOLD],
    ),
    pair(
      [block.agency, SIZES.agency.default, { ...BOLD, ...(block.agencyGap && { fillColor: GAP_FILL }) }],
      [block.motto, SIZES.motto.default, BOLD],
    ),
    pair(
      [buildRule(0.42 * findMax(agency)), RULE_SIZE, {}],
      [buildRule(measureTextWidth(block.motto, SIZES.motto.default, 'bold')), RULE_SIZE, {}],
    ),
    pair(
      [block.number, SIZES.numberLine.default, {}],
      [block.placeAndDate, SIZES.placeAndDate.default, { italic: true }],
    ),
  ];
}

function createFullWidthCell(text: string, size: number, format: FormatSpec): GridCell {
  return {
    left: 0,
    columns: GRID_COLUMNS,
    text,
    size,
    format,
  };
}

const BORDERS: FormatSpec = { borders: { sides: SIDES, color: INK } };

function buildTableLines({ columns, rows }: BlockOfKind<'table'>, page: PageMetrics): GridLine[] {
  const least = getLeastColumnWidths({ columns, rows }, page.fontSize, CELL_PADDING);
  const isRoomy = least.reduce((sum, one) => sum + Math.ceil(one / page.column), 0) <= GRID_COLUMNS;
  const spans = distributeGridColumns(
    columns.map(({ weight }) => weight),
    isRoomy ? least.map((one) => Math.ceil(one / page.column)) : [],
  );
  const lefts = spans.map((_, at) => spans.slice(0, at).reduce((sum, span) => sum + span, 0));
  const size = page.fontSize;
  const cell = (text: string, at: number, format: FormatSpec): GridCell => ({
    left: lefts[at] ?? 0,
    columns: spans[at] ?? 1,
    text,
    size,
    format: { ...BORDERS, ...(columns[at]?.align === 'center' && CENTERED), ...format },
  });
  /** Creates a line whose blank cells have borders too. */
  const line = (cells: GridCell[]): GridLine => ({ ...createLine(cells, page), cells });
  return [
    line(columns.map(({ header }, at) => cell(header, at, { ...CENTERED, ...BOLD }))),
    ...rows.flatMap((row): GridLine[] => {
      if (row.kind === 'across')
        return [line([createFullWidthCell(row.text, size, { ...BORDERS, ...BOLD })])];
      const lines = row.cells.map((text, at) => wrapCellText(text, (spans[at] ?? 1) * page.column, size));
      return splitTallRow(row.cells, lines, page.maxLines).map((cells) =>
        line(cells.map((text, at) => cell(text, at, {}))),
      );
    }),
    { cells: [], height: PIXEL * 8 },
  ];
}

function buildClosingLines({ recipients, signature }: BlockOfKind<'closing'>, page: PageMetrics): GridLine[] {
  const half = GRID_COLUMNS / 2;
  const left = [
    {
      text: DOCUMENT_LABELS.recipients,
      size: SIZES.recipientsLabel.default,
      format: { bold: true, italic: true },
    },
    ...recipients.map((text) => ({ text, size: SIZES.recipients.default, format: {} })),
  ];
  const right = signature.map(({ text, gap }) => ({
    text,
    size: SIZES.signature.default,
    format: { ...CENTERED, ...BOLD, ...(gap && { fillColor: GAP_FILL }) },
  }));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const cells = [
      ...(left[at] ? [{ left: 0, columns: half, ...left[at] }] : []),
      ...(right[at] ? [{ left: half, columns: GRID_COLUMNS - half, ...right[at] }] : []),
    ];
    const line = createLine(cells, page);
    // Room for a hand's signature.
    return line.cells.length === 0 ? { ...line, height: getRowHeight(2, SIZES.signature.default) } : line;
  });
}

function buildLines(block: DocumentBlock, page: PageMetrics): GridLine[] {
  switch (block.kind) {
    case 'letterhead':
      return buildLetterheadLines(block, page);
    case 'line': {
      const { size, format } = LINE_STYLES[block.role];
      const length = 0.42 * Math.min(GRID_COLUMNS * page.column, measureTextWidth(block.text, size, 'bold'));
      return [
        createLine([createFullWidthCell(block.text, size, format)], page),
        ...(block.rule
          ? [createLine([createFullWidthCell(buildRule(length), RULE_SIZE, CENTERED)], page)]
          : []),
      ];
    }
    case 'heading':
      return [createLine([createFullWidthCell(block.text, page.fontSize, BOLD)], page)];
    case 'paragraph': {
      const gap = block.runs.some((run) => run.gap);
      const text = block.runs.map((run) => run.text).join('');
      const format = gap ? { italic: true, fillColor: GAP_FILL } : {};
      return [createLine([createFullWidthCell(text, page.fontSize, format)], page)];
    }
    case 'table':
      return buildTableLines(block, page);
    case 'closing':
      return buildClosingLines(block, page);
  }
}

/** Builds a document as a sheet to print or to copy from, where no file can be downloaded. */
export function buildDocumentSheet(document: PrintDocument, name: string): SheetSpec {
  const { margins, fontSize } = document.settings;
  const isAcross = document.orientation === 'landscape';
  const [wide, tall] = isAcross
    ? [PAPER_SIZE.height, PAPER_SIZE.width]
    : [PAPER_SIZE.width, PAPER_SIZE.height];
  const width = mmToPoints(wide - margins.left - margins.right);
  const height = mmToPoints(tall - margins.top - margins.bottom);
  const column = Math.floor((width - 4) / GRID_COLUMNS / PIXEL) * PIXEL;
  const page: PageMetrics = {
    column,
    fontSize,
    maxLines: Math.floor(Math.min(409, height) / getRowHeight(1, fontSize)),
  };
  const lines = document.blocks.flatMap((block) => buildLines(block, page));
  const areaAt = (row: number, { left, columns }: GridCell): CellRange => createRange(row, left, 1, columns);
  const cells = lines.flatMap((line, row) => line.cells.map((cell) => ({ row, cell })));
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    columnWidths: Array.from({ length: GRID_COLUMNS }, () => column),
    rowHeights: lines.map((line, row) => ({ row, height: line.height })),
    merges: cells.filter(({ cell }) => cell.columns > 1).map(({ row, cell }) => areaAt(row, cell)),
    formats: [
      {
        area: createRange(0, 0, Math.max(1, lines.length), GRID_COLUMNS),
        format: { fontName: FONT_NAME, fontSize, vertical: 'Center' },
      },
      ...cells.map(({ row, cell }) => ({
        area: areaAt(row, cell),
        format: { wrap: !/^_+$/.test(cell.text), fontSize: cell.size, ...cell.format },
      })),
    ],
    blocks: cells
      .filter(({ cell }) => cell.text !== '')
      .map(({ row, cell }) => ({ row, column: cell.left, numberFormats: ['@'], cells: [[cell.text]] })),
    afterTables: [],
    fitRows: [],
    validations: [],
    conditionalFormats: [],
    freezeRows: 0,
    page: {
      orientation: isAcross ? 'Landscape' : 'Portrait',
      margins: {
        top: mmToPoints(margins.top),
        bottom: mmToPoints(margins.bottom),
        left: mmToPoints(margins.left),
        right: mmToPoints(margins.right),
        header: mmToPoints(margins.top) / 2,
        footer: mmToPoints(margins.bottom) / 2,
      },
      centerHorizontally: false,
      centerFooter: '',
      header: buildPageHeader(),
      area: createRange(0, 0, Math.max(1, lines.length), GRID_COLUMNS),
    },
    names: [],
  };
}
