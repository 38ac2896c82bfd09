import type { PackageParts } from '@phuluc/ooxml/open-package-parts';
import { readDocument } from '../../import/read-document';
import type { ReportStage } from '../../readers/pool/reader-port';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem, ProblemCode } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import { READER_VERSION, type SchoolFile } from '../types';
import { convertLegacyCells } from './convert-legacy-cells';
import { createDocumentWorkbook } from './create-document-workbook';
import type { FileContent } from './file-content';
import { openParsedWorkbook } from './open-parsed-workbook';
import { readForeignWorkbook } from './read-foreign-workbook';
import { NEEDS_FONTS, readManagedWorkbook, UnreadablePartError } from './read-managed-workbook';
import { addRecordClaims, readWorkbookRecord } from './read-workbook-record';
import { type ManagedReading, toSchoolFile } from './to-school-file';
import type { WorkbookContract, WorkbookMetadata } from './workbook-contract';

/** `metadata`: what the hidden sheet says, whatever became of the table. */
type ParsedReading = { own: ManagedReading | null; modified: string; metadata: WorkbookMetadata | null };

/** By a real XML reader and with the fonts of texts: other encodings, comments, prefixes, TCVN3 and VNI. */
function readParsedWorkbook(parts: PackageParts, file: string, contract: WorkbookContract): ParsedReading {
  const book = openParsedWorkbook(parts);
  if (!book.ok) return { own: null, modified: '', metadata: null };
  const { modified } = book.value;
  const { metadata } = readWorkbookRecord(book.value, contract);
  try {
    const own = readManagedWorkbook(book.value, file, contract, convertLegacyCells);
    return {
      own: own === null || own === NEEDS_FONTS ? null : { content: own, workbook: book.value },
      modified,
      metadata,
    };
  } catch (reason) {
    // The reader of documents meets the same part and says what is wrong with it.
    if (reason instanceof UnreadablePartError) return { own: null, modified, metadata };
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

/** Our workbook saved in another format. */
function readDocumentWorkbook(
  document: RawDocument,
  file: string,
  contract: WorkbookContract,
): ManagedReading | null {
  const book = createDocumentWorkbook(document);
  const own = readManagedWorkbook(book, file, contract, convertLegacyCells);
  if (own === null || own === NEEDS_FONTS) return null;
  return { content: { ...own, warnings: [...own.warnings, ...listLosses(document)] }, workbook: book };
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
  const converted =
    document.value.source === 'xlsx' ? readDocumentWorkbook(document.value, file, contract) : null;
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
    ...foreign.value,
    edition: metadata?.edition ?? foreign.value.edition,
    claims: addRecordClaims(metadata, foreign.value.claims.names),
  });
}
