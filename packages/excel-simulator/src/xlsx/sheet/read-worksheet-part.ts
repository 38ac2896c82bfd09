import { parseRange } from '@phuluc/ooxml/a1';
import { getRelationshipKind } from '@phuluc/ooxml/relationships';
import { writeFragment } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findChildren, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { CellRange } from '../../model/types';
import { readSheetRules } from '../conditional-formats/read-sheet-rules';
import { readColor } from '../styles/colors';
import { parseXml } from '../workbook-package';
import { readColumns, readStandardSizes } from './columns';
import { SHEET_ELEMENTS } from './element-order';
import { readFilters } from './filters';
import { readPageLayout } from './page-layout';
import { readSheetProtection } from './protection';
import { CellReader } from './read-cells';
import type { SheetReaderContext } from './sheet-reader-context';
import { readSheetView } from './sheet-view';
import { hasUnmodelledContent, readTablePart, type TableReaderTools } from './tables';
import { readValidation } from './validations';

/** Children of `worksheet` that the model holds; the others of the schema are kept as they are. */
const KNOWN_ELEMENTS = new Set<string>([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'drawing',
  'tableParts',
  'extLst',
  'sheetData',
]);
const PRESERVED_ELEMENTS = new Set<string>(SHEET_ELEMENTS.filter((name) => !KNOWN_ELEMENTS.has(name)));

/** Relationships whose targets the model holds. */
const KNOWN_RELATIONSHIPS = new Set(['table', 'drawing']);

function readSheetProperties(
  root: XmlElement,
  { sheet, styles, preserved: preserved }: SheetReaderContext,
): void {
  const properties = findChild(root, 'sheetPr');
  sheet.tabColor = readColor(findChild(properties, 'tabColor'), styles.palette) ?? '';
  const { filterMode: _, ...others } = properties?.attributes ?? {};
  preserved.sheetPr = others;
  preserved.outline = findChild(properties, 'outlinePr')?.attributes ?? {};
}

/** Extensions by what they hold; rules are read into the model, the rest is kept. */
function readExtensions(
  root: XmlElement,
  reading: SheetReaderContext,
): Record<string, XmlElement | undefined> {
  const found: Record<string, XmlElement | undefined> = {};
  for (const ext of findChildren(findChild(root, 'extLst'), 'ext')) {
    const [content] = ext.children;
    if (content?.name === 'x14:conditionalFormattings' || content?.name === 'x14:dataValidations') {
      found[content.name] = content;
    } else ((reading.preserved.elements ??= {})['extLst'] ??= []).push(writeFragment(ext, reading.foreign));
  }
  return found;
}

/** What an element wrapped for newer readers stands for: `controls`, `oleObjects`. */
function getElementName(element: XmlElement): string {
  return element.name === 'mc:AlternateContent'
    ? (element.children[0]?.children[0]?.name ?? element.name)
    : element.name;
}

function preserveOtherElements(
  root: XmlElement,
  { preserved: preserved, foreign, relationships }: SheetReaderContext,
): void {
  for (const element of root.children) {
    const place = getElementName(element);
    if (PRESERVED_ELEMENTS.has(place))
      ((preserved.elements ??= {})[place] ??= []).push(writeFragment(element, foreign));
  }
  preserved.relationships = relationships.filter(
    ({ type }) => !KNOWN_RELATIONSHIPS.has(getRelationshipKind(type)),
  );
}

function readTables({
  file,
  relationships,
  sheet,
  styles,
  formulas,
  losses,
  preserved: preserved,
}: SheetReaderContext): string[] {
  const tools: TableReaderTools = {
    formulas,
    dxfs: styles.dxfs,
    onLostFilter: () => losses.add('filter-kind', sheet.name),
  };
  const more: string[] = [];
  for (const { type, target } of relationships) {
    const bytes = getRelationshipKind(type) === 'table' ? file.parts.get(target) : undefined;
    if (!bytes) continue;
    const { root } = parseXml(bytes, target);
    const table = readTablePart(root, tools);
    if (!table) continue;
    sheet.tables.push(table);
    if (hasUnmodelledContent(root)) {
      (preserved.tables ??= {})[table.id] = target;
      more.push(target);
    }
  }
  return more;
}

const isRange = (area: CellRange | null): area is CellRange => area !== null;

/**
 * Reads a sheet's part and its tables into the model; drawings are read later, when all sheets are.
 * @returns the selected areas, and paths of table parts that must be kept
 */
export function readWorksheetPart(
  reading: SheetReaderContext,
  position: number,
): { selected: CellRange[]; preservedTables: string[] } {
  const { sheet, file, path, formulas, styles, losses } = reading;
  const preservedTables = readTables(reading);
  const cells = new CellReader(reading);
  const { root, foreign } = parseXml(file.parts.get(path)!, path, {
    sheetFormatPr: (element, so) => {
      reading.foreign = so;
      readStandardSizes(element, reading);
    },
    cols: (element) => readColumns(element, reading),
    row: (element, so) => {
      reading.foreign = so;
      cells.readRow(element);
    },
  });
  reading.foreign = foreign;
  readSheetProperties(root, reading);
  const selected = readSheetView(root, reading);
  sheet.protection = readSheetProtection(findChild(root, 'sheetProtection'));
  const autoFilter = findChild(root, 'autoFilter');
  const filtered = parseRange(autoFilter?.attributes['ref'] ?? '');
  if (filtered) {
    const filters = readFilters(autoFilter, styles.dxfs, () => losses.add('filter-kind', sheet.name));
    sheet.autoFilter = { area: filtered, filters };
  }
  sheet.merges = findChildren(findChild(root, 'mergeCells'), 'mergeCell')
    .map(({ attributes }) => parseRange(attributes['ref'] ?? ''))
    .filter(isRange);
  const extensions = readExtensions(root, reading);
  sheet.validations = [
    ...findChildren(findChild(root, 'dataValidations'), 'dataValidation'),
    ...findChildren(extensions['x14:dataValidations'], 'x14:dataValidation'),
  ]
    .map((element) => readValidation(element, formulas))
    .filter(({ areas }) => areas.length > 0);
  readSheetRules(root, extensions['x14:conditionalFormattings'], position, reading);
  readPageLayout(root, reading);
  preserveOtherElements(root, reading);
  return { selected, preservedTables };
}
