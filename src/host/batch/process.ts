import { resolveArguments } from './arguments';
import type { Argument } from './class-table';
import { type BatchContext, createContext, finish } from './context';
import { registerEvent, unregisterEvent } from './events';
import { faultOf } from './faults';
import { HostError } from './host-error';
import { findEvent, findMemberOf, isChange, tableOf } from './lookup';
import type { HostObject } from './objects';
import { type PathWalker, createPathWalker } from './paths';
import { keepReference, validateArraySize } from './plumbing';
import { JSON_STYLE, identityOf, query } from './query';
import type { Session } from './session';
import {
  ACTION,
  type Action,
  type BatchRequest,
  type BatchResponse,
  type Json,
  type JsonObject,
} from './wire';

export { createSession } from './session';

/** What the actions of one request share. */
type Batch = { context: BatchContext; paths: PathWalker; traceIds: number[] };

const wirePropertyName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A null object can be asked about, but nothing can be done with it. */
function present(object: HostObject | null, action: Action): HostObject {
  if (object) return object;
  throw new HostError(
    'InvalidOperation',
    `${action.Name ?? 'The action'} was called on a null object.`,
    action.Name,
  );
}

/** Runs what a member does with its own name on any refusal. */
function located<T>(location: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError && !error.location) error.location = location;
    throw error;
  }
}

function instantiate(object: HostObject | null, { context }: Batch): Json {
  if (object === null) return null;
  tableOf(context.session, object.class).ensure?.(object, context);
  return identityOf(object, context);
}

function setProperty(object: HostObject, name: string, value: Json, { context }: Batch): void {
  const { member, location } = findMemberOf(context.session, object.class, name, 'property');
  located(location, () => {
    const { set } = member;
    if (!set) throw new HostError('InvalidOperation', `${location} is read-only.`);
    tableOf(context.session, object.class).ensure?.(object, context);
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
  const { member, location, name: method } = findMemberOf(session, object.class, name, 'method');
  return located(location, () => {
    tableOf(session, object.class).ensure?.(object, context);
    if (isChange(method)) session.dirty = true;
    return member.call(object, args, context) ?? null;
  });
}

/** The loaded object differs from what the add-in last saw: Conflict. */
function ensureUnchanged(object: HostObject, state: JsonObject, { context }: Batch): void {
  const current = query(object, { Select: Object.keys(state) }, context, JSON_STYLE) as JsonObject;
  for (const [name, value] of Object.entries(state)) {
    if (JSON.stringify(current[name]) !== JSON.stringify(value)) {
      throw new HostError('Conflict', `${name} is no longer what it was.`, `${object.class}.${name}`);
    }
  }
}

/** Does one action and gives the value of its result. */
function perform(action: Action, batch: Batch): Json {
  const { paths } = batch;
  if (action.ActionType === ACTION.trace) {
    batch.traceIds.push(action.Id);
    return null;
  }
  const object = paths.objectAt(action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return instantiate(object, batch);
    case ACTION.query:
      return query(object, action.QueryInfo ?? {}, batch.context);
    case ACTION.queryAsJson:
      return query(object, action.QueryInfo ?? {}, batch.context, JSON_STYLE);
    case ACTION.recursiveQuery:
      return query(object, (object && action.RecursiveQueryInfo?.Queries[object.class]) ?? {}, batch.context);
    case ACTION.method: {
      // The library asks every range of an Excel.run to be kept, also one that turns out not to be there.
      if (object === null && action.Name === '_KeepReference') return null;
      const args = resolveArguments(action.ArgumentInfo, paths.objectAt);
      return callMethod(present(object, action), action.Name ?? '', args, batch);
    }
    case ACTION.setProperty: {
      const [value = null] = resolveArguments(action.ArgumentInfo, paths.objectAt);
      setProperty(present(object, action), action.Name ?? '', value as Json, batch);
      return null;
    }
    case ACTION.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        setProperty(present(object, action), wirePropertyName(name), value ?? null, batch);
      }
      return null;
    case ACTION.ensureUnchanged:
      ensureUnchanged(present(object, action), action.ObjectState ?? {}, batch);
      return null;
    default:
      throw new HostError('InvalidRequest', `Actions of type ${action.ActionType} are unknown.`);
  }
}

/**
 * Does what a request says, action by action, on the session's workbook. An error ends the batch: results so far
 * are answered, their effects stay, the rest is not done. Formulas are calculated when something reads them after
 * a write, and at the end.
 */
export function processBatch(session: Session, request: BatchRequest): BatchResponse {
  const context = createContext(session);
  const batch: Batch = { context, paths: createPathWalker(context, request.ObjectPaths), traceIds: [] };
  const response: BatchResponse = { Results: [], TraceIds: batch.traceIds };
  const fault = faultOf(session);
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (fault?.effect === 'failAt' && fault.action === index) {
        throw new HostError(fault.code, fault.message ?? fault.code);
      }
      response.Results.push({ ActionId: action.Id, Value: perform(action, batch) });
    } catch (error) {
      const refusal =
        error instanceof HostError
          ? error
          : new HostError(
              'GeneralException',
              `The host failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            );
      response.Error = {
        Code: refusal.code,
        Message: refusal.message,
        Location: refusal.location,
        HttpStatusCode: refusal.status,
        ActionIndex: index,
      };
      break;
    }
  }
  finish(context);
  return response;
}
