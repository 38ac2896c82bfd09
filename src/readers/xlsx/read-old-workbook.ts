import { type CellObject, read as parse, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type CellRange, formatAddress } from '@phuluc/ooxml/a1';
import { isZip, openZip } from '@phuluc/ooxml/zip/open-zip';
import { addFileName, err, ok, type Result } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_POSITIONS, MAX_TABLE_ROWS } from '../table-limits';
import { buildSheetTable } from './build-sheet-table';
import { formatCellNumber, getStoredDate } from './format-cell-number';
import type { SheetCell, SheetContent, SheetRow } from './read-sheet';
import { createSheetWarnings } from './read-xlsx';

/** Inflated size of a package the library may be given; it keeps all parts in memory at once. */
const MAX_INFLATED_BYTES = 128 * 1024 * 1024;

/** Dates as a Vietnamese region prints them, by the formats that the library names as an American one does. */
const REGIONAL_FORMATS: Record<string, string> = {
  'm/d/yy': 'dd/mm/yyyy',
  'm/d/yyyy': 'dd/mm/yyyy',
  'm/d/yy h:mm': 'dd/mm/yyyy h:mm',
};

const getFormat = (cell: CellObject): string =>
  REGIONAL_FORMATS[String(cell.z).toLowerCase()] ?? String(cell.z);

function formatCell(cell: CellObject, date1904: boolean): string {
  if (cell.t === 's') return String(cell.v ?? '');
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e' || cell.t === 'z') return cell.w ?? '';
  // OpenDocument stores what is shown; the others the number and its format.
  if (cell.t !== 'n' || cell.z === undefined) return cell.w ?? String(cell.v ?? '');
  return formatCellNumber(Number(cell.v), getFormat(cell), date1904);
}

function findHiddenColumns(sheet: WorkSheet): { first: number; last: number }[] {
  return (sheet['!cols'] ?? []).flatMap((column, index) =>
    column?.hidden ? [{ first: index, last: index }] : [],
  );
}

function toSheetContent(sheet: WorkSheet, date1904: boolean): SheetContent & { characters: number } {
  const rows = new Map<number, SheetRow>();
  const content: SheetContent & { characters: number } = {
    rows: [],
    merges: (sheet['!merges'] ?? []).map(({ s, e }): CellRange => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    })),
    hiddenColumns: findHiddenColumns(sheet),
    formulasWithoutValue: { count: 0, first: '' },
    formulaTexts: { count: 0, first: '' },
    missingTexts: { count: 0, first: '' },
    characters: 0,
  };
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const cell = sheet[address] as CellObject;
    const text = formatCell(cell, date1904);
    if (text.trim() === '') continue;
    const { r, c } = utils.decode_cell(address);
    content.characters += text.length;
    if (text.startsWith('=') && content.formulaTexts.count++ === 0)
      content.formulaTexts.first = formatAddress(r, c);
    const row = rows.get(r) ?? { row: r, hidden: sheet['!rows']?.[r]?.hidden === true, cells: [] };
    rows.set(r, row);
    const date =
      cell.t === 'n' && cell.z !== undefined
        ? getStoredDate(Number(cell.v), getFormat(cell), date1904)
        : null;
    row.cells.push({ column: c, text, ...(date !== null && { date }) } satisfies SheetCell);
  }
  content.rows = [...rows.values()].sort((a, b) => a.row - b.row);
  content.rows.forEach((row) => row.cells.sort((a, b) => a.column - b.column));
  return content;
}

/** Inflates every part of a package before the library does, which has no limits. */
function checkPackage(bytes: Uint8Array): Result<void> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  let inflated = 0;
  for (const name of zip.value.names.filter((one) => !one.endsWith('/'))) {
    const part = zip.value.stream(name, (chunk) => (inflated += chunk.length) <= MAX_INFLATED_BYTES);
    if (!part.ok) return part;
    if (inflated > MAX_INFLATED_BYTES) return err('zip-bomb');
  }
  const manifest = zip.value.has('META-INF/manifest.xml') ? zip.value.read('META-INF/manifest.xml') : null;
  const encrypted = manifest?.ok && new TextDecoder().decode(manifest.value).includes('encryption-data');
  return encrypted ? err('encrypted') : ok(undefined);
}

function parseWorkbook(bytes: Uint8Array): Result<WorkBook> {
  const packaged = isZip(bytes);
  if (packaged) {
    const guarded = checkPackage(bytes);
    if (!guarded.ok) return guarded;
  }
  try {
    return ok(parse(bytes, { type: 'array', cellStyles: true, cellNF: true, sheetRows: MAX_TABLE_ROWS + 1 }));
  } catch (reason) {
    const locked = reason instanceof Error && /password|encrypt/i.test(reason.message);
    return err(locked ? 'encrypted' : packaged ? 'zip-damaged' : 'workbook-damaged');
  }
}

/**
 * Reads an old or foreign workbook (.xls, .xlsb, .ods): one table a sheet, cells as printed, as `readXlsx` does for
 * .xlsx. The library is loaded with this module only.
 * Problems: encrypted, zip-bomb, zip-damaged, workbook-damaged, too-many-rows, file-too-large.
 */
export function readOldWorkbook(bytes: Uint8Array, file: string): Result<RawDocument> {
  const opened = parseWorkbook(bytes);
  if (!opened.ok) return addFileName(opened, file);
  const { SheetNames, Sheets, Workbook } = opened.value;
  const document: RawDocument = { source: 'xlsx', file, blocks: [], warnings: [] };
  let characters = 0;
  for (const [index, name] of SheetNames.entries()) {
    const content = toSheetContent(Sheets[name] ?? {}, Workbook?.WBProps?.date1904 === true);
    characters += content.characters;
    if (characters > MAX_DOCUMENT_CHARACTERS) return err('file-too-large', { file });
    const sheet = { name, part: '', hidden: (Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0 };
    const table = buildSheetTable(content, sheet, file);
    if (!table) continue;
    if (table.rowCount > MAX_TABLE_ROWS || table.rowCount * table.columnCount > MAX_TABLE_POSITIONS)
      return err('too-many-rows', table.place, { rows: table.rowCount, limit: MAX_TABLE_ROWS });
    document.blocks.push(table);
    document.warnings.push(...createSheetWarnings(content, sheet, file));
  }
  return ok(document);
}

const XML_SPREADSHEET_NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Reads "XML Spreadsheet 2003", often named .xls. Problems: as `readOldWorkbook`; format-unsupported (other XML). */
export function readXmlWorkbook(bytes: Uint8Array, file: string): Result<RawDocument> {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return start.includes(XML_SPREADSHEET_NAMESPACE)
    ? readOldWorkbook(bytes, file)
    : err('format-unsupported', { file }, { format: 'xml' });
}
