import { type FormatPatch, mergeFormat } from '../../model/cell-formats';
import type { CellFormat } from '../../model/types';
import { readBooleanArg, readChoiceArg, readColorArg, readTextArg } from '../../protocol/arguments';
import {
  defineClass,
  defineCountProperty,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { ClassName, ConditionalSide, HostObject, ObjectOf } from '../../protocol/host-objects';
import {
  type ConditionalFormatHandle,
  requireConditionalFormat,
} from '../../protocol/sheets/require-conditional-format';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

type FormatClassName = {
  [C in ClassName]: ObjectOf<C> extends ConditionalFormatHandle ? C : never;
}[ClassName];

function getRuleFormat(self: object, context: BatchContext): CellFormat {
  return requireConditionalFormat(self as ConditionalFormatHandle, context).format.format ?? {};
}

function patchRuleFormat(self: object, context: BatchContext, change: FormatPatch): void {
  const { format } = requireConditionalFormat(self as ConditionalFormatHandle, context);
  format.format = mergeFormat(format.format, change) ?? {};
}

/** Defines a property of the format; a part that the rule does not change reads as null. */
function defineFormatProperty<C extends FormatClassName>(
  get: (format: CellFormat) => Json | undefined,
  set: (value: Json) => FormatPatch,
): Member<C> {
  return defineProperty<C>(
    (self, context) => get(getRuleFormat(self, context)) ?? null,
    (self, value, context) => patchRuleFormat(self, context, set(value)),
  );
}

export const conditionalRangeFormatClass = defineClass<'ConditionalRangeFormat'>({
  name: 'ConditionalRangeFormat',
  members: {
    numberFormat: defineFormatProperty(
      (format) => format.numberFormat,
      (value) => ({ numberFormat: readTextArg(value, 'numberFormat') }),
    ),
    borders: defineNavigation(({ sheetId, formatId }) => ({
      class: 'ConditionalRangeBorderCollection',
      sheetId,
      formatId,
    })),
    fill: defineNavigation(({ sheetId, formatId }) => ({ class: 'ConditionalRangeFill', sheetId, formatId })),
    font: defineNavigation(({ sheetId, formatId }) => ({ class: 'ConditionalRangeFont', sheetId, formatId })),
  },
});

export const conditionalRangeFillClass = defineClass<'ConditionalRangeFill'>({
  name: 'ConditionalRangeFill',
  members: {
    color: defineFormatProperty(
      (format) => format.fill?.color,
      (value) => ({ fill: { color: readColorArg(value, 'color') || null } }),
    ),
    clear: defineMethod((self, _args, context) => patchRuleFormat(self, context, { fill: null })),
  },
});

export const conditionalRangeFontClass = defineClass<'ConditionalRangeFont'>({
  name: 'ConditionalRangeFont',
  members: {
    color: defineFormatProperty(
      (format) => format.font?.color,
      (value) => ({ font: { color: readColorArg(value, 'color') || null } }),
    ),
    bold: defineFormatProperty(
      (format) => format.font?.bold,
      (value) => ({ font: { bold: readBooleanArg(value, 'bold') } }),
    ),
    italic: defineFormatProperty(
      (format) => format.font?.italic,
      (value) => ({ font: { italic: readBooleanArg(value, 'italic') } }),
    ),
    strikethrough: defineFormatProperty(
      (format) => format.font?.strikethrough,
      (value) => ({ font: { strikethrough: readBooleanArg(value, 'strikethrough') } }),
    ),
    underline: defineFormatProperty(
      (format) => format.font?.underline,
      (value) => ({ font: { underline: readChoiceArg(value, 'underline', ['None', 'Single', 'Double']) } }),
    ),
    clear: defineMethod((self, _args, context) => patchRuleFormat(self, context, { font: null })),
  },
});

const CONDITIONAL_SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
] as const satisfies ConditionalSide[];

function toBorderObject({ sheetId, formatId }: ConditionalFormatHandle, side: ConditionalSide): HostObject {
  return {
    class: 'ConditionalRangeBorder',
    sheetId,
    formatId,
    side,
  };
}

function listBorders(self: ObjectOf<'ConditionalRangeBorderCollection'>): HostObject[] {
  return CONDITIONAL_SIDES.map((side) => toBorderObject(self, side));
}

function readSideArg(value: Argument): ConditionalSide {
  const side = CONDITIONAL_SIDES.find((one) => one === readTextArg(value, 'index'));
  if (!side) throw createInvalidArgumentError(`There is no border ${String(value)}.`);
  return side;
}

function defineSide(name: ConditionalSide): Member<'ConditionalRangeBorderCollection'> {
  return defineNavigation((self) => toBorderObject(self, name));
}

export const conditionalRangeBorderCollectionClass = defineClass<'ConditionalRangeBorderCollection'>({
  name: 'ConditionalRangeBorderCollection',
  items: listBorders,
  members: {
    count: defineCountProperty(listBorders),
    top: defineSide('EdgeTop'),
    bottom: defineSide('EdgeBottom'),
    left: defineSide('EdgeLeft'),
    right: defineSide('EdgeRight'),
    getItem: defineObjectMethod((self, [index]) => toBorderObject(self, readSideArg(index))),
    getItemAt: defineGetItemAt(listBorders),
  },
});

type Self = ObjectOf<'ConditionalRangeBorder'>;

function setBorder(self: Self, context: BatchContext, part: 'style' | 'color', value: string): void {
  const known = getRuleFormat(self, context).borders?.[self.side] ?? {
    style: 'Continuous',
    color: '#000000',
    weight: 'Thin',
  };
  const border = { ...known, [part]: value };
  patchRuleFormat(self, context, { borders: { [self.side]: border.style === 'None' ? null : border } });
}

export const conditionalRangeBorderClass = defineClass<'ConditionalRangeBorder'>({
  name: 'ConditionalRangeBorder',
  members: {
    sideIndex: defineProperty((self) => self.side),
    style: defineProperty(
      (self, context) => getRuleFormat(self, context).borders?.[self.side]?.style ?? 'None',
      (self, value, context) =>
        setBorder(
          self,
          context,
          'style',
          readChoiceArg(value, 'style', ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot']),
        ),
    ),
    color: defineProperty(
      (self, context) => getRuleFormat(self, context).borders?.[self.side]?.color ?? '#000000',
      (self, value, context) => setBorder(self, context, 'color', readColorArg(value, 'color')),
    ),
  },
});
