import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { distributeWidths, getLeastColumnWidths } from '../column-widths';
import { wrapLines } from '../measure-text';
import type { DocumentBlock } from '../print-document';
import { STYLE_IDS, toTwips } from './word-styles';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;

/** Height of a line of Times New Roman in Word, as a part of the size. */
const LINE_HEIGHT_RATIO = 1.15;

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = {
  top: BORDER,
  bottom: BORDER,
  left: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
} as const;
/** Twips between the rule of a cell and its text. */
const CELL_MARGINS = { top: 20, bottom: 20, left: 70, right: 70 } as const;

/** What a cell leaves free at its sides, with its rules, in points. */
const CELL_PADDING = (CELL_MARGINS.left + CELL_MARGINS.right) / 20 + 1;
/** A row taller than this part of a page may break: kept whole it would leave as much of the page white. */
const MAX_WHOLE_ROW = 1 / 3;

/** Where a table stands: width and height of the text in points, and the size of its letters. */
export type TextArea = { width: number; height: number; fontSize: number };

/** Widths of the columns in twips; together the width of the table. */
function computeColumnWidths(block: TableBlock, { width, fontSize }: TextArea): number[] {
  const weights = block.columns.map(({ weight }) => weight);
  const least = getLeastColumnWidths(block, fontSize, CELL_PADDING);
  const twips = distributeWidths(weights, width, least).map((one) => Math.floor(toTwips(one)));
  const widest = twips.indexOf(Math.max(...twips));
  const rest = toTwips(width) - twips.reduce((sum, one) => sum + one, 0);
  return twips.map((one, at) => (at === widest ? one + rest : one));
}

function isWholeRow(
  cells: readonly string[],
  widths: readonly number[],
  { height, fontSize }: TextArea,
): boolean {
  const lines = cells.map(
    (text, at) => wrapLines(text, (widths[at] ?? 0) / 20 - CELL_PADDING, fontSize).length,
  );
  return Math.max(...lines) * fontSize * LINE_HEIGHT_RATIO <= height * MAX_WHOLE_ROW;
}

/**
 * Builds a Word table: fixed widths, a header row repeated on every page, no row broken across pages but those that are
 * tall.
 */
export function buildWordTable(block: TableBlock, area: TextArea): Table {
  const { columns, rows } = block;
  const width = toTwips(area.width);
  const widths = computeColumnWidths(block, area);
  const cell = (
    text: string,
    at: number,
    { style, center, span }: { style: string; center?: boolean; span?: number },
  ): TableCell =>
    new TableCell({
      width: { size: span === undefined ? (widths[at] ?? 0) : width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: CELL_MARGINS,
      ...(span !== undefined && { columnSpan: span }),
      children: text
        .split('\n')
        .map(
          (line) => new Paragraph({ style, text: line, ...(center && { alignment: AlignmentType.CENTER }) }),
        ),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ header }, at) => cell(header, at, { style: STYLE_IDS.cellHeader })),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.kind === 'across' || isWholeRow(row.cells, widths, area),
            children:
              row.kind === 'across'
                ? [cell(row.text, 0, { style: STYLE_IDS.section, span: columns.length })]
                : row.cells.map((text, at) =>
                    cell(text, at, { style: STYLE_IDS.cell, center: columns[at]?.align === 'center' }),
                  ),
          }),
      ),
    ],
  });
}
