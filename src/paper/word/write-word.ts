import {
  AlignmentType,
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
  BorderStyle,
} from 'docx';
import { paperWords } from '../../locales/paper-words';
import { DECREE_30 } from '../decree-30';
import { textWidth } from '../measure-text';
import type { Block, PaperDocument, Run } from '../paper-document';
import { SHORT_RULE, letterhead, ruleParagraph } from './letterhead';
import { STYLE, halfPoints, mmToTwips, stylesOf } from './styles';
import { wordTable } from './table';

/** A gap stands out on the screen and on paper: it must not be sent as it is. */
function runOf({ text, bold, italic, gap }: Run): TextRun {
  return new TextRun({
    text,
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(gap && { highlight: 'yellow', italics: true }),
  });
}

const { sizes, font, paper } = DECREE_30;

const LINE_SIZES = {
  label: sizes.annexLabel.usual,
  title: sizes.annexTitle.usual,
  subject: sizes.documentType.usual,
  reference: sizes.annexReference.usual,
} as const;

const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_RULES = { top: NO_RULE, bottom: NO_RULE, left: NO_RULE, right: NO_RULE } as const;

/** Nơi nhận at the left, who signs at the right. */
function closing({ recipients, signature }: Extract<Block, { kind: 'closing' }>, width: number): Table {
  const half = Math.floor(width / 2);
  const column = (size: number, children: Paragraph[]): TableCell =>
    new TableCell({ width: { size, type: WidthType.DXA }, borders: NO_RULES, children });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [half, width - half],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_RULES, insideHorizontal: NO_RULE, insideVertical: NO_RULE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          column(half, [
            new Paragraph({ style: STYLE.recipientsLabel, text: paperWords.recipients }),
            ...recipients.map((text) => new Paragraph({ style: STYLE.recipients, text })),
          ]),
          column(
            width - half,
            signature.map((run) => new Paragraph({ style: STYLE.signature, children: [runOf(run)] })),
          ),
        ],
      }),
    ],
  });
}

function elementsOf(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'letterhead':
      return [letterhead(block, width)];
    case 'line':
      return [
        new Paragraph({ style: STYLE[block.role], text: block.text }),
        ...(block.rule
          ? [
              ruleParagraph(
                SHORT_RULE * Math.min(width / 20, textWidth(block.text, LINE_SIZES[block.role], 'bold')),
                width,
              ),
            ]
          : []),
      ];
    case 'heading':
      return [
        new Paragraph({ style: block.level === 1 ? STYLE.heading1 : STYLE.heading2, text: block.text }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: STYLE.body, children: block.runs.map(runOf) })];
    case 'table':
      // Two tables that follow each other would become one.
      return [wordTable(block, width), new Paragraph({ spacing: { line: 120, lineRule: 'exact' } })];
    case 'closing':
      return [closing(block, width)];
  }
}

/** The page's number in the middle of the top margin, from the second page on (Decree 30/2020/NĐ-CP). */
function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT], font, size: halfPoints(sizes.pageNumber.usual) }),
        ],
      }),
    ],
  });
}

/**
 * A paper as a .docx: real tables with repeated header rows, styles, page numbers, A4. Runs in a browser, a worker and
 * Node.
 */
export async function writeWord(document: PaperDocument): Promise<Uint8Array> {
  const { margins } = document.settings;
  const isAcross = document.orientation === 'landscape';
  const [long, short] = [mmToTwips(paper.height), mmToTwips(paper.width)];
  const [left, right] = [mmToTwips(margins.left), mmToTwips(margins.right)];
  const width = (isAcross ? long : short) - left - right;
  const word = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: stylesOf(document),
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
              top: mmToTwips(margins.top),
              bottom: mmToTwips(margins.bottom),
              header: mmToTwips(margins.top / 2),
              footer: mmToTwips(margins.bottom / 2),
            },
            pageNumbers: { start: 1 },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children: document.blocks.flatMap((block) => elementsOf(block, width)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
}
