import { CONTENT_TYPES_PART, getExtension } from './content-types';
import { getRelationshipsPart, type Relationship } from './relationships';
import { NAMESPACES } from './xml/namespaces';
import { encodeXmlPart, writeElement } from './xml/write-xml';

/** Returns the type of a relationship by its last word, as transitional files write it. */
export const toOfficeRelationshipType = (kind: string): string => `${NAMESPACES.r}/${kind}`;

const PACKAGE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006';

/** Collects the parts of a package to be written, in the order in which they stand in the file. */
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

  /** Adds a relationship from a part (or the package: '') and returns its id: `options.id` if that is free. */
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

  /** Lists every part that a relationship points to. */
  listTargets(): string[] {
    return [...this.links.values()]
      .flat()
      .filter(({ external }) => !external)
      .map(({ target }) => target);
  }

  /** Returns all parts, with content types and relationships first. */
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
      [...defaults].map(([Extension, ContentType]) => writeElement('Default', { Extension, ContentType })),
      overrides,
    );
    const all = new Map([[CONTENT_TYPES_PART, encodeXmlPart(types)]]);
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
          writeElement('Relationships', { xmlns: `${PACKAGE_NAMESPACE}/relationships` }, entries),
        ),
      );
    }
    return all;
  }
}

/** Returns the path from one part to another: "xl/worksheets/sheet1.xml" to "xl/a.png" is "../a.png". */
function toRelativePath(owner: string, target: string): string {
  const from = owner.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
