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
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { formatCoordinatingCell, type SampleEdition, type SampleTask } from './plan-2026';
import {
  formatReference,
  formatSectionNumber,
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  PRINTED_AUTHORITY,
  PRINTED_HEADERS,
  RECIPIENT_LINES,
  SIGNATURE_LINES,
} from './printed-texts';
import { repack } from './repack';

const FONT_NAME = 'Times New Roman';
const FONT_SIZE = 26;
/** Widths in twentieths of a point; together the width of A4 landscape between its margins. */
const COLUMN_WIDTHS = [700, 5200, 2300, 3000, 1900, 1800];
const TABLE_WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** Sections before which the typist repeated the header by hand, where a page began on her screen. */
const HEADER_TYPED_BEFORE = new Set([3, 6]);
/** The section whose numbers Word counts itself, and the one whose number stands in the merged title row. */
const COUNTED_SECTION = 6;
const MERGED_TITLE_SECTION = 8;

type TextStyle = { bold?: boolean; italics?: boolean; align?: 'left' | 'center' };

function createRuns(text: string, { bold, italics }: TextStyle = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold, italics, ...(index > 0 && { break: 1 }) }));
}

function createParagraph(children: readonly ParagraphChild[], look: TextStyle = {}): Paragraph {
  return new Paragraph({
    children: [...children],
    alignment: look.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
  });
}

function createLines(texts: readonly string[], look: TextStyle): Paragraph[] {
  return texts.map((text) => createParagraph(createRuns(text, look), look));
}

function createCell(
  column: number,
  children: Paragraph[],
  more: { columnSpan?: number; verticalMerge?: 'restart' | 'continue' } = {},
): TableCell {
  const span = more.columnSpan ?? 1;
  const width = COLUMN_WIDTHS.slice(column, column + span).reduce((sum, one) => sum + one, 0);
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

function createHeaderRow(): TableRow {
  return new TableRow({
    children: PRINTED_HEADERS.map((text, column) =>
      createCell(column, [createParagraph(createRuns(text, { bold: true }))]),
    ),
  });
}

function createSectionRow(title: string, index: number): TableRow {
  const number = formatSectionNumber(index);
  const look: TextStyle = { bold: true, align: 'left' };
  if (index === MERGED_TITLE_SECTION)
    return new TableRow({
      children: [
        createCell(0, [createParagraph(createRuns(`${number}. ${title}`, look), look)], { columnSpan: 6 }),
      ],
    });
  return new TableRow({
    children: [
      createCell(0, [createParagraph(createRuns(number, look))]),
      createCell(1, [createParagraph(createRuns(title, look), look)], { columnSpan: 5 }),
    ],
  });
}

/** Words typed at several sittings: the runs of a cell do not end where words do. */
function createSplitRuns(text: string): TextRun[] {
  const middle = Math.floor(text.length / 2);
  return [...createRuns(text.slice(0, middle)), ...createRuns(text.slice(middle))];
}

/** A change that was left tracked: what was printed before is still in the file, struck out. */
function createTrackedChange(before: string, after: string): ParagraphChild[] {
  let same = 0;
  while (before[same] === after[same]) same++;
  const change = { id: 1, author: 'Văn thư', date: '2026-04-20T08:00:00Z' };
  return [
    ...createRuns(after.slice(0, same)),
    new DeletedTextRun({ ...change, text: before.slice(same) }),
    new InsertedTextRun({ ...change, id: 2, text: after.slice(same) }),
  ];
}

type TaskRowOptions = {
  task: SampleTask;
  tt: number;
  section: number;
  leadMerge?: 'restart' | 'continue';
  before?: SampleTask;
};

function createTaskRow({ task, tt, section, leadMerge, before }: TaskRowOptions): TableRow {
  const isTracked = before !== undefined && before.timing !== task.timing;
  const ttCell =
    section === COUNTED_SECTION
      ? new Paragraph({ alignment: AlignmentType.CENTER, numbering: { reference: 'tt', level: 0 } })
      : createParagraph(createRuns(String(tt)));
  return new TableRow({
    children: [
      createCell(0, [ttCell]),
      createCell(1, [createParagraph(createSplitRuns(task.content), { align: 'left' })]),
      createCell(2, [createParagraph(leadMerge === 'continue' ? [] : createRuns(task.lead))], {
        verticalMerge: leadMerge,
      }),
      createCell(3, [createParagraph(createRuns(formatCoordinatingCell(task.mark)))]),
      createCell(4, [createParagraph(createRuns(task.product))]),
      createCell(5, [
        createParagraph(
          isTracked ? createTrackedChange(before.timing, task.timing) : createRuns(task.timing),
        ),
      ]),
    ],
  });
}

/** Lead units that stand one under the other are merged in the sections on organisation and on finance. */
const MERGED_LEADS = new Set([3, 5]);
function getLeadMerge(
  tasks: readonly SampleTask[],
  at: number,
  section: number,
): TaskRowOptions['leadMerge'] {
  if (!MERGED_LEADS.has(section)) return undefined;
  const lead = tasks[at]!.lead;
  if (at > 0 && tasks[at - 1]!.lead === lead) return 'continue';
  return tasks[at + 1]?.lead === lead ? 'restart' : undefined;
}

function createSideBySideTable(left: Paragraph[], right: Paragraph[]): Table {
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: [TABLE_WIDTH / 2, TABLE_WIDTH / 2],
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        children: [left, right].map(
          (children) =>
            new TableCell({
              children,
              borders: NO_BORDERS,
              width: { size: TABLE_WIDTH / 2, type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}

function createMainTable({ sections }: SampleEdition, before?: SampleEdition): Table {
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: COLUMN_WIDTHS,
    rows: sections.flatMap(({ title, tasks }, section) => [
      ...(section === 0 || HEADER_TYPED_BEFORE.has(section) ? [createHeaderRow()] : []),
      createSectionRow(title, section),
      ...tasks.map((task, at) =>
        createTaskRow({
          task,
          tt: at + 1,
          section,
          leadMerge: getLeadMerge(tasks, at, section),
          before: before?.sections[section]?.tasks[at],
        }),
      ),
    ]),
  });
}

/** The annex as a Word file, changes against an earlier edition left tracked where they are in the timing. */
export async function createWordSample(edition: SampleEdition, before?: SampleEdition): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Phụ lục',
    title: edition.title.join(' '),
    styles: { default: { document: { run: { font: FONT_NAME, size: FONT_SIZE } } } },
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
          default: new Header({
            children: [createParagraph([new TextRun({ children: [PageNumber.CURRENT] })])],
          }),
          first: new Header({ children: [createParagraph([])] }),
        },
        children: [
          createSideBySideTable(
            createLines(PRINTED_AUTHORITY.split('\n'), { bold: true }),
            createLines([NATIONAL_TITLE, NATIONAL_MOTTO], { bold: true }),
          ),
          createParagraph([]),
          ...createLines(['PHỤ LỤC', ...edition.title], { bold: true }),
          createParagraph(createRuns(formatReference(edition), { italics: true })),
          createParagraph([]),
          createMainTable(edition, before),
          createParagraph([]),
          createSideBySideTable(
            createLines(RECIPIENT_LINES, { align: 'left' }),
            createLines(SIGNATURE_LINES, { bold: true }),
          ),
        ],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toBuffer(document)));
}
