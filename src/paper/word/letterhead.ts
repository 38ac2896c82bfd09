import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { DECREE_30 } from '../decree-30';
import { textWidth, wrapLines } from '../measure-text';
import type { Block } from '../paper-document';
import { STYLE, twips } from './styles';

type Letterhead = Extract<Block, { kind: 'letterhead' }>;

const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_RULES = { top: NO_RULE, bottom: NO_RULE, left: NO_RULE, right: NO_RULE } as const;

/** A rule so long (points) in the middle of a column so wide (twips). */
export function ruleParagraph(length: number, column: number): Paragraph {
  const side = Math.max(0, Math.floor((column - twips(length)) / 2));
  return new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { line: 60, lineRule: 'exact', after: 80 },
  });
}

/** Of the text above it (Decree 30: a third to a half). */
export const SHORT_RULE = 0.42;
/** The agency has the smaller part, and less where Quốc hiệu needs more for its one line. */
const LEFT_PART = 0.42;
const CELL_PADDING = 40;
/** Twips beside Quốc hiệu, so that no program breaks it. */
const SPARE = 160;

/** Agency at the left, Quốc hiệu and Tiêu ngữ at the right, with their rules, number, place and date. */
export function letterhead(block: Letterhead, width: number): Table {
  const { sizes } = DECREE_30;
  const national = twips(textWidth(block.nationalTitle, sizes.nationalTitle.usual, 'bold'));
  const right = Math.max(Math.round(width * (1 - LEFT_PART)), national + 2 * CELL_PADDING + SPARE);
  const left = width - right;
  const agencyLines = wrapLines(block.agency, (left - 2 * CELL_PADDING) / 20, sizes.agency.usual, 'bold');
  const agencyWidth = Math.max(...agencyLines.map((line) => textWidth(line, sizes.agency.usual, 'bold')));
  const text = (style: string, words: string): Paragraph[] =>
    words === '' ? [] : [new Paragraph({ style, text: words })];
  const rule = (length: number, column: number): Paragraph[] =>
    length === 0 ? [] : [ruleParagraph(length, column - 2 * CELL_PADDING)];
  const column = (size: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      borders: NO_RULES,
      verticalAlign: VerticalAlign.TOP,
      margins: { left: CELL_PADDING, right: CELL_PADDING },
      // A cell of Word holds at least one paragraph.
      children: children.length > 0 ? children : [new Paragraph({})],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_RULES, insideHorizontal: NO_RULE, insideVertical: NO_RULE },
    rows: [
      new TableRow({
        children: [
          column(left, [
            ...text(STYLE.superior, block.superior),
            ...text(STYLE.agency, block.agency),
            ...rule(SHORT_RULE * agencyWidth, left),
            ...text(STYLE.number, block.number),
          ]),
          column(right, [
            ...text(STYLE.nationalTitle, block.nationalTitle),
            ...text(STYLE.motto, block.motto),
            ...rule(textWidth(block.motto, sizes.motto.usual, 'bold'), right),
            ...text(STYLE.place, block.placeAndDate),
          ]),
        ],
      }),
    ],
  });
}
