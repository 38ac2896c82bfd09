import { openZipPackage } from '@phuluc/ooxml/open-package';
import { detectXmlEncoding } from '@phuluc/ooxml/xml/decode-xml';
import { isZip, openZip } from '@phuluc/ooxml/zip/open-zip';
import { ok, type Result } from '../shared/result';
import { isCfb, listCfbEntryNames } from './cfb';

/** What a file is, by its bytes; its name plays no part. */
export type FileFormat =
  | 'docx'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'odt'
  | 'pptx'
  | 'doc'
  | 'xls'
  | 'encrypted'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'mht'
  | 'xml'
  | 'image'
  | 'zip'
  | 'archive'
  | 'iwork'
  | 'text'
  | 'empty'
  | 'unknown';

const PREFIX_SIZE = 4096;

/**
 * Detects the format by magic bytes and, for zip and compound files, by what they contain. A macro-enabled or template
 * variant (.docm, .xlsm, .dotx) is its plain format.
 * Problems: those of a package that is a zip but cannot be opened (zip-damaged, zip-bomb, …).
 */
export function detectFormat(bytes: Uint8Array): Result<FileFormat> {
  if (bytes.length === 0) return ok('empty');
  if (isZip(bytes)) return detectZipFormat(bytes);
  if (isCfb(bytes)) return ok(detectCompoundFormat(bytes));
  return ok(FORMAT_SIGNATURES.find(({ matches }) => matches(bytes))?.format ?? detectTextFormat(bytes));
}

function hasMagic(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((char, index) => bytes[index] === char.charCodeAt(0));
}

/** Looks for the PDF mark, which readers accept anywhere in the first kilobyte. */
function hasPdfHeader(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');
}

/** A zip without entries begins with the end of its directory. */
const EMPTY_ZIP = 'PK\x05\x06';
/** RAR, 7z, gzip, xz, bzip2. */
const ARCHIVE_SIGNATURES = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c", '\x1f\x8b\x08', '\xfd7zXZ\0', 'BZh9'];
/** Where a tar names itself. Source: POSIX ustar. */
const TAR_MAGIC_AT = 257;
const isTar = (bytes: Uint8Array): boolean => hasMagic(bytes.subarray(TAR_MAGIC_AT), 'ustar');

const FORMAT_SIGNATURES: { format: FileFormat; matches: (bytes: Uint8Array) => boolean }[] = [
  { format: 'pdf', matches: hasPdfHeader },
  { format: 'rtf', matches: (bytes) => hasMagic(bytes, '{\\rtf') },
  // BIFF 2, 3 and 4 had no container: the file begins with its BOF record.
  { format: 'xls', matches: (bytes) => bytes[0] === 9 && [0, 2, 4].includes(bytes[1]!) && bytes[3] === 0 },
  { format: 'zip', matches: (bytes) => hasMagic(bytes, EMPTY_ZIP) },
  {
    format: 'archive',
    matches: (bytes) => ARCHIVE_SIGNATURES.some((magic) => hasMagic(bytes, magic)) || isTar(bytes),
  },
  { format: 'image', matches: (bytes) => IMAGE_SIGNATURES.some((magic) => hasMagic(bytes, magic)) },
];

const IMAGE_SIGNATURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'BM'];

const PACKAGE_TYPES: { format: FileFormat; pattern: RegExp }[] = [
  { format: 'docx', pattern: /wordprocessingml|ms-word/ },
  { format: 'xlsb', pattern: /ms-excel\.sheet\.binary/ },
  { format: 'xlsx', pattern: /spreadsheetml|ms-excel/ },
  { format: 'pptx', pattern: /presentationml|ms-powerpoint/ },
];

function detectZipFormat(bytes: Uint8Array): Result<FileFormat> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  if (zip.value.has('mimetype')) {
    const mimetype = zip.value.read('mimetype');
    const type = mimetype.ok ? new TextDecoder().decode(mimetype.value) : '';
    if (type.includes('opendocument.spreadsheet')) return ok('ods');
    if (type.includes('opendocument.text')) return ok('odt');
  }
  if (!zip.value.has('_rels/.rels')) return ok(detectArchiveFormat(zip.value.names));
  const opened = openZipPackage(zip.value);
  if (!opened.ok) return opened;
  const { contentType } = opened.value;
  return ok(PACKAGE_TYPES.find(({ pattern }) => pattern.test(contentType))?.format ?? 'unknown');
}

/** A document of Apple's Numbers, Pages or Keynote; older ones keep a zip inside the zip. */
const IWORK_PART = /^Index(?:\/.*\.iwa|\.zip)$/i;

/** A zip without relationships: an archive of other files, unless it is an office document that lost them. */
function detectArchiveFormat(names: readonly string[]): FileFormat {
  if (names.some((name) => IWORK_PART.test(name))) return 'iwork';
  return names.some((name) => /^(?:\[Content_Types\]\.xml|mimetype)$/i.test(name)) ? 'unknown' : 'zip';
}

const COMPOUND_STREAMS: Readonly<Record<string, FileFormat>> = {
  EncryptionInfo: 'encrypted',
  EncryptedPackage: 'encrypted',
  WordDocument: 'doc',
  Workbook: 'xls',
  Book: 'xls',
};

function detectCompoundFormat(bytes: Uint8Array): FileFormat {
  const names = new Set(listCfbEntryNames(bytes));
  return Object.entries(COMPOUND_STREAMS).find(([name]) => names.has(name))?.[1] ?? 'unknown';
}

const HTML_START = /^<(?:!doctype\s+html|html|head|body|meta|table|div|style|p)\b/i;
const PROLOGUE = /^(?:\s+|<\?xml[^>]*>|<!--[\s\S]*?-->)/;

/** Returns true if the text begins with a tag of HTML, after comments and an XML declaration. */
function startsWithHtml(text: string): boolean {
  let rest = text;
  for (let prologue = PROLOGUE.exec(rest); prologue; prologue = PROLOGUE.exec(rest))
    rest = rest.slice(prologue[0].length);
  return HTML_START.test(rest);
}

/** The headers of a MIME message whose content is HTML: a web archive. Source: RFC 2557. */
function isWebArchive(text: string): boolean {
  return (
    /^\s*(?:mime-version|from|subject|date|content-type|snapshot-content-location|x-[\w-]+)\s*:/i.test(
      text,
    ) && /^content-type\s*:\s*(?:multipart\/(?:related|alternative|mixed)|text\/html)/im.test(text)
  );
}

/** Control characters that no text has: all but tab, line ends and form feed. */
const CONTROL_CHARACTERS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

function detectTextFormat(bytes: Uint8Array): FileFormat {
  const start = bytes.subarray(0, PREFIX_SIZE);
  const encoding = detectXmlEncoding(start);
  // Single bytes: a text in a legacy encoding is text all the same.
  const text = encoding.startsWith('utf-16')
    ? new TextDecoder(encoding).decode(start)
    : String.fromCharCode(...start).replace(/^\xef\xbb\xbf/, '');
  if (CONTROL_CHARACTERS.test(text)) return 'unknown';
  if (startsWithHtml(text)) return 'html';
  if (isWebArchive(text)) return 'mht';
  return /^\s*<\?xml\b/.test(text) ? 'xml' : 'text';
}
