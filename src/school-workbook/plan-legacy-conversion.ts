import { convertLegacyDocument } from '../readers/legacy/convert-legacy-document';
import { detectLegacy, isCertainlyUnicode } from '../readers/legacy/detect-legacy';
import { getFontEncoding, isCapitalsFont } from '../readers/legacy/font-encoding';
import type { RawCell, RawDocument } from '../readers/raw-document';
import type { CellChange, CellsChange } from './cells-change';
import type { RangeSnapshot } from './snapshot';

/** A sheet's used area with the font of each cell; '' where a cell's letters have several. */
export type RangeWithFonts = RangeSnapshot & { fonts: readonly (readonly string[])[] };

export type LegacyConversion = {
  /** Null where nothing of the sheet is stored in a legacy encoding. */
  change: CellsChange | null;
  /** Cells whose words change, and cells that only get another font. */
  counts: { texts: number; fonts: number };
  /** Cells that look like legacy text and cannot be converted: their letters have several fonts. */
  mixed: number;
};

/**
 * Returns a font that every Windows, Mac and LibreOffice machine has with all Vietnamese letters, of a similar
 * shape.
 */
function getUnicodeFont(font: string): string {
  return /arial|helv|avant|univer/i.test(font) ? 'Arial' : 'Times New Roman';
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Returns true if a text is the same in the font's encoding and in Unicode, so that only its font changes. */
function isFontOnlyChange(text: string, font: string): boolean {
  const encoding = getFontEncoding(font);
  if (!encoding || isCapitalsFont(font)) return false;
  return isAscii(text) || isCertainlyUnicode(text, encoding);
}

type FoundText = { row: number; column: number; text: string; font: string };

/** Texts that were typed; results of formulas follow what they are made of. */
function findTexts({ top, left, formulas, fonts }: RangeWithFonts): FoundText[] {
  return formulas.flatMap((line, down) =>
    line.flatMap((text, across): FoundText[] =>
      typeof text !== 'string' || text.trim() === '' || text.startsWith('=')
        ? []
        : [{ row: top + down, column: left + across, text, font: fonts[down]?.[across] ?? '' }],
    ),
  );
}

function toRangeDocument(sheet: string, found: readonly FoundText[]): RawDocument {
  return {
    source: 'range',
    file: sheet,
    warnings: [],
    blocks: [
      {
        kind: 'table',
        rowCount: 0,
        columnCount: 0,
        rows: [],
        place: { sheet },
        cells: found.map(({ row, column, text, font }): RawCell => ({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          fonts: [font],
        })),
      },
    ],
  };
}

/**
 * Plans the conversion of the legacy text of a sheet: text in TCVN3 or VNI-Windows, detected for each cell by its
 * font and its text together (see `detectLegacy`), and legacy fonts of other cells. Unicode text never changes.
 */
export function planLegacyConversion(area: RangeWithFonts): LegacyConversion {
  const all = findTexts(area);
  const found = all.filter(({ font }) => font !== '');
  const [block] = convertLegacyDocument(toRangeDocument(area.sheet, found)).blocks;
  const converted = block?.kind === 'table' ? block.cells : [];
  const cells = found.flatMap(({ row, column, text, font }, index): CellChange[] => {
    const updated = converted[index]?.original === undefined ? text : converted[index].text;
    if (updated === text && !isFontOnlyChange(text, font)) return [];
    const isLegacyFont = getFontEncoding(font) !== null;
    return [
      {
        row,
        column,
        before: { content: text, font },
        after: { content: updated, font: isLegacyFont ? getUnicodeFont(font) : font },
      },
    ];
  });
  const texts = cells.filter(({ before, after }) => before.content !== after.content).length;
  return {
    change: cells.length > 0 ? { kind: 'cells', sheet: area.sheet, cells } : null,
    counts: { texts, fonts: cells.length - texts },
    mixed: all.filter(({ font, text }) => font === '' && detectLegacy(text) !== null).length,
  };
}
