import { DECREE_30, mmToPoints } from '../../paper/decree-30';
import { textWidth } from '../../paper/measure-text';
import type { Face } from '../../paper/glyph-widths';
import type { Block, PaperDocument } from '../../paper/paper-document';
import { paperWords } from '../../locales/paper-words';
import { areaOf } from '../address';
import type { Area } from '../address';
import type { FormatPlan, SheetPlan } from '../sheet-plan';
import { heightOf, linesIn, splitCells } from './print-layout';
import { pageHeader } from './print-sheet';

/** The grid that all blocks of a document share: so many narrow columns, which its lines and cells join. */
const GRID = 24;
/** Columns of the agency's side of the head; Quốc hiệu needs the rest. */
const LEFT = 8;
const PIXEL = 0.75;
/** Gaps are told apart on the screen and on paper. */
const GAP_FILL = '#FFFF00';
const INK = '#000000';
const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

const { sizes, font, paper } = DECREE_30;

type Cell = { left: number; columns: number; text: string; size: number; look: FormatPlan };
type Line = { cells: Cell[]; height: number };

function faceOf({ bold, italic }: FormatPlan): Face {
  return bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
}

/** Columns of the grid for columns of a table: by their weights, at least one each, all together the grid. */
export function spansOf(weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight / whole) * GRID);
  const spans = exact.map((width) => Math.max(1, Math.floor(width)));
  for (;;) {
    const rest = GRID - spans.reduce((sum, span) => sum + span, 0);
    if (rest === 0) return spans;
    // Where there is too little it goes to who lacks most; too much comes from who can spare most.
    const lacks = exact.map((width, at) => width - (spans[at] ?? 0));
    const at = rest > 0 ? lacks.indexOf(Math.max(...lacks)) : spans.indexOf(Math.max(...spans));
    spans[at] = (spans[at] ?? 0) + Math.sign(rest);
  }
}

type Page = { column: number; mostLines: number; fontSize: number };

function lineOf(cells: Cell[], { column }: Page): Line {
  const shown = cells.filter(({ text }) => text !== '');
  const heights = shown.map(({ columns, text, size, look }) =>
    heightOf(linesIn(text, columns * column, size, faceOf(look)).length, size),
  );
  return { cells: shown, height: Math.max(PIXEL * 8, ...heights) };
}

const CENTRED: FormatPlan = { horizontal: 'Center' };
const BOLD: FormatPlan = { bold: true };

const LINE_LOOKS = {
  label: { size: sizes.annexLabel.usual, look: { ...CENTRED, ...BOLD } },
  title: { size: sizes.annexTitle.usual, look: { ...CENTRED, ...BOLD } },
  subject: { size: sizes.documentType.usual, look: { ...CENTRED, ...BOLD } },
  reference: { size: sizes.annexReference.usual, look: { ...CENTRED, italic: true } },
} as const;

const RULE_SIZE = 8;
const rule = (length: number): string => '_'.repeat(Math.round(length / textWidth('_', RULE_SIZE)));

type OfKind<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

function letterheadLines(block: OfKind<'letterhead'>, page: Page): Line[] {
  const pair = (
    [leftText, leftSize, leftLook]: readonly [string, number, FormatPlan],
    [rightText, rightSize, rightLook]: readonly [string, number, FormatPlan],
  ): Line =>
    lineOf(
      [
        { left: 0, columns: LEFT, text: leftText, size: leftSize, look: { ...CENTRED, ...leftLook } },
        {
          left: LEFT,
          columns: GRID - LEFT,
          text: rightText,
          size: rightSize,
          look: { ...CENTRED, ...rightLook },
        },
      ],
      page,
    );
  const agency = linesIn(block.agency, LEFT * page.column, sizes.agency.usual, 'bold').map((line) =>
    textWidth(line, sizes.agency.usual, 'bold'),
  );
  return [
    pair([block.superior, sizes.superior.usual, {}], [block.nationalTitle, sizes.nationalTitle.usual, BOLD]),
    pair([block.agency, sizes.agency.usual, BOLD], [block.motto, sizes.motto.usual, BOLD]),
    pair(
      [rule(0.42 * Math.max(...agency)), RULE_SIZE, {}],
      [rule(textWidth(block.motto, sizes.motto.usual, 'bold')), RULE_SIZE, {}],
    ),
    pair(
      [block.number, sizes.numberLine.usual, {}],
      [block.placeAndDate, sizes.placeAndDate.usual, { italic: true }],
    ),
  ];
}

function whole(text: string, size: number, look: FormatPlan): Cell {
  return {
    left: 0,
    columns: GRID,
    text,
    size,
    look,
  };
}

const BORDERS: FormatPlan = { borders: { sides: SIDES, color: INK } };

