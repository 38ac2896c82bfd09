import { clearRange } from '../../model/cells';
import { ok } from '../../model/edit-result';
import { deleteCells, insertCells } from '../../model/insert-delete-cells';
import { mergeCells, unmergeCells } from '../../model/merge-cells';
import { isEntireColumns, isEntireRows } from '../../model/shift-ranges';
import type { CellRange, SheetModel } from '../../model/types';
import {
  readBooleanArg,
  readChoiceArg,
  readIntegerArg,
  readListArg,
  readObjectArg,
  readOptionalBooleanArg,
  readOptionalChoiceArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  calculateNow,
  createRangeObject,
  getCellRange,
  getSheetAndRange,
  markStale,
  requireSheet,
  unwrap,
} from '../../protocol/batch-context';
import { autoFill } from '../../protocol/cells/auto-fill';
import {
  readCellProperties,
  readLineProperties,
  writeCellProperties,
  writeLineProperties,
} from '../../protocol/cells/cell-properties';
import { clearRules } from '../../protocol/cells/cell-rules';
import { copyCells } from '../../protocol/cells/copy-cells';
import { replaceText } from '../../protocol/cells/find-replace';
import { removeDuplicates } from '../../protocol/cells/remove-duplicates';
import { readAnyRangeArg } from '../../protocol/cells/resolve-address';
import { defineMethod, defineObjectMethod } from '../../protocol/define-class';
import { createInvalidArgumentError, HostError } from '../../protocol/host-error';
import { ensureAllowed, ensureWritable } from '../../protocol/sheets/ensure-writable';
import { selectCells } from '../../protocol/sheets/selection';
import type { BatchContext, Member } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

export const CLEAR_TARGETS = [
  'All',
  'Formats',
  'Contents',
  'Hyperlinks',
  'RemoveHyperlinks',
  'ResetContents',
] as const;

/**
 * Clears one area as Range.clear does; rules of cells are cleared with their formats.
 * @throws HostError where the cells are locked or the header row of a table.
 */
