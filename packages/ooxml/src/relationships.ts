import { addPartName, ok, type Result } from './result';
import { type ByteSource, readXml } from './xml/read-xml';

/** `target` is the name of a part without a leading slash or, outside the package, an address as it stands. */
export type Relationship = { id: string; type: string; target: string; external: boolean };

/** Returns the last word of a type, which strict and transitional files share: "worksheet", "styles". */
export const getRelationshipKind = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

/** Returns the relationships part of a part, or of the package itself ('' as `owner`). */
export function getRelationshipsPart(owner: string): string {
  const slash = owner.lastIndexOf('/') + 1;
  return `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`;
}

/** Resolves a target: from the root if it begins with "/", otherwise from the folder of the part that names it. */
export function resolveTarget(owner: string, target: string): string {
  const segments = target.startsWith('/') ? [] : owner.split('/').slice(0, -1);
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

/** Reads the relationships of `owner` from its relationships part. Problems: as `readXml`. */
export function readRelationships(source: ByteSource, owner: string): Result<Relationship[]> {
  const found: Relationship[] = [];
  const outcome = readXml(source, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (name !== 'rel:Relationship') return;
      const external = TargetMode === 'External';
      const target = external ? Target : resolveTarget(owner, Target);
      found.push({ id: Id, type: Type, target, external });
    },
  });
  return outcome.ok ? ok(found) : addPartName(outcome, getRelationshipsPart(owner));
}

/** Finds the target of the first relationship of a kind. */
export function findTarget(relationships: readonly Relationship[], kind: string): string | undefined {
  return relationships.find(({ type }) => getRelationshipKind(type) === kind)?.target;
}
