import type { CellValue } from '../types';

const toComparisonKey = (text: string): string => text.normalize('NFC').toLowerCase();

/**
 * Builds a pattern in which "?" stands for one character, "*" for any; "~" before them makes them literal.
 */
function createWildcardPattern(pattern: string): RegExp {
  const source = toComparisonKey(pattern).replace(/~[*?~]|[*?]|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === '*') return '.*';
    if (sign === '?') return '.';
    return `\\${sign.startsWith('~') ? sign.slice(1) : sign}`;
  });
  return new RegExp(`^${source}$`, 'su');
}

/**
 * Returns true if a cell matches a custom criterion: "=abc*", "<>", ">5", "abc". Numbers compare with
 * numbers; texts without regard to case. "=" alone matches blanks, "<>" all others.
 */
export function matchesFilterCriterion(value: CellValue, text: string, criterion: string): boolean {
  const [, operator = '', operand = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const number = operand.trim() === '' ? NaN : Number(operand);
  const isNumeric = typeof value === 'number' && !Number.isNaN(number);
  if (operator === '' || operator === '=' || operator === '<>') {
    const isEqual =
      operand === ''
        ? value === ''
        : (isNumeric && value === number) || createWildcardPattern(operand).test(toComparisonKey(text));
    return isEqual !== (operator === '<>');
  }
  if (value === '' || typeof value === 'boolean' || typeof value === 'object') return false;
  if ((typeof value === 'number') !== !Number.isNaN(number)) return false;
  const order = isNumeric
    ? value - number
    : toComparisonKey(text).localeCompare(toComparisonKey(operand), 'vi');
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}
