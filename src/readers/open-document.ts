import type { NamespacePolicy } from '@phuluc/ooxml/xml/name-scope';
import { readXml, type XmlHandler } from '@phuluc/ooxml/xml/read-xml';
import type { ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { lookUp } from '../shared/look-up';
import { err, type Result } from '../shared/result';
import type { OdsStyles } from './xlsx/ods-styles';

/** What all files of OpenDocument have in common. */

const ODF_NAMESPACE = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;
const SPECIAL_PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0': 'number',
};

/** Names of OpenDocument under the prefixes that its specification uses; all others under "?". */
const odfPrefixes: NamespacePolicy = (uri) =>
  lookUp(SPECIAL_PREFIXES, uri) ?? ODF_NAMESPACE.exec(uri)?.[1] ?? '?';

const CONTENT_PART = 'content.xml';
const STYLES_PART = 'styles.xml';
const MANIFEST_PART = 'META-INF/manifest.xml';

function isEncryptedDocument(zip: ZipArchive): boolean {
  const manifest = zip.has(MANIFEST_PART) ? zip.read(MANIFEST_PART) : null;
  return manifest?.ok === true && new TextDecoder().decode(manifest.value).includes('encryption-data');
}

/**
 * Reads the content of a document, with its styles known where they are used: those of the whole document first.
 * Problems: those of the package and its XML; encrypted.
 */
export function readOdfContent(
  zip: ZipArchive,
  styles: OdsStyles,
  { open, text, close }: Required<XmlHandler>,
): Result<void> {
  if (isEncryptedDocument(zip)) return err('encrypted');
  const read = (part: string, handler: XmlHandler): Result<void> =>
    readXml((sink) => zip.stream(part, sink), handler, { prefixes: odfPrefixes });
  if (zip.has(STYLES_PART)) {
    const shared = read(STYLES_PART, { open: styles.open, close: styles.close });
    if (!shared.ok) return shared;
  }
  return read(CONTENT_PART, {
    open: (name, attributes, scope) => {
      styles.open(name, attributes);
      return open(name, attributes, scope);
    },
    text,
    close: (name) => {
      styles.close(name);
      close(name);
    },
  });
}
