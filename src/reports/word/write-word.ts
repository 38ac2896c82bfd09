import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { DECREE_30 } from '../decree-30';
import { DOCUMENT_LABELS } from '../labels/document-labels';
import { measureTextWidth } from '../measure-text';
import type { DocumentBlock, DocumentRun, PrintDocument } from '../print-document';
import { buildLetterhead, createRuleParagraph, SHORT_RULE_RATIO } from './letterhead';
import { buildWordStyles, mmToTwips, STYLE_IDS, toHalfPoints, toTwips } from './word-styles';
import { buildWordTable, type TextArea } from './word-table';

/** Creates a run. A gap is highlighted on the screen and on paper, so that it is not sent as it is. */
function createTextRun({ text, bold, italic, gap }: DocumentRun): TextRun {
  return new TextRun({
    text,
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(gap && { highlight: 'yellow', italics: true }),
  });
}

const { sizes: SIZES, font: FONT_NAME, paper: PAPER_SIZE } = DECREE_30;

const LINE_SIZES = {
  label: SIZES.annexLabel.default,
  title: SIZES.annexTitle.default,
  subject: SIZES.documentType.default,
  reference: SIZES.annexReference.default,
} as const;

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;

/** Builds Nơi nhận at the left and the signatory at the right. */
function buildClosing(
  { recipients, signature }: Extract<DocumentBlock, { kind: 'closing' }>,
  width: number,
): Table {
  const half = Math.floor(width / 2);
  const column = (size: number, children: Paragraph[]): TableCell =>
    new TableCell({ width: { size, type: WidthType.DXA }, borders: NO_BORDERS, children });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [half, width - half],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          column(half, [
            new Paragraph({ style: STYLE_IDS.recipientsLabel, text: DOCUMENT_LABELS.recipients }),
            ...recipients.map((text) => new Paragraph({ style: STYLE_IDS.recipients, text })),
          ]),
          column(
            width - half,
            signature.map(
              (run) => new Paragraph({ style: STYLE_IDS.signature, children: [createTextRun(run)] }),
            ),
          ),
        ],
      }),
    ],
  });
}

/** Points between the letterhead and the title, and behind a table. */
const SPACE_BELOW_HEAD = 12;
const SPACE_BELOW_TABLE = 6;

function createSpace(points: number): Paragraph {
  return new Paragraph({ spacing: { line: toTwips(points), lineRule: 'exact' } });
}

function toWordElements(block: DocumentBlock, area: TextArea): (Paragraph | Table)[] {
  const width = toTwips(area.width);
  switch (block.kind) {
    case 'letterhead':
      return [buildLetterhead(block, width), createSpace(SPACE_BELOW_HEAD)];
    case 'line':
      return [
        new Paragraph({ style: STYLE_IDS[block.role], text: block.text }),
        ...(block.rule
          ? [
              createRuleParagraph(
                SHORT_RULE_RATIO *
                  Math.min(width / 20, measureTextWidth(block.text, LINE_SIZES[block.role], 'bold')),
                width,
              ),
            ]
          : []),
      ];
    case 'heading':
      return [
        new Paragraph({
          style: block.level === 1 ? STYLE_IDS.heading1 : STYLE_IDS.heading2,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: STYLE_IDS.body, children: block.runs.map(createTextRun) })];
    case 'table':
      // Two tables that follow each other would become one.
      return [buildWordTable(block, area), createSpace(SPACE_BELOW_TABLE)];
    case 'closing':
      return [buildClosing(block, width)];
  }
}

/** Creates the page number in the middle of the top margin, from the second page on (Decree 30/2020/NĐ-CP). */
function createPageNumberHeader(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [PageNumber.CURRENT],
            font: FONT_NAME,
            size: toHalfPoints(SIZES.pageNumber.default),
          }),
        ],
      }),
    ],
  });
}

/**
 * Writes a document as .docx: real tables with repeated header rows, styles, page numbers, A4. Runs in a browser, a
 * worker and Node.
 */
export async function writeWord(document: PrintDocument): Promise<Uint8Array> {
  const { margins } = document.settings;
  const isAcross = document.orientation === 'landscape';
  const [long, short] = [mmToTwips(PAPER_SIZE.height), mmToTwips(PAPER_SIZE.width)];
  const [left, right] = [mmToTwips(margins.left), mmToTwips(margins.right)];
  const [top, bottom] = [mmToTwips(margins.top), mmToTwips(margins.bottom)];
  const area: TextArea = {
    width: ((isAcross ? long : short) - left - right) / 20,
    height: ((isAcross ? short : long) - top - bottom) / 20,
    fontSize: document.settings.fontSize,
  };
  const word = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: buildWordStyles(document),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // Word's library turns the two around itself where the page lies across.
            size: {
              width: short,
              height: long,
              orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left,
              right,
              top,
              bottom,
              header: mmToTwips(margins.top / 2),
              footer: mmToTwips(margins.bottom / 2),
            },
            pageNumbers: { start: 1 },
          },
        },
        headers: { default: createPageNumberHeader(), first: new Header({ children: [new Paragraph({})] }) },
        children: document.blocks.flatMap((block) => toWordElements(block, area)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
}
