import type { FormatPatch } from '../../model/cell-formats';
import { getColumnWidthInPoints, getRowHeightInPoints } from '../../model/geometry';
import type { CellFormat, SheetModel } from '../../model/types';
import {
  readBooleanArg,
  readChoiceArg,
  readColorArg,
  readIntegerArg,
  readNumberArg,
  readTextArg,
} from '../../protocol/arguments';
import { getCellRanges, requireSheet } from '../../protocol/batch-context';
import { fitColumns, fitRowsInTime, forgetRowsToFit, settleRowHeights } from '../../protocol/cells/autofit';
import { applyCellsFormat, readCellsFormat } from '../../protocol/cells/cell-formats';
import { defineClass, defineMethod, defineNavigation, defineProperty } from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { Cells, ClassName, ObjectOf } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import type { BatchContext, Member } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

type CellsClassName = { [C in ClassName]: ObjectOf<C> extends { cells: Cells } ? C : never }[ClassName];

const getCells = (self: object): Cells => (self as { cells: Cells }).cells;

/** Defines a property that is read from the formats of all cells and written to all of them. */
function defineFormatProperty<C extends CellsClassName>(
  read: (format: CellFormat) => Json,
  patch: (value: Json) => FormatPatch,
): Member<C> {
  return defineProperty<C>(
    (self, context) => readCellsFormat(context, getCells(self), read),
    (self, value, context) => applyCellsFormat(context, getCells(self), patch(value)),
  );
}

const HORIZONTAL_ALIGNMENTS = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL_ALIGNMENTS = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const UNDERLINE_STYLES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

/** Excel's limits in points (Microsoft, "Excel specifications and limits": 409 points; 255 characters). */
const MAX_ROW_HEIGHT = 409.5;
const MAX_COLUMN_WIDTH = 1342.5;

function readSizeArg(value: Json, name: string, most: number): number {
  const size = readNumberArg(value, name);
  if (size < 0 || size > most)
    throw createInvalidArgumentError(`'${name}' must be from 0 to ${most} points.`);
  return size;
}

/**
 * Returns the height or width that all lines have.
 * @returns null where they differ.
 */
function getCommonSize(
  self: ObjectOf<'RangeFormat'>,
  context: BatchContext,
  axis: 'row' | 'column',
): number | null {
  const sheet = requireSheet(context, self.cells.sheetId);
  if (axis === 'row') settleRowHeights(context);
  const sizes = new Set<number>();
  const [props, size, standard] =
    axis === 'row'
      ? ([sheet.rows, getRowHeightInPoints, sheet.standardHeight] as const)
      : ([sheet.columns, getColumnWidthInPoints, sheet.standardWidth] as const);
  for (const area of getCellRanges(self.cells)) {
    const [first, last] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
    let own = 0;
    for (const index of props.keys()) {
      if (index < first || index > last) continue;
      sizes.add(size(sheet, index));
      own += 1;
    }
    if (own <= last - first) sizes.add(standard);
  }
  return sizes.size === 1 ? ([...sizes][0] ?? null) : null;
}

function setRowHeight(self: ObjectOf<'RangeFormat'>, value: Json, context: BatchContext): void {
  const height = readSizeArg(value, 'rowHeight', MAX_ROW_HEIGHT);
  forEachLine(self, context, 'row', (sheet, row) => {
    sheet.rows.set(row, {
      ...sheet.rows.get(row),
      height,
      fitted: undefined,
      hidden: height === 0 ? true : undefined,
    });
  });
}

function setColumnWidth(self: ObjectOf<'RangeFormat'>, value: Json, context: BatchContext): void {
  const width = readSizeArg(value, 'columnWidth', MAX_COLUMN_WIDTH);
  // What Excel does with 0 is documented for VBA only; `columnHidden` is the member that hides.
  if (width === 0)
    throw createInvalidArgumentError('A column is hidden by columnHidden, not by the width 0.');
  forEachLine(self, context, 'column', (sheet, column) => {
    sheet.columns.set(column, {
      ...sheet.columns.get(column),
      width,
      hidden: undefined,
    });
  });
}

