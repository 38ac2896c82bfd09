import type { NamespacePolicy } from '@phuluc/ooxml/xml/name-scope';
import { readXml, type XmlHandler } from '@phuluc/ooxml/xml/read-xml';
import { openZip, type ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { addFileName, err, type Failure, type Result } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { createWorkbookDocument } from './create-workbook-document';
import { createOdsScanner } from './ods-scanner';
import { createOdsStyles } from './ods-styles';

const ODF_NAMESPACE = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;
const SPECIAL_PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0': 'number',
};

/** Names of OpenDocument under the prefixes that its specification uses; all others under "?". */
const odfPrefixes: NamespacePolicy = (uri) => SPECIAL_PREFIXES[uri] ?? ODF_NAMESPACE.exec(uri)?.[1] ?? '?';

const MANIFEST_PART = 'META-INF/manifest.xml';
const CONTENT_PART = 'content.xml';
const STYLES_PART = 'styles.xml';

/**
 * Reads an OpenDocument workbook (.ods) as `readXlsx` reads .xlsx: cells as they are shown, without struck text.
 * Problems: those of the package and its XML; encrypted, too-many-rows, file-too-large.
 */
export function readOds(bytes: Uint8Array, file: string): Result<RawDocument> {
  const zip = openZip(bytes);
  return addFileName(zip.ok ? readOdsPackage(zip.value, file) : zip, file);
}

function readOdsPackage(zip: ZipArchive, file: string): Result<RawDocument> {
  if (isEncrypted(zip)) return err('encrypted');
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

function isEncrypted(zip: ZipArchive): boolean {
  const manifest = zip.has(MANIFEST_PART) ? zip.read(MANIFEST_PART) : null;
  return manifest?.ok === true && new TextDecoder().decode(manifest.value).includes('encryption-data');
}
