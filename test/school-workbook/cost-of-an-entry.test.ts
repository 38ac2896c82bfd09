import { LINKED_COLUMNS } from '../../src/school-workbook/progress/linked-column-ids';
import { FORMULA_COLUMNS, type LogColumnId } from '../../src/school-workbook/progress/log-columns';
import { buildLinkedFormulas, buildLogFormulas } from '../../src/school-workbook/progress/log-formulas';
import { SETTING_NAMES } from '../../src/school-workbook/settings/setting-names';
import { LOG_HEADERS } from '../../src/sheets/labels/progress-labels';
import { COLUMN_HEADERS } from '../../src/sheets/labels/school-labels';

const LOG_FORMULAS = buildLogFormulas(LOG_HEADERS, COLUMN_HEADERS);
const LINKED_FORMULAS = buildLinkedFormulas(LOG_HEADERS, COLUMN_HEADERS);

/** Columns of the log that a formula refers to, of its own row or as a whole. */
function findLogColumns(formula: string): LogColumnId[] {
  return (Object.keys(LOG_HEADERS) as LogColumnId[]).filter((id) => {
    const header = LOG_HEADERS[id];
    return [`[@${header}]`, `[@[${header}]]`, `TienDo[${header}]`].some((text) => formula.includes(text));
  });
}

/** Returns true if a formula is calculated again when the day changes: Excel does so at every entry. */
function dependsOnDay(formula: string, seen = new Set<LogColumnId>()): boolean {
  if (formula.includes(SETTING_NAMES.today)) return true;
  return findLogColumns(formula).some((id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const inner = (LOG_FORMULAS as Partial<Record<LogColumnId, string>>)[id];
    return inner !== undefined && dependsOnDay(inner, seen);
  });
}

describe('what an entry costs in a large workbook', () => {
  it('no column of Phụ lục that searches the whole log depends on the day', () => {
    expect(LINKED_COLUMNS.filter((id) => dependsOnDay(LINKED_FORMULAS[id]))).toEqual([]);
  });

  it('what depends on the day in the log looks at its own row only', () => {
    const live = FORMULA_COLUMNS.filter((id) => dependsOnDay(LOG_FORMULAS[id]));
    expect(live).toEqual(['timeliness', 'daysLeft', 'openKey']);
    for (const id of live) expect(LOG_FORMULAS[id]).not.toMatch(/TienDo\[|MATCH|COUNTIF|SMALL|LARGE/);
  });
});
