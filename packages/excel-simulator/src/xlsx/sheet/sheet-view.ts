import { formatAddress, formatSqref, parseSqref } from '@phuluc/ooxml/a1';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import {
  findChild,
  findChildren,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import type { CellRange, SheetModel } from '../../model/types';
import type { PreservedSheet } from '../preserved-content';
import type { SheetReaderContext } from './sheet-reader-context';

const KNOWN_VIEW_ATTRIBUTES = new Set(['showGridLines', 'tabSelected', 'workbookViewId']);

/**
 * Grid lines, frozen panes and selection of the sheet's first view.
 * @returns the selected areas
 */
export function readSheetView(
  root: XmlElement,
  { sheet, preserved: preserved, losses }: SheetReaderContext,
): CellRange[] {
  const view = findChild(findChild(root, 'sheetViews'), 'sheetView');
  if (!view) return [];
  sheet.showGridlines = readBooleanAttribute(view, 'showGridLines', true);
  const others = Object.entries(view.attributes).filter(([name]) => !KNOWN_VIEW_ATTRIBUTES.has(name));
  if (others.length > 0) preserved.view = Object.fromEntries(others);
  const pane = findChild(view, 'pane');
  const state = pane?.attributes['state'];
  if (state === 'frozen' || state === 'frozenSplit') {
    sheet.freeze = {
      rows: readNumberAttribute(pane, 'ySplit') ?? 0,
      columns: readNumberAttribute(pane, 'xSplit') ?? 0,
    };
  } else if (pane) losses.add('split-panes', sheet.name);
  const selections = findChildren(view, 'selection');
  const active = selections.find(({ attributes }) => attributes['pane'] === pane?.attributes['activePane']);
  return parseSqref((active ?? selections.at(-1))?.attributes['sqref']);
}

function getActivePane({ rows, columns }: SheetModel['freeze']): string | undefined {
  return rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : columns > 0 ? 'topRight' : undefined;
}

/** @param selected the selected areas; undefined leaves the selection to the reader (A1) */
export function writeSheetView(
  sheet: SheetModel,
  preserved: PreservedSheet,
  isActive: boolean,
  selected: readonly CellRange[] | undefined,
): string {
  const { rows, columns } = sheet.freeze;
  const active = getActivePane(sheet.freeze);
  const pane = active
    ? writeElement('pane', {
        xSplit: columns || undefined,
        ySplit: rows || undefined,
        topLeftCell: formatAddress(rows, columns),
        activePane: active,
        state: 'frozen',
      })
    : '';
  const first = selected?.[0];
  const isHome = first && selected.length === 1 && formatSqref(selected) === 'A1';
  const idle =
    active === 'bottomRight'
      ? ['topRight', 'bottomLeft'].map((one) => writeElement('selection', { pane: one }))
      : [];
  const selection =
    first && !isHome
      ? writeElement('selection', {
          pane: active,
          activeCell: formatAddress(first.top, first.left),
          sqref: formatSqref(selected),
        })
      : active
        ? writeElement('selection', { pane: active })
        : '';
  return writeElement(
    'sheetViews',
    {},
    writeElement(
      'sheetView',
      {
        showGridLines: sheet.showGridlines ? undefined : false,
        ...preserved.view,
        tabSelected: isActive || undefined,
        workbookViewId: 0,
      },
      pane,
      idle,
      selection,
    ),
  );
}
