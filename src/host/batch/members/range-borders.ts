import type { Area, Border, BorderEdge, CellFormat } from '../../model/types';
import { choiceArg, colorArg, textArg } from '../arguments';
import { applyFormat, uniformFormat } from '../cell-formats';
import { type Argument, countProperty, defineClass, itemAt, object, property } from '../class-table';
import { type BatchContext, areasOf } from '../context';
import { invalidArgument } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import type { Json } from '../wire';

/** In the order of Excel.BorderIndex. */
const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type Side = (typeof SIDES)[number];

const STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

/** Which edge of which cells a side of a range is. */
function edgesOf(area: Area, side: Side): { area: Area; edge: BorderEdge }[] {
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: area.top }, edge: side }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: area.bottom }, edge: side }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: area.left }, edge: side }];
    case 'EdgeRight':
      return [{ area: { ...area, left: area.right }, edge: side }];
    case 'InsideHorizontal':
      return area.top === area.bottom
        ? []
        : [
            { area: { ...area, bottom: area.bottom - 1 }, edge: 'EdgeBottom' },
            { area: { ...area, top: area.top + 1 }, edge: 'EdgeTop' },
          ];
    case 'InsideVertical':
      return area.left === area.right
        ? []
        : [
            { area: { ...area, right: area.right - 1 }, edge: 'EdgeRight' },
            { area: { ...area, left: area.left + 1 }, edge: 'EdgeLeft' },
          ];
    default:
      return [{ area, edge: side }];
  }
}

const NO_BORDER: Border = { style: 'None', color: '#000000', weight: 'Thin' };

function read(self: ObjectOf<'RangeBorder'>, context: BatchContext, part: keyof Border): Json {
  const values = new Set(
    areasOf(self.cells)
      .flatMap((area) => edgesOf(area, self.side))
      .map(({ area, edge }) =>
        uniformFormat(
          context,
          self.cells,
          [area],
          ({ borders }: CellFormat) => (borders?.[edge] ?? NO_BORDER)[part],
        ),
      ),
  );
  if (values.size === 0) return NO_BORDER[part];
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

/** A border that is given a colour or a weight is drawn, as in Excel. */
function write(
  self: ObjectOf<'RangeBorder'>,
  context: BatchContext,
  part: keyof Border,
  value: string,
): void {
  const text = (key: keyof Border): string => {
    const known = read(self, context, key);
    return typeof known === 'string' ? known : NO_BORDER[key];
  };
  const border = { style: text('style'), color: text('color'), weight: text('weight'), [part]: value };
  if (part !== 'style' && border.style === 'None') border.style = 'Continuous';
  for (const area of areasOf(self.cells)) {
    for (const { area: cells, edge } of edgesOf(area, self.side)) {
      applyFormat(context, self.cells, [cells], {
        borders: { [edge]: border.style === 'None' ? null : Object.freeze(border) },
      });
    }
  }
}

export const rangeBorder = defineClass<'RangeBorder'>({
  name: 'RangeBorder',
  members: {
    sideIndex: property((self) => self.side),
    style: property(
      (self, context) => read(self, context, 'style'),
      (self, value, context) => write(self, context, 'style', choiceArg(value, 'style', STYLES)),
    ),
    color: property(
      (self, context) => read(self, context, 'color'),
      (self, value, context) => write(self, context, 'color', colorArg(value, 'color')),
    ),
    weight: property(
      (self, context) => read(self, context, 'weight'),
      (self, value, context) => write(self, context, 'weight', choiceArg(value, 'weight', WEIGHTS)),
    ),
  },
});

function items(self: ObjectOf<'RangeBorderCollection'>): HostObject[] {
  return SIDES.map((side) => ({ class: 'RangeBorder', cells: self.cells, side }));
}

function sideArg(value: Argument): Side {
  const side = SIDES.find((one) => one === textArg(value, 'index'));
  if (!side) throw invalidArgument(`There is no border ${String(value)}.`);
  return side;
}

export const rangeBorderCollection = defineClass<'RangeBorderCollection'>({
  name: 'RangeBorderCollection',
  items,
  members: {
    count: countProperty(items),
    getItem: object((self, [index]) => ({ class: 'RangeBorder', cells: self.cells, side: sideArg(index) })),
    getItemAt: itemAt(items),
  },
});
