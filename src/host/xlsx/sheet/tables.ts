import { bodyArea } from '../../model/table-columns';
import { cellAt } from '../../model/workbook';
import { parseArea } from '../../model/address';
import type { CellFormat, SheetModel, TableColumnModel, TableModel } from '../../model/types';
import { cellsAddress } from '../addresses';
import type { FormulaCodec } from '../formula-codec';
import { fromEscapedText, toColumnNameText } from '../opc/escaped-text';
import { MAIN, NAMESPACES } from '../opc/namespaces';
import { childNamed, childrenNamed, escapeText, flag, numeric, tag, type XmlElement } from '../opc/xml';
import type { StyleBook } from '../styles/style-book';
import { twoWay } from '../styles/vocabulary';
import { GUID } from '../guid';
import { filterMarkup, readFilters } from './filters';

const TOTALS = twoWay([
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
function standardId(number: number): string {
  return `{00000000-000C-0000-FFFF-FFFF${(number - 1).toString(16).toUpperCase().padStart(2, '0')}000000}`;
}

export type TableTools = { formulas: FormulaCodec; dxfs: readonly CellFormat[]; onLostFilter: () => void };

function readColumn(
  element: XmlElement,
  index: number,
  name: string,
  formulas: FormulaCodec,
): TableColumnModel {
  const formula = childNamed(element, 'calculatedColumnFormula');
  const label = element.attributes['totalsRowLabel'];
  const total = TOTALS.toApi(element.attributes['totalsRowFunction']);
  return {
    id: numeric(element, 'id') ?? index + 1,
    name: fromEscapedText(element.attributes['name'] ?? ''),
    ...(label === undefined ? {} : { totalsLabel: fromEscapedText(label) }),
    ...(total === undefined || total === 'None' ? {} : { totalsFunction: total }),
    ...(formula?.text
      ? { calculatedFormula: formulas.cellFromFile(formula.text, flag(formula, 'array'), name) }
      : {}),
  };
}

const KNOWN_TABLE = new Set(
  'id name displayName ref headerRowCount totalsRowCount totalsRowShown insertRow xr:uid mc:Ignorable'.split(
    ' ',
  ),
);
const KNOWN_COLUMN = new Set(['id', 'name', 'totalsRowLabel', 'totalsRowFunction']);
const KNOWN_CHILDREN = new Set(['autoFilter', 'tableColumns', 'tableStyleInfo']);
const isRevision = (name: string): boolean => name.endsWith(':uid') || name.startsWith('local:');

/** Whether the part says more of the table than the model holds: a sort order, a query, formats of its own. */
export function saysMore(root: XmlElement): boolean {
  const columns = childrenNamed(childNamed(root, 'tableColumns'), 'tableColumn');
  const isKnown = (known: ReadonlySet<string>) => (name: string) => known.has(name) || isRevision(name);
  return (
    !Object.keys(root.attributes).every(isKnown(KNOWN_TABLE)) ||
    root.children.some(({ name }) => !KNOWN_CHILDREN.has(name)) ||
    columns.some(({ attributes }) => !Object.keys(attributes).every(isKnown(KNOWN_COLUMN)))
  );
}

/** Names alone, for formulas that must know them before anything else is read. */
export function tableName(root: XmlElement): string {
  return fromEscapedText(root.attributes['displayName'] ?? root.attributes['name'] ?? '');
}

/** A table's part; null where it covers no cells. */
export function readTable(root: XmlElement, tools: TableTools): TableModel | null {
  const area = parseArea(root.attributes['ref'] ?? '');
  if (!area) return null;
  const name = tableName(root);
  const style = childNamed(root, 'tableStyleInfo');
  const autoFilter = childNamed(root, 'autoFilter');
  const showHeaders = (numeric(root, 'headerRowCount') ?? 1) > 0;
  const areButtonsHidden = childrenNamed(autoFilter, 'filterColumn').some((column) =>
    flag(column, 'hiddenButton'),
  );
  return {
    id: root.attributes['xr:uid'] ?? standardId(numeric(root, 'id') ?? 1),
    name,
    area,
    showHeaders,
    showTotals: (numeric(root, 'totalsRowCount') ?? 0) > 0,
    style: style?.attributes['name'] ?? '',
    showBandedRows: flag(style, 'showRowStripes'),
    showBandedColumns: flag(style, 'showColumnStripes'),
    // Without headers there is nowhere for buttons, and the model says whether they would show.
    showFilterButton:
      root.attributes['local:buttons'] !== '0' && (autoFilter ? !areButtonsHidden : !showHeaders),
    highlightFirstColumn: flag(style, 'showFirstColumn'),
    highlightLastColumn: flag(style, 'showLastColumn'),
    columns: childrenNamed(childNamed(root, 'tableColumns'), 'tableColumn').map((column, index) =>
      readColumn(column, index, name, tools.formulas),
    ),
    filters: readFilters(autoFilter, tools.dxfs, tools.onLostFilter),
    ...(flag(root, 'insertRow') ? { insertRow: true } : {}),
  };
}

function columnMarkup(
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
    ? cellAt(sheet, table.area.bottom, table.area.left + index).formula
    : undefined;
  const isCustom = column.totalsFunction === 'Custom';
  return tag(
    'tableColumn',
    {
      id: column.id,
      name: toColumnNameText(column.name),
      totalsRowLabel: column.totalsLabel === undefined ? undefined : toColumnNameText(column.totalsLabel),
      totalsRowFunction: TOTALS.toFile(column.totalsFunction),
    },
    calculated
      ? tag(
          'calculatedColumnFormula',
          { array: calculated.isArray || undefined },
          escapeText(calculated.text),
        )
      : '',
    isCustom && total !== undefined
      ? tag('totalsRowFormula', {}, escapeText(formulas.cellToFile(total, table.name).text))
      : '',
  );
}

/** Column ids are unique in their table; where the model repeats one, all are counted anew. */
function uniqueIds(columns: readonly TableColumnModel[]): TableColumnModel[] {
  const ids = new Set(columns.map(({ id }) => id));
  const areFine = ids.size === columns.length && columns.every(({ id }) => Number.isInteger(id) && id > 0);
  return columns.map((column, index) => (areFine ? column : { ...column, id: index + 1 }));
}

/**
 * A table's part. Order of CT_Table: autoFilter, sortState, tableColumns, tableStyleInfo.
 * @param number unique in the workbook
 */
export function tableMarkup(
  table: TableModel,
  number: number,
  sheet: SheetModel,
  formulas: FormulaCodec,
  styles: StyleBook,
): string {
  const { area, showHeaders, showTotals } = table;
  // The filter's area leaves the totals row out, and is only there under headers.
  const filtered = { ...area, bottom: bodyArea(table).bottom };
  const hasFilter = (showHeaders && table.showFilterButton) || Object.keys(table.filters).length > 0;
  return tag(
    'table',
    {
      xmlns: MAIN,
      'xmlns:mc': NAMESPACES.mc,
      'mc:Ignorable': 'xr local',
      'xmlns:xr': NAMESPACES.xr,
      'xmlns:local': NAMESPACES.local,
      id: number,
      'xr:uid': GUID.test(table.id) ? table.id : undefined,
      'local:buttons': !table.showFilterButton && (hasFilter || !showHeaders) ? '0' : undefined,
      name: table.name,
      displayName: table.name,
      ref: cellsAddress(area),
      headerRowCount: showHeaders ? undefined : 0,
      insertRow: table.insertRow || undefined,
      totalsRowCount: showTotals ? 1 : undefined,
      totalsRowShown: showTotals ? undefined : false,
    },
    hasFilter ? filterMarkup(filtered, table.filters, (format) => styles.dxf(format)) : '',
    tag(
      'tableColumns',
      { count: table.columns.length },
      ...uniqueIds(table.columns).map((column, index) => columnMarkup(column, index, sheet, table, formulas)),
    ),
    tag('tableStyleInfo', {
      name: table.style || undefined,
      showFirstColumn: table.highlightFirstColumn,
      showLastColumn: table.highlightLastColumn,
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
    }),
  );
}
