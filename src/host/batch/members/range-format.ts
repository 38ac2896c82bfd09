import { columnWidth, rowHeight } from '../../model/geometry';
import type { CellFormat, SheetModel } from '../../model/types';
import type { FormatPatch } from '../../model/formats';
import { booleanArg, choiceArg, colorArg, integerArg, numberArg, textArg } from '../arguments';
import { fitColumns, fitRows } from '../autofit';
import { apply, uniform } from '../cell-formats';
import { type Member, defineClass, method, navigation, property } from '../class-table';
import { type BatchContext, areasOf, sheetOf } from '../context';
import { invalidArgument } from '../host-error';
import type { Cells, ClassName, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';
import type { Json } from '../wire';

type OfCells = { [C in ClassName]: ObjectOf<C> extends { cells: Cells } ? C : never }[ClassName];

const cellsOf = (self: object): Cells => (self as { cells: Cells }).cells;

/** A property read from the formats of all cells and written to all of them. */
function formatted<C extends OfCells>(
  read: (format: CellFormat) => Json,
  patch: (value: Json) => FormatPatch,
): Member<C> {
  return property<C>(
    (self, context) => uniform(context, cellsOf(self), read),
    (self, value, context) => apply(context, cellsOf(self), patch(value)),
  );
}

const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const UNDERLINE = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

/** Excel's limits in points (Microsoft, "Excel specifications and limits": 409 points; 255 characters). */
const MOST_HEIGHT = 409.5;
const MOST_WIDTH = 1342.5;

function sized(value: Json, name: string, most: number): number {
  const size = numberArg(value, name);
  if (size < 0 || size > most) throw invalidArgument(`'${name}' must be from 0 to ${most} points.`);
  return size;
}

/** The height or width that all lines have; null where they differ. */
function commonSize(
  self: ObjectOf<'RangeFormat'>,
  context: BatchContext,
  axis: 'row' | 'column',
): number | null {
  const sheet = sheetOf(context, self.cells.sheetId);
  const sizes = new Set<number>();
  const [props, size, standard] =
    axis === 'row'
      ? ([sheet.rows, rowHeight, sheet.standardHeight] as const)
      : ([sheet.columns, columnWidth, sheet.standardWidth] as const);
  for (const area of areasOf(self.cells)) {
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
  const height = sized(value, 'rowHeight', MOST_HEIGHT);
  eachLine(self, context, 'row', (sheet, row) => {
    sheet.rows.set(row, {
      ...sheet.rows.get(row),
      height,
      fitted: undefined,
      hidden: height === 0 ? true : undefined,
    });
  });
}

function setColumnWidth(self: ObjectOf<'RangeFormat'>, value: Json, context: BatchContext): void {
  const width = sized(value, 'columnWidth', MOST_WIDTH);
  eachLine(self, context, 'column', (sheet, column) => {
    sheet.columns.set(column, {
      ...sheet.columns.get(column),
      width,
      hidden: width === 0 ? true : undefined,
    });
  });
}

function eachLine(
  self: ObjectOf<'RangeFormat'>,
  context: BatchContext,
  axis: 'row' | 'column',
  change: (sheet: SheetModel, index: number) => void,
): void {
  const sheet = sheetOf(context, self.cells.sheetId);
  ensureAllowed(sheet, axis === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
  for (const area of areasOf(self.cells)) {
    const [first, last] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
    for (let index = first; index <= last; index += 1) change(sheet, index);
  }
}

/** Back to the sheet's own height or width. */
function standardSize(axis: 'row' | 'column'): Member<'RangeFormat'> {
  return property(
    (self, context) => {
      const sheet = sheetOf(context, self.cells.sheetId);
      const standard = axis === 'row' ? sheet.standardHeight : sheet.standardWidth;
      const size = commonSize(self, context, axis);
      return size === null ? null : size === standard;
    },
    (self, value, context) => {
      if (!booleanArg(value, axis === 'row' ? 'useStandardHeight' : 'useStandardWidth')) return;
      eachLine(self, context, axis, (sheet, index) => {
        if (axis === 'row')
          sheet.rows.set(index, { ...sheet.rows.get(index), height: undefined, fitted: undefined });
        else sheet.columns.set(index, { ...sheet.columns.get(index), width: undefined });
      });
    },
  );
}

export const rangeFormat = defineClass<'RangeFormat'>({
  name: 'RangeFormat',
  members: {
    borders: navigation((self) => ({ class: 'RangeBorderCollection', cells: self.cells })),
    fill: navigation((self) => ({ class: 'RangeFill', cells: self.cells })),
    font: navigation((self) => ({ class: 'RangeFont', cells: self.cells })),
    protection: navigation((self) => ({ class: 'FormatProtection', cells: self.cells })),
    horizontalAlignment: formatted(
      (format) => format.horizontalAlignment ?? 'General',
      (value) => ({ horizontalAlignment: choiceArg(value, 'horizontalAlignment', HORIZONTAL) }),
    ),
    verticalAlignment: formatted(
      (format) => format.verticalAlignment ?? 'Bottom',
      (value) => ({ verticalAlignment: choiceArg(value, 'verticalAlignment', VERTICAL) }),
    ),
    wrapText: formatted(
      (format) => format.wrapText ?? false,
      (value) => ({ wrapText: booleanArg(value, 'wrapText') }),
    ),
    indentLevel: formatted(
      (format) => format.indentLevel ?? 0,
      (value) => ({ indentLevel: integerArg(value, 'indentLevel', 0, 250) }),
    ),
    textOrientation: formatted(
      (format) => format.textOrientation ?? 0,
      (value) => ({ textOrientation: orientation(value) }),
    ),
    shrinkToFit: formatted(
      (format) => format.shrinkToFit ?? false,
      (value) => ({ shrinkToFit: booleanArg(value, 'shrinkToFit') }),
    ),
    rowHeight: property((self, context) => commonSize(self, context, 'row'), setRowHeight),
    columnWidth: property((self, context) => commonSize(self, context, 'column'), setColumnWidth),
    useStandardHeight: standardSize('row'),
    useStandardWidth: standardSize('column'),
    autofitRows: method((self, _args, context) => {
      const sheet = sheetOf(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatRows');
      for (const area of areasOf(self.cells)) fitRows(context, sheet, area);
    }),
    autofitColumns: method((self, _args, context) => {
      const sheet = sheetOf(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatColumns');
      for (const area of areasOf(self.cells)) fitColumns(context, sheet, area);
    }),
  },
});

/** Degrees from -90 to 90, or 180 for letters one above the other. */
function orientation(value: Json): number {
  if (value === 180) return 180;
  return integerArg(value, 'textOrientation', -90, 90);
}

export const rangeFont = defineClass<'RangeFont'>({
  name: 'RangeFont',
  members: {
    name: formatted(
      (format) => format.font?.name ?? 'Calibri',
      (value) => ({ font: { name: textArg(value, 'name') } }),
    ),
    size: formatted(
      (format) => format.font?.size ?? 11,
      (value) => ({ font: { size: sized(value, 'size', 409) } }),
    ),
    bold: formatted(
      (format) => format.font?.bold ?? false,
      (value) => ({ font: { bold: booleanArg(value, 'bold') } }),
    ),
    italic: formatted(
      (format) => format.font?.italic ?? false,
      (value) => ({ font: { italic: booleanArg(value, 'italic') } }),
    ),
    strikethrough: formatted(
      (format) => format.font?.strikethrough ?? false,
      (value) => ({ font: { strikethrough: booleanArg(value, 'strikethrough') } }),
    ),
    underline: formatted(
      (format) => format.font?.underline ?? 'None',
      (value) => ({ font: { underline: choiceArg(value, 'underline', UNDERLINE) } }),
    ),
    color: formatted(
      (format) => format.font?.color ?? '#000000',
      (value) => ({ font: { color: colorArg(value, 'color') || '#000000' } }),
    ),
  },
});

export const rangeFill = defineClass<'RangeFill'>({
  name: 'RangeFill',
  members: {
    color: formatted(
      (format) => format.fill?.color ?? '#FFFFFF',
      (value) => ({ fill: { color: colorArg(value, 'color') || null } }),
    ),
    clear: method((self, _args, context) => apply(context, self.cells, { fill: null })),
  },
});

export const formatProtection = defineClass<'FormatProtection'>({
  name: 'FormatProtection',
  members: {
    locked: formatted(
      (format) => format.locked ?? true,
      (value) => ({ locked: booleanArg(value, 'locked') }),
    ),
    formulaHidden: formatted(
      (format) => format.formulaHidden ?? false,
      (value) => ({ formulaHidden: booleanArg(value, 'formulaHidden') }),
    ),
  },
});
