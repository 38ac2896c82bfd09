import { formatRangeAddress, parseRange } from '@phuluc/ooxml/a1';
import { NAMESPACES, SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import {
  findChild,
  findChildren,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { escapeColumnName, unescapeXString } from '@phuluc/ooxml/xstring';
import { getTableBodyRange } from '../../model/tables/table-columns';
import type { CellFormat, SheetModel, TableColumnModel, TableModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import type { FormulaCodec } from '../formulas/formula-codec';
import { GUID_PATTERN } from '../guid';
import { createTwoWayMap } from '../styles/style-mappings';
import type { StylesWriter } from '../styles/styles-writer';
import { readFilters, writeAutoFilter } from './filters';

const TOTALS_FUNCTIONS = createTwoWayMap([
  ['none', 'None'],
  ['sum', 'Sum'],
  ['min', 'Min'],
  ['max', 'Max'],
  ['average', 'Average'],
  ['count', 'Count'],
  ['countNums', 'CountNumbers'],
  ['stdDev', 'StdDev'],
  ['var', 'Var'],
  ['custom', 'Custom'],
]);

/** Id of a table whose file gives it none, after its number: Excel's own pattern. */
function createStandardTableId(number: number): string {
  return `{00000000-000C-0000-FFFF-FFFF${(number - 1).toString(16).toUpperCase().padStart(2, '0')}000000}`;
}

export type TableReaderTools = {
  formulas: FormulaCodec;
  dxfs: readonly CellFormat[];
  onLostFilter: () => void;
};

function readTableColumn(
  element: XmlElement,
  index: number,
  name: string,
  formulas: FormulaCodec,
): TableColumnModel {
  const formula = findChild(element, 'calculatedColumnFormula');
  const label = element.attributes['totalsRowLabel'];
  const total = TOTALS_FUNCTIONS.toApi(element.attributes['totalsRowFunction']);
  return {
    id: readNumberAttribute(element, 'id') ?? index + 1,
    name: unescapeXString(element.attributes['name'] ?? ''),
    ...(label === undefined ? {} : { totalsLabel: unescapeXString(label) }),
    ...(total === undefined || total === 'None' ? {} : { totalsFunction: total }),
    ...(formula?.text
      ? {
          calculatedFormula: formulas.cellFromFile(
            formula.text,
            readBooleanAttribute(formula, 'array'),
            name,
          ),
        }
      : {}),
  };
}

const KNOWN_TABLE_ATTRIBUTES = new Set(
  'id name displayName ref headerRowCount totalsRowCount totalsRowShown insertRow xr:uid mc:Ignorable'.split(
    ' ',
  ),
);
const KNOWN_COLUMN_ATTRIBUTES = new Set(['id', 'name', 'totalsRowLabel', 'totalsRowFunction']);
const KNOWN_CHILDREN = new Set(['autoFilter', 'tableColumns', 'tableStyleInfo']);
const isRevisionAttribute = (name: string): boolean => name.endsWith(':uid') || name.startsWith('local:');

/** Whether the part says more of the table than the model holds: a sort order, a query, formats of its own. */
export function hasUnmodelledContent(root: XmlElement): boolean {
  const columns = findChildren(findChild(root, 'tableColumns'), 'tableColumn');
  const isKnown = (known: ReadonlySet<string>) => (name: string) =>
    known.has(name) || isRevisionAttribute(name);
  return (
    !Object.keys(root.attributes).every(isKnown(KNOWN_TABLE_ATTRIBUTES)) ||
    root.children.some(({ name }) => !KNOWN_CHILDREN.has(name)) ||
    columns.some(({ attributes }) => !Object.keys(attributes).every(isKnown(KNOWN_COLUMN_ATTRIBUTES)))
  );
}

/** Reads only the name of a table: formulas must know the names before anything else is read. */
export function readTableName(root: XmlElement): string {
  return unescapeXString(root.attributes['displayName'] ?? root.attributes['name'] ?? '');
}

/**
 * Reads the part of a table.
 * @returns null if it covers no cells.
 */
export function readTablePart(root: XmlElement, tools: TableReaderTools): TableModel | null {
  const area = parseRange(root.attributes['ref'] ?? '');
  if (!area) return null;
  const name = readTableName(root);
  const style = findChild(root, 'tableStyleInfo');
  const autoFilter = findChild(root, 'autoFilter');
  const showHeaders = (readNumberAttribute(root, 'headerRowCount') ?? 1) > 0;
  const areButtonsHidden = findChildren(autoFilter, 'filterColumn').some((column) =>
    readBooleanAttribute(column, 'hiddenButton'),
  );
  return {
    id: root.attributes['xr:uid'] ?? createStandardTableId(readNumberAttribute(root, 'id') ?? 1),
    name,
    area,
    showHeaders,
    showTotals: (readNumberAttribute(root, 'totalsRowCount') ?? 0) > 0,
    style: style?.attributes['name'] ?? '',
    showBandedRows: readBooleanAttribute(style, 'showRowStripes'),
    showBandedColumns: readBooleanAttribute(style, 'showColumnStripes'),
    // Without headers there is nowhere for buttons, and the model says whether they would show.
    showFilterButton:
      root.attributes['local:buttons'] !== '0' && (autoFilter ? !areButtonsHidden : !showHeaders),
    highlightFirstColumn: readBooleanAttribute(style, 'showFirstColumn'),
    highlightLastColumn: readBooleanAttribute(style, 'showLastColumn'),
    columns: findChildren(findChild(root, 'tableColumns'), 'tableColumn').map((column, index) =>
      readTableColumn(column, index, name, tools.formulas),
    ),
    filters: readFilters(autoFilter, tools.dxfs, tools.onLostFilter),
    ...(readBooleanAttribute(root, 'insertRow') ? { insertRow: true } : {}),
  };
}

function writeTableColumn(
  column: TableColumnModel,
  index: number,
  sheet: SheetModel,
  table: TableModel,
  formulas: FormulaCodec,
): string {
  const calculated =
    column.calculatedFormula === undefined
      ? undefined
      : formulas.cellToFile(column.calculatedFormula, table.name);
  const total = table.showTotals
    ? getCell(sheet, table.area.bottom, table.area.left + index).formula
    : undefined;
  const isCustom = column.totalsFunction === 'Custom';
  return writeElement(
    'tableColumn',
    {
      id: column.id,
      name: escapeColumnName(column.name),
      totalsRowLabel: column.totalsLabel === undefined ? undefined : escapeColumnName(column.totalsLabel),
      totalsRowFunction: TOTALS_FUNCTIONS.toFile(column.totalsFunction),
    },
    calculated
      ? writeElement(
          'calculatedColumnFormula',
          { array: calculated.isArray || undefined },
          escapeText(calculated.text),
        )
      : '',
    isCustom && total !== undefined
      ? writeElement('totalsRowFormula', {}, escapeText(formulas.cellToFile(total, table.name).text))
      : '',
  );
}

/** Column ids are unique in their table; where the model repeats one, all are numbered again. */
function ensureUniqueIds(columns: readonly TableColumnModel[]): TableColumnModel[] {
  const ids = new Set(columns.map(({ id }) => id));
  const areFine = ids.size === columns.length && columns.every(({ id }) => Number.isInteger(id) && id > 0);
  return columns.map((column, index) => (areFine ? column : { ...column, id: index + 1 }));
}

/**
 * A table's part. Order of CT_Table: autoFilter, sortState, tableColumns, tableStyleInfo.
 * @param number unique in the workbook
 */
export function writeTablePart(
  table: TableModel,
  number: number,
  sheet: SheetModel,
  formulas: FormulaCodec,
  styles: StylesWriter,
): string {
  const { area, showHeaders, showTotals } = table;
  // The filter's area leaves the totals row out, and is only there under headers.
  const filtered = { ...area, bottom: getTableBodyRange(table).bottom };
  const hasFilter = (showHeaders && table.showFilterButton) || Object.keys(table.filters).length > 0;
  return writeElement(
    'table',
    {
      xmlns: SPREADSHEET_NAMESPACE,
      'xmlns:mc': NAMESPACES.mc,
      'mc:Ignorable': 'xr local',
      'xmlns:xr': NAMESPACES.xr,
      'xmlns:local': NAMESPACES.local,
      id: number,
      'xr:uid': GUID_PATTERN.test(table.id) ? table.id : undefined,
      'local:buttons': !table.showFilterButton && (hasFilter || !showHeaders) ? '0' : undefined,
      name: table.name,
      displayName: table.name,
      ref: formatRangeAddress(area),
      headerRowCount: showHeaders ? undefined : 0,
      insertRow: table.insertRow || undefined,
      totalsRowCount: showTotals ? 1 : undefined,
      totalsRowShown: showTotals ? undefined : false,
    },
    hasFilter ? writeAutoFilter(filtered, table.filters, (format) => styles.getDxfId(format)) : '',
    writeElement(
      'tableColumns',
      { count: table.columns.length },
      ensureUniqueIds(table.columns).map((column, index) =>
        writeTableColumn(column, index, sheet, table, formulas),
      ),
    ),
    writeElement('tableStyleInfo', {
      name: table.style || undefined,
      showFirstColumn: table.highlightFirstColumn,
      showLastColumn: table.highlightLastColumn,
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
    }),
  );
}
