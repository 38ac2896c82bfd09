import { DATA_TABLE_SCHEMA } from '../../src/authority-workbook/tables/data-table';
import { SOURCE_TABLE_SCHEMA } from '../../src/authority-workbook/tables/list-tables';
import { buildTableSheet } from '../../src/authority-workbook/tables/sync-table';
import { UNIT_TABLE_SCHEMA } from '../../src/authority-workbook/tables/units-table';
import { buildMatrixSheet } from '../../src/authority-workbook/totals/matrix-sheet';
import { createDefaultProgressSettings } from '../../src/progress/progress-settings';
import { buildCalendarSheet } from '../../src/school-workbook/progress/calendar-sheet';
import { buildLogSheet } from '../../src/school-workbook/progress/log-sheet';
import { buildSettingsSheet } from '../../src/school-workbook/settings/settings-sheet';
import { buildSummarySheet } from '../../src/school-workbook/summary/summary-sheet';
import { buildTargetsSheet } from '../../src/school-workbook/targets/targets-sheet';
import { buildAnnexSheet } from '../../src/school-workbook/tasks/annex-sheet';
import { LIST_NAMES } from '../../src/school-workbook/tasks/list-names';
import { buildListsSheet } from '../../src/school-workbook/tasks/lists-sheet';
import type { SheetSpec } from '../../src/sheets/sheet-spec';
import { createSampleWorkbook } from '../support/builders/create-sample-annex';

const SCHOOL_WORKBOOK = createSampleWorkbook();
const SHEETS: SheetSpec[] = [
  buildAnnexSheet(SCHOOL_WORKBOOK),
  buildSummarySheet(SCHOOL_WORKBOOK.facts),
  buildListsSheet(),
  buildLogSheet([]),
  buildCalendarSheet(),
  buildSettingsSheet(createDefaultProgressSettings(2026, '2026-01-15')),
  buildTargetsSheet(['Trường', 'Chỉ tiêu', ''], []),
  buildTableSheet(DATA_TABLE_SCHEMA, []),
  buildTableSheet(SOURCE_TABLE_SCHEMA, []),
  buildTableSheet(UNIT_TABLE_SCHEMA, []),
  buildMatrixSheet({ tasks: [], units: [] }),
];

/** Excel reads these in the region's own language, where the list separator may be ";" and a comma a decimal sign. */
function listRegionalFormulas({ names, validations }: SheetSpec): string[] {
  return [
    ...names.flatMap((name) => ('formula' in name ? [name.formula] : [])),
    ...validations.flatMap(({ rule }) =>
      rule.kind === 'custom'
        ? [rule.formula]
        : rule.kind === 'date'
          ? [rule.from]
          : rule.kind === 'list' && rule.source.startsWith('=')
            ? [rule.source]
            : [],
    ),
  ];
}

it.each(SHEETS.map((sheet) => [sheet.name, sheet] as const))(
  'the names and validations of %s hold no list separator',
  (_, sheet) => {
    for (const formula of listRegionalFormulas(sheet)) {
      expect(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')).not.toMatch(/[,;]/);
    }
  },
);

it('dates of validations are ISO text, which no region reads otherwise', () => {
  const dates = SHEETS.flatMap(({ validations }) =>
    validations.flatMap(({ rule }) => (rule.kind === 'date' ? [rule.from] : [])),
  );
  expect(dates.length).toBeGreaterThan(8);
  for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

it('the list of reasons is the body of a table, so that it grows with it', () => {
  const { names, table } = buildListsSheet();
  const reasons = names.find(({ name }) => name === LIST_NAMES.reason);
  expect(reasons).toEqual({ name: LIST_NAMES.reason, area: { ...table!.area, top: table!.area.top + 1 } });
});
