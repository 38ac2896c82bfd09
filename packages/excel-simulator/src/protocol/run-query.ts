import { findMember, type FoundMember, getClassTable } from './find-member';
import { HostError } from './host-error';
import type { HostObject } from './host-objects';
import { isAdvertised } from './requirement-sets';
import type { BatchContext } from './types';
import type { Json, JsonObject, QueryInfo } from './wire';

/** The requested properties of an object, and of the objects it leads to. */
type PropertySelection = { all: boolean; names: Set<string>; nested: Map<string, PropertySelection> };

const createEmptySelection = (): PropertySelection => ({ all: false, names: new Set(), nested: new Map() });

const isNavigation = ({ member }: FoundMember): boolean => member.kind === 'navigation';

/** Adds one requested path: "format/fill/color", "worksheet/*", "values", "*". */
function addPath(wanted: PropertySelection, path: string): void {
  const [first = '', ...rest] = path.split('/');
  if (rest.length > 0) {
    let within = wanted.nested.get(first);
    if (!within) wanted.nested.set(first, (within = createEmptySelection()));
    addPath(within, rest.join('/'));
  } else if (first === '*') wanted.all = true;
  else wanted.names.add(first);
}

function parseSelection({ Select, Expand }: QueryInfo): PropertySelection {
  const wanted = createEmptySelection();
  for (const path of Select ?? []) addPath(wanted, path);
  for (const path of Expand ?? []) addPath(wanted, `${path}/*`);
  if ((Select ?? []).length === 0) wanted.all = true;
  return wanted;
}

/** How names are written in the answer: PascalCase for queries, camelCase for retrieve. */
type NameStyle = { key: (name: string) => string; items: string; nullObject: Json };
const WIRE_STYLE: NameStyle = {
  key: (name) => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1)),
  items: '_Items',
  nullObject: null,
};
export const JSON_STYLE: NameStyle = { key: (name) => name, items: 'items', nullObject: { _IsNull: true } };

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

/** Lists every property that load() without names may request. */
function listProperties(object: HostObject, context: BatchContext): string[] {
  return Object.entries(getClassTable(context.session, object.class).members).flatMap(([name, member]) =>
    member.kind === 'property' &&
    !member.onlyWhenNamed &&
    isAdvertised(context.session.requirementSets, `${object.class}.${name}`)
      ? [name]
      : [],
  );
}

/** Returns the id keys by which office.js identifies the object. */
export function getIdentity(object: HostObject, context: BatchContext): JsonObject {
  const identity: JsonObject = {
    ...getClassTable(context.session, object.class).identify?.(object, context),
  };
  if ((object.class === 'Range' || object.class === 'RangeAreas') && object.referenceId) {
    identity['_ReferenceId'] = object.referenceId;
  }
  return identity;
}

function readProperties(
  object: HostObject,
  wanted: PropertySelection,
  context: BatchContext,
  style: NameStyle,
): JsonObject {
  const answer: JsonObject = style === WIRE_STYLE ? getIdentity(object, context) : {};
  const names = new Set(wanted.all ? listProperties(object, context) : []);
  const within = new Map(wanted.nested);
  for (const name of wanted.names) {
    const found = findMember(context.session, object.class, name);
    // A navigation by its bare name requests all properties of its target.
    if (isNavigation(found))
      within.set(found.name, within.get(found.name) ?? { ...createEmptySelection(), all: true });
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

/** Splits the names: a collection's own scalars are for it, all others for its items. */
function splitSelection(
  object: HostObject,
  wanted: PropertySelection,
  context: BatchContext,
): { own: PropertySelection; items: PropertySelection | null } {
  const members = getClassTable(context.session, object.class).members;
  const own = createEmptySelection();
  const items: PropertySelection = { all: wanted.all, names: new Set(), nested: new Map() };
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
  for (const [name, inner] of wanted.nested) {
    if (name === 'items') mergeSelection(items, inner);
    else if (members[name]?.kind === 'navigation') own.nested.set(name, inner);
    else items.nested.set(name, inner);
    itemsNamed = true;
  }
  return { own, items: itemsNamed ? items : null };
}

function mergeSelection(target: PropertySelection, source: PropertySelection): void {
  target.all ||= source.all;
  for (const name of source.names) target.names.add(name);
  for (const [name, inner] of source.nested) target.nested.set(name, inner);
}

function readObject(
  object: HostObject | null,
  wanted: PropertySelection,
  { Top, Skip }: QueryInfo,
  context: BatchContext,
  style: NameStyle,
): Json {
  if (object === null) return style.nullObject;
  const table = getClassTable(context.session, object.class);
  table.ensure?.(object, context);
  if (!table.items) return readProperties(object, wanted, context, style);
  const { own, items } = splitSelection(object, wanted, context);
  const answer = readProperties(object, own, context, style);
  if (items) {
    const first = Skip ?? 0;
    const all = table.items(object, context);
    const taken = all.slice(first, Top === undefined ? undefined : first + Top);
    answer[style.items] = taken.map((item) => readObject(item, items, {}, context, style));
  }
  return answer;
}

/** Loads (`WIRE_STYLE`) or retrieves (`JSON_STYLE`) properties; null for a null object. */
export function runQuery(
  object: HostObject | null,
  info: QueryInfo,
  context: BatchContext,
  style: NameStyle = WIRE_STYLE,
): Json {
  return readObject(object, parseSelection(info), info, context, style);
}
