import { resolveArguments } from './arguments';
import { createBatchContext, finishBatch } from './batch-context';
import { registerEvent, unregisterEvent } from './events';
import { findFault } from './faults';
import { findEvent, findMemberOfKind, getClassTable, isMutatingMethod } from './find-member';
import { HostError } from './host-error';
import type { HostObject } from './host-objects';
import { keepReference, validateArraySize } from './internal-methods';
import { createPathWalker, type PathWalker } from './path-walker';
import { getIdentity, JSON_STYLE, runQuery } from './run-query';
import type { Argument, BatchContext, Session } from './types';
import {
  type Action,
  ACTION_TYPES,
  type BatchRequest,
  type BatchResponse,
  type Json,
  type JsonObject,
} from './wire';

/** State shared by the actions of one request. */
type Batch = { context: BatchContext; paths: PathWalker; traceIds: number[] };

const toWireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * Returns the object of an action.
 * @throws HostError for a null object, which can be asked about but not used.
 */
function requireObject(object: HostObject | null, action: Action): HostObject {
  if (object) return object;
  throw new HostError(
    'InvalidOperation',
    `${action.Name ?? 'The action'} was called on a null object.`,
    action.Name,
  );
}

/** Adds the member's name to errors thrown by `run`. */
function addErrorLocation<T>(location: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError && !error.location) error.location = location;
    throw error;
  }
}

function instantiate(object: HostObject | null, { context }: Batch): Json {
  if (object === null) return null;
  getClassTable(context.session, object.class).ensure?.(object, context);
  return getIdentity(object, context);
}

function setProperty(object: HostObject, name: string, value: Json, { context }: Batch): void {
  const { member, location } = findMemberOfKind(context.session, object.class, name, 'property');
  addErrorLocation(location, () => {
    const { set } = member;
    if (!set) throw new HostError('InvalidOperation', `${location} is read-only.`);
    getClassTable(context.session, object.class).ensure?.(object, context);
    context.session.dirty = true;
    set(object, value, context);
  });
}

function callMethod(object: HostObject, name: string, args: Argument[], { context }: Batch): Json {
  const { session } = context;
  if (object.class === 'Range' || object.class === 'RangeAreas') {
    if (name === '_KeepReference') return keepReference(object, session);
    if (name === '_ValidateArraySize') return validateArraySize(object, args);
  }
  const event = findEvent(session, object.class, name);
  if (event) {
    const { type, target } = event.found.member;
    if (event.register) registerEvent(session, type, target(object));
    else unregisterEvent(session, type, target(object));
    return null;
  }
  const { member, location, name: method } = findMemberOfKind(session, object.class, name, 'method');
  return addErrorLocation(location, () => {
    getClassTable(session, object.class).ensure?.(object, context);
    if (isMutatingMethod(method)) session.dirty = true;
    return member.call(object, args, context) ?? null;
  });
}

/**
 * Checks that the loaded object is as the add-in last saw it.
 * @throws HostError (Conflict) where it differs.
 */
function ensureUnchanged(object: HostObject, state: JsonObject, { context }: Batch): void {
  const current = runQuery(object, { Select: Object.keys(state) }, context, JSON_STYLE) as JsonObject;
  for (const [name, value] of Object.entries(state)) {
    if (JSON.stringify(current[name]) !== JSON.stringify(value)) {
      throw new HostError('Conflict', `${name} is no longer what it was.`, `${object.class}.${name}`);
    }
  }
}

/** Runs one action and returns the value of its result. */
function performAction(action: Action, batch: Batch): Json {
  const { paths } = batch;
  if (action.ActionType === ACTION_TYPES.trace) {
    batch.traceIds.push(action.Id);
    return null;
  }
  const object = paths.objectAt(action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION_TYPES.instantiate:
      return instantiate(object, batch);
    case ACTION_TYPES.query:
      return runQuery(object, action.QueryInfo ?? {}, batch.context);
    case ACTION_TYPES.queryAsJson:
      return runQuery(object, action.QueryInfo ?? {}, batch.context, JSON_STYLE);
    case ACTION_TYPES.recursiveQuery:
      return runQuery(
        object,
        (object && action.RecursiveQueryInfo?.Queries[object.class]) ?? {},
        batch.context,
      );
    case ACTION_TYPES.method: {
      // office.js asks to keep every range of an Excel.run, also a null object.
      if (object === null && action.Name === '_KeepReference') return null;
      const args = resolveArguments(action.ArgumentInfo, paths.objectAt);
      return callMethod(requireObject(object, action), action.Name ?? '', args, batch);
    }
    case ACTION_TYPES.setProperty: {
      const [value = null] = resolveArguments(action.ArgumentInfo, paths.objectAt);
      setProperty(requireObject(object, action), action.Name ?? '', value as Json, batch);
      return null;
    }
    case ACTION_TYPES.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        setProperty(requireObject(object, action), toWireName(name), value ?? null, batch);
      }
      return null;
    case ACTION_TYPES.ensureUnchanged:
      ensureUnchanged(requireObject(object, action), action.ObjectState ?? {}, batch);
      return null;
    default:
      throw new HostError('InvalidRequest', `Actions of type ${action.ActionType} are unknown.`);
  }
}

/**
 * Runs the actions of a request in order on the session's workbook. An error ends the batch: results so far
 * are answered, their effects stay, the remaining actions are not run. Formulas are calculated when something
 * reads them after a write, and at the end.
 */
export function processBatch(session: Session, request: BatchRequest): BatchResponse {
  const context = createBatchContext(session);
  const batch: Batch = { context, paths: createPathWalker(context, request.ObjectPaths), traceIds: [] };
  const response: BatchResponse = { Results: [], TraceIds: batch.traceIds };
  const fault = findFault(session);
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (fault?.effect === 'failAt' && fault.action === index) {
        throw new HostError(fault.code, fault.message ?? fault.code);
      }
      response.Results.push({ ActionId: action.Id, Value: performAction(action, batch) });
    } catch (error) {
      const failure =
        error instanceof HostError
          ? error
          : new HostError(
              'GeneralException',
              `The host failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            );
      response.Error = {
        Code: failure.code,
        Message: failure.message,
        Location: failure.location,
        HttpStatusCode: failure.status,
        ActionIndex: index,
      };
      break;
    }
  }
  finishBatch(context);
  return response;
}
