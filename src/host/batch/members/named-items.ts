import { refuseDefinedName } from '../../model/names';
import { nameKey } from '../../model/formula-refs';
import { MAX_COLUMNS, areaAddress, quoteSheetName } from '../../model/address';
import type { NameModel, SheetModel } from '../../model/types';
import { booleanArg, isObjectOf, optionalText, textArg } from '../arguments';
import { localeOf, plainValue, readCells, valueType } from '../cell-values';
import { evaluateFormulas } from '../../calc/evaluate';
import { isErrorText } from '../../model/values';
import { type Argument, countOf, defineClass, method, navigation, object, property } from '../class-table';
import {
  type BatchContext,
  areaOf,
  ensureCalculated,
  makeRange,
  markStale,
  settle,
  sheetOf,
} from '../context';
import { HostError, invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import { type PlacedArea, areasOfFormula } from '../references';
import type { Area } from '../../model/types';
import { isWellFormed } from '../../model/formula-tokens';

type Scope = { sheetId: string | null };

function sheetOfScope({ sheetId }: Scope, context: BatchContext): SheetModel | null {
  return sheetId === null ? null : sheetOf(context, sheetId);
}

function listOf(scope: Scope, context: BatchContext): NameModel[] {
  return (sheetOfScope(scope, context) ?? context.workbook).names;
}

function find(scope: Scope, name: string, context: BatchContext): NameModel | undefined {
  return listOf(scope, context).find((one) => nameKey(one.name) === nameKey(name));
}

function own(self: ObjectOf<'NamedItem'>, context: BatchContext): NameModel {
  const item = find(self, self.name, context);
  if (!item) throw itemNotFound(`There is no name ${self.name}.`);
  return item;
}

function itemObject({ sheetId }: Scope, { name }: NameModel): ObjectOf<'NamedItem'> {
  return {
    class: 'NamedItem',
    sheetId,
    name,
  };
}

function items(self: ObjectOf<'NamedItemCollection'>, context: BatchContext): HostObject[] {
  return listOf(self, context).map((item) => itemObject(self, item));
}

/** Sheet1!$A$1:$B$2, as names refer to cells. */
function absoluteAddress(sheet: SheetModel, area: Area): string {
  const address = areaAddress(area).replace(
    /([A-Z]+)?(\d+)?/g,
    (_whole, column?: string, row?: string) => `${column ? `$${column}` : ''}${row ? `$${row}` : ''}`,
  );
  return `${quoteSheetName(sheet.name)}!${address}`;
}

/** A range, a formula with its sign, or plain text, which becomes a constant. */
function formulaArg(value: Argument, context: BatchContext): string {
  if (isObjectOf(value, 'Range'))
    return `=${absoluteAddress(sheetOf(context, value.sheetId), areaOf(value))}`;
  const text = textArg(value, 'reference');
  const formula = text.startsWith('=') ? text : `="${text.replaceAll('"', '""')}"`;
  if (!isWellFormed(formula)) throw invalidArgument(`There is a problem with the formula ${text}.`);
  return formula;
}

function add(
  self: ObjectOf<'NamedItemCollection'>,
  [name, reference, comment]: Argument[],
  context: BatchContext,
): HostObject {
  const text = textArg(name, 'name');
  const sheet = sheetOfScope(self, context);
  const refusal = refuseDefinedName(context.workbook, sheet, text);
  if (refusal) throw new HostError(refusal.code, refusal.message);
  const item: NameModel = {
    name: text,
    formula: formulaArg(reference, context),
    visible: true,
    comment: optionalText(comment, 'comment') ?? '',
    scope: sheet ? { sheetId: sheet.id } : 'Workbook',
  };
  listOf(self, context).push(item);
  settle(context, { ok: true, value: undefined, changes: [{ kind: 'names' }] });
  return itemObject(self, item);
}

export const namedItemCollection = defineClass<'NamedItemCollection'>({
  name: 'NamedItemCollection',
  items,
  members: {
    add: object(add),
    addFormulaLocal: object(add),
    getCount: countOf(items),
    getItem: object((self, [name], context) => {
      const item = find(self, textArg(name, 'name'), context);
      if (!item) throw itemNotFound(`There is no name ${String(name)}.`);
      return itemObject(self, item);
    }),
    getItemOrNullObject: object((self, [name], context) => {
      const item = find(self, textArg(name, 'name'), context);
      return item ? itemObject(self, item) : null;
    }),
  },
});

/** The cells the name means, where it means cells. */
function placesOf(self: ObjectOf<'NamedItem'>, context: BatchContext): PlacedArea[] {
  return areasOfFormula(context, own(self, context).formula, sheetOfScope(self, context));
}

function rangeOf(self: ObjectOf<'NamedItem'>, context: BatchContext): HostObject | null {
  const [place, ...more] = placesOf(self, context);
  return place && more.length === 0 ? makeRange(context, place.sheetId, place.area) : null;
}

/** A constant of a name's formula: ="text", =5, =TRUE. */
function constantOf(formula: string): string | number | boolean | null {
  const body = formula.slice(1).trim();
  if (/^"(?:[^"]|"")*"$/.test(body)) return body.slice(1, -1).replaceAll('""', '"');
  if (/^(TRUE|FALSE)$/i.test(body)) return body.toUpperCase() === 'TRUE';
  return body !== '' && Number.isFinite(Number(body)) ? Number(body) : null;
}

