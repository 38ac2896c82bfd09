import { parseArea } from '../../model/address';
import type { Area } from '../../model/types';
import { readSheetRules } from '../conditional/sheet-rules';
import { relationshipKind } from '../opc/package';
import { childNamed, childrenNamed, fragmentMarkup, parseXml, type XmlElement } from '../opc/xml';
import { readColor } from '../styles/colors';
import { SHEET_ELEMENTS } from './element-order';
import { readColumns, readStandardSizes } from './columns';
import { readFilters } from './filters';
import { readPageLayout } from './page-layout';
import { readProtection } from './protection';
import { CellReader } from './read-cells';
import type { SheetReading } from './read-context';
import { readTable, saysMore, type TableTools } from './tables';
import { readValidation } from './validations';
import { readView } from './views';

/** Children of `worksheet` that the model holds; the others of the schema are kept as they are. */
const KNOWN = new Set<string>([
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
const KEPT = new Set<string>(SHEET_ELEMENTS.filter((name) => !KNOWN.has(name)));

/** Relationships whose targets the model holds. */
const KNOWN_RELATIONSHIPS = new Set(['table', 'drawing']);

function readProperties(root: XmlElement, { sheet, styles, kept }: SheetReading): void {
  const properties = childNamed(root, 'sheetPr');
  sheet.tabColor = readColor(childNamed(properties, 'tabColor'), styles.palette) ?? '';
  const { filterMode: _, ...others } = properties?.attributes ?? {};
  kept.sheetPr = others;
  kept.outline = childNamed(properties, 'outlinePr')?.attributes ?? {};
}

/** Extensions by what they hold; rules are read into the model, the rest is kept. */
function readExtensions(root: XmlElement, reading: SheetReading): Record<string, XmlElement | undefined> {
  const found: Record<string, XmlElement | undefined> = {};
  for (const ext of childrenNamed(childNamed(root, 'extLst'), 'ext')) {
    const [content] = ext.children;
    if (content?.name === 'x14:conditionalFormattings' || content?.name === 'x14:dataValidations') {
      found[content.name] = content;
    } else ((reading.kept.elements ??= {})['extLst'] ??= []).push(fragmentMarkup(ext, reading.foreign));
  }
  return found;
}

/** What an element wrapped for newer readers stands for: `controls`, `oleObjects`. */
function placeOf(element: XmlElement): string {
  return element.name === 'mc:AlternateContent'
    ? (element.children[0]?.children[0]?.name ?? element.name)
    : element.name;
}

function keepOthers(root: XmlElement, { kept, foreign, relationships }: SheetReading): void {
  for (const element of root.children) {
    const place = placeOf(element);
    if (KEPT.has(place)) ((kept.elements ??= {})[place] ??= []).push(fragmentMarkup(element, foreign));
  }
  kept.relationships = relationships.filter(({ type }) => !KNOWN_RELATIONSHIPS.has(relationshipKind(type)));
}

function readTables({ file, relationships, sheet, styles, formulas, losses, kept }: SheetReading): string[] {
  const tools: TableTools = {
    formulas,
    dxfs: styles.dxfs,
    onLostFilter: () => losses.add('filter-kind', sheet.name),
  };
  const more: string[] = [];
  for (const { type, target } of relationships) {
    const bytes = relationshipKind(type) === 'table' ? file.parts.get(target) : undefined;
    if (!bytes) continue;
    const { root } = parseXml(bytes, target);
    const table = readTable(root, tools);
    if (!table) continue;
    sheet.tables.push(table);
    if (saysMore(root)) {
      (kept.tables ??= {})[table.id] = target;
      more.push(target);
    }
  }
  return more;
}

const isArea = (area: Area | null): area is Area => area !== null;

/**
 * Reads a sheet's part and its tables into the model; drawings are read later, when all sheets are.
 * @returns the selected areas, and paths of table parts that must be kept
 */
export function readSheet(
  reading: SheetReading,
  position: number,
): { selected: Area[]; keptTables: string[] } {
  const { sheet, file, path, formulas, styles, losses } = reading;
  const keptTables = readTables(reading);
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
  readProperties(root, reading);
  const selected = readView(root, reading);
  sheet.protection = readProtection(childNamed(root, 'sheetProtection'));
  const autoFilter = childNamed(root, 'autoFilter');
  const filtered = parseArea(autoFilter?.attributes['ref'] ?? '');
  if (filtered) {
    const filters = readFilters(autoFilter, styles.dxfs, () => losses.add('filter-kind', sheet.name));
    sheet.autoFilter = { area: filtered, filters };
  }
  sheet.merges = childrenNamed(childNamed(root, 'mergeCells'), 'mergeCell')
    .map(({ attributes }) => parseArea(attributes['ref'] ?? ''))
    .filter(isArea);
  const extensions = readExtensions(root, reading);
  sheet.validations = [
    ...childrenNamed(childNamed(root, 'dataValidations'), 'dataValidation'),
    ...childrenNamed(extensions['x14:dataValidations'], 'x14:dataValidation'),
  ]
    .map((element) => readValidation(element, formulas))
    .filter(({ areas }) => areas.length > 0);
  readSheetRules(root, extensions['x14:conditionalFormattings'], position, reading);
  readPageLayout(root, reading);
  keepOthers(root, reading);
  return { selected, keptTables };
}
