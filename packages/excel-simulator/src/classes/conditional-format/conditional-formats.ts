import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import type { ConditionalFormatModel, SheetModel } from '../../model/types';
import { readBooleanArg, readChoiceArg, readIntegerArg, readTextArg } from '../../protocol/arguments';
import {
  createRangeAreasObject,
  createRangeObject,
  getCellRanges,
  requireSheet,
} from '../../protocol/batch-context';
import { clearConditionalFormats, createFormatId } from '../../protocol/cells/cell-rules';
import {
  defineClass,
  defineFindPair,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createItemNotFoundError, HostError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import { requireConditionalFormat } from '../../protocol/sheets/require-conditional-format';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import { CONDITIONAL_TYPES, type ConditionalType, createConditionalRule } from './create-conditional-rule';

type Collection = ObjectOf<'ConditionalFormatCollection'>;
type FormatObject = ObjectOf<'ConditionalFormat'>;
function toFormatObject(sheetId: string, { id }: ConditionalFormatModel): FormatObject {
  return {
    class: 'ConditionalFormat',
    sheetId,
    formatId: id,
  };
}

/** Lists the rules that touch the cells, first priority first. */
function listRules(self: Collection, context: BatchContext): ConditionalFormatModel[] {
  const areas = getCellRanges(self.cells);
  return requireSheet(context, self.cells.sheetId)
    .conditionalFormats.filter((one) =>
      one.areas.some((area) => areas.some((own) => areRangesIntersecting(area, own))),
    )
    .sort((a, b) => a.priority - b.priority);
}

function listFormats(self: Collection, context: BatchContext): HostObject[] {
  return listRules(self, context).map((one) => toFormatObject(self.cells.sheetId, one));
}

function findFormat(self: Collection, id: Argument, context: BatchContext): HostObject | null {
  const found = listRules(self, context).find((one) => one.id === readTextArg(id, 'id'));
  return found ? toFormatObject(self.cells.sheetId, found) : null;
}

/** Moves a rule to a position in the sheet's order (0 is first) and renumbers the others. */
function setPriority(sheet: SheetModel, format: ConditionalFormatModel, priority: number): void {
  const others = sheet.conditionalFormats
    .filter((one) => one !== format)
    .sort((a, b) => a.priority - b.priority);
  others.splice(priority, 0, format);
  others.forEach((one, index) => {
    one.priority = index;
  });
}

export const conditionalFormatCollectionClass = defineClass<'ConditionalFormatCollection'>({
  name: 'ConditionalFormatCollection',
  items: listFormats,
  members: {
    add: defineObjectMethod((self, [type], context) => {
      const sheet = requireSheet(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatCells');
      const format: ConditionalFormatModel = {
        id: createFormatId(context.workbook),
        areas: [...getCellRanges(self.cells)],
        priority: 0,
        stopIfTrue: false,
        ...createConditionalRule(readChoiceArg(type, 'type', CONDITIONAL_TYPES)),
      };
      sheet.conditionalFormats.push(format);
      setPriority(sheet, format, 0);
      return toFormatObject(sheet.id, format);
    }),
    clearAll: defineMethod((self, _args, context) => {
      const sheet = requireSheet(context, self.cells.sheetId);
      ensureAllowed(sheet, 'allowFormatCells');
      for (const area of getCellRanges(self.cells)) clearConditionalFormats(sheet, area);
    }),
    getCount: defineGetCount(listFormats),
    ...defineFindPair<'ConditionalFormatCollection'>(
      'getItem',
      (self, [id], context) => findFormat(self, id, context),
      ([id]) => `There is no conditional format ${String(id)} here.`,
    ),
    getItemAt: defineGetItemAt(listFormats),
  },
});

type RuleKindClassName =
  | 'CellValueConditionalFormat'
  | 'ColorScaleConditionalFormat'
  | 'CustomConditionalFormat'
  | 'DataBarConditionalFormat'
  | 'IconSetConditionalFormat'
  | 'PresetCriteriaConditionalFormat'
  | 'TextConditionalFormat'
  | 'TopBottomConditionalFormat';

/**
 * Defines the part of a rule that only its own type has: an error, or a null object, for rules of another
 * type.
 */
function defineRuleKind(
  type: ConditionalType,
  className: RuleKindClassName,
  orNull: boolean,
): Member<'ConditionalFormat'> {
  return defineNavigation(({ sheetId, formatId }, context) => {
    if (requireConditionalFormat({ sheetId, formatId }, context).format.type === type) {
      return { class: className, sheetId, formatId };
    }
    if (orNull) return null;
    throw new HostError('InvalidOperation', `The conditional format is not of type ${type}.`);
  });
}

export const conditionalFormatClass = defineClass<'ConditionalFormat'>({
  name: 'ConditionalFormat',
  identify: (self) => ({ Id: self.formatId }),
  ensure: (self, context) => void requireConditionalFormat(self, context),
  members: {
    id: defineProperty((self) => self.formatId),
    type: defineProperty((self, context) => requireConditionalFormat(self, context).format.type),
    priority: defineProperty(
      (self, context) => requireConditionalFormat(self, context).format.priority,
      (self, value, context) => {
        const { sheet, format } = requireConditionalFormat(self, context);
        setPriority(sheet, format, readIntegerArg(value, 'priority', 0));
      },
    ),
    stopIfTrue: defineProperty(
      (self, context) => requireConditionalFormat(self, context).format.stopIfTrue,
      (self, value, context) => {
        requireConditionalFormat(self, context).format.stopIfTrue = readBooleanArg(value, 'stopIfTrue');
      },
    ),
    cellValue: defineRuleKind('CellValue', 'CellValueConditionalFormat', false),
    cellValueOrNullObject: defineRuleKind('CellValue', 'CellValueConditionalFormat', true),
    colorScale: defineRuleKind('ColorScale', 'ColorScaleConditionalFormat', false),
    colorScaleOrNullObject: defineRuleKind('ColorScale', 'ColorScaleConditionalFormat', true),
    custom: defineRuleKind('Custom', 'CustomConditionalFormat', false),
    customOrNullObject: defineRuleKind('Custom', 'CustomConditionalFormat', true),
    dataBar: defineRuleKind('DataBar', 'DataBarConditionalFormat', false),
    dataBarOrNullObject: defineRuleKind('DataBar', 'DataBarConditionalFormat', true),
    iconSet: defineRuleKind('IconSet', 'IconSetConditionalFormat', false),
    iconSetOrNullObject: defineRuleKind('IconSet', 'IconSetConditionalFormat', true),
    preset: defineRuleKind('PresetCriteria', 'PresetCriteriaConditionalFormat', false),
    presetOrNullObject: defineRuleKind('PresetCriteria', 'PresetCriteriaConditionalFormat', true),
    textComparison: defineRuleKind('ContainsText', 'TextConditionalFormat', false),
    textComparisonOrNullObject: defineRuleKind('ContainsText', 'TextConditionalFormat', true),
    topBottom: defineRuleKind('TopBottom', 'TopBottomConditionalFormat', false),
    topBottomOrNullObject: defineRuleKind('TopBottom', 'TopBottomConditionalFormat', true),
    delete: defineMethod((self, _args, context) => {
      const { sheet, format } = requireConditionalFormat(self, context);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
    }),
    getRange: defineObjectMethod((self, _args, context) => {
      const { sheet, format } = requireConditionalFormat(self, context);
      const [area, ...more] = format.areas;
      if (!area || more.length > 0)
        throw createItemNotFoundError('The conditional format is on more than one range.');
      return createRangeObject(context, sheet.id, area);
    }),
    getRangeOrNullObject: defineObjectMethod((self, _args, context) => {
      const { sheet, format } = requireConditionalFormat(self, context);
      const [area, ...more] = format.areas;
      return area && more.length === 0 ? createRangeObject(context, sheet.id, area) : null;
    }),
    getRanges: defineObjectMethod((self, _args, context) => {
      const { sheet, format } = requireConditionalFormat(self, context);
      return createRangeAreasObject(context, sheet.id, [...format.areas]);
    }),
  },
});
