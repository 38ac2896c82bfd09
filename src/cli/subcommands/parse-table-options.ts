import { detectHeaderRole } from '../../annex/detect-header-role';
import { COLUMN_ROLES, type ColumnRole } from '../../annex/header-vocabulary';
import type { Locale } from '../../i18n/locale';
import { parseAnnexYear } from '../../import/assemble/annex-year';
import type { ColumnAssignment } from '../../import/assemble/assign-columns';
import type { AssembleOptions } from '../../import/assemble/choose-tables';
import { lookUp } from '../../shared/look-up';
import { ok, type Result } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';

/** What is said on the command line about the tables of a document. */
type TableOptionValues = { table?: string; columns?: string; year?: string; 'as-tasks'?: boolean };

/** Short names of columns, besides the headers that annexes print. */
const SHORT_NAMES: Readonly<Record<string, ColumnRole>> = {
  lead: 'leadUnit',
  coordinating: 'coordinatingUnit',
};

/** Parses "2" or "1,3" to indexes; null for anything else. */
function parseTableNumbers(text: string): number[] | null {
  const numbers = text.split(',').map((part) => part.trim());
  return numbers.every((part) => /^[1-9]\d{0,3}$/.test(part))
    ? [...new Set(numbers.map((part) => Number(part) - 1))]
    : null;
}

function findColumnRole(name: string): ColumnRole | null {
  const known = COLUMN_ROLES.find((role) => role.toLowerCase() === name.toLowerCase());
  return known ?? lookUp(SHORT_NAMES, name.toLowerCase()) ?? detectHeaderRole(name)?.role ?? null;
}

/** Parses "Nội dung=2, Chủ trì=3"; null if a part names no column. */
function parseColumns(text: string): ColumnAssignment | null {
  const assignment: Record<number, ColumnRole> = {};
  for (const part of text.split(',')) {
    const [, name = '', number = ''] = /^\s*(.+?)\s*=\s*([1-9]\d?)\s*$/u.exec(part) ?? [];
    const role = findColumnRole(name);
    if (number === '' || role === null) return null;
    assignment[Number(number) - 1] = role;
  }
  return assignment;
}

/** Parses the options that choose tables, columns and year; a usage failure names the value that cannot be read. */
export function parseTableOptions(
  { table, columns, year, 'as-tasks': asTasks }: TableOptionValues,
  locale: Locale,
): Result<AssembleOptions> {
  const options: AssembleOptions = { ...(asTasks && { asTasks }) };
  if (table !== undefined) {
    const tables = table === 'all' ? table : parseTableNumbers(table);
    if (tables === null) return createUsageFailure(locale, 'cli.usage.table', { value: table });
    options.tables = tables;
  }
  if (columns !== undefined) {
    const assignment = parseColumns(columns);
    if (assignment === null) return createUsageFailure(locale, 'cli.usage.columns', { value: columns });
    options.columns = assignment;
  }
  if (year !== undefined) {
    const parsed = parseAnnexYear(year);
    if (parsed === null) return createUsageFailure(locale, 'cli.usage.annex-year', { value: year });
    options.year = parsed;
  }
  return ok(options);
}
