import { isStrictOoxml, NAMESPACES, toTransitional } from './xml/namespace-prefixes';
import { decodeXmlPart, encodeXmlPart, findChildren, parseXml, writeElement } from './xml/parse-xml';

/** `target` is a part's path without leading slash, or, outside the file, an address as it stands. */
export type Relationship = { id: string; type: string; target: string; external: boolean };

/** Relationship types by their last word; "…/officeDocument/2006/relationships/worksheet" is "worksheet". */
export const getRelationshipKind = (type: string): string => type.slice(type.lastIndexOf('/') + 1);
export const toOfficeRelationshipType = (kind: string): string => `${NAMESPACES.r}/${kind}`;

const getFolder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export function getRelationshipsPart(owner: string): string {
  return `${getFolder(owner)}_rels/${owner.slice(getFolder(owner).length)}.rels`;
}

function decodeTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function resolvePath(owner: string, target: string): string {
  const steps = (target.startsWith('/') ? target : `${getFolder(owner)}${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** "xl/worksheets/sheet1.xml" to "xl/media/image1.png" is "../media/image1.png". */
function toRelativePath(owner: string, target: string): string {
  const from = getFolder(owner).split('/').filter(Boolean);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** An opened file: its parts, what they are, and what they point to. */
export type OpcPackage = {
  parts: ReadonlyMap<string, Uint8Array>;
  /** The path as it is spelled in the file, for paths compare without regard to case; undefined without such a part. */
  find(path: string): string | undefined;
  getContentType(path: string): string;
  /** Of a part, or of the whole file ('' as owner); targets spelled as the parts are. */
  getRelationships(owner: string): Relationship[];
};

const getExtension = (path: string): string => /\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';

export function openPackage(raw: ReadonlyMap<string, Uint8Array>): OpcPackage {
  const parts = new Map(raw);
  for (const [path, bytes] of raw) {
    if (!/\.(xml|rels|vml)$/i.test(path)) continue;
    const text = decodeXmlPart(bytes);
    if (isStrictOoxml(text)) parts.set(path, new TextEncoder().encode(toTransitional(text)));
  }
  const spelling = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  const find = (path: string): string | undefined => spelling.get(path.toLowerCase());
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  const typesPath = find('[Content_Types].xml');
  if (typesPath) {
    for (const { name, attributes } of parseXml(parts.get(typesPath)!, typesPath).root.children) {
      const type = attributes['ContentType'] ?? '';
      if (name === 'Override')
        overrides.set((attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase(), type);
      if (name === 'Default') defaults.set((attributes['Extension'] ?? '').toLowerCase(), type);
    }
  }
  return {
    parts,
    find,
    getContentType: (path) => overrides.get(path.toLowerCase()) ?? defaults.get(getExtension(path)) ?? '',
    getRelationships: (owner) => {
      const path = find(getRelationshipsPart(owner));
      if (!path) return [];
      return findChildren(parseXml(parts.get(path)!, path).root, 'Relationship').map(({ attributes }) => {
        const external = attributes['TargetMode'] === 'External';
        const target = attributes['Target'] ?? '';
        const resolved = external ? target : resolvePath(owner, decodeTarget(target));
        return {
          id: attributes['Id'] ?? '',
          type: attributes['Type'] ?? '',
          target: external ? target : (find(resolved) ?? resolved),
          external,
        };
      });
    },
  };
}

/** Path of the first part of a kind that is there. */
export function findTarget(
  relationships: readonly Relationship[],
  kind: string,
  file: OpcPackage,
): string | undefined {
  return relationships.find(
    ({ type, target }) => getRelationshipKind(type) === kind && file.parts.has(target),
  )?.target;
}

const PACKAGE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a file to be written; the order in which they are added is the order in the file. */
export class PackageWriter {
  private readonly contents = new Map<string, Uint8Array>();
  private readonly types = new Map<string, string>();
  private readonly links = new Map<string, Relationship[]>();

  has(path: string): boolean {
    return this.contents.has(path);
  }

  addPart(path: string, bytes: Uint8Array, contentType: string): void {
    this.contents.set(path, bytes);
    this.types.set(path, contentType);
  }

  /** Points from a part (or the file: '') to another; gives the id, which is `wanted` where that is free. */
  addRelationship(
    owner: string,
    type: string,
    target: string,
    options: { id?: string; external?: boolean } = {},
  ): string {
    const list = this.links.get(owner) ?? [];
    this.links.set(owner, list);
    const taken = new Set(list.map(({ id }) => id));
    let id = options.id ?? '';
    for (let number = list.length + 1; id === '' || taken.has(id); number++) id = `rId${number}`;
    list.push({ id, type, target, external: options.external ?? false });
    return id;
  }

  /** Every part something points to. */
  listTargets(): string[] {
    return [...this.links.values()]
      .flat()
      .filter(({ external }) => !external)
      .map(({ target }) => target);
  }

  /** All parts, with content types and relationships first. */
  buildParts(): Map<string, Uint8Array> {
    const defaults = new Map([
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
    ]);
    const overrides: string[] = [];
    for (const [path, type] of this.types) {
      const extension = getExtension(path);
      if (
        extension !== 'xml' &&
        extension !== 'rels' &&
        extension !== '' &&
        (defaults.get(extension) ?? type) === type
      ) {
        defaults.set(extension, type);
      } else if (type !== '' && defaults.get(extension) !== type) {
        overrides.push(writeElement('Override', { PartName: `/${path}`, ContentType: type }));
      }
    }
    const types = writeElement(
      'Types',
      { xmlns: `${PACKAGE_NAMESPACE}/content-types` },
      ...[...defaults].map(([Extension, ContentType]) => writeElement('Default', { Extension, ContentType })),
      ...overrides,
    );
    const all = new Map([['[Content_Types].xml', encodeXmlPart(types)]]);
    for (const owner of ['', ...this.contents.keys()]) {
      const bytes = this.contents.get(owner);
      if (bytes) all.set(owner, bytes);
      const list = this.links.get(owner);
      if (!list?.length) continue;
      const entries = list.map(({ id, type, target, external }) =>
        writeElement('Relationship', {
          Id: id,
          Type: type,
          Target: external ? target : encodeURI(toRelativePath(owner, target)),
          TargetMode: external ? 'External' : undefined,
        }),
      );
      all.set(
        getRelationshipsPart(owner),
        encodeXmlPart(
          writeElement('Relationships', { xmlns: `${PACKAGE_NAMESPACE}/relationships` }, ...entries),
        ),
      );
    }
    return all;
  }
}
