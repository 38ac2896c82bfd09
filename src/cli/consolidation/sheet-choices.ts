import type { buildConsolidationReport } from '../../authority-workbook/consolidation-report';
import { formatLocation } from '../../i18n/format-problem';
import { getColumnHeader } from '../../i18n/get-column-header';
import { type Locale, t } from '../../i18n/locale';

type SheetChoiceReport = ReturnType<typeof buildConsolidationReport>['files']['sheetChoices'][number];

/**
 * Parses "MN01=Quý II, TH02=Phụ lục (2)" to the sheet of each unit.
 *
 * @returns null where a part names no unit or no sheet
 */
export function parseSheetChoices(text: string): Map<string, string> | null {
  // The name of a sheet may hold a comma, but no code of a unit follows that one.
  const parts = text.split(/,\s*(?=[^,=]+=)/u).map((part) => /^\s*([^=]+?)\s*=\s*(.+?)\s*$/u.exec(part));
  return parts.every((part) => part !== null)
    ? new Map(parts.map(([, code = '', sheet = '']) => [code, sheet]))
    : null;
}

/** So many differing cells of a file are printed; --json has all. */
const MAX_DIFFERENCES = 20;

/** Lines that ask which sheet of a file counts, each differing cell with its place. */
export function formatSheetChoice(
  { unit, file, sheets, differences }: SheetChoiceReport,
  locale: Locale,
): string[] {
  const rest = differences.length - MAX_DIFFERENCES;
  return [
    t(locale, 'consolidate.sheets', {
      file,
      sheets: sheets.map((sheet) => `“${sheet}”`).join(', '),
      choice: `--sheet "${unit}=${sheets[0] ?? ''}"`,
    }),
    ...differences.slice(0, MAX_DIFFERENCES).map(({ task, field, proposed, value, place, otherPlace }) =>
      t(locale, 'consolidate.sheet-difference', {
        task,
        field: getColumnHeader(field),
        value: String(proposed) || '–',
        place: formatLocation(locale, { ...place, file: '' }),
        otherValue: String(value) || '–',
        otherPlace: formatLocation(locale, { ...otherPlace, file: '' }),
      }),
    ),
    ...(rest > 0 ? [t(locale, 'consolidate.more-differences', { count: rest })] : []),
  ];
}
