import { type CellRange, parseAddress, parseCellRange } from '@phuluc/ooxml/a1';
import type { XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import { isValidName } from './find-name-causes';
import { findElements, readCellText, type SheetFile, type WorkbookFile } from './workbook-file';

/** Tables against their sheets, against each other, and against the names of the workbook. */
export function findTableCauses(file: WorkbookFile): string[] {
  const causes: string[] = [];
  const [paths, ids, names] = [new Set<string>(), new Set<string>(), listDefinedNames(file)];
  for (const sheet of file.sheets) {
    for (const path of listTableParts(file, sheet)) {
      if (paths.has(path)) causes.push(`${sheet.name}: ${path} is referred to twice`);
      paths.add(path);
      const table = file.read(path);
      const { id = '', displayName = '' } = table.attributes;
      if (ids.has(id)) causes.push(`${path}: the id ${id} stands twice`);
      ids.add(id);
      if (names.has(displayName.toLowerCase())) causes.push(`${path}: the name ${displayName} stands twice`);
      names.add(displayName.toLowerCase());
      if (!isValidName(displayName)) causes.push(`${path}: ${displayName} is no name`);
      causes.push(...findContentCauses(file, sheet, table).map((cause) => `${path}: ${cause}`));
    }
  }
  return causes;
}

/** Parts of the tables of a sheet, as its `tableParts` name them. */
export function listTableParts({ getRelationships }: WorkbookFile, { path, root }: SheetFile): string[] {
  const links = getRelationships(path);
  return findElements(root, 'tableParts', 'tablePart').map(
    ({ attributes }) => links.find(({ id }) => id === attributes['r:id'])?.target ?? 'no part',
  );
}

function listDefinedNames({ workbook }: WorkbookFile): Set<string> {
  return new Set(
    findElements(workbook, 'definedNames', 'definedName')
      .filter(({ attributes }) => attributes['localSheetId'] === undefined)
      .map(({ attributes }) => (attributes['name'] ?? '').toLowerCase()),
  );
}

function findContentCauses(file: WorkbookFile, sheet: SheetFile, table: XmlElement): string[] {
  const range = parseCellRange(table.attributes['ref'] ?? '');
  if (!range) return [`${table.attributes['ref']} is no range`];
  const columns = findElements(table, 'tableColumns', 'tableColumn').map(({ attributes }) => attributes);
  const names = columns.map(({ name = '' }) => unescapeXString(name));
  const causes: string[] = [];
  if (columns.length !== range.right - range.left + 1)
    causes.push(`${columns.length} columns in ${table.attributes['ref']}`);
  if (
    Number(findElements(table, 'tableColumns')[0]?.attributes['count'] ?? columns.length) !== columns.length
  ) {
    causes.push('the count of its columns is wrong');
  }
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    causes.push('two columns of one name');
  if (names.includes('')) causes.push('a column without a name');
  if (new Set(columns.map(({ id }) => id)).size < columns.length) causes.push('two columns of one id');
  if (table.attributes['headerRowCount'] !== '0') causes.push(...findHeaderCauses(file, sheet, range, names));
  causes.push(...findFilterCauses(table, range));
  return causes;
}

/** Excel replaces the names of columns that are not the texts of their header cells, and says that it repaired. */
function findHeaderCauses(
  file: WorkbookFile,
  sheet: SheetFile,
  { top, left }: CellRange,
  names: readonly string[],
): string[] {
  const row = sheet.rows.find(({ attributes }) => Number(attributes['r']) === top + 1);
  const texts = new Map(
    findElements(row, 'c').map((cell) => [
      parseAddress(cell.attributes['r'] ?? '')?.column,
      readCellText(file, cell),
    ]),
  );
  return names.flatMap((name, index) => {
    const text = texts.get(left + index) ?? null;
    return text === name ? [] : [`the column “${name}” has the header cell “${text ?? 'without text'}”`];
  });
}

function findFilterCauses(table: XmlElement, range: CellRange): string[] {
  const filter = findElements(table, 'autoFilter')[0];
  if (!filter) return [];
  const filtered = parseCellRange(filter.attributes['ref'] ?? '');
  const total = Number(table.attributes['totalsRowCount'] ?? 0);
  const expected = { ...range, bottom: range.bottom - total };
  const causes =
    JSON.stringify(filtered) === JSON.stringify(expected)
      ? []
      : [`its filter is of ${filter.attributes['ref']}`];
  if (table.attributes['headerRowCount'] === '0') causes.push('it has a filter and no header row');
  const isBeyond = findElements(filter, 'filterColumn').some(
    ({ attributes }) => Number(attributes['colId']) > range.right - range.left,
  );
  return isBeyond ? [...causes, 'it filters a column beyond the last'] : causes;
}
