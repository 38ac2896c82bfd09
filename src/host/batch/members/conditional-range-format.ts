import { type FormatPatch, mergeFormat } from '../../model/formats';
import type { CellFormat } from '../../model/types';
import { booleanArg, choiceArg, colorArg, textArg } from '../arguments';
import {
  type Argument,
  type Member,
  countProperty,
  defineClass,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import type { BatchContext } from '../context';
import { invalidArgument } from '../host-error';
import type { ClassName, ConditionalSide, HostObject, ObjectOf } from '../objects';
import type { Json } from '../wire';
import { type FormatHandle, formatOf } from '../conditional-formats-of';

type OfRule = { [C in ClassName]: ObjectOf<C> extends FormatHandle ? C : never }[ClassName];

function read(self: object, context: BatchContext): CellFormat {
  return formatOf(self as FormatHandle, context).format.format ?? {};
}

function patch(self: object, context: BatchContext, change: FormatPatch): void {
  const { format } = formatOf(self as FormatHandle, context);
  format.format = mergeFormat(format.format, change) ?? {};
}

/** A property of the format; what the rule leaves alone reads as null. */
function formatted<C extends OfRule>(
  get: (format: CellFormat) => Json | undefined,
  set: (value: Json) => FormatPatch,
): Member<C> {
  return property<C>(
    (self, context) => get(read(self, context)) ?? null,
    (self, value, context) => patch(self, context, set(value)),
  );
}

export const conditionalRangeFormat = defineClass<'ConditionalRangeFormat'>({
  name: 'ConditionalRangeFormat',
  members: {
    numberFormat: formatted(
      (format) => format.numberFormat,
      (value) => ({ numberFormat: textArg(value, 'numberFormat') }),
    ),
    borders: navigation(({ sheetId, formatId }) => ({
      class: 'ConditionalRangeBorderCollection',
      sheetId,
      formatId,
    })),
    fill: navigation(({ sheetId, formatId }) => ({ class: 'ConditionalRangeFill', sheetId, formatId })),
    font: navigation(({ sheetId, formatId }) => ({ class: 'ConditionalRangeFont', sheetId, formatId })),
  },
});

export const conditionalRangeFill = defineClass<'ConditionalRangeFill'>({
  name: 'ConditionalRangeFill',
  members: {
    color: formatted(
      (format) => format.fill?.color,
      (value) => ({ fill: { color: colorArg(value, 'color') || null } }),
    ),
    clear: method((self, _args, context) => patch(self, context, { fill: null })),
  },
});

export const conditionalRangeFont = defineClass<'ConditionalRangeFont'>({
  name: 'ConditionalRangeFont',
  members: {
    color: formatted(
      (format) => format.font?.color,
      (value) => ({ font: { color: colorArg(value, 'color') || null } }),
    ),
    bold: formatted(
      (format) => format.font?.bold,
      (value) => ({ font: { bold: booleanArg(value, 'bold') } }),
    ),
    italic: formatted(
      (format) => format.font?.italic,
      (value) => ({ font: { italic: booleanArg(value, 'italic') } }),
    ),
    strikethrough: formatted(
      (format) => format.font?.strikethrough,
      (value) => ({ font: { strikethrough: booleanArg(value, 'strikethrough') } }),
    ),
    underline: formatted(
      (format) => format.font?.underline,
      (value) => ({ font: { underline: choiceArg(value, 'underline', ['None', 'Single', 'Double']) } }),
    ),
    clear: method((self, _args, context) => patch(self, context, { font: null })),
  },
});

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const satisfies ConditionalSide[];

function borderObject({ sheetId, formatId }: FormatHandle, side: ConditionalSide): HostObject {
  return {
    class: 'ConditionalRangeBorder',
    sheetId,
    formatId,
    side,
  };
}

function items(self: ObjectOf<'ConditionalRangeBorderCollection'>): HostObject[] {
  return SIDES.map((side) => borderObject(self, side));
}

function sideArg(value: Argument): ConditionalSide {
  const side = SIDES.find((one) => one === textArg(value, 'index'));
  if (!side) throw invalidArgument(`There is no border ${String(value)}.`);
  return side;
}

function side(name: ConditionalSide): Member<'ConditionalRangeBorderCollection'> {
  return navigation((self) => borderObject(self, name));
}

export const conditionalRangeBorderCollection = defineClass<'ConditionalRangeBorderCollection'>({
  name: 'ConditionalRangeBorderCollection',
  items,
  members: {
    count: countProperty(items),
    top: side('EdgeTop'),
    bottom: side('EdgeBottom'),
    left: side('EdgeLeft'),
    right: side('EdgeRight'),
    getItem: object((self, [index]) => borderObject(self, sideArg(index))),
    getItemAt: itemAt(items),
  },
});

type Self = ObjectOf<'ConditionalRangeBorder'>;

function setBorder(self: Self, context: BatchContext, part: 'style' | 'color', value: string): void {
  const known = read(self, context).borders?.[self.side] ?? {
    style: 'Continuous',
    color: '#000000',
    weight: 'Thin',
  };
  const border = { ...known, [part]: value };
  patch(self, context, { borders: { [self.side]: border.style === 'None' ? null : border } });
}

export const conditionalRangeBorder = defineClass<'ConditionalRangeBorder'>({
  name: 'ConditionalRangeBorder',
  members: {
    sideIndex: property((self) => self.side),
    style: property(
      (self, context) => read(self, context).borders?.[self.side]?.style ?? 'None',
      (self, value, context) =>
        setBorder(
          self,
          context,
          'style',
          choiceArg(value, 'style', ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot']),
        ),
    ),
    color: property(
      (self, context) => read(self, context).borders?.[self.side]?.color ?? '#000000',
      (self, value, context) => setBorder(self, context, 'color', colorArg(value, 'color')),
    ),
  },
});
