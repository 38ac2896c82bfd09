import { readChoiceArg, readObjectArg, readOptionalBooleanArg } from '../../protocol/arguments';
import { readRegionalFormula } from '../../protocol/cells/regional-formulas';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { Session } from '../../protocol/types';
import type { Json, JsonObject } from '../../protocol/wire';

/** Members of Excel.DataValidationRule; exactly one of them is given. */
export const VALIDATION_KINDS = [
  'wholeNumber',
  'decimal',
  'list',
  'date',
  'time',
  'textLength',
  'custom',
] as const;
export type ValidationKind = (typeof VALIDATION_KINDS)[number];

const VALIDATION_OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

/** Greatest length of a list typed into the rule; longer lists need a range. */
const MAX_LIST_LENGTH = 255;

function readRuleFormula(session: Session, value: Json | undefined, name: string): string | number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') throw createInvalidArgumentError(`'${name}' is missing.`);
  return readRegionalFormula(session, value);
}

function readBasicRule(session: Session, rule: JsonObject, kind: string): JsonObject {
  const operator = readChoiceArg(rule['operator'], `${kind}.operator`, VALIDATION_OPERATORS);
  const formula1 = readRuleFormula(session, rule['formula1'], `${kind}.formula1`);
  if (operator !== 'Between' && operator !== 'NotBetween') return { formula1, operator };
  return { formula1, formula2: readRuleFormula(session, rule['formula2'], `${kind}.formula2`), operator };
}

function readListRule(session: Session, rule: JsonObject): JsonObject {
  const source = readRuleFormula(session, rule['source'], 'list.source');
  if (typeof source !== 'string') throw createInvalidArgumentError(`'list.source' must be text or a range.`);
  if (!source.startsWith('=') && source.length > MAX_LIST_LENGTH) {
    throw createInvalidArgumentError(
      `A list typed into the rule holds at most ${MAX_LIST_LENGTH} characters.`,
    );
  }
  return {
    inCellDropDown: readOptionalBooleanArg(rule['inCellDropDown'], 'list.inCellDropDown') ?? true,
    source,
  };
}

/**
 * Reads a rule as Excel accepts it: one kind, with the members that the kind needs.
 * @throws HostError where the value is not valid.
 */
export function readValidationRule(session: Session, given: JsonObject): Record<string, unknown> {
  const kinds = Object.keys(given).filter((key) => given[key] !== null && given[key] !== undefined);
  const [kind, ...more] = kinds;
  if (kind === undefined) return {};
  if (more.length > 0 || !(VALIDATION_KINDS as readonly string[]).includes(kind)) {
    throw createInvalidArgumentError('A validation rule has exactly one of the documented kinds.');
  }
  const rule = readObjectArg(given[kind], kind);
  if (kind === 'list') return { list: readListRule(session, rule) };
  if (kind !== 'custom') return { [kind]: readBasicRule(session, rule, kind) };
  const formula = readRuleFormula(session, rule['formula'], 'custom.formula');
  if (typeof formula !== 'string' || !formula.startsWith('=')) {
    throw createInvalidArgumentError(`'custom.formula' must begin with "=".`);
  }
  return { custom: { formula } };
}
