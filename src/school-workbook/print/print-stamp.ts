import { hash64 } from '../../annex/compute-fingerprint';
import type { PrintSettings } from '../../reports/print-settings';
import { isEqual } from '../../shared/is-equal';
import type { CellValue } from '../../sheets/cell-value';
import type { SheetSpec } from '../../sheets/sheet-spec';
import type { PrintSnapshot, Snapshot } from '../snapshot';
import { PRINT_NAMES } from './print-names';

/** What the sheet was made of when it was last written: kept as a name of the workbook. */
export type PrintStamp = {
  /** Of all texts on the sheet. */
  texts: string;
  settings: string;
  /** Points, as they were asked for; Excel rounds them to its pixels. */
  widths: number[];
  /** Those that fill the page, not a hand's. */
  isDefault: boolean;
};

const hashSettings = (settings: PrintSettings | null): string => hash64(JSON.stringify(settings));

/** Hashes the texts of a sheet with their positions, without blank cells. */
function hashTexts(cells: readonly (readonly [row: number, column: number, text: string])[]): string {
  return hash64(
    cells
      .filter(([, , text]) => text !== '')
      .map(([row, column, text]) => [row, column, text.normalize('NFC')].join('\u001f'))
      .sort()
      .join('\u001e'),
  );
}

export function createPrintStamp(
  { blocks, columnWidths }: SheetSpec,
  settings: PrintSettings | null,
  usual: boolean,
): PrintStamp {
  return {
    texts: hashTexts(
      blocks.flatMap(({ row, column, cells }) =>
        cells.flatMap((line, down) =>
          line.map((text, across) => [row + down, column + across, String(text)] as const),
        ),
      ),
    ),
    settings: hashSettings(settings),
    widths: [...columnWidths],
    isDefault: usual,
  };
}

export function hashSheetTexts({ values }: PrintSnapshot): string {
  return hashTexts(
    values.flatMap((line: readonly CellValue[], row) =>
      line.map((value, column) => [row, column, String(value)] as const),
    ),
  );
}

export function toStampFormula({ texts, settings, widths, isDefault: usual }: PrintStamp): string {
  return `="${[texts, settings, widths.join(';'), usual ? 'usual' : 'own'].join('|')}"`;
}

/**
 * Reads the stamp of the sheet to print.
 * @returns null if the workbook has none, or one that the add-in did not write
 */
export function readPrintStamp({ names }: Snapshot): PrintStamp | null {
  const formula = names.find(({ name }) => name === PRINT_NAMES.mark)?.formula ?? '';
  const match = /^="([0-9a-f]{16})\|([0-9a-f]{16})\|([\d.;]+)\|(usual|own)"$/.exec(formula);
  if (!match) return null;
  const [, texts = '', settings = '', widths = '', usual] = match;
  return { texts, settings, widths: widths.split(';').map(Number), isDefault: usual === 'usual' };
}

export const isSameStamp = (a: PrintStamp, b: PrintStamp): boolean => isEqual(a, b);
