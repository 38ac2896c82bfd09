import type { Area, SheetModel } from '../../model/types';
import { cellsAddress } from '../addresses';
import { writeRules } from '../conditional/write-rules';
import { standardRuleId } from '../conditional/sheet-rules';
import type { FormulaCodec } from '../formula-codec';
import { GUID } from '../guid';
import type { KeptSheet } from '../kept';
import { MAIN, NAMESPACES } from '../opc/namespaces';
import { tag } from '../opc/xml';
import type { SharedStrings } from '../shared-strings';
import { argb } from '../styles/colors';
import type { StyleBook } from '../styles/style-book';
import { SHEET_ELEMENTS } from './element-order';
import { columnsMarkup, sheetFormatMarkup } from './columns';
import { filterMarkup } from './filters';
import { fitMarkup, pageLayoutMarkup } from './page-layout';
import { protectionMarkup } from './protection';
import { validationsMarkup } from './validations';
import { viewMarkup } from './views';
import { cellsMarkup, dimension } from './write-cells';

export type SheetWriting = {
  sheet: SheetModel;
  /** 0-based place among the sheets of the model. */
  position: number;
  isActive: boolean;
  selected: readonly Area[] | undefined;
  styles: StyleBook;
  texts: SharedStrings;
  formulas: FormulaCodec;
  kept: KeptSheet;
  dynamic: { used: boolean };
  digit: number;
  date1904: boolean;
  /** Relationships of the sheet's part to its drawing and tables. */
  drawingId: string | undefined;
  tableIds: readonly string[];
};

function propertiesMarkup(sheet: SheetModel, kept: KeptSheet): string {
  const rgb = argb(sheet.tabColor);
  const isFiltered = Object.keys(sheet.autoFilter?.filters ?? {}).length > 0;
  const attributes = { ...kept.sheetPr, filterMode: isFiltered || undefined };
  const inside = [
    rgb ? tag('tabColor', { rgb }) : '',
    kept.outline ? tag('outlinePr', kept.outline) : '',
    fitMarkup(sheet.pageLayout),
  ].join('');
  return inside === '' && !isFiltered && !kept.sheetPr ? '' : tag('sheetPr', attributes, inside);
}

function mergesMarkup(merges: readonly Area[]): string {
  return merges.length === 0
    ? ''
    : tag(
        'mergeCells',
        { count: merges.length },
        ...merges.map((area) => tag('mergeCell', { ref: cellsAddress(area) })),
      );
}

function extensionsMarkup(rules: string, kept: readonly string[] = []): string {
  const own =
    rules === ''
      ? ''
      : tag('ext', { 'xmlns:x14': NAMESPACES.x14, uri: '{78C0D931-6437-407d-A8EE-F0AAD7539E65}' }, rules);
  return own === '' && kept.length === 0 ? '' : tag('extLst', {}, own, ...kept);
}

/** A sheet's part. Formats, texts and the need for dynamic arrays are noted in what is given. */
export function sheetMarkup(writing: SheetWriting): string {
  const { sheet, kept, styles, formulas, digit, tableIds, drawingId } = writing;
  const rules = writeRules(sheet.conditionalFormats, { formulas, styles }, (priority) =>
    standardRuleId(writing.position, priority),
  );
  const own: Record<string, string> = {
    sheetPr: propertiesMarkup(sheet, kept),
    dimension: tag('dimension', { ref: dimension(sheet) }),
    sheetViews: viewMarkup(sheet, kept, writing.isActive, writing.selected),
    sheetFormatPr: sheetFormatMarkup(sheet, kept, digit),
    cols: columnsMarkup(sheet, kept, styles, digit),
    sheetData: cellsMarkup(writing),
    sheetProtection: protectionMarkup(sheet.protection),
    autoFilter: sheet.autoFilter
      ? filterMarkup(sheet.autoFilter.area, sheet.autoFilter.filters, (format) => styles.dxf(format))
      : '',
    mergeCells: mergesMarkup(sheet.merges),
    conditionalFormatting: rules.main,
    dataValidations: validationsMarkup(sheet.validations, formulas, writing.date1904),
    ...pageLayoutMarkup(sheet.pageLayout, kept),
    drawing: drawingId === undefined ? '' : tag('drawing', { 'r:id': drawingId }),
    tableParts:
      tableIds.length === 0
        ? ''
        : tag(
            'tableParts',
            { count: tableIds.length },
            ...tableIds.map((id) => tag('tablePart', { 'r:id': id })),
          ),
    extLst: extensionsMarkup(rules.extension, kept.elements?.['extLst']),
  };
  return tag(
    'worksheet',
    {
      xmlns: MAIN,
      'xmlns:r': NAMESPACES.r,
      'xmlns:mc': NAMESPACES.mc,
      'mc:Ignorable': 'xr local',
      'xmlns:xr': NAMESPACES.xr,
      'xmlns:local': NAMESPACES.local,
      'xmlns:xm': rules.extension === '' ? undefined : NAMESPACES.xm,
      'xr:uid': GUID.test(sheet.id) ? sheet.id : undefined,
    },
    ...SHEET_ELEMENTS.map((name) => own[name] ?? kept.elements?.[name]?.join('')),
  );
}
