import { CONTENT_TYPES_PART, readContentTypes } from '@phuluc/ooxml/content-types';
import {
  getRelationshipKind,
  getRelationshipsPart,
  readRelationships,
  type Relationship,
} from '@phuluc/ooxml/relationships';
import type { OoxmlProblem, OoxmlProblemCode, Result } from '@phuluc/ooxml/result';
import { decodeXmlPart } from '@phuluc/ooxml/xml/decode-xml';
import { isStrictOoxml, toTransitional } from '@phuluc/ooxml/xml/namespaces';
import type { ByteSource } from '@phuluc/ooxml/xml/read-xml';
import { readXmlDocument, type XmlDocument } from '@phuluc/ooxml/xml/read-xml-document';
import { encodeXmlPart } from '@phuluc/ooxml/xml/write-xml';
import { readAllParts } from '@phuluc/ooxml/zip/open-zip';
import type { ZipLimits } from '@phuluc/ooxml/zip/zip-limits';
import { WorkbookFileError, type WorkbookFileErrorCode } from './workbook-file-error';

const MEGABYTE = 1024 * 1024;

/** Limits of a workbook that is opened to be edited: far above any school's, far below what exhausts a browser. */
export const WORKBOOK_ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  partBytes: 512 * MEGABYTE,
  totalBytes: 1024 * MEGABYTE,
  // XML rarely packs by more than 40, a bomb by 1,000.
  ratio: 250,
  ratioFromBytes: 8 * MEGABYTE,
  exempt: null,
};

const ERROR_CODES: Record<OoxmlProblemCode, WorkbookFileErrorCode> = {
  'not-zip': 'not-a-workbook',
  'zip-damaged': 'damaged',
  'zip-bomb': 'too-large',
  'file-too-large': 'too-large',
  encrypted: 'encrypted',
  'part-missing': 'damaged',
  'xml-damaged': 'damaged',
  'xml-doctype': 'forbidden-xml',
  'xml-too-deep': 'damaged',
};

function toError({ code, details = {} }: OoxmlProblem, part: string): WorkbookFileError {
  // A part that is larger than declared is wrong, whatever its size.
  const isWrongSize = details['reason'] === 'larger-than-declared';
  return new WorkbookFileError(isWrongSize ? 'damaged' : ERROR_CODES[code], String(details['part'] ?? part));
}

/**
 * Returns the value of a result.
 * @throws {@link WorkbookFileError} for its first problem.
 */
function unwrap<T>(result: Result<T>, part = ''): T {
  if (!result.ok) throw toError(result.problems[0]!, part);
  return result.value;
}

/**
 * Inflates the parts of a workbook by path.
 * @throws {@link WorkbookFileError} for anything but an undamaged zip within the limits.
 */
export function readWorkbookZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 8 && view.getUint32(0, false) === 0xd0cf11e0) {
    // Excel puts an encrypted workbook into the container of the old format.
    const isEncrypted = /E.n.c.r.y.p.t.e.d.P.a.c.k.a.g.e/s.test(new TextDecoder('latin1').decode(bytes));
    throw new WorkbookFileError(isEncrypted ? 'encrypted' : 'old-format', '');
  }
  return unwrap(readAllParts(bytes, WORKBOOK_ZIP_LIMITS));
}

/**
 * Parses a part of a workbook.
 * @param consumers receive elements of these names as they end; see {@link readXmlDocument}.
 * @throws {@link WorkbookFileError} if the part is damaged or declares a document type.
 */
export function parseXml(
  bytes: Uint8Array,
  part: string,
  consumers?: Parameters<typeof readXmlDocument>[1],
): XmlDocument {
  return unwrap(readXmlDocument(bytes, consumers), part);
}

/** An opened workbook file: its parts in transitional form, what they are, and what they point to. */
export type WorkbookPackage = {
  parts: ReadonlyMap<string, Uint8Array>;
  /** Returns a path as the file spells it, for paths compare without regard to case; undefined without such a part. */
  find(path: string): string | undefined;
  getContentType(path: string): string;
  /** Returns the relationships of a part, or of the file ('' as owner); targets are spelled as the parts are. */
  getRelationships(owner: string): Relationship[];
};

/**
 * Opens the parts of a workbook.
 * @throws {@link WorkbookFileError} as {@link readWorkbookZip} does.
 */
export function openWorkbookPackage(bytes: Uint8Array): WorkbookPackage {
  const parts = readWorkbookZip(bytes);
  for (const [path, part] of parts) {
    if (!/\.(xml|rels|vml)$/i.test(path)) continue;
    const text = decodeXmlPart(part);
    if (isStrictOoxml(text)) parts.set(path, encodeXmlPart(toTransitional(removeDeclaration(text))));
  }
  const spelling = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  const find = (path: string): string | undefined => spelling.get(path.toLowerCase());
  const read = <T>(path: string, reader: (bytes: Uint8Array) => Result<T>): T =>
    unwrap(reader(parts.get(path)!), path);
  const typesPart = find(CONTENT_TYPES_PART);
  return {
    parts,
    find,
    getContentType: typesPart ? read(typesPart, (part) => readContentTypes(createSource(part))) : () => '',
    getRelationships: (owner) => {
      const path = find(getRelationshipsPart(owner));
      if (!path) return [];
      return read(path, (part) => readRelationships(createSource(part), owner)).map((link) =>
        link.external ? link : { ...link, target: find(link.target) ?? link.target },
      );
    },
  };
}

const removeDeclaration = (xml: string): string => xml.replace(/^<\?xml[^>]*\?>\s*/, '');

const createSource =
  (part: Uint8Array): ByteSource =>
  (sink) => {
    sink(part);
    return { ok: true, value: undefined, warnings: [] };
  };

/** Finds the first part of a kind that exists. */
export function findTarget(
  relationships: readonly Relationship[],
  kind: string,
  file: WorkbookPackage,
): string | undefined {
  return relationships.find(
    ({ type, target }) => getRelationshipKind(type) === kind && file.parts.has(target),
  )?.target;
}
