import { CONTENT_TYPES_PART, readContentTypes } from './content-types';
import { findTarget, getRelationshipsPart, readRelationships, type Relationship } from './relationships';
import { addPartName, err, ok, type Result } from './result';
import { type ByteSource, readXml, type XmlHandler } from './xml/read-xml';
import { readXmlTree, type XmlElement } from './xml/xml-tree';
import { openZip, type ZipArchive } from './zip/open-zip';

/** An Open Packaging Conventions file (.docx, .xlsx): parts are found by relationships, never by customary names. */
export type OfficePackage = {
  /** Full name of the part that is the document itself. */
  mainPart: string;
  contentType: string;
  /** Returns the relationships of a part to other parts, by its full name. */
  relationships: (part: string) => Result<Relationship[]>;
  readXml: (part: string, handler: XmlHandler) => Result<void>;
  readTree: (part: string, skip?: ReadonlySet<string>) => Result<XmlElement>;
};

/** Opens a package. Problems: as `openZip` and `readXml`; part-missing if it names no main part. */
export function openPackage(bytes: Uint8Array): Result<OfficePackage> {
  const zip = openZip(bytes);
  return zip.ok ? openZipPackage(zip.value) : zip;
}

/** Opens the package in a zip. Problems: as `openPackage`. */
export function openZipPackage(zip: ZipArchive): Result<OfficePackage> {
  const createSource =
    (part: string): ByteSource =>
    (sink) =>
      zip.stream(part, sink);
  const relationships = (part: string): Result<Relationship[]> => {
    const relationshipsPart = getRelationshipsPart(part);
    if (!zip.has(relationshipsPart)) return ok([]);
    const all = readRelationships(createSource(relationshipsPart), part);
    return all.ok ? ok(all.value.filter(({ external }) => !external)) : all;
  };

  const root = relationships('');
  if (!root.ok) return root;
  const mainPart = findTarget(root.value, 'officeDocument');
  if (mainPart === undefined || !zip.has(mainPart))
    return err('part-missing', { part: mainPart ?? getRelationshipsPart('') });
  const getContentType = readContentTypes(createSource(CONTENT_TYPES_PART));
  if (!getContentType.ok) return getContentType;
  return ok({
    mainPart,
    contentType: getContentType.value(mainPart),
    relationships,
    readXml: (part, handler) => addPartName(readXml(createSource(part), handler), part),
    readTree: (part, skip) => addPartName(readXmlTree(createSource(part), { skip }), part),
  });
}