function tableLines({ columns, rows }: OfKind<'table'>, page: Page): Line[] {
  const spans = spansOf(columns.map(({ weight }) => weight));
  const lefts = spans.map((_, at) => spans.slice(0, at).reduce((sum, span) => sum + span, 0));
  const size = page.fontSize;
  const cell = (text: string, at: number, look: FormatPlan): Cell => ({
    left: lefts[at] ?? 0,
    columns: spans[at] ?? 1,
    text,
    size,
    look: { ...BORDERS, ...(columns[at]?.align === 'center' && CENTRED), ...look },
  });
  /** Blank cells of a table have their borders too. */
  const line = (cells: Cell[]): Line => ({ ...lineOf(cells, page), cells });
  return [
    line(columns.map(({ header }, at) => cell(header, at, { ...CENTRED, ...BOLD }))),
    ...rows.flatMap((row): Line[] => {
      if (row.kind === 'across') return [line([whole(row.text, size, { ...BORDERS, ...BOLD })])];
      const lines = row.cells.map((text, at) => linesIn(text, (spans[at] ?? 1) * page.column, size));
      return splitCells(row.cells, lines, page.mostLines).map((cells) =>
        line(cells.map((text, at) => cell(text, at, {}))),
      );
    }),
    { cells: [], height: PIXEL * 8 },
  ];
}

function closingLines({ recipients, signature }: OfKind<'closing'>, page: Page): Line[] {
  const half = GRID / 2;
  const left = [
    { text: paperWords.recipients, size: sizes.recipientsLabel.usual, look: { bold: true, italic: true } },
    ...recipients.map((text) => ({ text, size: sizes.recipients.usual, look: {} })),
  ];
  const right = signature.map(({ text, gap }) => ({
    text,
    size: sizes.signature.usual,
    look: { ...CENTRED, ...BOLD, ...(gap && { fillColor: GAP_FILL }) },
  }));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const cells = [
      ...(left[at] ? [{ left: 0, columns: half, ...left[at] }] : []),
      ...(right[at] ? [{ left: half, columns: GRID - half, ...right[at] }] : []),
    ];
    const line = lineOf(cells, page);
    // Room for a hand's signature.
    return line.cells.length === 0 ? { ...line, height: heightOf(2, sizes.signature.usual) } : line;
  });
}

function linesOf(block: Block, page: Page): Line[] {
  switch (block.kind) {
    case 'letterhead':
      return letterheadLines(block, page);
    case 'line': {
      const { size, look } = LINE_LOOKS[block.role];
      const length = 0.42 * Math.min(GRID * page.column, textWidth(block.text, size, 'bold'));
      return [
        lineOf([whole(block.text, size, look)], page),
        ...(block.rule ? [lineOf([whole(rule(length), RULE_SIZE, CENTRED)], page)] : []),
      ];
    }
    case 'heading':
      return [lineOf([whole(block.text, page.fontSize, BOLD)], page)];
    case 'paragraph': {
      const gap = block.runs.some((run) => run.gap);
      const text = block.runs.map((run) => run.text).join('');
      const look = gap ? { italic: true, fillColor: GAP_FILL } : {};
      return [lineOf([whole(text, page.fontSize, look)], page)];
    }
    case 'table':
      return tableLines(block, page);
    case 'closing':
      return closingLines(block, page);
  }
}

/** A document as a sheet to print or to copy from, where no file can be handed over. */
export function documentSheet(document: PaperDocument, name: string): SheetPlan {
  const { margins, fontSize } = document.settings;
  const isAcross = document.orientation === 'landscape';
  const [wide, tall] = isAcross ? [paper.height, paper.width] : [paper.width, paper.height];
  const width = mmToPoints(wide - margins.left - margins.right);
  const height = mmToPoints(tall - margins.top - margins.bottom);
  const column = Math.floor((width - 4) / GRID / PIXEL) * PIXEL;
  const page: Page = {
    column,
    fontSize,
    mostLines: Math.floor(Math.min(409, height) / heightOf(1, fontSize)),
  };
  const lines = document.blocks.flatMap((block) => linesOf(block, page));
  const areaAt = (row: number, { left, columns }: Cell): Area => areaOf(row, left, 1, columns);
  const cells = lines.flatMap((line, row) => line.cells.map((cell) => ({ row, cell })));
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    columnWidths: Array.from({ length: GRID }, () => column),
    rowHeights: lines.map((line, row) => ({ row, height: line.height })),
    merges: cells.filter(({ cell }) => cell.columns > 1).map(({ row, cell }) => areaAt(row, cell)),
    formats: [
      {
        area: areaOf(0, 0, Math.max(1, lines.length), GRID),
        format: { fontName: font, fontSize, vertical: 'Center' },
      },
      ...cells.map(({ row, cell }) => ({
        area: areaAt(row, cell),
        format: { wrap: !/^_+$/.test(cell.text), fontSize: cell.size, ...cell.look },
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
      header: pageHeader(),
      area: areaOf(0, 0, Math.max(1, lines.length), GRID),
    },
    names: [],
  };
}
