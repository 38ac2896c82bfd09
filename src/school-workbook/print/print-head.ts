import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { isAgencyGap } from '../../reports/agency-part';
import { DECREE_30 } from '../../reports/decree-30';
import type { FontStyle } from '../../reports/glyph-widths';
import { measureTextWidth } from '../../reports/measure-text';
import type { PrintedHead } from '../../reports/printed-annex';
import { findMax } from '../../shared/min-max';
import type { CellBlock, FormatSpec } from '../../sheets/sheet-spec';
import { COLORS } from '../../sheets/styles';
import { getRowHeight, wrapCellText } from './print-layout';

/** Rows of the head, whatever of it is left out: so each line is found again. */
export const HEAD_ROWS = {
  agencies: 0,
  names: 1,
  rules: 2,
  gap: 3,
  label: 4,
  title: 5,
  reference: 6,
  space: 7,
};
export const HEAD_HEIGHT = 8;
/** Columns of the left block: number and content. */
const AGENCY_COLUMNS = 2;

/** A row of the head that holds nothing. */
const EMPTY_ROW_HEIGHT = 0.75;
const GAP_HEIGHT = 6;

/** Rules are runs of underscores of a small size: cells of the grid are nowhere as wide as the rule should be. */
const RULE_SIZE = 8;
const RULE_HEIGHT = 9;
function buildRule(width: number): string {
  return '_'.repeat(Math.max(0, Math.round(width / measureTextWidth('_', RULE_SIZE))));
}
/** Of the text above it (Decree 30: a third to a half). */
const AGENCY_RULE_RATIO = 0.42;

export const isRule = (text: string): boolean => /^_+$/.test(text);

type HeadLine = { row: number; left: number; right: number; text: string; size: number; format: FormatSpec };

const SIZES = DECREE_30.sizes;

function getFontStyle({ bold, italic }: FormatSpec): FontStyle {
  return bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
}

type PrintHeadLayout = {
  blocks: CellBlock[];
  merges: CellRange[];
  formats: { area: CellRange; format: FormatSpec }[];
  rowHeights: { row: number; height: number }[];
};

/**
 * Arranges agency at the left, Quốc hiệu and Tiêu ngữ at the right, and below them the annex's label, title and
 * reference: places, sizes and faces of Decree 30/2020/NĐ-CP, Appendix I.
 */
export function layoutPrintHead(head: PrintedHead, widths: readonly number[]): PrintHeadLayout {
  const last = widths.length - 1;
  const side = Math.min(AGENCY_COLUMNS, last) - 1;
  const getWidth = (left: number, right: number): number =>
    widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
  const line = (
    row: number,
    [left, right]: readonly [number, number],
    text: string,
    size: number,
    format: FormatSpec = {},
  ): HeadLine => ({ row, left, right, text, size, format });
  const leftHalf = [0, side] as const;
  const rightHalf = [side + 1, last] as const;
  const total = [0, last] as const;
  const bold = { bold: true };
  const agencyLines = wrapCellText(head.agency, getWidth(...leftHalf), SIZES.agency.default, 'bold');
  const agencyWidth = findMax(
    agencyLines.map((text) => measureTextWidth(text, SIZES.agency.default, 'bold')),
  );
  const mottoWidth = measureTextWidth(head.motto, SIZES.motto.default, 'bold');
  const lines: HeadLine[] = [
    line(HEAD_ROWS.agencies, leftHalf, head.superior, SIZES.superior.default),
    line(HEAD_ROWS.agencies, rightHalf, head.nationalTitle, SIZES.nationalTitle.default, bold),
    line(HEAD_ROWS.names, leftHalf, head.agency, SIZES.agency.default, {
      ...bold,
      ...(isAgencyGap(head.agency) && { fillColor: COLORS.gap }),
    }),
    line(HEAD_ROWS.names, rightHalf, head.motto, SIZES.motto.default, bold),
    line(HEAD_ROWS.rules, leftHalf, buildRule(AGENCY_RULE_RATIO * agencyWidth), RULE_SIZE),
    line(HEAD_ROWS.rules, rightHalf, buildRule(mottoWidth), RULE_SIZE),
    line(HEAD_ROWS.label, total, head.label, SIZES.annexLabel.default, bold),
    line(HEAD_ROWS.title, total, head.title, SIZES.annexTitle.default, bold),
    line(HEAD_ROWS.reference, total, head.reference, SIZES.annexReference.default, { italic: true }),
  ];
  const heightAt = (row: number): number => {
    const heights = lines
      .filter((one) => one.row === row && one.text !== '')
      .map(({ left, right, text, size, format }) =>
        isRule(text)
          ? RULE_HEIGHT
          : getRowHeight(wrapCellText(text, getWidth(left, right), size, getFontStyle(format)).length, size),
      );
    return Math.max(EMPTY_ROW_HEIGHT, findMax(heights));
  };
  const hasBlock = lines.some(({ row, text }) => row <= HEAD_ROWS.names && text !== '');
  return {
    blocks: lines.map(({ row, left, text }) => ({
      row,
      column: left,
      numberFormats: ['@'],
      cells: [[text]],
    })),
    merges: lines
      .filter(({ left, right }) => right > left)
      .map(({ row, left, right }) => createRange(row, left, 1, right - left + 1)),
    formats: lines.map(({ row, left, right, text, size, format }) => ({
      area: createRange(row, left, 1, right - left + 1),
      format: {
        fontName: DECREE_30.font,
        fontSize: size,
        horizontal: 'Center',
        vertical: isRule(text) ? 'Top' : 'Center',
        wrap: !isRule(text),
        ...format,
      },
    })),
    rowHeights: [
      ...[...new Set(lines.map(({ row }) => row))].map((row) => ({ row, height: heightAt(row) })),
      { row: HEAD_ROWS.gap, height: hasBlock ? GAP_HEIGHT : EMPTY_ROW_HEIGHT },
      { row: HEAD_ROWS.space, height: GAP_HEIGHT },
    ],
  };
}
