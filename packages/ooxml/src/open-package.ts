import { err, ok, type Result } from '../../../src/shared/result';
import { type ByteSource, readXml, type XmlHandler } from './xml/read-xml';
import { readXmlTree, type XmlElement } from './xml/xml-tree';
import { openZip, type ZipArchive } from './zip/open-zip';

/** A relationship inside the package. `type` is the last word of its URI: the same in strict and transitional. */
export type Relationship = { id: string; type: string; target: string };

/** An Open Packaging Conventions file (.docx, .xlsx): parts found by relationships, never by customary names. */
export type OfficePackage = {
  /** Full name of the part that is the document itself. */
  mainPart: string;
  contentType: string;
  /** Relationships of a part, by its full name; none when it has no relationships part. */
  relationships: (part: string) => Result<Relationship[]>;
  readXml: (part: string, handler: XmlHandler) => Result<void>;
  readTree: (part: string, skip?: ReadonlySet<string>) => Result<XmlElement>;
};

const CONTENT_TYPES = '[Content_Types].xml';

/** Opens the package. Problems: as `openZip` and `readXml`; part-missing where it names no main part. */
export function openPackage(bytes: Uint8Array): Result<OfficePackage> {
  const zip = openZip(bytes);
  return zip.ok ? openZipPackage(zip.value) : zip;
}

export function openZipPackage(zip: ZipArchive): Result<OfficePackage> {
  const source =
    (part: string): ByteSource =>
    (sink) =>
      zip.stream(part, sink);
  const relationships = (part: string): Result<Relationship[]> =>
    zip.has(getRelationshipsPart(part))
      ? addPartName(readRelationships(source(getRelationshipsPart(part)), part), getRelationshipsPart(part))
      : ok([]);

  const root = relationships('');
  if (!root.ok) return root;
  const mainPart = root.value.find((relationship) => relationship.type === 'officeDocument')?.target;
  if (mainPart === undefined || !zip.has(mainPart))
    return err('part-missing', {}, { part: mainPart ?? '_rels/.rels' });
  const contentType = addPartName(readContentType(source(CONTENT_TYPES), mainPart), CONTENT_TYPES);
  if (!contentType.ok) return contentType;
  return ok({
    mainPart,
    contentType: contentType.value,
    relationships,
    readXml: (part, handler) => addPartName(readXml(source(part), handler), part),
    readTree: (part, skip) => addPartName(readXmlTree(source(part), skip), part),
  });
}

function addPartName<T>(result: Result<T>, part: string): Result<T> {
  return result.ok
    ? result
    : {
        ok: false,
        problems: result.problems.map((problem) => ({ ...problem, details: { part, ...problem.details } })),
      };
}

function getRelationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelationships(source: ByteSource, part: string): Result<Relationship[]> {
  const found: Relationship[] = [];
  const outcome = readXml(source, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (name !== 'rel:Relationship' || TargetMode === 'External') return;
      found.push({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: resolveTarget(part, Target),
      });
    },
  });
  return outcome.ok ? ok(found) : outcome;
}

/** Full name of a target: from the root when it begins with "/", else beside the part that names it. */
function resolveTarget(part: string, target: string): string {
  const segments = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of decodeTarget(target).replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodeTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function readContentType(source: ByteSource, part: string): Result<string> {
  let type = '';
  const outcome = readXml(source, {
    open: (name, { PartName = '', Extension = '', ContentType = '' }) => {
      if (name === 'ct:Override' && isSamePartName(PartName.replace(/^\//, ''), part)) type = ContentType;
      else if (
        name === 'ct:Default' &&
        type === '' &&
        part.toLowerCase().endsWith(`.${Extension.toLowerCase()}`)
      )
        type = ContentType;
    },
  });
  return outcome.ok ? ok(type) : outcome;
}

const isSamePartName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
