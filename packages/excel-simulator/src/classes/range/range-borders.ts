import type { Border, BorderEdge, CellFormat, CellRange } from '../../model/types';
import { readChoiceArg, readColorArg, readTextArg } from '../../protocol/arguments';
import { getCellRanges } from '../../protocol/batch-context';
import { applyRangesFormat, collectRangesFormats } from '../../protocol/cells/cell-formats';
import {
  defineClass,
  defineCountProperty,
  defineGetItemAt,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import type { Argument, BatchContext } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

/** Sides in the order of Excel.BorderIndex. */
const BORDER_SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type BorderSide = (typeof BORDER_SIDES)[number];

const BORDER_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
const BORDER_WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

/** Returns the edges of cells that make up a side of a range. */
function getEdges(area: CellRange, side: BorderSide): { area: CellRange; edge: BorderEdge }[] {
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

type FormattedEdge = { edge: BorderEdge; formats: ReadonlySet<CellFormat> };

/** The formats along each edge that makes up the side of the ranges. */
function collectEdgeFormats(self: ObjectOf<'RangeBorder'>, context: BatchContext): FormattedEdge[] {
  return getCellRanges(self.cells)
    .flatMap((area) => getEdges(area, self.side))
    .map(({ area, edge }) => ({ edge, formats: collectRangesFormats(context, self.cells, [area]) }));
}

/** @returns null where the edges differ */
function getBorderPart(edges: readonly FormattedEdge[], part: keyof Border): Json {
  const values = new Set(
    edges.flatMap(({ edge, formats }) =>
      [...formats].map(({ borders }) => (borders?.[edge] ?? NO_BORDER)[part]),
    ),
  );
  if (values.size === 0) return NO_BORDER[part];
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

function readBorderPart(self: ObjectOf<'RangeBorder'>, context: BatchContext, part: keyof Border): Json {
  return getBorderPart(collectEdgeFormats(self, context), part);
}

/** Writes a part of a border. As in Excel, setting a color or a weight draws the border. */
function writeBorderPart(
  self: ObjectOf<'RangeBorder'>,
  context: BatchContext,
  part: keyof Border,
  value: string,
): void {
  const edges = collectEdgeFormats(self, context);
  const text = (key: keyof Border): string => {
    const known = getBorderPart(edges, key);
    return typeof known === 'string' ? known : NO_BORDER[key];
  };
  const border = { style: text('style'), color: text('color'), weight: text('weight'), [part]: value };
  if (part !== 'style' && border.style === 'None') border.style = 'Continuous';
  for (const area of getCellRanges(self.cells)) {
    for (const { area: cells, edge } of getEdges(area, self.side)) {
      applyRangesFormat(context, self.cells, [cells], {
        borders: { [edge]: border.style === 'None' ? null : Object.freeze(border) },
      });
    }
  }
}

export const rangeBorderClass = defineClass<'RangeBorder'>({
  name: 'RangeBorder',
  members: {
    sideIndex: defineProperty((self) => self.side),
    style: defineProperty(
      (self, context) => readBorderPart(self, context, 'style'),
      (self, value, context) =>
        writeBorderPart(self, context, 'style', readChoiceArg(value, 'style', BORDER_STYLES)),
    ),
    color: defineProperty(
      (self, context) => readBorderPart(self, context, 'color'),
      (self, value, context) => writeBorderPart(self, context, 'color', readColorArg(value, 'color')),
    ),
    weight: defineProperty(
      (self, context) => readBorderPart(self, context, 'weight'),
      (self, value, context) =>
        writeBorderPart(self, context, 'weight', readChoiceArg(value, 'weight', BORDER_WEIGHTS)),
    ),
  },
});

function listBorders(self: ObjectOf<'RangeBorderCollection'>): HostObject[] {
  return BORDER_SIDES.map((side) => ({ class: 'RangeBorder', cells: self.cells, side }));
}

function readSideArg(value: Argument): BorderSide {
  const side = BORDER_SIDES.find((one) => one === readTextArg(value, 'index'));
  if (!side) throw createInvalidArgumentError(`There is no border ${String(value)}.`);
  return side;
}

export const rangeBorderCollectionClass = defineClass<'RangeBorderCollection'>({
  name: 'RangeBorderCollection',
  items: listBorders,
  members: {
    count: defineCountProperty(listBorders),
    getItem: defineObjectMethod((self, [index]) => ({
      class: 'RangeBorder',
      cells: self.cells,
      side: readSideArg(index),
    })),
    getItemAt: defineGetItemAt(listBorders),
  },
});
