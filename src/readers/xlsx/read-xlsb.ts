import { openZipPackage } from '@phuluc/ooxml/open-package';
import { findTarget, getRelationshipKind } from '@phuluc/ooxml/relationships';
import { openZip, type ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { addFileName, err, ok, type Result } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { createStoredFont, type StoredFont } from './cell-fonts';
import { createWorkbookDocument, type WorkbookSheet } from './create-workbook-document';
import { getStandardFormat } from './format-cell-number';
import { type BinaryParts, readRichText, type RichText, scanXlsbSheet } from './scan-xlsb-sheet';
import { DamagedRecordError, type RecordReader, scanXlsbRecords } from './xlsb-records';

/** Types of the records that are read; all others are passed over. Source: [MS-XLSB] 2.3. */
const RECORD = {
  stringItem: 19,
  font: 43,
  format: 44,
  style: 47,
  bookProperties: 153,
  sheet: 156,
  beginCellStyles: 617,
  endCellStyles: 618,
} as const;

type BinarySheet = { id: string; name: string; hidden: boolean };

/**
 * Reads a binary workbook (.xlsb) as `readXlsx` reads .xlsx: cells as printed, without struck text.
 * Problems: those of the package; zip-damaged (a part is damaged), encrypted, too-many-rows, file-too-large.
 */
export function readXlsb(bytes: Uint8Array, file: string): Result<RawDocument> {
  const zip = openZip(bytes);
  if (!zip.ok) return addFileName(zip, file);
  const read = catchDamage(() => readSheets(zip.value));
  return addFileName(
    read.ok ? createWorkbookDocument(read.value.sheets, file, read.value.date1904) : read,
    file,
  );
}

/** @throws what is no damage of the file */
function catchDamage<T>(read: () => Result<T>): Result<T> {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof DamagedRecordError) return err('zip-damaged', {}, { reason: 'part-damaged' });
    throw reason;
  }
}

function readSheets(zip: ZipArchive): Result<{ sheets: WorkbookSheet[]; date1904: boolean }> {
  const office = openZipPackage(zip);
  if (!office.ok) return office;
  const { mainPart } = office.value;
  const relationships = office.value.relationships(mainPart);
  if (!relationships.ok) return relationships;
  const book = zip.read(mainPart);
  if (!book.ok) return book;
  const { sheets, date1904 } = scanBook(book.value);
  const fonts: StoredFont[] = [];
  const styles = readPart(zip, findTarget(relationships.value, 'styles'));
  if (!styles.ok) return styles;
  const cellStyles = styles.value ? scanStyles(styles.value, fonts) : [];
  const texts = readPart(zip, findTarget(relationships.value, 'sharedStrings'));
  if (!texts.ok) return texts;
  const parts: BinaryParts = {
    date1904,
    fonts,
    styles: cellStyles,
    strings: texts.value ? scanStrings(texts.value) : [],
  };
  const read: WorkbookSheet[] = [];
  const seen = new Set<string>();
  for (const { id, ...sheet } of sheets) {
    const target = relationships.value.find((one) => one.id === id);
    if (!target) return err('part-missing', { sheet: sheet.name }, { part: id });
    if (getRelationshipKind(target.type) !== 'worksheet') continue;
    if (seen.has(target.target)) return err('zip-damaged', { sheet: sheet.name }, { reason: 'part-twice' });
    seen.add(target.target);
    const part = zip.read(target.target);
    if (!part.ok) return part;
    const content = scanXlsbSheet(part.value, parts);
    if (!content.ok) return content;
    read.push({ sheet, content: content.value });
  }
  return ok({ sheets: read, date1904 });
}

/** A sheet by its name, with the parts of its drawings. */
type DrawnSheet = { name: string; drawings: string[] };

/** Lists the drawings of a binary workbook, which are XML as in any other; none where the package cannot be read. */
export function listXlsbDrawings(zip: ZipArchive): DrawnSheet[] {
  const listed = catchDamage((): Result<DrawnSheet[]> => {
    const office = openZipPackage(zip);
    if (!office.ok) return office;
    const { mainPart, relationships } = office.value;
    const related = relationships(mainPart);
    const book = zip.read(mainPart);
    if (!related.ok || !book.ok) return ok([]);
    return ok(
      scanBook(book.value).sheets.map(({ id, name }) => {
        const part = related.value.find((one) => one.id === id)?.target;
        const own = part === undefined ? null : relationships(part);
        const drawings = (own?.ok ? own.value : []).filter(
          ({ type }) => getRelationshipKind(type) === 'drawing',
        );
        return { name, drawings: drawings.map(({ target }) => target) };
      }),
    );
  });
  return listed.ok ? listed.value : [];
}

/** @returns null where the workbook has no such part */
function readPart(zip: ZipArchive, part: string | undefined): Result<Uint8Array | null> {
  return part === undefined ? ok(null) : zip.read(part);
}

function scanBook(part: Uint8Array): { sheets: BinarySheet[]; date1904: boolean } {
  const sheets: BinarySheet[] = [];
  let date1904 = false;
  scanXlsbRecords(part, (type, record) => {
    if (type === RECORD.bookProperties) date1904 = (record.u32() & 1) !== 0;
    else if (type === RECORD.sheet) {
      const hidden = record.u32() !== 0;
      record.skip(4);
      sheets.push({ hidden, id: record.text(), name: record.text() });
    }
  });
  return { sheets, date1904 };
}

/** Fonts have their name after 19 bytes of measures and colour. */
const FONT_BYTES_AFTER_SCRIPT = 13;

function scanStyles(part: Uint8Array, fonts: StoredFont[]): BinaryParts['styles'] {
  const formats = new Map<number, string>();
  const cells: { format: number; font: number }[] = [];
  let inCellStyles = false;
  scanXlsbRecords(part, (type, record) => {
    if (type === RECORD.beginCellStyles) inCellStyles = true;
    else if (type === RECORD.endCellStyles) inCellStyles = false;
    else if (type === RECORD.format) formats.set(record.u16(), record.text());
    else if (type === RECORD.font) fonts.push(readFont(record));
    else if (type === RECORD.style && inCellStyles) {
      record.skip(2);
      cells.push({ format: record.u16(), font: record.u16() });
    }
  });
  return cells.map(({ format, font }) => ({
    format: formats.get(format) ?? getStandardFormat(format),
    font: fonts[font],
  }));
}

function readFont(record: RecordReader): StoredFont {
  record.skip(2);
  const flags = record.u16();
  record.skip(2);
  const script = record.u16();
  record.skip(FONT_BYTES_AFTER_SCRIPT);
  return createStoredFont(flags, script, record.text());
}

function scanStrings(part: Uint8Array): RichText[] {
  const strings: RichText[] = [];
  scanXlsbRecords(part, (type, record) => {
    if (type === RECORD.stringItem) strings.push(readRichText(record));
  });
  return strings;
}
