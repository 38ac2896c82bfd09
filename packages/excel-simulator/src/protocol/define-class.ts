import { readIntegerArg } from './arguments';
import { createInvalidArgumentError, createItemNotFoundError } from './host-error';
import type { ClassName, HostObject, ObjectOf } from './host-objects';
import type { Argument, BatchContext, ClassTable, Member } from './types';
import type { Json } from './wire';

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

/** Defines a method that gives plain data, or nothing. */
export function defineMethod<C extends ClassName>(
  call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => Json | void,
): Member<C> {
  return { kind: 'method', call };
}

/** Defines a method that gives an object, or null for a null object. */
export function defineObjectMethod<C extends ClassName>(
  call: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => HostObject | null,
): Member<C> {
  return { kind: 'object', call };
}

/**
 * Defines a method and its "…OrNullObject" form. `find` gives null where there is nothing: the method then fails
 * with ItemNotFound, its other form gives a null object.
 */
export function defineFindPair<C extends ClassName>(
  name: string,
  find: (self: ObjectOf<C>, args: Argument[], context: BatchContext) => HostObject | null,
  message: string | ((args: Argument[], self: ObjectOf<C>) => string),
): Record<string, Member<C>> {
  return {
    [name]: defineObjectMethod((self, args, context) => {
      const found = find(self, args, context);
      if (found) return found;
      throw createItemNotFoundError(typeof message === 'string' ? message : message(args, self));
    }),
    [`${name}OrNullObject`]: defineObjectMethod(find),
  };
}

export function defineEvent<C extends ClassName>(
  type: number,
  wire: string,
  target: (self: ObjectOf<C>) => string,
): Member<C> {
  return { kind: 'event', type, wire, target };
}

type ListItems<C extends ClassName> = (self: ObjectOf<C>, context: BatchContext) => HostObject[];

/** Defines getCount() of a collection. */
export function defineGetCount<C extends ClassName>(items: ListItems<C>): Member<C> {
  return defineMethod((self, _args, context) => items(self, context).length);
}

/** Defines the `count` property that the oldest collections have besides. */
export function defineCountProperty<C extends ClassName>(items: ListItems<C>): Member<C> {
  return defineProperty((self, context) => items(self, context).length);
}

/** Defines getItemAt(index) of a collection; an index outside it is an error. */
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
