import { readXml, type XmlHandler } from '@phuluc/ooxml/xml/read-xml';
import { openZip, type ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { addFileName, err, type Failure, type Result } from '../../shared/result';
import { CONTENT_PART, isEncryptedDocument, odfPrefixes, STYLES_PART } from '../open-document';
import type { RawDocument } from '../raw-document';
import { createWorkbookDocument } from './create-workbook-document';
import { createOdsScanner } from './ods-scanner';
import { createOdsStyles } from './ods-styles';

/**
 * Reads an OpenDocument workbook (.ods) as `readXlsx` reads .xlsx: cells as they are shown, without struck text.
 * Problems: those of the package and its XML; encrypted, too-many-rows, file-too-large.
 */
export function readOds(bytes: Uint8Array, file: string): Result<RawDocument> {
  const zip = openZip(bytes);
  return addFileName(zip.ok ? readOdsPackage(zip.value, file) : zip, file);
}

function readOdsPackage(zip: ZipArchive, file: string): Result<RawDocument> {
  if (isEncryptedDocument(zip)) return err('encrypted');
  const styles = createOdsStyles();
  const read = (part: string, handler: XmlHandler): Result<void> =>
    readXml((sink) => zip.stream(part, sink), handler, { prefixes: odfPrefixes });
  if (zip.has(STYLES_PART)) {
    const shared = read(STYLES_PART, { open: styles.open, close: styles.close });
    if (!shared.ok) return shared;
  }
  const scanner = createOdsScanner(styles);
  let failure: Failure | null = null;
  const outcome = read(CONTENT_PART, {
    open: (name, attributes) => {
      failure ??= scanner.findFailure();
      if (failure) return 'stop';
      styles.open(name, attributes);
      scanner.open(name, attributes);
      return;
    },
    text: scanner.text,
    close: (name) => {
      styles.close(name);
      scanner.close(name);
    },
  });
  if (!outcome.ok) return outcome;
  failure ??= scanner.findFailure();
  return failure ?? createWorkbookDocument(scanner.sheets, file);
}
