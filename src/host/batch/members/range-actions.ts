import { clearArea } from '../../model/cells';
import { mergeCells, unmergeCells } from '../../model/merges';
import { deleteCells, insertCells } from '../../model/insert-delete';
import { done } from '../../model/outcome';
import { isWholeColumns, isWholeRows } from '../../model/shift';
import type { Area, SheetModel } from '../../model/types';
import { anyRangeArg } from '../addresses';
import {
  booleanArg,
  choiceArg,
  integerArg,
  listArg,
  objectArg,
  optionalBoolean,
  optionalChoice,
  textArg,
} from '../arguments';
import { autoFill } from '../auto-fill';
import { type Member, method, object } from '../class-table';
import { type BatchContext, areaOf, calculateNow, makeRange, markStale, settle, sheetOf } from '../context';
import { readEachCell, readLines, writeEachCell, writeLines } from '../cell-properties';
import type { Json } from '../wire';
import { copyCells } from '../copy-cells';
import { replaceText } from '../find-replace';
import { HostError, invalidArgument } from '../host-error';
import type { RangeObject } from '../objects';
import { ensureAllowed, ensureWritable } from '../protection';
import { selectCells } from '../selection';
import { removeDuplicates } from '../remove-duplicates';
import { clearRules } from '../rules-of-cells';

function own(self: RangeObject, context: BatchContext): { sheet: SheetModel; area: Area } {
  return {
    sheet: sheetOf(context, self.sheetId),
    area: areaOf(self),
  };
}

export const CLEAR_WHAT = [
  'All',
  'Formats',
  'Contents',
  'Hyperlinks',
  'RemoveHyperlinks',
  'ResetContents',
] as const;

