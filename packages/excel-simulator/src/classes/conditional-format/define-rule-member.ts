import { isWellFormedFormula } from '../../model/formula-tokens';
import {
  readBooleanArg,
  readChoiceArg,
  readColorArg,
  readObjectArg,
  readTextArg,
} from '../../protocol/arguments';
import { defineNavigation, defineProperty } from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { ClassName, ObjectOf } from '../../protocol/host-objects';
import {
  type ConditionalFormatHandle,
  requireConditionalFormat,
} from '../../protocol/sheets/require-conditional-format';
import type { BatchContext, Member } from '../../protocol/types';
import type { Json, JsonObject } from '../../protocol/wire';

type RuleClassName = {
  [C in ClassName]: ObjectOf<C> extends ConditionalFormatHandle ? C : never;
}[ClassName];

const toFormatHandle = (self: object): ConditionalFormatHandle => self as ConditionalFormatHandle;

export function getRule(self: object, context: BatchContext): Record<string, unknown> {
  return requireConditionalFormat(toFormatHandle(self), context).format.rule;
}

/** Defines one member of the rule; `part` is the object inside the rule that contains it. */
export function defineRuleMember<C extends RuleClassName>(
  name: string,
  check: (value: Json) => Json,
  part?: string,
): Member<C> {
  const holder = (self: object, context: BatchContext): Record<string, unknown> => {
    const rule = getRule(self, context);
    return part === undefined ? rule : (rule[part] as Record<string, unknown>);
  };
  return defineProperty<C>(
    (self, context) => (holder(self, context)[name] ?? null) as Json,
    (self, value, context) => {
      holder(self, context)[name] = check(value);
    },
  );
}

/** Defines the complete rule as one property. */
export function defineRuleProperty<C extends RuleClassName>(
  check: (value: JsonObject) => Record<string, unknown>,
): Member<C> {
  return defineProperty<C>(
    (self, context) => getRule(self, context) as JsonObject,
    (self, value, context) => {
      requireConditionalFormat(toFormatHandle(self), context).format.rule = check(
        readObjectArg(value, 'rule'),
      );
    },
  );
}

export function defineFormatNavigation<C extends RuleClassName>(): Member<C> {
  return defineNavigation<C>((self) => {
    const { sheetId, formatId } = toFormatHandle(self);
    return { class: 'ConditionalRangeFormat', sheetId, formatId };
  });
}

export function readFormula(value: Json, name: string): string {
  const text = typeof value === 'number' ? String(value) : readTextArg(value, name);
  if (text.startsWith('=') && !isWellFormedFormula(text))
    throw createInvalidArgumentError(`There is a problem with '${name}': ${text}`);
  return text;
}

export const createFlagReader = (name: string) => (value: Json) => readBooleanArg(value, name);
export const createColorReader = (name: string) => (value: Json) => readColorArg(value, name);
export function createChoiceReader<T extends string>(name: string, choices: readonly T[]) {
  return (value: Json): T => readChoiceArg(value, name, choices);
}
