import { formatRange, MAX_SHEET_COLUMNS, quoteSheetName } from '@phuluc/ooxml/a1';
import { isErrorCode } from '@phuluc/ooxml/error-values';
import { evaluateFormulas } from '../../formulas/evaluate-formulas';
import { findName } from '../../model/find-name';
import { type CellRange, type NameModel, type SheetModel } from '../../model/types';
import { checkDefinedName } from '../../model/valid-names';
import { isHostObject, readBooleanArg, readOptionalTextArg, readTextArg } from '../../protocol/arguments';
import {
  createRangeObject,
  ensureCalculated,
  getCellRange,
  markStale,
  requireSheet,
  unwrap,
} from '../../protocol/batch-context';
import { getSessionLocale, getValueType, readCells, toPlainValue } from '../../protocol/cells/cell-values';
import { findFormulaRanges } from '../../protocol/cells/find-formula-ranges';
import { readRegionalFormula, toRegionalFormula } from '../../protocol/cells/regional-formulas';
import {
  defineClass,
  defineFindPair,
  defineGetCount,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createItemNotFoundError, HostError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import type { Argument, BatchContext, LocatedRange } from '../../protocol/types';

type NameScope = { sheetId: string | null };

function getScopeSheet({ sheetId }: NameScope, context: BatchContext): SheetModel | null {
  return sheetId === null ? null : requireSheet(context, sheetId);
}

function getScopeNames(scope: NameScope, context: BatchContext): NameModel[] {
  return (getScopeSheet(scope, context) ?? context.workbook).names;
}

function requireName(self: ObjectOf<'NamedItem'>, context: BatchContext): NameModel {
  const item = findName(getScopeNames(self, context), self.name);
  if (!item) throw createItemNotFoundError(`There is no name ${self.name}.`);
  return item;
}

function toNamedItemObject({ sheetId }: NameScope, { name }: NameModel): ObjectOf<'NamedItem'> {
  return {
    class: 'NamedItem',
    sheetId,
    name,
  };
}

function listNamedItems(self: ObjectOf<'NamedItemCollection'>, context: BatchContext): HostObject[] {
  return getScopeNames(self, context).map((item) => toNamedItemObject(self, item));
}

/** Formats a range as names refer to cells: Sheet1!$A$1:$B$2. */
function formatAbsoluteAddress(sheet: SheetModel, area: CellRange): string {
  const address = formatRange(area).replace(
    /([A-Z]+)?(\d+)?/g,
    (_match, column?: string, row?: string) => `${column ? `$${column}` : ''}${row ? `$${row}` : ''}`,
  );
  return `${quoteSheetName(sheet.name)}!${address}`;
}

/**
 * Reads what a name stands for: a range, a formula with its sign, or plain text, which becomes a constant.
 */
function readFormulaArg(value: Argument, context: BatchContext): string {
  if (isHostObject(value, 'Range'))
    return `=${formatAbsoluteAddress(requireSheet(context, value.sheetId), getCellRange(value))}`;
  const text = readTextArg(value, 'reference');
  return text.startsWith('=')
    ? readRegionalFormula(context.session, text)
    : `="${text.replaceAll('"', '""')}"`;
}

function addName(
  self: ObjectOf<'NamedItemCollection'>,
  [name, reference, comment]: Argument[],
  context: BatchContext,
): HostObject {
  const text = readTextArg(name, 'name');
  const sheet = getScopeSheet(self, context);
  const failure = checkDefinedName(context.workbook, sheet, text);
  if (failure) throw new HostError(failure.code, failure.message);
  const item: NameModel = {
    name: text,
    formula: readFormulaArg(reference, context),
    visible: true,
    comment: readOptionalTextArg(comment, 'comment') ?? '',
    scope: sheet ? { sheetId: sheet.id } : 'Workbook',
  };
  getScopeNames(self, context).push(item);
  unwrap(context, { ok: true, value: undefined, changes: [{ kind: 'names' }] });
  return toNamedItemObject(self, item);
}

export const namedItemCollectionClass = defineClass<'NamedItemCollection'>({
  name: 'NamedItemCollection',
  items: listNamedItems,
  members: {
    add: defineObjectMethod(addName),
    addFormulaLocal: defineObjectMethod(addName),
    getCount: defineGetCount(listNamedItems),
    ...defineFindPair<'NamedItemCollection'>(
      'getItem',
      (self, [name], context) => {
        const item = findName(getScopeNames(self, context), readTextArg(name, 'name'));
        return item ? toNamedItemObject(self, item) : null;
      },
      ([name]) => `There is no name ${String(name)}.`,
    ),
  },
});

/** Finds the cells that the name refers to, if it refers to cells. */
function findNameRanges(self: ObjectOf<'NamedItem'>, context: BatchContext): LocatedRange[] {
  return findFormulaRanges(context, requireName(self, context).formula, getScopeSheet(self, context));
}

function createNameRange(self: ObjectOf<'NamedItem'>, context: BatchContext): HostObject | null {
  const [place, ...more] = findNameRanges(self, context);
  return place && more.length === 0 ? createRangeObject(context, place.sheetId, place.area) : null;
}

/** Parses a constant of a name's formula: ="text", =5, =TRUE. */
function parseConstant(formula: string): string | number | boolean | null {
  const body = formula.slice(1).trim();
  if (/^"(?:[^"]|"")*"$/.test(body)) return body.slice(1, -1).replaceAll('""', '"');
  if (/^(TRUE|FALSE)$/i.test(body)) return body.toUpperCase() === 'TRUE';
  return body !== '' && Number.isFinite(Number(body)) ? Number(body) : null;
}