/** What the name's formula gives, seen from a cell that it hardly reads itself: the last of the first row. */
function computed(self: ObjectOf<'NamedItem'>, context: BatchContext): string | number | boolean {
  ensureCalculated(context);
  const { session, workbook } = context;
  const sheet = sheetOfScope(self, context) ?? workbook.sheets[0];
  if (!sheet) throw itemNotFound('The workbook has no sheet.');
  const question = { row: 0, column: MAX_COLUMNS - 1, formula: own(self, context).formula };
  const [value = ''] = evaluateFormulas(workbook, sheet, [question], {
    now: session.now(),
    locale: localeOf(session),
  });
  return plainValue(value);
}

function typeOf(self: ObjectOf<'NamedItem'>, context: BatchContext): string {
  if (placesOf(self, context).length > 0) return 'Range';
  const value = constantOf(own(self, context).formula) ?? computed(self, context);
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isErrorText(value) ? 'Error' : 'String';
}

export const namedItem = defineClass<'NamedItem'>({
  name: 'NamedItem',
  identify: (self) => ({ _Id: self.name }),
  ensure: (self, context) => void own(self, context),
  members: {
    name: property((self, context) => own(self, context).name),
    type: property(typeOf),
    scope: property((self) => (self.sheetId === null ? 'Workbook' : 'Worksheet')),
    value: property((self, context) => {
      const { formula } = own(self, context);
      return (
        constantOf(formula) ??
        (placesOf(self, context).length > 0 ? formula.slice(1) : computed(self, context))
      );
    }),
    formula: property(
      (self, context) => own(self, context).formula,
      (self, value, context) => {
        own(self, context).formula = formulaArg(value, context);
        markStale(context);
      },
    ),
    comment: property(
      (self, context) => own(self, context).comment,
      (self, value, context) => {
        own(self, context).comment = textArg(value, 'comment');
      },
    ),
    visible: property(
      (self, context) => own(self, context).visible,
      (self, value, context) => {
        own(self, context).visible = booleanArg(value, 'visible');
      },
    ),
    worksheet: navigation((self) => {
      if (self.sheetId === null) throw itemNotFound('The name belongs to the workbook.');
      return { class: 'Worksheet', sheetId: self.sheetId };
    }),
    worksheetOrNullObject: navigation((self) =>
      self.sheetId === null ? null : { class: 'Worksheet', sheetId: self.sheetId },
    ),
    arrayValues: navigation((self) => ({
      class: 'NamedItemArrayValues',
      sheetId: self.sheetId,
      name: self.name,
    })),
    delete: method((self, _args, context) => {
      const list = listOf(self, context);
      list.splice(list.indexOf(own(self, context)), 1);
      settle(context, { ok: true, value: undefined, changes: [{ kind: 'names' }] });
    }),
    getRange: object((self, _args, context) => {
      const range = rangeOf(self, context);
      if (!range) throw itemNotFound(`The name ${self.name} means no range.`);
      return range;
    }),
    getRangeOrNullObject: object((self, _args, context) => rangeOf(self, context)),
  },
});

function cellsOfName(
  self: ObjectOf<'NamedItemArrayValues'>,
  context: BatchContext,
): { sheet: SheetModel; area: Area } {
  const item = find(self, self.name, context);
  const [place] = item ? areasOfFormula(context, item.formula, sheetOfScope(self, context)) : [];
  if (!place) throw itemNotFound(`The name ${self.name} means no range.`);
  ensureCalculated(context);
  return { sheet: sheetOf(context, place.sheetId), area: place.area };
}

export const namedItemArrayValues = defineClass<'NamedItemArrayValues'>({
  name: 'NamedItemArrayValues',
  members: {
    values: property((self, context) => {
      const { sheet, area } = cellsOfName(self, context);
      return readCells(sheet, area, ({ value }) => plainValue(value));
    }),
    types: property((self, context) => {
      const { sheet, area } = cellsOfName(self, context);
      return readCells(sheet, area, ({ value }) => valueType(value));
    }),
  },
});
