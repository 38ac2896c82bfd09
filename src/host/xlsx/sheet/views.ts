import { cellAddress } from '../../model/address';
import type { Area, SheetModel } from '../../model/types';
import { areasText, readAreas } from '../addresses';
import type { KeptSheet } from '../kept';
import { childNamed, childrenNamed, flag, numeric, tag, type XmlElement } from '../opc/xml';
import type { SheetReading } from './read-context';

const KNOWN = new Set(['showGridLines', 'tabSelected', 'workbookViewId']);

/**
 * Grid lines, frozen panes and selection of the sheet's first view.
 * @returns the selected areas
 */
export function readView(root: XmlElement, { sheet, kept, losses }: SheetReading): Area[] {
  const view = childNamed(childNamed(root, 'sheetViews'), 'sheetView');
  if (!view) return [];
  sheet.showGridlines = flag(view, 'showGridLines', true);
  const others = Object.entries(view.attributes).filter(([name]) => !KNOWN.has(name));
  if (others.length > 0) kept.view = Object.fromEntries(others);
  const pane = childNamed(view, 'pane');
  const state = pane?.attributes['state'];
  if (state === 'frozen' || state === 'frozenSplit') {
    sheet.freeze = { rows: numeric(pane, 'ySplit') ?? 0, columns: numeric(pane, 'xSplit') ?? 0 };
  } else if (pane) losses.add('split-panes', sheet.name);
  const selections = childrenNamed(view, 'selection');
  const active = selections.find(({ attributes }) => attributes['pane'] === pane?.attributes['activePane']);
  return readAreas((active ?? selections.at(-1))?.attributes['sqref']);
}

function activePane({ rows, columns }: SheetModel['freeze']): string | undefined {
  return rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : columns > 0 ? 'topRight' : undefined;
}

/** @param selected the selected areas; undefined leaves the selection to the reader (A1) */
export function viewMarkup(
  sheet: SheetModel,
  kept: KeptSheet,
  isActive: boolean,
  selected: readonly Area[] | undefined,
): string {
  const { rows, columns } = sheet.freeze;
  const active = activePane(sheet.freeze);
  const pane = active
    ? tag('pane', {
        xSplit: columns || undefined,
        ySplit: rows || undefined,
        topLeftCell: cellAddress(rows, columns),
        activePane: active,
        state: 'frozen',
      })
    : '';
  const first = selected?.[0];
  const isHome = first && selected.length === 1 && areasText(selected) === 'A1';
  const idle =
    active === 'bottomRight' ? ['topRight', 'bottomLeft'].map((one) => tag('selection', { pane: one })) : [];
  const selection =
    first && !isHome
      ? tag('selection', {
          pane: active,
          activeCell: cellAddress(first.top, first.left),
          sqref: areasText(selected),
        })
      : active
        ? tag('selection', { pane: active })
        : '';
  return tag(
    'sheetViews',
    {},
    tag(
      'sheetView',
      {
        showGridLines: sheet.showGridlines ? undefined : false,
        ...kept.view,
        tabSelected: isActive || undefined,
        workbookViewId: 0,
      },
      pane,
      ...idle,
      selection,
    ),
  );
}
