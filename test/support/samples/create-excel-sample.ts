import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { formatCoordinatingCell, type SampleEdition, type SampleTask, SCHOOL } from './plan-2026';
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

const FONT = { name: 'Times New Roman', size: 13 };
const COLUMN_WIDTHS = [6, 60, 24, 32, 22, 22];
/** Points of a line of text at this size. */
const LINE_HEIGHT = 17;

/** Sections before which the clerk copied the header, and those whose title stands in one merged cell with its number. */
const HEADER_COPIED_BEFORE = new Set([4]);
const MERGED_TITLES = new Set([1, 7]);
/** Sections with lead units merged downwards, with numbers counted by formula, and the task hidden by a filter. */
const MERGED_LEADS = new Set([3, 5]);
const COUNTED_SECTION = 6;
const HIDDEN_TASK = { section: 2, tt: 4 };
/** The task whose content was pasted from a Mac: letters and marks apart. */
const DECOMPOSED_TASK = { section: 0, tt: 2 };

/** Timings that Excel took for dates as they were typed: serial number and the format it chose. */
const TIMINGS_AS_DATES: Readonly<Record<string, { serial: number; format: string }>> = {
  '6/2026': { serial: 46174, format: 'mmm-yy' },
  '31/12/2026': { serial: 46387, format: 'dd/mm/yyyy' },
};

function applyStyle(
  cell: Cell,
  { bold = false, center = true }: { bold?: boolean; center?: boolean } = {},
): void {
  cell.font = { ...FONT, bold };
  cell.alignment = { horizontal: center ? 'center' : 'left', vertical: 'middle', wrapText: true };
}

const THIN_LINE = { style: 'thin' } as const;
const BOX = { top: THIN_LINE, bottom: THIN_LINE, left: THIN_LINE, right: THIN_LINE };

/** Writes from the top downwards, and knows how far it is. */
function createSheetWriter(sheet: Worksheet): SheetWriter {
  let row = 0;
  return {
    getCurrentRow: () => row,
    addRow: (texts, look = {}) => {
      row++;
      texts.forEach((value, index) => {
        if (value === '') return;
        const cell = sheet.getCell(row, index + 1);
        cell.value = value;
        applyStyle(cell, { bold: look.bold, center: look.center ?? (look.bold === true || index !== 1) });
      });
      if (look.boxed && !look.merges)
        sheet.getRow(row).height = LINE_HEIGHT * Math.max(...texts.map(countLines));
      if (look.boxed)
        for (let column = 1; column <= COLUMN_WIDTHS.length; column++)
          sheet.getCell(row, column).border = BOX;
      for (const [first, last] of look.merges ?? []) sheet.mergeCells(row, first, row, last);
      return row;
    },
  };
}

/** Lines a text takes in its column, by its width in characters. */
function countLines(text: string | number, column: number): number {
  return String(text)
    .split('\n')
    .reduce(
      (lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.15) / COLUMN_WIDTHS[column]!)),
      0,
    );
}

type LineStyle = { bold?: boolean; center?: boolean; boxed?: boolean; merges?: [number, number][] };
type SheetWriter = {
  getCurrentRow: () => number;
  addRow: (texts: (string | number)[], look?: LineStyle) => number;
};

/** The header on two rows: both units under one heading, everything else merged over both. */
function writeHeader(sheet: Worksheet, writer: SheetWriter): void {
  const [tt = '', content = '', , , product = '', timing = ''] = PRINTED_HEADERS;
  const top = writer.addRow([tt, content, 'Đơn vị', '', product, timing], {
    bold: true,
    boxed: true,
    merges: [[3, 4]],
  });
  const bottom = writer.addRow(['', '', 'chủ trì', 'phối hợp', '', ''], { bold: true, boxed: true });
  for (const column of [1, 2, 5, 6]) sheet.mergeCells(top, column, bottom, column);
}