/** Evaluates the name's formula from the last cell of the first row, which the formula is unlikely to read. */
function evaluateName(self: ObjectOf<'NamedItem'>, context: BatchContext): string | number | boolean {
  ensureCalculated(context);
  const { session, workbook } = context;
  const sheet = getScopeSheet(self, context) ?? workbook.sheets[0];
  if (!sheet) throw createItemNotFoundError('The workbook has no sheet.');
  const question = { row: 0, column: MAX_SHEET_COLUMNS - 1, formula: requireName(self, context).formula };
  const [value = ''] = evaluateFormulas(workbook, sheet, [question], {
    now: session.now(),
    locale: getSessionLocale(session),
  });
  return toPlainValue(value);
}

function getNameType(self: ObjectOf<'NamedItem'>, context: BatchContext): string {
  if (findNameRanges(self, context).length > 0) return 'Range';
  const value = parseConstant(requireName(self, context).formula) ?? evaluateName(self, context);
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isErrorCode(value) ? 'Error' : 'String';
}

export const namedItemClass = defineClass<'NamedItem'>({
  name: 'NamedItem',
  identify: (self) => ({ _Id: self.name }),
  ensure: (self, context) => void requireName(self, context),
  members: {
    name: defineProperty((self, context) => requireName(self, context).name),
    type: defineProperty(getNameType),
    scope: defineProperty((self) => (self.sheetId === null ? 'Workbook' : 'Worksheet')),
    value: defineProperty((self, context) => {
      const { formula } = requireName(self, context);
      return (
        parseConstant(formula) ??
        (findNameRanges(self, context).length > 0 ? formula.slice(1) : evaluateName(self, context))
      );
    }),
    formula: defineProperty(
      (self, context) => toRegionalFormula(context.session, requireName(self, context).formula),
      (self, value, context) => {
        requireName(self, context).formula = readFormulaArg(value, context);
        markStale(context);
      },
    ),
    comment: defineProperty(
      (self, context) => requireName(self, context).comment,
      (self, value, context) => {
        requireName(self, context).comment = readTextArg(value, 'comment');
      },
    ),
    visible: defineProperty(
      (self, context) => requireName(self, context).visible,
      (self, value, context) => {
        requireName(self, context).visible = readBooleanArg(value, 'visible');
      },
    ),
    worksheet: defineNavigation((self) => {
      if (self.sheetId === null) throw createItemNotFoundError('The name belongs to the workbook.');
      return { class: 'Worksheet', sheetId: self.sheetId };
    }),
    worksheetOrNullObject: defineNavigation((self) =>
      self.sheetId === null ? null : { class: 'Worksheet', sheetId: self.sheetId },
    ),
    arrayValues: defineNavigation((self) => ({
      class: 'NamedItemArrayValues',
      sheetId: self.sheetId,
      name: self.name,
    })),
    delete: defineMethod((self, _args, context) => {
      const list = getScopeNames(self, context);
      list.splice(list.indexOf(requireName(self, context)), 1);
      unwrap(context, { ok: true, value: undefined, changes: [{ kind: 'names' }] });
    }),
    ...defineFindPair<'NamedItem'>(
      'getRange',
      (self, _args, context) => createNameRange(self, context),
      (_args, self) => `The name ${self.name} means no range.`,
    ),
  },
});

function getNameCells(
  self: ObjectOf<'NamedItemArrayValues'>,
  context: BatchContext,
): { sheet: SheetModel; area: CellRange } {
  const item = findName(getScopeNames(self, context), self.name);
  const [place] = item ? findFormulaRanges(context, item.formula, getScopeSheet(self, context)) : [];
  if (!place) throw createItemNotFoundError(`The name ${self.name} means no range.`);
  ensureCalculated(context);
  return { sheet: requireSheet(context, place.sheetId), area: place.area };
}

export const namedItemArrayValuesClass = defineClass<'NamedItemArrayValues'>({
  name: 'NamedItemArrayValues',
  members: {
    values: defineProperty((self, context) => {
      const { sheet, area } = getNameCells(self, context);
      return readCells(sheet, area, ({ value }) => toPlainValue(value));
    }),
    types: defineProperty((self, context) => {
      const { sheet, area } = getNameCells(self, context);
      return readCells(sheet, area, ({ value }) => getValueType(value));
    }),
  },
});