export function clearCells(
  context: BatchContext,
  sheet: SheetModel,
  area: CellRange,
  what: (typeof CLEAR_TARGETS)[number],
): void {
  if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') return;
  const applyTo = what === 'ResetContents' ? 'Contents' : what;
  ensureWritable(sheet, [area]);
  if (
    applyTo !== 'Formats' &&
    sheet.tables.some((table) => table.showHeaders && overlapsHeader(table.area, area))
  ) {
    throw new HostError('InvalidOperation', 'The header row of a table cannot be cleared.');
  }
  clearRange(sheet, area, applyTo);
  if (applyTo !== 'Contents') {
    clearRules(sheet, area);
    if (applyTo === 'All') unwrap(context, unmergeCells(sheet, area));
  }
  unwrap(context, ok(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' }));
}

function overlapsHeader(table: CellRange, area: CellRange): boolean {
  return (
    area.top <= table.top && area.bottom >= table.top && area.left <= table.right && area.right >= table.left
  );
}

function ensureShiftAllowed(sheet: SheetModel, area: CellRange, action: 'Insert' | 'Delete'): void {
  if (isEntireRows(area)) ensureAllowed(sheet, `allow${action}Rows`);
  else if (isEntireColumns(area)) ensureAllowed(sheet, `allow${action}Columns`);
  else ensureAllowed(sheet);
}

/** Members of Range that change the sheet. */
export const rangeActions = {
  clear: defineMethod((self, [applyTo], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    clearCells(context, sheet, area, readOptionalChoiceArg(applyTo, 'applyTo', CLEAR_TARGETS) ?? 'All');
  }),
  insert: defineObjectMethod((self, [shift], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    const direction = readChoiceArg(shift, 'shift', ['Down', 'Right']);
    ensureShiftAllowed(sheet, area, 'Insert');
    unwrap(context, insertCells(context.workbook, sheet, area, direction), {
      axis: direction === 'Down' ? 'row' : 'column',
    });
    return createRangeObject(context, self.sheetId, area);
  }),
  delete: defineMethod((self, [shift], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    const direction = readChoiceArg(shift, 'shift', ['Up', 'Left']);
    ensureShiftAllowed(sheet, area, 'Delete');
    unwrap(context, deleteCells(context.workbook, sheet, area, direction), {
      axis: direction === 'Up' ? 'row' : 'column',
    });
  }),
  merge: defineMethod((self, [across], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    ensureAllowed(sheet, 'allowFormatCells');
    unwrap(context, mergeCells(sheet, area, readOptionalBooleanArg(across, 'across') ?? false));
  }),
  unmerge: defineMethod((self, _args, context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    ensureAllowed(sheet, 'allowFormatCells');
    unwrap(context, unmergeCells(sheet, area));
  }),
  copyFrom: defineMethod((self, [sourceRange, copyType, skipBlanks, transpose], context) => {
    const source = readAnyRangeArg(context, sourceRange, 'sourceRange', self.sheetId);
    copyCells(
      context,
      { sheet: requireSheet(context, source.sheetId), area: getCellRange(source) },
      getSheetAndRange(self, context),
      {
        what: readOptionalChoiceArg(copyType, 'copyType', ['All', 'Formulas', 'Values', 'Formats']) ?? 'All',
        skipBlanks: readOptionalBooleanArg(skipBlanks, 'skipBlanks') ?? false,
        transpose: readOptionalBooleanArg(transpose, 'transpose') ?? false,
      },
    );
  }),
  moveTo: defineMethod((self, [destinationRange], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    const destination = readAnyRangeArg(context, destinationRange, 'destinationRange', self.sheetId);
    const target = { sheet: requireSheet(context, destination.sheetId), area: getCellRange(destination) };
    ensureWritable(sheet, [area]);
    copyCells(context, { sheet, area }, target, { what: 'All', skipBlanks: false, transpose: false });
    clearCells(context, sheet, area, 'All');
  }),
  autoFill: defineMethod((self, [destinationRange, autoFillType], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    const destination =
      destinationRange === null || destinationRange === undefined
        ? null
        : readAnyRangeArg(context, destinationRange, 'destinationRange', self.sheetId);
    if (!destination || destination.sheetId !== self.sheetId) {
      throw createInvalidArgumentError('The destination must be a range of the same sheet.');
    }
    const kind =
      readOptionalChoiceArg(autoFillType, 'autoFillType', [
        'FillDefault',
        'FillCopy',
        'FillSeries',
        'FillFormats',
        'FillValues',
        'FillDays',
        'FillWeekdays',
        'FillMonths',
        'FillYears',
      ]) ?? 'FillDefault';
    autoFill(context, sheet, area, getCellRange(destination), kind);
  }),
  replaceAll: defineMethod((self, [text, replacement, criteria], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    return replaceText(
      context,
      sheet,
      area,
      readTextArg(text, 'text'),
      readTextArg(replacement, 'replacement'),
      readObjectArg(criteria ?? {}, 'criteria'),
    );
  }),
  removeDuplicates: defineObjectMethod((self, [columns, includesHeader], context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    const indexes = readListArg(columns, 'columns').map((column) =>
      readIntegerArg(column, 'columns', 0, area.right - area.left),
    );
    if (indexes.length === 0) throw createInvalidArgumentError('At least one column is needed.');
    const { removed, uniqueRemaining } = removeDuplicates(
      context,
      sheet,
      area,
      indexes,
      readBooleanArg(includesHeader, 'includesHeader'),
    );
    return { class: 'RemoveDuplicatesResult', removed, uniqueRemaining };
  }),
  select: defineMethod((self, _args, context) => {
    const { sheet, area } = getSheetAndRange(self, context);
    selectCells(context, sheet, [area]);
  }),
  getCellProperties: defineMethod((self, [wanted], context) =>
    readCellProperties(self, getCellRange(self), readObjectArg(wanted, 'cellPropertiesLoadOptions'), context),
  ),
  setCellProperties: defineMethod((self, [properties], context) => {
    writeCellProperties(self, getCellRange(self), properties as Json, context);
  }),
  getRowProperties: defineMethod((self, [wanted], context) =>
    readLineProperties(
      self,
      getCellRange(self),
      'row',
      readObjectArg(wanted, 'rowPropertiesLoadOptions'),
      context,
    ),
  ),
  setRowProperties: defineMethod((self, [properties], context) => {
    writeLineProperties(self, getCellRange(self), 'row', properties as Json, context);
  }),
  getColumnProperties: defineMethod((self, [wanted], context) =>
    readLineProperties(
      self,
      getCellRange(self),
      'column',
      readObjectArg(wanted, 'columnPropertiesLoadOptions'),
      context,
    ),
  ),
  setColumnProperties: defineMethod((self, [properties], context) => {
    writeLineProperties(self, getCellRange(self), 'column', properties as Json, context);
  }),
  calculate: defineMethod((_self, _args, context) => calculateNow(context)),
  setDirty: defineMethod((_self, _args, context) => markStale(context)),
} satisfies Record<string, Member<'Range'>>;
