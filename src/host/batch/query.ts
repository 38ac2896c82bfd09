import type { BatchContext } from './context';
import { HostError } from './host-error';
import { type Found, findMember, tableOf } from './lookup';
import type { HostObject } from './objects';
import { isAdvertised } from './requirement-sets';
import type { Json, JsonObject, QueryInfo } from './wire';

/** What is asked of an object: some or all of its properties, and of what it leads to. */
type Wanted = { all: boolean; names: Set<string>; within: Map<string, Wanted> };

const nothing = (): Wanted => ({ all: false, names: new Set(), within: new Map() });

const isNavigation = ({ member }: Found): boolean => member.kind === 'navigation';

/** "format/fill/color", "worksheet/*", "values", "*": added to what is wanted already. */
function addPath(wanted: Wanted, path: string): void {
  const [first = '', ...rest] = path.split('/');
  if (rest.length > 0) {
    let within = wanted.within.get(first);
    if (!within) wanted.within.set(first, (within = nothing()));
    addPath(within, rest.join('/'));
  } else if (first === '*') wanted.all = true;
  else wanted.names.add(first);
}

function wantedOf({ Select, Expand }: QueryInfo): Wanted {
  const wanted = nothing();
  for (const path of Select ?? []) addPath(wanted, path);
  for (const path of Expand ?? []) addPath(wanted, `${path}/*`);
  if ((Select ?? []).length === 0) wanted.all = true;
  return wanted;
}

/** How names are written in the answer: PascalCase for queries, camelCase for retrieve. */
type Style = { key: (name: string) => string; items: string; nullObject: Json };
export const WIRE_STYLE: Style = {
  key: (name) => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1)),
  items: '_Items',
  nullObject: null,
};
export const JSON_STYLE: Style = { key: (name) => name, items: 'items', nullObject: { _IsNull: true } };

function readProperty(object: HostObject, name: string, context: BatchContext): Json {
  const { member, location } = findMember(context.session, object.class, name);
  if (member.kind !== 'property') {
    throw new HostError('InvalidArgument', `${location} is no property that can be loaded.`, location);
  }
  try {
    return member.get(object, context);
  } catch (error) {
    if (error instanceof HostError && !error.location) error.location = location;
    throw error;
  }
}

/** Every property that may be asked for by load() without names. */
function allProperties(object: HostObject, context: BatchContext): string[] {
  return Object.entries(tableOf(context.session, object.class).members).flatMap(([name, member]) =>
    member.kind === 'property' &&
    !member.onlyWhenNamed &&
    isAdvertised(context.session.requirementSets, `${object.class}.${name}`)
      ? [name]
      : [],
  );
}

/** The id keys by which office.js finds the object again. */
export function identityOf(object: HostObject, context: BatchContext): JsonObject {
  const identity: JsonObject = { ...tableOf(context.session, object.class).identify?.(object, context) };
  if ((object.class === 'Range' || object.class === 'RangeAreas') && object.referenceId) {
    identity['_ReferenceId'] = object.referenceId;
  }
  return identity;
}

function readOne(object: HostObject, wanted: Wanted, context: BatchContext, style: Style): JsonObject {
  const answer: JsonObject = style === WIRE_STYLE ? identityOf(object, context) : {};
  const names = new Set(wanted.all ? allProperties(object, context) : []);
  const within = new Map(wanted.within);
  for (const name of wanted.names) {
    const found = findMember(context.session, object.class, name);
    // A navigation by its bare name asks for all properties of what it leads to.
    if (isNavigation(found)) within.set(found.name, within.get(found.name) ?? { ...nothing(), all: true });
    else names.add(found.name);
  }
  for (const name of names) answer[style.key(name)] = readProperty(object, name, context);
  for (const [name, inner] of within) {
    const { member, name: documented, location } = findMember(context.session, object.class, name);
    if (member.kind !== 'navigation') {
      throw new HostError('InvalidArgument', `${location} leads to no object.`, location);
    }
    answer[style.key(documented)] = readObject(member.get(object, context), inner, {}, context, style);
  }
  return answer;
}

/** Names of a collection's own scalars are for it; all others are for its items. */
function splitForItems(
  object: HostObject,
  wanted: Wanted,
  context: BatchContext,
): { own: Wanted; items: Wanted | null } {
  const members = tableOf(context.session, object.class).members;
  const own = nothing();
  const items: Wanted = { all: wanted.all, names: new Set(), within: new Map() };
  own.all = wanted.all;
  let itemsNamed = wanted.all;
  for (const name of wanted.names) {
    if (name === 'items') items.all = itemsNamed = true;
    else if (members[name]?.kind === 'property') own.names.add(name);
    else {
      items.names.add(name);
      itemsNamed = true;
    }
  }
  for (const [name, inner] of wanted.within) {
    if (name === 'items') mergeInto(items, inner);
    else if (members[name]?.kind === 'navigation') own.within.set(name, inner);
    else items.within.set(name, inner);
    itemsNamed = true;
  }
  return { own, items: itemsNamed ? items : null };
}

function mergeInto(target: Wanted, source: Wanted): void {
  target.all ||= source.all;
  for (const name of source.names) target.names.add(name);
  for (const [name, inner] of source.within) target.within.set(name, inner);
}

function readObject(
  object: HostObject | null,
  wanted: Wanted,
  { Top, Skip }: QueryInfo,
  context: BatchContext,
  style: Style,
): Json {
  if (object === null) return style.nullObject;
  const table = tableOf(context.session, object.class);
  table.ensure?.(object, context);
  if (!table.items) return readOne(object, wanted, context, style);
  const { own, items } = splitForItems(object, wanted, context);
  const answer = readOne(object, own, context, style);
  if (items) {
    const first = Skip ?? 0;
    const all = table.items(object, context);
    const taken = all.slice(first, Top === undefined ? undefined : first + Top);
    answer[style.items] = taken.map((item) => readObject(item, items, {}, context, style));
  }
  return answer;
}

/** Loads (`WIRE_STYLE`) or retrieves (`JSON_STYLE`) properties; null for a null object. */
export function query(
  object: HostObject | null,
  info: QueryInfo,
  context: BatchContext,
  style: Style = WIRE_STYLE,
): Json {
  return readObject(object, wantedOf(info), info, context, style);
}
