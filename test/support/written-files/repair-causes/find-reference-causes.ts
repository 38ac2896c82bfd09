import { findElements, type WorkbookFile } from './workbook-file';

const MAX_SHEET_NAME = 31;

/** Parts that nothing points to rightly, and sheets whose names Excel does not take. */
export function findReferenceCauses(file: WorkbookFile): string[] {
  return [...findPartCauses(file), ...findSheetCauses(file)];
}

function findPartCauses({ parts, read, getRelationships }: WorkbookFile): string[] {
  const causes: string[] = [];
  const types = read('[Content_Types].xml').children;
  const overrides = new Set(types.flatMap(({ attributes }) => attributes['PartName']?.toLowerCase() ?? []));
  const defaults = new Set(types.flatMap(({ attributes }) => attributes['Extension']?.toLowerCase() ?? []));
  for (const { attributes } of types) {
    const part = attributes['PartName'];
    if (part !== undefined && !parts.has(part.slice(1)))
      causes.push(`content type of the absent part ${part}`);
  }
  for (const path of parts) {
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    if (!overrides.has(`/${path.toLowerCase()}`) && !defaults.has(extension) && !path.startsWith('[')) {
      causes.push(`${path}: no content type`);
    }
  }
  for (const owner of ['', ...parts].filter((path) => !path.endsWith('.rels'))) {
    const links = getRelationships(owner);
    const ids = links.map(({ id }) => id);
    if (new Set(ids).size < ids.length) causes.push(`${owner}: two relations of one id`);
    for (const { target, external } of links) {
      if (!external && !parts.has(target)) causes.push(`${owner}: refers to the absent part ${target}`);
    }
  }
  return causes;
}

function findSheetCauses({ workbook }: WorkbookFile): string[] {
  const causes: string[] = [];
  const sheets = findElements(workbook, 'sheets', 'sheet').map(({ attributes }) => attributes);
  const names = new Set<string>();
  for (const { name = '' } of sheets) {
    if (names.has(name.toLowerCase())) causes.push(`two sheets named ${name}`);
    names.add(name.toLowerCase());
    if (name.length > MAX_SHEET_NAME || name === '' || /[[\]:*?/\\]|^'|'$/.test(name)) {
      causes.push(`${name}: no name of a sheet`);
    }
  }
  if (new Set(sheets.map(({ sheetId }) => sheetId)).size < sheets.length)
    causes.push('two sheets of one sheetId');
  if (sheets.every(({ state = 'visible' }) => state !== 'visible')) causes.push('no visible sheet');
  const active = Number(findElements(workbook, 'bookViews', 'workbookView')[0]?.attributes['activeTab'] ?? 0);
  if (active >= sheets.length) causes.push(`the active sheet ${active} is beyond the last`);
  return causes;
}
