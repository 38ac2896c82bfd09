import { HostError } from './host-error';
import type { ClassName } from './host-objects';
import { getRequirement, isAdvertised } from './requirement-sets';
import type { ClassTable, Member, Session } from './types';

type AnyMember = Member<ClassName>;
type AnyClassTable = ClassTable<ClassName>;
export type FoundMember<K extends AnyMember['kind'] = AnyMember['kind']> = {
  /** "Range.values". */
  location: string;
  name: string;
  member: Extract<AnyMember, { kind: K }>;
};

/** The part of a session that member lookup needs. */
type ClassLookup = Pick<Session, 'classes' | 'requirementSets'> & Partial<Pick<Session, 'foreground'>>;

export function getClassTable({ classes }: ClassLookup, name: ClassName): AnyClassTable {
  return classes[name] as unknown as AnyClassTable;
}

/** office.js sends these two properties under other names when they are set. */
const WIRE_NAME_EXCEPTIONS: Partial<Record<string, string>> = {
  'Worksheet.Gridlines': 'showGridlines',
  'Worksheet.Headings': 'showHeadings',
};

/**
 * Converts a wire name to the documented one: "GetRange" → "getRange"; internal methods ("_KeepReference")
 * stay.
 */
function toDocumentedName(className: ClassName, wireName: string): string {
  return (
    WIRE_NAME_EXCEPTIONS[`${className}.${wireName}`] ?? wireName.charAt(0).toLowerCase() + wireName.slice(1)
  );
}

/**
 * Finds a member by its wire name.
 * @throws HostError ApiNotFound: the class has no such member, or it is above the advertised requirement
 *   sets.
 *   NotImplemented: Excel has it, the simulator does not serve it.
 */
export function findMember(session: ClassLookup, className: ClassName, wireName: string): FoundMember {
  const name = toDocumentedName(className, wireName);
  const location = `${className}.${name}`;
  const member = Object.hasOwn(getClassTable(session, className).members, name)
    ? getClassTable(session, className).members[name]
    : undefined;
  if (!member) {
    throw new HostError(
      'NotImplemented',
      `This host does not serve ${location}; either Excel has no such member or it is not built yet.`,
      location,
    );
  }
  if (!isAdvertised(session.requirementSets, location)) {
    const required = getRequirement(location);
    throw new HostError(
      'ApiNotFound',
      `${location} belongs to ${required?.set} ${required?.version}, above what this Excel offers.`,
      location,
    );
  }
  ensureInFront(session.foreground, location);
  return { location, name, member };
}

/** Members that need cells to be selected (OfficeDev/office-js 2268). */
const SELECTION_MEMBERS = new Set([
  'Workbook.getActiveCell',
  'Workbook.getSelectedRange',
  'Workbook.getSelectedRanges',
]);

/**
 * Members that need the workbook to be in front, with the code of their error (Microsoft, "Troubleshoot Excel add-ins":
 * API limitations when the active workbook switches).
 */
const FRONT_MEMBERS: ReadonlyMap<string, string> = new Map([
  ...[...SELECTION_MEMBERS, 'Worksheet.delete'].map((member) => [member, 'InvalidSelection'] as const),
  ...[
    'Chart.activate',
    'Range.select',
    'Table.clearFilters',
    'Worksheet.activate',
    'Worksheet.showGridlines',
    'Worksheet.showHeadings',
    'WorksheetCollection.add',
    'WorksheetFreezePanes.freezeAt',
    'WorksheetFreezePanes.freezeColumns',
    'WorksheetFreezePanes.freezeRows',
    'WorksheetFreezePanes.getLocationOrNullObject',
    'WorksheetFreezePanes.unfreeze',
  ].map((member) => [member, 'GeneralException'] as const),
]);

/** @throws HostError where a chart or another workbook is in front and the member needs cells or this workbook. */
function ensureInFront(foreground: Session['foreground'] | undefined, location: string): void {
  if (foreground === 'chart' && SELECTION_MEMBERS.has(location))
    throw new HostError('InvalidSelection', 'No cells are selected.', location);
  if (foreground !== 'other-workbook' && foreground !== 'inactive-workbook') return;
  const documented = FRONT_MEMBERS.get(location);
  const code = documented && foreground === 'inactive-workbook' ? 'InactiveWorkbook' : documented;
  if (code) throw new HostError(code, 'Another workbook is in front.', location);
}

/**
 * Finds a member that must be of one of the kinds.
 * @throws HostError (InvalidRequest) where it is of another kind.
 */
export function findMemberOfKind<K extends AnyMember['kind']>(
  session: ClassLookup,
  className: ClassName,
  wireName: string,
  ...kinds: K[]
): FoundMember<K> {
  const found = findMember(session, className, wireName);
  if (!(kinds as string[]).includes(found.member.kind)) {
    throw new HostError('InvalidRequest', `${found.location} cannot be used like this.`, found.location);
  }
  return found as unknown as FoundMember<K>;
}

/** Prefixes of methods that do not change the workbook. */
const READ_ONLY_METHOD = /^(?:get|find|calculate|activate|select|suspend|save|close|notify|_)/;

/** Returns true if calling the method changes the workbook (workbook.isDirty). */
export const isMutatingMethod = (name: string): boolean => !READ_ONLY_METHOD.test(name);

const EVENT_CALL_PATTERN = /^_(Register|Unregister)(?:(\w+)Event|Event(\w+))$/;

/**
 * Finds the event of a registration: "_RegisterDataChangedEvent" → its member.
 * @returns null when the name is no registration.
 * @throws HostError where the class has no such event.
 */
export function findEvent(
  session: ClassLookup,
  className: ClassName,
  wireName: string,
): { found: FoundMember<'event'>; register: boolean } | null {
  const match = EVENT_CALL_PATTERN.exec(wireName);
  if (!match) return null;
  const wire = match[2] ?? match[3];
  for (const [name, member] of Object.entries(getClassTable(session, className).members)) {
    if (member.kind !== 'event' || member.wire !== wire) continue;
    return {
      found: findMemberOfKind(session, className, name, 'event'),
      register: match[1] === 'Register',
    };
  }
  throw new HostError(
    'NotImplemented',
    `This host does not serve ${className}.${wireName}.`,
    `${className}.${wireName}`,
  );
}
