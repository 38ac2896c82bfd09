import { findMax } from '../shared/min-max';
/** Columns a terminal gives to a text in composed form; Vietnamese letters take one each. */
const measureWidth = (text: string): number => [...text.normalize('NFC')].length;

/** Rows of equal length as lines: the first column to the left, the others to the right, two spaces between. */
export function formatTextTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    findMax(rows.map((row) => measureWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - measureWidth(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
