import type { CellRange } from '@phuluc/ooxml/a1';
import type { PackageParts } from '@phuluc/ooxml/open-package-parts';
import { decodeUtf8 } from '@phuluc/ooxml/xml/plain-xml';
import { readDocument } from '../../import/read-document';
import type { ReportStage } from '../../readers/pool/reader-port';
import type { RawDocument } from '../../readers/raw-document';
import { listXlsbDrawings } from '../../readers/xlsx/read-xlsb';
import type { Problem, ProblemCode } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import { READER_VERSION, type SchoolFile, type SheetVersion } from '../types';
import { convertLegacyCells } from './convert-legacy-cells';
import { createDocumentWorkbook } from './create-document-workbook';
import { createPictureWarnings } from './create-picture-warnings';
import type { FileContent } from './file-content';
import { findDrawnPictures } from './find-pictures';
import { openParsedWorkbook } from './open-parsed-workbook';
import { readForeignWorkbook } from './read-foreign-workbook';
import { NEEDS_FONTS, readManagedWorkbook, UnreadablePartError } from './read-managed-workbook';
import { addRecordClaims, readWorkbookRecord } from './read-workbook-record';
import { getTaskName } from './sheet-reading';
import { type ManagedReading, toSchoolFile } from './to-school-file';
import type { WorkbookContract, WorkbookMetadata } from './workbook-contract';
import type { WorkbookReader } from './workbook-reader';

const XLSB_WORKBOOK = 'xl/workbook.bin';

/** `metadata`: what the hidden sheet says, whatever became of the table. */
type ParsedReading = {
  book: WorkbookReader | null;
  own: ManagedReading | null;
  modified: string;
  metadata: WorkbookMetadata | null;
};

/** By a real XML reader and with the fonts of texts: other encodings, comments, prefixes, TCVN3 and VNI. */
function readParsedWorkbook(parts: PackageParts, file: string, contract: WorkbookContract): ParsedReading {
  const book = openParsedWorkbook(parts);
  if (!book.ok) return { book: null, own: null, modified: '', metadata: null };
  const { modified } = book.value;
  const { metadata } = readWorkbookRecord(book.value, contract);
  try {
    const own = readManagedWorkbook(book.value, file, contract, convertLegacyCells);
    return {
      book: book.value,
      own: own === null || own === NEEDS_FONTS ? null : { content: own, workbook: book.value },
      modified,
      metadata,
    };
  } catch (reason) {
    // The reader of documents meets the same part and says what is wrong with it.
    if (reason instanceof UnreadablePartError) return { book: book.value, own: null, modified, metadata };
    throw reason;
  }
}

/** What a cell or row does not say although something stands in it. */
const LOSS_CODES: readonly ProblemCode[] = [
  'struck-text',
  'error-value',
  'text-missing',
  'formula-without-value',
];

/** Lists what was left out of a document; struck text of a cell is reported with the cell's column. */
function listLosses({ warnings }: RawDocument): Problem[] {
  return warnings.filter(
    ({ code, place }) => LOSS_CODES.includes(code) && (code !== 'struck-text' || place.cell === undefined),
  );
}

/** Adds what was left out of a document; an error that was read as the value of its cell is reported with its task. */
function addLosses<Version extends SheetVersion>(version: Version, losses: readonly Problem[]): Version {
  const errors = new Set(
    version.warnings.flatMap(({ code, place }) =>
      code === 'cell-error' ? [`${place.sheet}!${place.cell}`] : [],
    ),
  );
  const others = losses.filter(
    ({ code, place }) => code !== 'error-value' || !errors.has(`${place.sheet}!${place.cell}`),
  );
  return { ...version, warnings: [...version.warnings, ...others] };
}

/** Our workbook saved in another format. */
function readDocumentWorkbook(
  document: RawDocument,
  pictures: ReadonlyMap<string, CellRange[]>,
  file: string,
  contract: WorkbookContract,
): ManagedReading | null {
  const book = createDocumentWorkbook(document, pictures);
  const own = readManagedWorkbook(book, file, contract, convertLegacyCells);
  if (own === null || own === NEEDS_FONTS) return null;
  const losses = listLosses(document);
  const versions = own.versions?.map((version) => addLosses(version, losses));
  return { content: { ...addLosses(own, losses), ...(versions && { versions }) }, workbook: book };
}

function listXlsbPictures(parts: PackageParts): Map<string, CellRange[]> {
  return new Map(
    listXlsbDrawings(parts.archive()).map(({ name, drawings }) => [
      name,
      drawings.flatMap((part) => {
        const drawing = parts.read(part);
        return drawing.ok ? findDrawnPictures(decodeUtf8(drawing.value)) : [];
      }),
    ]),
  );
}

/** The pictures of a package by the names of its sheets: those that its reader met, else those of its drawings. */
function listPictures(
  { pictures }: RawDocument,
  parts: PackageParts | null,
  book: WorkbookReader | null,
): ReadonlyMap<string, CellRange[]> {
  if (pictures) return pictures;
  if (book) return new Map(book.sheets.map((sheet) => [sheet.name, book.pictures(sheet)]));
  return parts?.has(XLSB_WORKBOOK) ? listXlsbPictures(parts) : new Map();
}

/** Adds the pictures on the rows of tasks to the warnings of a sheet. */
function addPictureWarnings<Version extends SheetVersion>(
  version: Version,
  pictures: ReadonlyMap<string, CellRange[]>,
  file: string,
): Version {
  const warnings = [...pictures].flatMap(([sheet, ranges]) => {
    const rows = version.rows.flatMap((row) =>
      (row.sheet ?? version.sheet) === sheet ? [{ row: row.row, task: getTaskName(row) }] : [],
    );
    return createPictureWarnings(ranges, rows, { file, sheet });
  });
  return warnings.length === 0 ? version : { ...version, warnings: [...version.warnings, ...warnings] };
}

/** Reads what cannot be scanned: see `readBook`. `parts`: of a package that could be opened. */
export async function readFallback(
  source: FileContent,
  parts: PackageParts | null,
  contract: WorkbookContract,
  onStage?: ReportStage,
): Promise<Result<SchoolFile>> {
  const { file, bytes, sha256 } = source;
  const slow = parts && readParsedWorkbook(parts, file, contract);
  if (slow?.own) return ok(toSchoolFile(source, slow.own));
  const document = await readDocument(bytes, file, { ...(onStage && { onStage }) });
  if (!document.ok) return document;
  const pictures = listPictures(document.value, parts, slow?.book ?? null);
  const converted =
    document.value.source === 'xlsx' ? readDocumentWorkbook(document.value, pictures, file, contract) : null;
  if (converted) return ok(toSchoolFile(source, converted));
  const foreign = readForeignWorkbook(document.value, file, contract);
  if (!foreign.ok) return foreign;
  const metadata = slow?.metadata ?? null;
  return ok({
    file,
    sha256,
    contentDate: slow?.modified ?? '',
    readerVersion: READER_VERSION,
    origin: 'foreign',
    fingerprint: metadata?.fingerprint ?? '',
    progressSheet: '',
    progress: [],
    ...addPictureWarnings(foreign.value, pictures, file),
    ...(foreign.value.versions && {
      versions: foreign.value.versions.map((version) => addPictureWarnings(version, pictures, file)),
    }),
    edition: metadata?.edition ?? foreign.value.edition,
    claims: addRecordClaims(metadata, foreign.value.claims.names),
  });
}
