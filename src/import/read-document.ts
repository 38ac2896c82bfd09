import { toMegabytes } from '@phuluc/ooxml/zip/to-megabytes';
import { detectFormat, type FileFormat } from '../readers/detect-format';
import { findOversizedPlace } from '../readers/find-oversized-place';
import { finishDocument } from '../readers/finish-document';
import type { RawDocument } from '../readers/raw-document';
import { toPlainBytes } from '../readers/to-plain-bytes';
import type { ProblemCode } from '../shared/problem';
import { addFileName, err, type Result } from '../shared/result';
import { MAX_FILE_BYTES } from './file-limits';
import type { ReadProgress } from './read-progress';

/** A reader of one format. Errors are values; it never throws for what a file holds. */
type Reader = (
  bytes: Uint8Array,
  file: string,
  progress: ReadProgress,
) => Result<RawDocument> | Promise<Result<RawDocument>>;

type ReadOptions = ReadProgress & {
  /** Largest file accepted, in bytes. */
  maxBytes?: number;
};

/** Each format's reader, loaded when a file of that format is first read. */
const READERS: Partial<Record<FileFormat, () => Promise<Reader>>> = {
  docx: async () => (await import('../readers/docx/read-docx')).readDocx,
  xlsx: async () => (await import('../readers/xlsx/read-xlsx')).readXlsx,
  pdf: async () => {
    const { loadPdfLibrary } = await import('../readers/pdf/load-pdf-library');
    const [{ readPdf }] = await Promise.all([import('./pdf-tables/read-pdf'), loadPdfLibrary()]);
    return readPdf;
  },
  html: async () => (await import('../readers/html/read-html')).readHtmlFile,
  mht: async () => (await import('../readers/html/read-mht')).readMht,
  xls: async () => (await import('../readers/xlsx/read-old-workbook')).readOldWorkbook,
  xlsb: async () => (await import('../readers/xlsx/read-xlsb')).readXlsb,
  rtf: async () => (await import('../readers/rtf/read-rtf')).readRtf,
  odt: async () => (await import('../readers/odt/read-odt')).readOdt,
  ods: async () => (await import('../readers/xlsx/read-ods')).readOds,
  xml: async () => (await import('../readers/xlsx/read-xml-workbook')).readXmlWorkbook,
  text: async () => (await import('./text-tables/read-text')).readTextFile,
};

/** Messages for formats that are recognised but not read. */
const FAILURE_CODES: Partial<Record<FileFormat, ProblemCode>> = {
  empty: 'file-empty',
  encrypted: 'encrypted',
  doc: 'old-word',
  unknown: 'format-unknown',
  zip: 'archive-file',
  archive: 'archive-unread',
};

/**
 * Reads a file of any known format. The bytes decide the format; `file` is its name for messages.
 * Problems: file-empty, file-too-large, format-unknown, format-unsupported, not-zip (named .docx or .xlsx, yet
 * neither that nor anything known), old-word, encrypted, and those of the format's reader.
 */
export async function readDocument(
  given: Uint8Array | ArrayBuffer,
  file: string,
  options: ReadOptions = {},
): Promise<Result<RawDocument>> {
  const bytes = toPlainBytes(given);
  const limit = options.maxBytes ?? MAX_FILE_BYTES;
  if (bytes.length > limit)
    return err('file-too-large', { file }, { size: toMegabytes(bytes.length), limit: toMegabytes(limit) });
  const detected = detectFormat(bytes);
  if (!detected.ok) return addFileName(detected, file);
  const format = detected.value;
  const load = READERS[format];
  if (load) {
    options.onStage?.('loading');
    const readFormat = await load();
    options.onStage?.('reading');
    const read = await readFormat(bytes, file, options);
    if (!read.ok) return read;
    const oversized = findOversizedPlace(read.value);
    return oversized ? err('file-too-large', oversized) : { ...read, value: finishDocument(read.value) };
  }
  if (format === 'unknown' && /\.(?:docx|docm|xlsx|xlsm)$/i.test(file)) return err('not-zip', { file });
  return err(FAILURE_CODES[format] ?? 'format-unsupported', { file }, { format });
}