function forEachLine(
  self: ObjectOf<'RangeFormat'>,
  context: BatchContext,
  axis: 'row' | 'column',
  change: (sheet: SheetModel, index: number) => void,
): void {
  const sheet = requireSheet(context, self.cells.sheetId);
  ensureAllowed(sheet, axis === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
  for (const area of getCellRanges(self.cells)) {
    if (axis === 'row') forgetRowsToFit(context, sheet.id, area);
    const [first, last] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
    for (let index = first; index <= last; index += 1) change(sheet, index);
  }
}

/** Restores the sheet's standard height or width. */
function defineStandardSize(axis: 'row' | 'column'): Member<'RangeFormat'> {
  return defineProperty(
    (self, context) => {
      const sheet = requireSheet(context, self.cells.sheetId);
      const standard = axis === 'row' ? sheet.standardHeight : sheet.standardWidth;
      const size = getCommonSize(self, context, axis);
      return size === null ? null : size === standard;
    },
    (self, value, context) => {
      if (!readBooleanArg(value, axis === 'row' ? 'useStandardHeight' : 'useStandardWidth')) return;
      forEachLine(self, context, axis, (sheet, index) => {
        if (axis === 'row')
          sheet.rows.set(index, { ...sheet.rows.get(index), height: undefined, fitted: undefined });
        else sheet.columns.set(index, { ...sheet.columns.get(index), width: undefined });
      });
    },
  );
}

export const rangeFormatClass = defineClass<'RangeFormat'>({
  name: 'RangeFormat',
  members: {
    borders: defineNavigation((self) => ({ class: 'RangeBorderCollection', cells: self.cells })),
    fill: defineNavigation((self) => ({ class: 'RangeFill', cells: self.cells })),
    font: defineNavigation((self) => ({ class: 'RangeFont', cells: self.cells })),
    protection: defineNavigation((self) => ({ class: 'FormatProtection', cells: self.cells })),
    horizontalAlignment: defineFormatProperty(
      (format) => format.horizontalAlignment ?? 'General',
      (value) => ({
        horizontalAlignment: readChoiceArg(value, 'horizontalAlignment', HORIZONTAL_ALIGNMENTS),
      }),
    ),
    verticalAlignment: defineFormatProperty(
      (format) => format.verticalAlignment ?? 'Bottom',
      (value) => ({ verticalAlignment: readChoiceArg(value, 'verticalAlignment', VERTICAL_ALIGNMENTS) }),
    ),
    wrapText: defineFormatProperty(
      (format) => format.wrapText ?? false,
      (value) => ({ wrapText: readBooleanArg(value, 'wrapText') }),
    ),
    indentLevel: defineFormatProperty(
      (format) => format.indentLevel ?? 0,
      (value) => ({ indentLevel: readIntegerArg(value, 'indentLevel', 0, 250) }),
    ),
    textOrientation: defineFormatProperty(
      (format) => format.textOrientation ?? 0,
      (value) => ({ textOrientation: readOrientation(value) }),
    ),
    shrinkToFit: defineFormatProperty(
      (format) => format.shrinkToFit ?? false,
      (value) => ({ shrinkToFit: readBooleanArg(value, 'shrinkToFit') }),
    ),
    rowHeight: defineProperty((self, context) => getCommonSize(self, context, 'row'), setRowHeight),
    columnWidth: defineProperty((self, context) => getCommonSize(self, context, 'column'), setColumnWidth),
    useStandardHeight: defineStandardSize('row'),
    useStandardWidth: defineStandardSize('column'),
    autofitRows: defineMethod((self, _args, context) => {
      const sheet = requireSheet(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatRows');
      for (const area of getCellRanges(self.cells)) fitRowsInTime(context, sheet, area);
    }),
    autofitColumns: defineMethod((self, _args, context) => {
      const sheet = requireSheet(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatColumns');
      for (const area of getCellRanges(self.cells)) fitColumns(context, sheet, area);
    }),
  },
});

/** Reads an orientation: degrees from -90 to 90, or 180 for letters one above the other. */
function readOrientation(value: Json): number {
  if (value === 180) return 180;
  return readIntegerArg(value, 'textOrientation', -90, 90);
}

export const rangeFontClass = defineClass<'RangeFont'>({
  name: 'RangeFont',
  members: {
    name: defineFormatProperty(
      (format) => format.font?.name ?? 'Calibri',
      (value) => ({ font: { name: readTextArg(value, 'name') } }),
    ),
    size: defineFormatProperty(
      (format) => format.font?.size ?? 11,
      (value) => ({ font: { size: readSizeArg(value, 'size', 409) } }),
    ),
    bold: defineFormatProperty(
      (format) => format.font?.bold ?? false,
      (value) => ({ font: { bold: readBooleanArg(value, 'bold') } }),
    ),
    italic: defineFormatProperty(
      (format) => format.font?.italic ?? false,
      (value) => ({ font: { italic: readBooleanArg(value, 'italic') } }),
    ),
    strikethrough: defineFormatProperty(
      (format) => format.font?.strikethrough ?? false,
      (value) => ({ font: { strikethrough: readBooleanArg(value, 'strikethrough') } }),
    ),
    underline: defineFormatProperty(
      (format) => format.font?.underline ?? 'None',
      (value) => ({ font: { underline: readChoiceArg(value, 'underline', UNDERLINE_STYLES) } }),
    ),
    color: defineFormatProperty(
      (format) => format.font?.color ?? '#000000',
      (value) => ({ font: { color: readColorArg(value, 'color') || '#000000' } }),
    ),
  },
});

export const rangeFillClass = defineClass<'RangeFill'>({
  name: 'RangeFill',
  members: {
    color: defineFormatProperty(
      (format) => format.fill?.color ?? '#FFFFFF',
      (value) => ({ fill: { color: readColorArg(value, 'color') || null } }),
    ),
    clear: defineMethod((self, _args, context) => applyCellsFormat(context, self.cells, { fill: null })),
  },
});

export const formatProtectionClass = defineClass<'FormatProtection'>({
  name: 'FormatProtection',
  members: {
    locked: defineFormatProperty(
      (format) => format.locked ?? true,
      (value) => ({ locked: readBooleanArg(value, 'locked') }),
    ),
    formulaHidden: defineFormatProperty(
      (format) => format.formulaHidden ?? false,
      (value) => ({ formulaHidden: readBooleanArg(value, 'formulaHidden') }),
    ),
  },
});
