import { type CellObject, read as parse, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type CellRange, formatAddress } from '@phuluc/ooxml/a1';
import { lookUp } from '../../shared/look-up';
import { addFileName, err, ok, type Result } from '../../shared/result';
import { isCfb, readCfbStream } from '../cfb';
import type { RawDocument } from '../raw-document';
import { MAX_TABLE_ROWS } from '../table-limits';
import { createCellText } from './cell-fonts';
import { createWorkbookDocument, type WorkbookSheet } from './create-workbook-document';
import { formatCellNumber, getStoredDate } from './format-cell-number';
import { prepareBiff, type PreparedBiff } from './prepare-biff';
import { createEmptyContent, type SheetCell, type SheetContent, type SheetRow } from './read-sheet';
import type { CellFonts } from './scan-biff-fonts';

/** Dates as a Vietnamese region prints them, by the formats that the library names as an American one does. */
const REGIONAL_FORMATS: Record<string, string> = {
  'm/d/yy': 'dd/mm/yyyy',
  'm/d/yyyy': 'dd/mm/yyyy',
  'm/d/yy h:mm': 'dd/mm/yyyy h:mm',
};

const getFormat = (cell: CellObject): string =>
  lookUp(REGIONAL_FORMATS, String(cell.z).toLowerCase()) ?? String(cell.z);

function formatCell(cell: CellObject, date1904: boolean): string {
  if (cell.t === 's') return String(cell.v ?? '');
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e' || cell.t === 'z') return cell.w ?? '';
  if (cell.t !== 'n' || cell.z === undefined) return cell.w ?? String(cell.v ?? '');
  return formatCellNumber(Number(cell.v), getFormat(cell), date1904);
}

function findHiddenColumns(sheet: WorkSheet): { first: number; last: number }[] {
  return (sheet['!cols'] ?? []).flatMap((column, index) =>
    column?.hidden ? [{ first: index, last: index }] : [],
  );
}

function toSheetContent(
  sheet: WorkSheet,
  date1904: boolean,
  findFonts: (row: number, column: number) => CellFonts | undefined,
): SheetContent {
  const rows = new Map<number, SheetRow>();
  const content: SheetContent = {
    ...createEmptyContent(),
    merges: (sheet['!merges'] ?? []).map(({ s, e }): CellRange => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    })),
    hiddenColumns: findHiddenColumns(sheet),
  };
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const cell = sheet[address] as CellObject;
    const text = formatCell(cell, date1904);
    if (text.trim() === '') continue;
    const { r, c } = utils.decode_cell(address);
    if (text.startsWith('=') && content.formulaTexts.count++ === 0)
      content.formulaTexts.first = formatAddress(r, c);
    const fonts = findFonts(r, c);
    const fonted = fonts ? createCellText(text, fonts.font, fonts.runs) : { text };
    if (fonted.text === '' && fonted.struck === undefined) continue;
    const row = rows.get(r) ?? { row: r, hidden: sheet['!rows']?.[r]?.hidden === true, cells: [] };
    rows.set(r, row);
    const date =
      cell.t === 'n' && cell.z !== undefined
        ? getStoredDate(Number(cell.v), getFormat(cell), date1904)
        : null;
    row.cells.push({ column: c, ...fonted, ...(date !== null && { date }) } satisfies SheetCell);
  }
  content.rows = [...rows.values()].sort((a, b) => a.row - b.row);
  content.rows.forEach((row) => row.cells.sort((a, b) => a.column - b.column));
  return content;
}

/** Streams that hold the workbook; the second one was written by Excel 5 and 95. */
const WORKBOOK_STREAMS = ['Workbook', 'Book'];

/** @returns null for a damaged workbook */
function prepareBytes(bytes: Uint8Array): PreparedBiff | null {
  const stream = isCfb(bytes) ? readCfbStream(bytes, WORKBOOK_STREAMS) : bytes;
  return stream && prepareBiff(stream);
}

function parseWorkbook(bytes: Uint8Array): Result<WorkBook> {
  try {
    return ok(
      // As a "buffer" the bytes are not copied into an array of numbers.
      parse(bytes, {
        type: 'buffer',
        cellStyles: true,
        cellNF: true,
        cellFormula: false,
        sheetRows: MAX_TABLE_ROWS + 1,
      }),
    );
  } catch (reason) {
    const locked = reason instanceof Error && /password|encrypt/i.test(reason.message);
    return err(locked ? 'encrypted' : 'workbook-damaged');
  }
}

const isFrom1904 = ({ Workbook }: WorkBook): boolean => Workbook?.WBProps?.date1904 === true;

/** The sheets of a workbook that the library has read, each built when it is asked for. */
function* listSheets(book: WorkBook, { findFonts, isHidden }: PreparedBiff): Generator<WorkbookSheet> {
  const { SheetNames, Sheets } = book;
  const date1904 = isFrom1904(book);
  for (const [index, name] of SheetNames.entries()) {
    const content = toSheetContent(Sheets[name] ?? {}, date1904, (row, column) =>
      findFonts(index, row, column),
    );
    yield { sheet: { name, hidden: isHidden(index) }, content };
  }
}

/**
 * Reads an old workbook (.xls): one table a sheet, cells as printed, as `readXlsx` does for .xlsx. The library is
 * loaded with this module only.
 * Problems: encrypted, workbook-damaged, too-many-rows, file-too-large.
 */
export function readOldWorkbook(bytes: Uint8Array, file: string): Result<RawDocument> {
  const prepared = prepareBytes(bytes);
  if (!prepared) return err('workbook-damaged', { file });
  const opened = parseWorkbook(prepared.stream);
  if (!opened.ok) return addFileName(opened, file);
  const document = createWorkbookDocument(listSheets(opened.value, prepared), file, isFrom1904(opened.value));
  if (!document.ok) return document;
  const pictures = new Map(
    opened.value.SheetNames.map((name, index) => [name, prepared.findPictures(index)]),
  );
  return { ...document, value: { ...document.value, pictures } };
}
