import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  Document,
  Header,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { coordinatingCell, type SampleEdition, type SampleTask } from './plan-2026';
import { AUTHORITY, HEADER, MOTTO, RECIPIENTS, reference, sectionNumber, SIGNATURE, STATE } from './printed';
import { repack } from './repack';

const FONT = 'Times New Roman';
const SIZE = 26;
/** Widths in twentieths of a point; together the width of A4 landscape between its margins. */
const WIDTHS = [700, 5200, 2300, 3000, 1900, 1800];
const WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };

/** Sections before which the typist repeated the header by hand, where a page began on her screen. */
const HEADER_TYPED_BEFORE = new Set([3, 6]);
/** The section whose numbers Word counts itself, and the one whose number stands in the merged title row. */
const COUNTED_SECTION = 6;
const MERGED_TITLE_SECTION = 8;

type Look = { bold?: boolean; italics?: boolean; align?: 'left' | 'center' };

function runs(text: string, { bold, italics }: Look = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold, italics, ...(index > 0 && { break: 1 }) }));
}

function paragraph(children: readonly ParagraphChild[], look: Look = {}): Paragraph {
  return new Paragraph({
    children: [...children],
    alignment: look.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
  });
}

function lines(texts: readonly string[], look: Look): Paragraph[] {
  return texts.map((text) => paragraph(runs(text, look), look));
}

function cell(
  column: number,
  children: Paragraph[],
  more: { columnSpan?: number; verticalMerge?: 'restart' | 'continue' } = {},
): TableCell {
  const span = more.columnSpan ?? 1;
  const width = WIDTHS.slice(column, column + span).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(more.columnSpan && { columnSpan: more.columnSpan }),
    ...(more.verticalMerge && {
      verticalMerge: VerticalMergeType[more.verticalMerge === 'restart' ? 'RESTART' : 'CONTINUE'],
    }),
  });
}

function headerRow(): TableRow {
  return new TableRow({
    children: HEADER.map((text, column) => cell(column, [paragraph(runs(text, { bold: true }))])),
  });
}

function sectionRow(title: string, index: number): TableRow {
  const number = sectionNumber(index);
  const look: Look = { bold: true, align: 'left' };
  if (index === MERGED_TITLE_SECTION)
    return new TableRow({
      children: [cell(0, [paragraph(runs(`${number}. ${title}`, look), look)], { columnSpan: 6 })],
    });
  return new TableRow({
    children: [
      cell(0, [paragraph(runs(number, look))]),
      cell(1, [paragraph(runs(title, look), look)], { columnSpan: 5 }),
    ],
  });
}

/** Words typed at several sittings: the runs of a cell do not end where words do. */
function typedInPieces(text: string): TextRun[] {
  const middle = Math.floor(text.length / 2);
  return [...runs(text.slice(0, middle)), ...runs(text.slice(middle))];
}

/** A change that was left tracked: what was printed before is still in the file, struck out. */
function tracked(before: string, after: string): ParagraphChild[] {
  let same = 0;
  while (before[same] === after[same]) same++;
  const change = { id: 1, author: 'Văn thư', date: '2026-04-20T08:00:00Z' };
  return [
    ...runs(after.slice(0, same)),
    new DeletedTextRun({ ...change, text: before.slice(same) }),
    new InsertedTextRun({ ...change, id: 2, text: after.slice(same) }),
  ];
}

type Row = {
  task: SampleTask;
  tt: number;
  section: number;
  leadMerge?: 'restart' | 'continue';
  before?: SampleTask;
};

function taskRow({ task, tt, section, leadMerge, before }: Row): TableRow {
  const isTracked = before !== undefined && before.timing !== task.timing;
  const ttCell =
    section === COUNTED_SECTION
      ? new Paragraph({ alignment: AlignmentType.CENTER, numbering: { reference: 'tt', level: 0 } })
      : paragraph(runs(String(tt)));
  return new TableRow({
    children: [
      cell(0, [ttCell]),
      cell(1, [paragraph(typedInPieces(task.content), { align: 'left' })]),
      cell(2, [paragraph(leadMerge === 'continue' ? [] : runs(task.lead))], { verticalMerge: leadMerge }),
      cell(3, [paragraph(runs(coordinatingCell(task.mark)))]),
      cell(4, [paragraph(runs(task.product))]),
      cell(5, [paragraph(isTracked ? tracked(before.timing, task.timing) : runs(task.timing))]),
    ],
  });
}

/** Lead units that stand one under the other are merged in the sections on organisation and on finance. */
const MERGED_LEADS = new Set([3, 5]);
function leadMergeAt(tasks: readonly SampleTask[], at: number, section: number): Row['leadMerge'] {
  if (!MERGED_LEADS.has(section)) return undefined;
  const lead = tasks[at]!.lead;
  if (at > 0 && tasks[at - 1]!.lead === lead) return 'continue';
  return tasks[at + 1]?.lead === lead ? 'restart' : undefined;
}

function sideBySide(left: Paragraph[], right: Paragraph[]): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH / 2, WIDTH / 2],
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [
      new TableRow({
        children: [left, right].map(
          (children) =>
            new TableCell({ children, borders: NO_LINES, width: { size: WIDTH / 2, type: WidthType.DXA } }),
        ),
      }),
    ],
  });
}

function mainTable({ sections }: SampleEdition, before?: SampleEdition): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: WIDTHS,
    rows: sections.flatMap(({ title, tasks }, section) => [
      ...(section === 0 || HEADER_TYPED_BEFORE.has(section) ? [headerRow()] : []),
      sectionRow(title, section),
      ...tasks.map((task, at) =>
        taskRow({
          task,
          tt: at + 1,
          section,
          leadMerge: leadMergeAt(tasks, at, section),
          before: before?.sections[section]?.tasks[at],
        }),
      ),
    ]),
  });
}

/** The annex as a Word file, changes against an earlier edition left tracked where they are in the timing. */
export async function wordSample(edition: SampleEdition, before?: SampleEdition): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Phụ lục',
    title: edition.title.join(' '),
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    numbering: {
      config: [
        {
          reference: 'tt',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1', alignment: AlignmentType.CENTER }],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 850 },
          },
        },
        headers: {
          default: new Header({ children: [paragraph([new TextRun({ children: [PageNumber.CURRENT] })])] }),
          first: new Header({ children: [paragraph([])] }),
        },
        children: [
          sideBySide(lines(AUTHORITY.split('\n'), { bold: true }), lines([STATE, MOTTO], { bold: true })),
          paragraph([]),
          ...lines(['PHỤ LỤC', ...edition.title], { bold: true }),
          paragraph(runs(reference(edition), { italics: true })),
          paragraph([]),
          mainTable(edition, before),
          paragraph([]),
          sideBySide(lines(RECIPIENTS, { align: 'left' }), lines(SIGNATURE, { bold: true })),
        ],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toBuffer(document)));
}
