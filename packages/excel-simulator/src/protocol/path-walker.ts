import { resolveArguments } from './arguments';
import { findMemberOfKind, getClassTable, isMutatingMethod } from './find-member';
import { HostError } from './host-error';
import type { ClassName, HostObject } from './host-objects';
import type { BatchContext } from './types';
import { type ObjectPath, PATH_TYPES } from './wire';

/** Services that office.js creates by name and that are not part of Excel's classes. */
const SERVICES: Record<string, ClassName> = {
  'Microsoft.InternalService.AddinInternalService': 'AddinInternalService',
};

/** Resolves path ids to objects; each path is resolved once in a batch and only when an action needs it. */
export type PathWalker = { objectAt: (pathId: number) => HostObject | null };

export function createPathWalker(context: BatchContext, paths: Record<string, ObjectPath>): PathWalker {
  const walked = new Map<number, HostObject | null>();

  const objectAt = (pathId: number): HostObject | null => {
    const known = walked.get(pathId);
    if (known !== undefined) return known;
    const path = paths[String(pathId)];
    if (!path) throw new HostError('InvalidObjectPath', `The request has no object path ${pathId}.`);
    const object = walk(path);
    walked.set(pathId, object);
    return object;
  };

  const getParent = (path: ObjectPath): HostObject | null => {
    if (path.ParentObjectPathId === undefined) {
      throw new HostError('InvalidObjectPath', `The object path ${path.Id} has no parent.`);
    }
    return objectAt(path.ParentObjectPathId);
  };

  /** Calls a member that gives an object; null where the parent is null. */
  const follow = (path: ObjectPath, wireName: string): HostObject | null => {
    const parent = getParent(path);
    if (parent === null) {
      if (!context.session.machine.refusesNullParents) return null;
      throw new HostError('InvalidOperation', `${wireName} was called on a null object.`);
    }
    const { member, location, name } = findMemberOfKind(
      context.session,
      parent.class,
      wireName,
      'navigation',
      'object',
    );
    try {
      getClassTable(context.session, parent.class).ensure?.(parent, context);
      if (member.kind === 'navigation') return member.get(parent, context);
      if (isMutatingMethod(name)) context.session.dirty = true;
      return member.call(parent, resolveArguments(path.ArgumentInfo, objectAt), context);
    } catch (error) {
      if (error instanceof HostError && !error.location) error.location = location;
      throw error;
    }
  };

  const walk = (path: ObjectPath): HostObject | null => {
    switch (path.ObjectPathType) {
      case PATH_TYPES.root:
        return { class: 'Workbook' };
      case PATH_TYPES.newObject: {
        const service = SERVICES[path.Name ?? ''];
        if (service === 'AddinInternalService') return { class: service };
        throw new HostError('NotImplemented', `This host has no service ${path.Name}.`, path.Name);
      }
      case PATH_TYPES.method:
      case PATH_TYPES.property:
        return follow(path, path.Name ?? '');
      case PATH_TYPES.indexer:
        return follow(path, 'getItem');
      case PATH_TYPES.reference: {
        const cells = context.session.references.get(path.Name ?? '');
        if (!cells) throw new HostError('InvalidReference', 'The object is no longer kept by the host.');
        return cells as HostObject;
      }
      case PATH_TYPES.nullObject:
        return null;
      default:
        throw new HostError('InvalidRequest', `Object paths of type ${path.ObjectPathType} are unknown.`);
    }
  };

  return { objectAt };
}
