import { readIntegerArg } from './arguments';
import type { BatchContext } from './batch-context';
import { createInvalidArgumentError } from './host-error';
import type { ClassName, HostObject, ObjectOf } from './host-objects';
import type { Json } from './wire';

/** An argument as it arrives: plain data, or the object that a proxy stood for (null: a null object). */
export type Argument = Json | undefined | HostObject | Argument[];

/** One member of an Excel class, keyed in its table by its documented name. */
export type Member<C extends ClassName> =
  | {
      kind: 'property';
      get: (self: ObjectOf<C>, context: BatchContext) => Json;
      set?: (self: ObjectOf<C>, value: Json, context: BatchContext) => void;
      /** Left out when all properties are asked for: client-side or costly ones. */
      onlyWhenNamed?: boolean;
    }
  | { kind: 'navigation'; get: (self: ObjectOf<C>, context: BatchContext) => HostObject | null }
  | { kind: 'method'; call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => Json | void }
  | {
      kind: 'object';
      call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => HostObject | null;
    }
  | {
      kind: 'event';
      /** The message number office.js listens to. */
      type: number;
      /** "_Register<wire>Event" or "_RegisterEvent<wire>" on the wire, without the frame. */
      wire: string;
      /** Which object the event is for, as office.js names it. */
      target: (self: ObjectOf<C>) => string;
    };

export type ClassTable<C extends ClassName> = {
  name: C;
  /** Id keys of the object's answers: "Id", "_Id" or none (office-js, tryGetObjectIdFromLoadOrRetrieveResult). */
  identify?: (self: ObjectOf<C>, context: BatchContext) => Record<string, Json>;
  /** Throws when what the handle names is no longer there. */
  ensure?: (self: ObjectOf<C>, context: BatchContext) => void;
  /** For a collection: its items in order. */
  items?: (self: ObjectOf<C>, context: BatchContext) => HostObject[];
  members: Record<string, Member<C>>;
};

/** Ties the members of a table to their class. */
export const defineClass = <C extends ClassName>(table: ClassTable<C>): ClassTable<C> => table;

export function defineProperty<C extends ClassName>(
  get: (self: ObjectOf<C>, context: BatchContext) => Json,
  set?: (self: ObjectOf<C>, value: Json, context: BatchContext) => void,
): Member<C> {
  return { kind: 'property', get, set };
}

export function defineNavigation<C extends ClassName>(
  get: (self: ObjectOf<C>, context: BatchContext) => HostObject | null,
): Member<C> {
  return { kind: 'navigation', get };
}

/** A method that gives plain data, or nothing. */
export function defineMethod<C extends ClassName>(
  call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => Json | void,
): Member<C> {
  return { kind: 'method', call };
}

/** A method that gives an object, or null for a null object. */
export function defineObjectMethod<C extends ClassName>(
  call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => HostObject | null,
): Member<C> {
  return { kind: 'object', call };
}

export function defineEvent<C extends ClassName>(
  type: number,
  wire: string,
  target: (self: ObjectOf<C>) => string,
): Member<C> {
  return { kind: 'event', type, wire, target };
}

type ListItems<C extends ClassName> = (self: ObjectOf<C>, context: BatchContext) => HostObject[];

/** getCount() of a collection. */
export function defineGetCount<C extends ClassName>(items: ListItems<C>): Member<C> {
  return defineMethod((self, _args, context) => items(self, context).length);
}

/** The `count` property that the oldest collections have besides. */
export function defineCountProperty<C extends ClassName>(items: ListItems<C>): Member<C> {
  return defineProperty((self, context) => items(self, context).length);
}

/** getItemAt(index) of a collection; an index outside it is refused. */
export function defineGetItemAt<C extends ClassName>(items: ListItems<C>): Member<C> {
  return defineObjectMethod((self, [index], context) => {
    const all = items(self, context);
    const item = all[readIntegerArg(index, 'index', 0)];
    if (!item)
      throw createInvalidArgumentError(
        `The collection has ${all.length} items and none at ${String(index)}.`,
      );
    return item;
  });
}
