import { createInvalidArgumentError, HostError } from './host-error';
import type { ClassName, HostObject, ObjectOf } from './host-objects';
import type { Argument } from './types';
import type { ArgumentInfo, Json, JsonObject, ReferencedPaths } from './wire';

/** Replaces path ids by the objects that they stand for. */
export function resolveArguments(
  info: ArgumentInfo | undefined,
  objectAt: (pathId: number) => HostObject | null,
): Argument[] {
  const substitute = (values: Json[], references: ReferencedPaths | null | undefined): Argument[] =>
    values.map((value, index) => {
      const reference = references?.[index];
      if (Array.isArray(reference) && Array.isArray(value)) return substitute(value, reference);
      return typeof reference === 'number' && reference !== 0 ? objectAt(reference) : inside(value);
    });
  /** A proxy inside plain data travels as { _ObjectPathId }. */
  const inside = (value: Json): Argument => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value))
      return value.some((item) => typeof item === 'object') ? (value.map(inside) as Argument) : value;
    const pathId = value['_ObjectPathId'];
    if (typeof pathId === 'number') return objectAt(pathId);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, item === undefined ? item : inside(item)]),
    ) as Argument;
  };
  return substitute(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
}

const isGiven = (value: Argument): boolean => value !== undefined && value !== null;

export function isHostObject<C extends ClassName>(value: Argument, ...classes: C[]): value is ObjectOf<C> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'class' in value &&
    (classes as string[]).includes(String(value.class))
  );
}

export function readTextArg(value: Argument, name: string): string {
  if (typeof value !== 'string') throw createInvalidArgumentError(`The argument '${name}' must be text.`);
  return value;
}
export function readOptionalTextArg(value: Argument, name: string): string | undefined {
  return isGiven(value) ? readTextArg(value, name) : undefined;
}

export function readNumberArg(value: Argument, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw createInvalidArgumentError(`The argument '${name}' must be a number.`);
  }
  return value;
}
export function readIntegerArg(value: Argument, name: string, least = -Infinity, most = Infinity): number {
  const number = readNumberArg(value, name);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw createInvalidArgumentError(`The argument '${name}' is not a whole number within its limits.`);
  }
  return number;
}
export function readOptionalIntegerArg(
  value: Argument,
  name: string,
  least?: number,
  most?: number,
): number | undefined {
  return isGiven(value) ? readIntegerArg(value, name, least, most) : undefined;
}

export function readBooleanArg(value: Argument, name: string): boolean {
  if (typeof value !== 'boolean')
    throw createInvalidArgumentError(`The argument '${name}' must be true or false.`);
  return value;
}
export function readOptionalBooleanArg(value: Argument, name: string): boolean | undefined {
  return isGiven(value) ? readBooleanArg(value, name) : undefined;
}

/**
 * Reads one of the documented values, without regard to case, since Excel accepts "up" for "Up".
 * @throws HostError where the value is not valid.
 */
export function readChoiceArg<T extends string>(value: Argument, name: string, choices: readonly T[]): T {
  const found =
    typeof value === 'string' && choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (!found)
    throw createInvalidArgumentError(`The argument '${name}' must be one of ${choices.join(', ')}.`);
  return found;
}
export function readOptionalChoiceArg<T extends string>(
  value: Argument,
  name: string,
  choices: readonly T[],
): T | undefined {
  return isGiven(value) ? readChoiceArg(value, name, choices) : undefined;
}

export function readObjectArg(value: Argument, name: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'class' in value) {
    throw createInvalidArgumentError(`The argument '${name}' must be an object.`);
  }
  return value;
}

export function readListArg(value: Argument, name: string): Argument[] {
  if (!Array.isArray(value)) throw createInvalidArgumentError(`The argument '${name}' must be an array.`);
  return value;
}

/**
 * Reads a proxy of one of the classes.
 * @throws HostError for anything else, also for a null object.
 */
export function readHandleArg<C extends ClassName>(
  value: Argument,
  name: string,
  ...classes: C[]
): ObjectOf<C> {
  if (!isHostObject(value, ...classes)) {
    throw createInvalidArgumentError(`The argument '${name}' must be an object of ${classes.join(' or ')}.`);
  }
  return value;
}

/**
 * Reads "#RRGGBB" or a named web color; '' removes the color.
 * @throws HostError where the value is not valid.
 */
export function readColorArg(value: Argument, name: string): string {
  const text = readTextArg(value, name);
  if (text === '') return '';
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  const named = NAMED_COLORS[text.toLowerCase()];
  if (!named) throw createInvalidArgumentError(`The argument '${name}' is not a colour.`);
  return named;
}

/** The HTML colors that add-ins write by name. */
const NAMED_COLORS: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  maroon: '#800000',
  purple: '#800080',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  lime: '#00FF00',
  aqua: '#00FFFF',
  fuchsia: '#FF00FF',
};

export function createUnsupportedError(what: string): HostError {
  return new HostError('NotImplemented', `${what} is not served by this host.`);
}