/** Clears one area as Range.clear does; rules of cells go with their formats. */
export function clearCells(
  context: BatchContext,
  sheet: SheetModel,
  area: Area,
  what: (typeof CLEAR_WHAT)[number],
): void {
  if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') return;
  const applyTo = what === 'ResetContents' ? 'Contents' : what;
  ensureWritable(sheet, [area]);
  if (
    applyTo !== 'Formats' &&
    sheet.tables.some((table) => table.showHeaders && touchesHeader(table.area, area))
  ) {
    throw new HostError('InvalidOperation', 'The header row of a table cannot be cleared.');
  }
  clearArea(sheet, area, applyTo);
  if (applyTo !== 'Contents') {
    clearRules(sheet, area);
    if (applyTo === 'All') settle(context, unmergeCells(sheet, area));
  }
  settle(context, done(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' }));
}

function touchesHeader(table: Area, area: Area): boolean {
  return (
    area.top <= table.top && area.bottom >= table.top && area.left <= table.right && area.right >= table.left
  );
}

function ensureShiftAllowed(sheet: SheetModel, area: Area, action: 'Insert' | 'Delete'): void {
  if (isWholeRows(area)) ensureAllowed(sheet, `allow${action}Rows`);
  else if (isWholeColumns(area)) ensureAllowed(sheet, `allow${action}Columns`);
  else ensureAllowed(sheet);
}

/** Members of Range that change the sheet. */
export const rangeActions = {
  clear: method((self, [applyTo], context) => {
    const { sheet, area } = own(self, context);
    clearCells(context, sheet, area, optionalChoice(applyTo, 'applyTo', CLEAR_WHAT) ?? 'All');
  }),
  insert: object((self, [shift], context) => {
    const { sheet, area } = own(self, context);
    const direction = choiceArg(shift, 'shift', ['Down', 'Right']);
    ensureShiftAllowed(sheet, area, 'Insert');
    settle(context, insertCells(context.workbook, sheet, area, direction), {
      axis: direction === 'Down' ? 'row' : 'column',
    });
    return makeRange(context, self.sheetId, area);
  }),
  delete: method((self, [shift], context) => {
    const { sheet, area } = own(self, context);
    const direction = choiceArg(shift, 'shift', ['Up', 'Left']);
    ensureShiftAllowed(sheet, area, 'Delete');
    settle(context, deleteCells(context.workbook, sheet, area, direction), {
      axis: direction === 'Up' ? 'row' : 'column',
    });
  }),
  merge: method((self, [across], context) => {
    const { sheet, area } = own(self, context);
    ensureAllowed(sheet, 'allowFormatCells');
    settle(context, mergeCells(sheet, area, optionalBoolean(across, 'across') ?? false));
  }),
  unmerge: method((self, _args, context) => {
    const { sheet, area } = own(self, context);
    ensureAllowed(sheet, 'allowFormatCells');
    settle(context, unmergeCells(sheet, area));
  }),
  copyFrom: method((self, [sourceRange, copyType, skipBlanks, transpose], context) => {
    const source = anyRangeArg(context, sourceRange, 'sourceRange', self.sheetId);
    copyCells(
      context,
      { sheet: sheetOf(context, source.sheetId), area: areaOf(source) },
      own(self, context),
      {
        what: optionalChoice(copyType, 'copyType', ['All', 'Formulas', 'Values', 'Formats']) ?? 'All',
        skipBlanks: optionalBoolean(skipBlanks, 'skipBlanks') ?? false,
        transpose: optionalBoolean(transpose, 'transpose') ?? false,
      },
    );
  }),
  moveTo: method((self, [destinationRange], context) => {
    const { sheet, area } = own(self, context);
    const destination = anyRangeArg(context, destinationRange, 'destinationRange', self.sheetId);
    const target = { sheet: sheetOf(context, destination.sheetId), area: areaOf(destination) };
    ensureWritable(sheet, [area]);
    copyCells(context, { sheet, area }, target, { what: 'All', skipBlanks: false, transpose: false });
    clearCells(context, sheet, area, 'All');
  }),
  autoFill: method((self, [destinationRange, autoFillType], context) => {
    const { sheet, area } = own(self, context);
    const destination =
      destinationRange === null || destinationRange === undefined
        ? null
        : anyRangeArg(context, destinationRange, 'destinationRange', self.sheetId);
    if (!destination || destination.sheetId !== self.sheetId) {
      throw invalidArgument('The destination must be a range of the same sheet.');
    }
    const kind =
      optionalChoice(autoFillType, 'autoFillType', [
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
    autoFill(context, sheet, area, areaOf(destination), kind);
  }),
  replaceAll: method((self, [text, replacement, criteria], context) => {
    const { sheet, area } = own(self, context);
    return replaceText(
      context,
      sheet,
      area,
      textArg(text, 'text'),
      textArg(replacement, 'replacement'),
      objectArg(criteria ?? {}, 'criteria'),
    );
  }),
  removeDuplicates: object((self, [columns, includesHeader], context) => {
    const { sheet, area } = own(self, context);
    const indexes = listArg(columns, 'columns').map((column) =>
      integerArg(column, 'columns', 0, area.right - area.left),
    );
    if (indexes.length === 0) throw invalidArgument('At least one column is needed.');
    const { removed, uniqueRemaining } = removeDuplicates(
      context,
      sheet,
      area,
      indexes,
      booleanArg(includesHeader, 'includesHeader'),
    );
    return { class: 'RemoveDuplicatesResult', removed, uniqueRemaining };
  }),
  select: method((self, _args, context) => {
    const { sheet, area } = own(self, context);
    selectCells(context, sheet, [area]);
  }),
  getCellProperties: method((self, [wanted], context) =>
    readEachCell(self, areaOf(self), objectArg(wanted, 'cellPropertiesLoadOptions'), context),
  ),
  setCellProperties: method((self, [properties], context) => {
    writeEachCell(self, areaOf(self), properties as Json, context);
  }),
  getRowProperties: method((self, [wanted], context) =>
    readLines(self, areaOf(self), 'row', objectArg(wanted, 'rowPropertiesLoadOptions'), context),
  ),
  setRowProperties: method((self, [properties], context) => {
    writeLines(self, areaOf(self), 'row', properties as Json, context);
  }),
  getColumnProperties: method((self, [wanted], context) =>
    readLines(self, areaOf(self), 'column', objectArg(wanted, 'columnPropertiesLoadOptions'), context),
  ),
  setColumnProperties: method((self, [properties], context) => {
    writeLines(self, areaOf(self), 'column', properties as Json, context);
  }),
  calculate: method((_self, _args, context) => calculateNow(context)),
  setDirty: method((_self, _args, context) => markStale(context)),
} satisfies Record<string, Member<'Range'>>;
