import type { ConditionalFormatModel, SheetModel } from '../../model/types';
import { intersects } from '../../model/address';
import { booleanArg, choiceArg, integerArg, textArg } from '../arguments';
import {
  type Argument,
  type Member,
  countOf,
  defineClass,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import { type BatchContext, areasOf, makeRange, makeRangeAreas, sheetOf } from '../context';
import { formatOf } from '../conditional-formats-of';
import { CONDITIONAL_TYPES, type ConditionalType, newRule } from '../conditional-rule';
import { HostError, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';
import { clearConditionalFormats, nextFormatId } from '../rules-of-cells';

type Collection = ObjectOf<'ConditionalFormatCollection'>;
type Format = ObjectOf<'ConditionalFormat'>;
function formatObject(sheetId: string, { id }: ConditionalFormatModel): Format {
  return {
    class: 'ConditionalFormat',
    sheetId,
    formatId: id,
  };
}

/** Rules that touch the cells, first priority first. */
function rulesOn(self: Collection, context: BatchContext): ConditionalFormatModel[] {
  const areas = areasOf(self.cells);
  return sheetOf(context, self.cells.sheetId)
    .conditionalFormats.filter((one) => one.areas.some((area) => areas.some((own) => intersects(area, own))))
    .sort((a, b) => a.priority - b.priority);
}

function items(self: Collection, context: BatchContext): HostObject[] {
  return rulesOn(self, context).map((one) => formatObject(self.cells.sheetId, one));
}

function find(self: Collection, id: Argument, context: BatchContext): HostObject | null {
  const found = rulesOn(self, context).find((one) => one.id === textArg(id, 'id'));
  return found ? formatObject(self.cells.sheetId, found) : null;
}

/** Puts a rule at a place in the sheet's order, 0 first, and counts the others anew. */
function setPriority(sheet: SheetModel, format: ConditionalFormatModel, priority: number): void {
  const others = sheet.conditionalFormats
    .filter((one) => one !== format)
    .sort((a, b) => a.priority - b.priority);
  others.splice(priority, 0, format);
  others.forEach((one, index) => {
    one.priority = index;
  });
}

export const conditionalFormatCollection = defineClass<'ConditionalFormatCollection'>({
  name: 'ConditionalFormatCollection',
  items,
  members: {
    add: object((self, [type], context) => {
      const sheet = sheetOf(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatCells');
      const format: ConditionalFormatModel = {
        id: nextFormatId(context.workbook),
        areas: [...areasOf(self.cells)],
        priority: 0,
        stopIfTrue: false,
        ...newRule(choiceArg(type, 'type', CONDITIONAL_TYPES)),
      };
      sheet.conditionalFormats.push(format);
      setPriority(sheet, format, 0);
      return formatObject(sheet.id, format);
    }),
    clearAll: method((self, _args, context) => {
      const sheet = sheetOf(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatCells');
      for (const area of areasOf(self.cells)) clearConditionalFormats(sheet, area);
    }),
    getCount: countOf(items),
    getItem: object((self, [id], context) => {
      const format = find(self, id, context);
      if (!format) throw itemNotFound(`There is no conditional format ${String(id)} here.`);
      return format;
    }),
    getItemOrNullObject: object((self, [id], context) => find(self, id, context)),
    getItemAt: itemAt(items),
  },
});

type KindClass =
  | 'CellValueConditionalFormat'
  | 'ColorScaleConditionalFormat'
  | 'CustomConditionalFormat'
  | 'DataBarConditionalFormat'
  | 'IconSetConditionalFormat'
  | 'PresetCriteriaConditionalFormat'
  | 'TextConditionalFormat'
  | 'TopBottomConditionalFormat';

/** The part of a rule that only its own type has: an error, or a null object, for rules of another type. */
function kind(type: ConditionalType, className: KindClass, orNull: boolean): Member<'ConditionalFormat'> {
  return navigation(({ sheetId, formatId }, context) => {
    if (formatOf({ sheetId, formatId }, context).format.type === type) {
      return { class: className, sheetId, formatId };
    }
    if (orNull) return null;
    throw new HostError('InvalidOperation', `The conditional format is not of type ${type}.`);
  });
}

export const conditionalFormat = defineClass<'ConditionalFormat'>({
  name: 'ConditionalFormat',
  identify: (self) => ({ Id: self.formatId }),
  ensure: (self, context) => void formatOf(self, context),
  members: {
    id: property((self) => self.formatId),
    type: property((self, context) => formatOf(self, context).format.type),
    priority: property(
      (self, context) => formatOf(self, context).format.priority,
      (self, value, context) => {
        const { sheet, format } = formatOf(self, context);
        setPriority(sheet, format, integerArg(value, 'priority', 0));
      },
    ),
    stopIfTrue: property(
      (self, context) => formatOf(self, context).format.stopIfTrue,
      (self, value, context) => {
        formatOf(self, context).format.stopIfTrue = booleanArg(value, 'stopIfTrue');
      },
    ),
    cellValue: kind('CellValue', 'CellValueConditionalFormat', false),
    cellValueOrNullObject: kind('CellValue', 'CellValueConditionalFormat', true),
    colorScale: kind('ColorScale', 'ColorScaleConditionalFormat', false),
    colorScaleOrNullObject: kind('ColorScale', 'ColorScaleConditionalFormat', true),
    custom: kind('Custom', 'CustomConditionalFormat', false),
    customOrNullObject: kind('Custom', 'CustomConditionalFormat', true),
    dataBar: kind('DataBar', 'DataBarConditionalFormat', false),
    dataBarOrNullObject: kind('DataBar', 'DataBarConditionalFormat', true),
    iconSet: kind('IconSet', 'IconSetConditionalFormat', false),
    iconSetOrNullObject: kind('IconSet', 'IconSetConditionalFormat', true),
    preset: kind('PresetCriteria', 'PresetCriteriaConditionalFormat', false),
    presetOrNullObject: kind('PresetCriteria', 'PresetCriteriaConditionalFormat', true),
    textComparison: kind('ContainsText', 'TextConditionalFormat', false),
    textComparisonOrNullObject: kind('ContainsText', 'TextConditionalFormat', true),
    topBottom: kind('TopBottom', 'TopBottomConditionalFormat', false),
    topBottomOrNullObject: kind('TopBottom', 'TopBottomConditionalFormat', true),
    delete: method((self, _args, context) => {
      const { sheet, format } = formatOf(self, context);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
    }),
    getRange: object((self, _args, context) => {
      const { sheet, format } = formatOf(self, context);
      const [area, ...more] = format.areas;
      if (!area || more.length > 0) throw itemNotFound('The conditional format is on more than one range.');
      return makeRange(context, sheet.id, area);
    }),
    getRangeOrNullObject: object((self, _args, context) => {
      const { sheet, format } = formatOf(self, context);
      const [area, ...more] = format.areas;
      return area && more.length === 0 ? makeRange(context, sheet.id, area) : null;
    }),
    getRanges: object((self, _args, context) => {
      const { sheet, format } = formatOf(self, context);
      return makeRangeAreas(context, sheet.id, [...format.areas]);
    }),
  },
});
