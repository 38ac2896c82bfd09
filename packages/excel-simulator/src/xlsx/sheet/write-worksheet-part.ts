import { formatRangeAddress } from '@phuluc/ooxml/a1';
import { NAMESPACES, SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import type { CellRange, SheetModel } from '../../model/types';
import { createStandardRuleId } from '../conditional-formats/read-sheet-rules';
import { writeConditionalRules } from '../conditional-formats/write-rules';
import type { FormulaCodec } from '../formulas/formula-codec';
import { GUID_PATTERN } from '../guid';
import type { PreservedSheet } from '../preserved-content';
import type { SharedStringsWriter } from '../shared-strings';
import { toArgb } from '../styles/colors';
import type { StylesWriter } from '../styles/styles-writer';
import { writeColumns, writeSheetFormat } from './columns';
import { SHEET_ELEMENTS } from './element-order';
import { writeAutoFilter } from './filters';
import { writeFitToPage, writePageLayout } from './page-layout';
import { writeSheetProtection } from './protection';
import { writeSheetView } from './sheet-view';
import { writeValidations } from './validations';
import { formatDimension, writeSheetData } from './write-cells';

export type SheetWriterContext = {
  sheet: SheetModel;
  /** 0-based place among the sheets of the model. */
  position: number;
  isActive: boolean;
  selected: readonly CellRange[] | undefined;
  styles: StylesWriter;
  texts: SharedStringsWriter;
  formulas: FormulaCodec;
  preserved: PreservedSheet;
  dynamic: { used: boolean };
  digit: number;
  date1904: boolean;
  /** Relationships of the sheet's part to its drawing and tables. */
  drawingId: string | undefined;
  tableIds: readonly string[];
};

function writeSheetProperties(sheet: SheetModel, preserved: PreservedSheet): string {
  const rgb = toArgb(sheet.tabColor);
  const isFiltered = Object.keys(sheet.autoFilter?.filters ?? {}).length > 0;
  const attributes = { ...preserved.sheetPr, filterMode: isFiltered || undefined };
  const inside = [
    rgb ? writeElement('tabColor', { rgb }) : '',
    preserved.outline ? writeElement('outlinePr', preserved.outline) : '',
    writeFitToPage(sheet.pageLayout),
  ].join('');
  return inside === '' && !isFiltered && !preserved.sheetPr
    ? ''
    : writeElement('sheetPr', attributes, inside);
}

function writeMerges(merges: readonly CellRange[]): string {
  return merges.length === 0
    ? ''
    : writeElement(
        'mergeCells',
        { count: merges.length },
        merges.map((area) => writeElement('mergeCell', { ref: formatRangeAddress(area) })),
      );
}

function writeExtensions(rules: string, preserved: readonly string[] = []): string {
  const own =
    rules === ''
      ? ''
      : writeElement(
          'ext',
          { 'xmlns:x14': NAMESPACES.x14, uri: '{78C0D931-6437-407d-A8EE-F0AAD7539E65}' },
          rules,
        );
  return own === '' && preserved.length === 0 ? '' : writeElement('extLst', {}, own, preserved);
}

/** A sheet's part. Formats, texts and the need for dynamic arrays are noted in what is given. */
export function writeWorksheetPart(writing: SheetWriterContext): string {
  const { sheet, preserved: preserved, styles, formulas, digit, tableIds, drawingId } = writing;
  const rules = writeConditionalRules(sheet.conditionalFormats, { formulas, styles }, (priority) =>
    createStandardRuleId(writing.position, priority),
  );
  const own: Record<string, string> = {
    sheetPr: writeSheetProperties(sheet, preserved),
    dimension: writeElement('dimension', { ref: formatDimension(sheet) }),
    sheetViews: writeSheetView(sheet, preserved, writing.isActive, writing.selected),
    sheetFormatPr: writeSheetFormat(sheet, preserved, digit),
    cols: writeColumns(sheet, preserved, styles, digit),
    sheetData: writeSheetData(writing),
    sheetProtection: writeSheetProtection(sheet.protection),
    autoFilter: sheet.autoFilter
      ? writeAutoFilter(sheet.autoFilter.area, sheet.autoFilter.filters, (format) => styles.getDxfId(format))
      : '',
    mergeCells: writeMerges(sheet.merges),
    conditionalFormatting: rules.main,
    dataValidations: writeValidations(sheet.validations, formulas, writing.date1904),
    ...writePageLayout(sheet.pageLayout, preserved),
    drawing: drawingId === undefined ? '' : writeElement('drawing', { 'r:id': drawingId }),
    tableParts:
      tableIds.length === 0
        ? ''
        : writeElement(
            'tableParts',
            { count: tableIds.length },
            tableIds.map((id) => writeElement('tablePart', { 'r:id': id })),
          ),
    extLst: writeExtensions(rules.extension, preserved.elements?.['extLst']),
  };
  return writeElement(
    'worksheet',
    {
      xmlns: SPREADSHEET_NAMESPACE,
      'xmlns:r': NAMESPACES.r,
      'xmlns:mc': NAMESPACES.mc,
      'mc:Ignorable': 'xr local',
      'xmlns:xr': NAMESPACES.xr,
      'xmlns:local': NAMESPACES.local,
      'xmlns:xm': rules.extension === '' ? undefined : NAMESPACES.xm,
      'xr:uid': GUID_PATTERN.test(sheet.id) ? sheet.id : undefined,
    },
    SHEET_ELEMENTS.map((name) => own[name] ?? preserved.elements?.[name]?.join('')),
  );
}
