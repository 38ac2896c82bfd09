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
import type { DocumentBlock } from '../print-document';
import { STYLE_IDS } from './word-styles';

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

/** Widths of the columns in twips; together the width of the table. */
function distributeColumnWidths(weights: readonly number[], width: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const twips = weights.map((weight) => Math.floor((weight / total) * width));
  const rest = width - twips.reduce((sum, one) => sum + one, 0);
  return twips.map((one, at) => (at === 0 ? one + rest : one));
}

/** Builds a Word table: fixed widths, a header row repeated on every page, no row broken across pages. */
export function buildWordTable(
  { columns, rows }: Extract<DocumentBlock, { kind: 'table' }>,
  width: number,
): Table {
  const widths = distributeColumnWidths(
    columns.map(({ weight }) => weight),
    width,
  );
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
            cantSplit: true,
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
