import { isWellFormed } from '../model/formula-tokens';
import { booleanArg, choiceArg, colorArg, objectArg, textArg } from './arguments';
import { type Member, navigation, property } from './class-table';
import type { BatchContext } from './context';
import { invalidArgument } from './host-error';
import type { ClassName, ObjectOf } from './objects';
import type { Json, JsonObject } from './wire';
import { type FormatHandle, formatOf } from './conditional-formats-of';

export type OfRule = { [C in ClassName]: ObjectOf<C> extends FormatHandle ? C : never }[ClassName];

const handleOf = (self: object): FormatHandle => self as FormatHandle;

export function ruleOf(self: object, context: BatchContext): Record<string, unknown> {
  return formatOf(handleOf(self), context).format.rule;
}

/** One member of the rule; `part` is the object inside the rule that it lies in. */
export function ruleMember<C extends OfRule>(
  name: string,
  check: (value: Json) => Json,
  part?: string,
): Member<C> {
  const holder = (self: object, context: BatchContext): Record<string, unknown> => {
    const rule = ruleOf(self, context);
    return part === undefined ? rule : (rule[part] as Record<string, unknown>);
  };
  return property<C>(
    (self, context) => (holder(self, context)[name] ?? null) as Json,
    (self, value, context) => {
      holder(self, context)[name] = check(value);
    },
  );
}

/** The whole rule as one property. */
export function wholeRule<C extends OfRule>(
  check: (value: JsonObject) => Record<string, unknown>,
): Member<C> {
  return property<C>(
    (self, context) => ruleOf(self, context) as JsonObject,
    (self, value, context) => {
      formatOf(handleOf(self), context).format.rule = check(objectArg(value, 'rule'));
    },
  );
}

export function formatNavigation<C extends OfRule>(): Member<C> {
  return navigation<C>((self) => {
    const { sheetId, formatId } = handleOf(self);
    return { class: 'ConditionalRangeFormat', sheetId, formatId };
  });
}

export function formula(value: Json, name: string): string {
  const text = typeof value === 'number' ? String(value) : textArg(value, name);
  if (text.startsWith('=') && !isWellFormed(text))
    throw invalidArgument(`There is a problem with '${name}': ${text}`);
  return text;
}

export const flag = (name: string) => (value: Json) => booleanArg(value, name);
export const color = (name: string) => (value: Json) => colorArg(value, name);
export function choice<T extends string>(name: string, choices: readonly T[]) {
  return (value: Json): T => choiceArg(value, name, choices);
}
