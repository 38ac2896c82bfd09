import { isWellFormedFormula, mapTokens } from '../../model/formula-tokens';
import { createInvalidArgumentError } from '../host-error';
import type { Session } from '../types';

/**
 * Names and validations take and give their formulas in the language of the user's region, although their members are
 * not called local (OfficeDev/office-js 2834, 2891). There, ";" separates arguments and areas, and "," is the decimal
 * sign. Ranges and conditional formats have formulas in English.
 */
function convertOutsideArrays(
  formula: string,
  convert: (text: string, type: string) => string | null,
): string {
  let depth = 0;
  return mapTokens(formula, ({ value, type }) => {
    if (value === '{') depth += 1;
    else if (value === '}') depth -= 1;
    return depth > 0 ? null : convert(value, type);
  });
}

/** Converts a formula of the model to the language of the region. */
export function toRegionalFormula({ machine }: Session, formula: string): string {
  if (machine.listSeparator === ',' || !formula.startsWith('=')) return formula;
  return convertOutsideArrays(formula, (text, type) => {
    if (type === 'number') return text.replace('.', ',');
    return text === ',' ? ';' : null;
  });
}

/**
 * Converts a formula of the region to the model's.
 * @throws HostError (InvalidArgument) where it is not well formed there, e.g. has a comma between arguments.
 */
export function readRegionalFormula({ machine }: Session, formula: string): string {
  const isLocal = machine.listSeparator === ';' && formula.startsWith('=');
  let isForeign = false;
  const converted = isLocal
    ? convertOutsideArrays(replaceDecimalCommas(formula), (text) => {
        if (text === ',') isForeign = true;
        return text === ';' ? ',' : null;
      })
    : formula;
  if (isForeign || (converted.startsWith('=') && !isWellFormedFormula(converted)))
    throw createInvalidArgumentError(`There is a problem with the formula ${formula}.`);
  return converted;
}

/** Replaces the comma within a number by a point, but not in texts and quoted names. */
function replaceDecimalCommas(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\d,(?=\d)/g, (part) =>
    part.length === 2 && part.endsWith(',') ? part.replace(',', '.') : part,
  );
}

/** Converts the rule of a validation to what the region reads: formulas, and the items of a list typed into it. */
export function toRegionalRule(session: Session, rule: Record<string, unknown>): Record<string, unknown> {
  if (session.machine.listSeparator === ',') return rule;
  return Object.fromEntries(
    Object.entries(rule).map(([key, part]) => {
      if (part !== null && typeof part === 'object')
        return [key, toRegionalRule(session, part as Record<string, unknown>)];
      if (typeof part !== 'string') return [key, part];
      return [
        key,
        key === 'source' && !part.startsWith('=')
          ? part.replaceAll(',', ';')
          : toRegionalFormula(session, part),
      ];
    }),
  );
}