function writeTitle(writer: SheetWriter, edition: SampleEdition): void {
  const halves: [number, number][] = [
    [1, 3],
    [4, 6],
  ];
  const [authority = '', ward = ''] = PRINTED_AUTHORITY.split('\n');
  writer.addRow([authority, '', '', NATIONAL_TITLE], { bold: true, center: true, merges: halves });
  writer.addRow([ward, '', '', NATIONAL_MOTTO], { bold: true, center: true, merges: halves });
  writer.addRow([]);
  for (const text of ['PHỤ LỤC', ...edition.title, formatReference(edition)])
    writer.addRow([text], { bold: true, merges: [[1, 6]] });
  writer.addRow([]);
}

function writeSection(writer: SheetWriter, title: string, index: number): void {
  const number = formatSectionNumber(index);
  const look = { bold: true, boxed: true, center: false };
  if (MERGED_TITLES.has(index)) writer.addRow([`${number}. ${title}`], { ...look, merges: [[1, 6]] });
  else writer.addRow([number, title], { ...look, merges: [[2, 6]] });
}

function writeTask(
  sheet: Worksheet,
  writer: SheetWriter,
  task: SampleTask,
  tt: number,
  section: number,
): number {
  const isAt = (place: { section: number; tt: number }): boolean =>
    place.section === section && place.tt === tt;
  const content = isAt(DECOMPOSED_TASK) ? task.content.normalize('NFD') : task.content;
  const row = writer.addRow(
    [tt, content, task.lead, formatCoordinatingCell(task.mark), task.product, task.timing],
    {
      boxed: true,
    },
  );
  if (section === COUNTED_SECTION && tt > 1)
    sheet.getCell(row, 1).value = { formula: `A${row - 1}+1`, result: tt };
  const date = TIMINGS_AS_DATES[task.timing];
  if (date) {
    const cell = sheet.getCell(row, 6);
    cell.value = date.serial;
    cell.numFmt = date.format;
  }
  if (isAt(HIDDEN_TASK)) sheet.getRow(row).hidden = true;
  return row;
}

/** Merges lead units that stand one under the other. */
function mergeLeads(sheet: Worksheet, tasks: readonly SampleTask[], firstRow: number): void {
  for (let from = 0; from < tasks.length;) {
    let to = from;
    while (tasks[to + 1]?.lead === tasks[from]!.lead) to++;
    if (to > from) sheet.mergeCells(firstRow + from, 3, firstRow + to, 3);
    from = to + 1;
  }
}

function writeTable(sheet: Worksheet, writer: SheetWriter, { sections }: SampleEdition): void {
  writeHeader(sheet, writer);
  sections.forEach(({ title, tasks }, section) => {
    if (HEADER_COPIED_BEFORE.has(section)) {
      writer.addRow([]);
      writer.addRow(PRINTED_HEADERS, { bold: true, boxed: true });
    }
    writeSection(writer, title, section);
    const rows = tasks.map((task, at) => writeTask(sheet, writer, task, at + 1, section));
    if (MERGED_LEADS.has(section)) mergeLeads(sheet, tasks, rows[0]!);
  });
}

function writeSignature(writer: SheetWriter): void {
  writer.addRow([]);
  RECIPIENT_LINES.forEach((text, index) =>
    writer.addRow([text, '', '', '', SIGNATURE_LINES[index] ?? ''], { center: false }),
  );
}

/** The annex as a clerk keeps it in Excel: the same words, and everything that happens to them there. */
export async function createExcelSample(edition: SampleEdition): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Phụ lục');
  COLUMN_WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  Object.assign(sheet.pageSetup, {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  const writer = createSheetWriter(sheet);
  writeTitle(writer, edition);
  writeTable(sheet, writer, edition);
  writeSignature(writer);

  const contacts = workbook.addWorksheet('Danh bạ');
  contacts.addRow(['Đơn vị', 'Điện thoại']);
  contacts.addRow([SCHOOL, '028 0000 0000']);
  const notes = workbook.addWorksheet('nháp', { state: 'hidden' });
  notes.addRow(['nhớ hỏi lại thời hạn mục IV']);
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
