import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { DECREE_30 } from '../decree-30';
import { measureTextWidth, wrapLines } from '../measure-text';
import type { DocumentBlock } from '../print-document';
import { STYLE_IDS, toTwips } from './word-styles';

type LetterheadBlock = Extract<DocumentBlock, { kind: 'letterhead' }>;

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;

/** Creates a rule of `length` points in the middle of a column of `column` twips. */
export function createRuleParagraph(length: number, column: number): Paragraph {
  const side = Math.max(0, Math.floor((column - toTwips(length)) / 2));
  return new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { line: 60, lineRule: 'exact', before: 40, after: 120 },
  });
}

function createAgencyGap(text: string): Paragraph {
  return new Paragraph({
    style: STYLE_IDS.agency,
    children: [new TextRun({ text, highlight: 'yellow', italics: true })],
  });
}

/** Of the text above it (Decree 30: a third to a half). */
export const SHORT_RULE_RATIO = 0.42;
/** The agency has the smaller part, and less where Quốc hiệu needs more for its one line. */
const AGENCY_WIDTH_RATIO = 0.42;
const CELL_PADDING = 40;
/** Twips beside Quốc hiệu, so that no program breaks it. */
const NATIONAL_TITLE_RESERVE = 160;

/** Builds agency at the left, Quốc hiệu and Tiêu ngữ at the right, with their rules, number, place and date. */
export function buildLetterhead(block: LetterheadBlock, width: number): Table {
  const { sizes } = DECREE_30;
  const national = toTwips(measureTextWidth(block.nationalTitle, sizes.nationalTitle.default, 'bold'));
  const right = Math.max(
    Math.round(width * (1 - AGENCY_WIDTH_RATIO)),
    national + 2 * CELL_PADDING + NATIONAL_TITLE_RESERVE,
  );
  const left = width - right;
  const agencyLines = wrapLines(block.agency, (left - 2 * CELL_PADDING) / 20, sizes.agency.default, 'bold');
  const agencyWidth = Math.max(
    ...agencyLines.map((line) => measureTextWidth(line, sizes.agency.default, 'bold')),
  );
  const text = (style: string, content: string): Paragraph[] =>
    content === '' ? [] : [new Paragraph({ style, text: content })];
  const rule = (length: number, column: number): Paragraph[] =>
    length === 0 ? [] : [createRuleParagraph(length, column - 2 * CELL_PADDING)];
  const column = (size: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      borders: NO_BORDERS,
      verticalAlign: VerticalAlign.TOP,
      margins: { left: CELL_PADDING, right: CELL_PADDING },
      // A cell of Word holds at least one paragraph.
      children: children.length > 0 ? children : [new Paragraph({})],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        children: [
          column(left, [
            ...text(STYLE_IDS.superior, block.superior),
            ...(block.agencyGap ? [createAgencyGap(block.agency)] : text(STYLE_IDS.agency, block.agency)),
            ...rule(SHORT_RULE_RATIO * agencyWidth, left),
            ...text(STYLE_IDS.number, block.number),
          ]),
          column(right, [
            ...text(STYLE_IDS.nationalTitle, block.nationalTitle),
            ...text(STYLE_IDS.motto, block.motto),
            ...rule(measureTextWidth(block.motto, sizes.motto.default, 'bold'), right),
            ...text(STYLE_IDS.place, block.placeAndDate),
          ]),
        ],
      }),
    ],
  });
}
