import type { NamespacePolicy } from '@phuluc/ooxml/xml/name-scope';
import type { ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { lookUp } from '../shared/look-up';

/** What all files of OpenDocument have in common. */

const ODF_NAMESPACE = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;
const SPECIAL_PREFIXES: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0': 'number',
};

/** Names of OpenDocument under the prefixes that its specification uses; all others under "?". */
export const odfPrefixes: NamespacePolicy = (uri) =>
  lookUp(SPECIAL_PREFIXES, uri) ?? ODF_NAMESPACE.exec(uri)?.[1] ?? '?';

export const CONTENT_PART = 'content.xml';
export const STYLES_PART = 'styles.xml';
const MANIFEST_PART = 'META-INF/manifest.xml';

export function isEncryptedDocument(zip: ZipArchive): boolean {
  const manifest = zip.has(MANIFEST_PART) ? zip.read(MANIFEST_PART) : null;
  return manifest?.ok === true && new TextDecoder().decode(manifest.value).includes('encryption-data');
}
