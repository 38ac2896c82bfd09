import { isWellFormed } from '../model/formula-tokens';
import { choiceArg, objectArg, optionalBoolean } from './arguments';
import { invalidArgument } from './host-error';
import type { Json, JsonObject } from './wire';

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

const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

/** A list typed into the rule holds at most so many characters; longer ones need a range. */
const MOST_LIST = 255;

function formulaOf(value: Json | undefined, name: string): string | number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') throw invalidArgument(`'${name}' is missing.`);
  if (value.startsWith('=') && !isWellFormed(value))
    throw invalidArgument(`There is a problem with '${name}': ${value}`);
  return value;
}

function basicRule(rule: JsonObject, kind: string): JsonObject {
  const operator = choiceArg(rule['operator'], `${kind}.operator`, OPERATORS);
  const formula1 = formulaOf(rule['formula1'], `${kind}.formula1`);
  if (operator !== 'Between' && operator !== 'NotBetween') return { formula1, operator };
  return { formula1, formula2: formulaOf(rule['formula2'], `${kind}.formula2`), operator };
}

function listRule(rule: JsonObject): JsonObject {
  const source = formulaOf(rule['source'], 'list.source');
  if (typeof source !== 'string') throw invalidArgument(`'list.source' must be text or a range.`);
  if (!source.startsWith('=') && source.length > MOST_LIST) {
    throw invalidArgument(`A list typed into the rule holds at most ${MOST_LIST} characters.`);
  }
  return { inCellDropDown: optionalBoolean(rule['inCellDropDown'], 'list.inCellDropDown') ?? true, source };
}

/** A rule as Excel takes it: one kind, with what that kind needs. */
export function readRule(given: JsonObject): Record<string, unknown> {
  const kinds = Object.keys(given).filter((key) => given[key] !== null && given[key] !== undefined);
  const [kind, ...more] = kinds;
  if (kind === undefined) return {};
  if (more.length > 0 || !(VALIDATION_KINDS as readonly string[]).includes(kind)) {
    throw invalidArgument('A validation rule has exactly one of the documented kinds.');
  }
  const rule = objectArg(given[kind], kind);
  if (kind === 'list') return { list: listRule(rule) };
  if (kind !== 'custom') return { [kind]: basicRule(rule, kind) };
  const formula = formulaOf(rule['formula'], 'custom.formula');
  if (typeof formula !== 'string' || !formula.startsWith('=')) {
    throw invalidArgument(`'custom.formula' must begin with "=".`);
  }
  return { custom: { formula } };
}
