import type { Area, SheetModel, WorkbookModel } from '../model/types';
import { addSheet, createWorkbook } from '../model/workbook';
import { readCustomXml } from './book/custom-xml';
import { readNames } from './book/names';
import { readAppProperties, readCoreProperties, readCustomProperties } from './book/properties';
import { standardTheme } from './book/theme';
import { readVisibility, readWorkbookPart } from './book/read-workbook-part';
import { isMacroWorkbook } from './book/content-types';
import { readDrawing } from './chart/drawings';
import { WorkbookFileError } from './file-error';
import { FormulaCodec } from './formula-codec';
import { GUID } from './guid';
import { keepForSheet, keepForWorkbook, type KeptSheet, type KeptWorkbook } from './kept';
import { keepParts } from './keep-parts';
import { Losses } from './losses';
import { openPackage, relationshipKind, type OpcPackage, type Relationship } from './opc/package';
import { childNamed, childrenNamed, parseXml, xmlPart, type XmlElement } from './opc/xml';
import { isSame } from './same';
import { readZip } from './opc/zip';
import { readSharedStrings } from './shared-strings';
import { readSheet } from './sheet/read-sheet';
import type { SheetReading } from './sheet/read-context';
import { tableName } from './sheet/tables';
import { readStyles, STANDARD_FONT, type ReadStyles } from './styles/read-styles';
import { digitWidth } from './units';

/** Relationships of the workbook whose targets the codec reads or makes anew. */
const KNOWN_OF_WORKBOOK = new Set([
  'worksheet',
  'styles',
  'sharedStrings',
  'calcChain',
  'sheetMetadata',
  'customXml',
  'rdRichValue',
  'rdRichValueStructure',
  'rdRichValueTypes',
  'richValueRel',
]);
const KNOWN_OF_FILE = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'custom-properties',
  'customXml',
]);

const workbookPath = (file: OpcPackage): string => {
  const link = file.relationships('').find(({ type }) => relationshipKind(type) === 'officeDocument');
  const path = link && file.parts.has(link.target) ? link.target : file.find('xl/workbook.xml');
  if (path === undefined) {
    throw new WorkbookFileError(file.find('xl/workbook.bin') ? 'binary-format' : 'not-a-workbook', '');
  }
  if (path.endsWith('.bin')) throw new WorkbookFileError('binary-format', path);
  return path;
};

const targetOf = (
  relationships: readonly Relationship[],
  kind: string,
  file: OpcPackage,
): string | undefined =>
  relationships.find(({ type, target }) => relationshipKind(type) === kind && file.parts.has(target))?.target;

/** Names of all tables: formulas anywhere may name any of them. */
const allTableNames = (file: OpcPackage, sheets: readonly Relationship[]): string[] =>
  sheets.flatMap(({ target }) =>
    file
      .relationships(target)
      .filter(({ type, target: table }) => relationshipKind(type) === 'table' && file.parts.has(table))
      .map(({ target: table }) => tableName(parseXml(file.parts.get(table)!, table).root)),
  );

const readFileProperties = (
  file: OpcPackage,
  workbook: WorkbookModel,
  kept: KeptWorkbook,
  losses: Losses,
): void => {
  const links = file.relationships('');
  const part = (kind: string) => {
    const path = targetOf(links, kind, file);
    return path === undefined ? undefined : parseXml(file.parts.get(path)!, path);
  };
  const core = part('core-properties');
  const app = part('extended-properties');
  const custom = part('custom-properties');
  if (core) readCoreProperties(core, workbook, kept);
  if (app) readAppProperties(app.root, workbook);
  if (custom) readCustomProperties(custom.root, workbook, kept);
  const isSignature = ({ type }: Relationship): boolean => type.includes('/digital-signature/');
  if (links.some(isSignature)) losses.add('digital-signature');
  kept.rootRelationships = links.filter(
    (link) => !KNOWN_OF_FILE.has(relationshipKind(link.type)) && !isSignature(link),
  );
};

/** Differential formats are kept by number only where something that is kept refers to them so. */
const keepStyles = (styles: ReadStyles, kept: KeptWorkbook, areReferred: boolean): void => {
  if (styles.defaultFont) kept.defaultFont = styles.defaultFont;
  const { tableStyles, ...others } = styles.elements;
  const hasOwnTableStyles = tableStyles?.includes('<tableStyle ') ?? false;
  const elements = { ...others, ...(hasOwnTableStyles ? { tableStyles } : {}) };
  if (Object.keys(elements).length > 0) kept.styleElements = elements;
  if (areReferred || hasOwnTableStyles || others['extLst']) kept.dxfs = styles.dxfMarkup;
};

type ListedSheet = { element: XmlElement; link: Relationship; sheet: SheetModel | undefined };

/** Sheets of the model and, in between, chart sheets and the like, which are kept. */
const listSheets = (
  root: XmlElement,
  file: OpcPackage,
  relationships: readonly Relationship[],
  workbook: WorkbookModel,
  kept: KeptWorkbook,
): ListedSheet[] => {
  const listed: ListedSheet[] = [];
  for (const element of childrenNamed(childNamed(root, 'sheets'), 'sheet')) {
    const link = relationships.find(({ id }) => id === element.attributes['r:id']);
    if (!link || !file.parts.has(link.target)) continue;
    const name = element.attributes['name'] ?? `Sheet${listed.length + 1}`;
    const state = element.attributes['state'];
    if (relationshipKind(link.type) !== 'worksheet') {
      (kept.otherSheets ??= []).push({
        position: listed.length,
        name,
        ...(state ? { state } : {}),
        relationship: link,
      });
      listed.push({ element, link, sheet: undefined });
      continue;
    }
    const sheet = addSheet(workbook, name);
    sheet.visibility = readVisibility(state);
    listed.push({ element, link, sheet });
  }
  return listed;
};

/** The id Excel gave the sheet, where the file says it and no other sheet has it. */
const ownId = (file: OpcPackage, path: string): string | undefined => {
  const start = new TextDecoder().decode(file.parts.get(path)!.subarray(0, 2_000));
  const id = /<worksheet\b[^>]*\bxr:uid="(\{[^"]*\})"/.exec(start)?.[1];
  return id && GUID.test(id) ? id : undefined;
};

const giveIds = (file: OpcPackage, listed: readonly ListedSheet[]): void => {
  const used = new Set<string>();
  const standard = new Set(listed.map(({ sheet }) => sheet?.id));
  for (const { link, sheet } of listed) {
    if (!sheet) continue;
    const id = ownId(file, link.target);
    if (id && !used.has(id) && (id === sheet.id || !standard.has(id) || isFreed(listed, file, id)))
      sheet.id = id;
    used.add(sheet.id);
  }
};

/** Whether the sheet that has this id by its place goes by another of its own. */
const isFreed = (listed: readonly ListedSheet[], file: OpcPackage, id: string): boolean =>
  listed.every(({ link, sheet }) => sheet?.id !== id || (ownId(file, link.target) ?? id) !== id);

/**
 * Opens an .xlsx or .xlsm file, of Excel or of any other program. What the model does not know is kept in
 * `unknownParts`; what could not be kept is named in `losses` (see {@link LossCode}).
 * Rejects with {@link WorkbookFileError} when the bytes are no whole and harmless workbook.
 */
export const openWorkbook = async (bytes: Uint8Array): Promise<WorkbookModel> => {
  const file = openPackage(readZip(bytes));
  const path = workbookPath(file);
  const document = parseXml(file.parts.get(path)!, path);
  const relationships = file.relationships(path);
  const workbook = createWorkbook('');
  workbook.sheets = [];
  workbook.activeSheetId = '';
  const kept: KeptWorkbook = {};
  const losses = new Losses();
  readWorkbookPart(document, workbook, kept);
  const mainType = file.contentType(path);
  if (isMacroWorkbook(mainType)) kept.mainType = mainType;
  const listed = listSheets(document.root, file, relationships, workbook, kept);
  if (workbook.sheets.length === 0) throw new WorkbookFileError('not-a-workbook', path);
  giveIds(file, listed);

  const stylesPath = targetOf(relationships, 'styles', file);
  const themePath = targetOf(relationships, 'theme', file);
  const textsPath = targetOf(relationships, 'sharedStrings', file);
  const styles = readStyles(
    stylesPath === undefined ? undefined : parseXml(file.parts.get(stylesPath)!, stylesPath),
    themePath === undefined ? undefined : parseXml(file.parts.get(themePath)!, themePath).root,
  );
  for (const code of styles.losses) losses.add(code);
  const texts = readSharedStrings(
    textsPath === undefined ? undefined : file.parts.get(textsPath),
    textsPath ?? '',
  );
  const formulas = new FormulaCodec(
    allTableNames(
      file,
      listed.map(({ link }) => link),
    ),
  );
  const digit = digitWidth(styles.defaultFont ?? STANDARD_FONT);

  const selections = new Map<string, Area[]>();
  const readings: SheetReading[] = [];
  const keptTables: string[] = [];
  for (const { link, sheet } of listed) {
    if (!sheet) continue;
    const reading: SheetReading = {
      workbook,
      sheet,
      path: link.target,
      file,
      relationships: file.relationships(link.target),
      styles,
      texts,
      formulas,
      digit,
      kept: {},
      losses,
      foreign: new Map(),
    };
    const read = readSheet(reading, readings.length);
    readings.push(reading);
    selections.set(sheet.id, read.selected);
    keptTables.push(...read.keptTables);
  }
  const known = readings.flatMap((reading, position) =>
    reading.relationships
      .filter(({ type, target }) => relationshipKind(type) === 'drawing' && file.parts.has(target))
      .flatMap(({ target }) => readDrawing(target, position, reading)),
  );
  readNames(
    childrenNamed(childNamed(document.root, 'definedNames'), 'definedName'),
    workbook,
    (position) => listed[position]?.sheet,
    formulas,
    losses,
  );
  readFileProperties(file, workbook, kept, losses);
  // LibreOffice hangs them on the file, Excel on the workbook.
  readCustomXml(file, [...relationships, ...file.relationships('')], workbook, kept);
  chooseActive(document.root, listed, workbook, selections);

  const isOurTheme = themePath !== undefined && isSame(file.parts.get(themePath), xmlPart(standardTheme()));
  kept.relationships = relationships.filter(
    ({ id, type, target }) =>
      (!KNOWN_OF_WORKBOOK.has(relationshipKind(type)) && !(isOurTheme && target === themePath)) ||
      listed.some(({ link, sheet }) => link.id === id && !sheet),
  );
  const hasPivots = readings.some(({ relationships: links }) =>
    links.some(({ type }) => relationshipKind(type) === 'pivotTable'),
  );
  keepStyles(styles, kept, keptTables.length > 0 || hasPivots);
  const sheetsKept = readings.map(({ kept: one }): KeptSheet => one);
  keepParts(file, workbook, kept, sheetsKept, keptTables, new Set(known));
  keepForWorkbook(workbook, kept);
  for (const { sheet, kept: one } of readings) {
    const selected = selections.get(sheet.id);
    if (sheet.id !== workbook.activeSheetId && selected?.length && !isHome(selected)) {
      one.selection = selected;
    }
    keepForSheet(workbook, sheet.id, one);
  }
  workbook.losses = losses.list();
  return workbook;
};

const isHome = ([first, ...more]: readonly Area[]): boolean =>
  first !== undefined && more.length === 0 && first.top + first.left + first.bottom + first.right === 0;

const chooseActive = (
  root: XmlElement,
  listed: readonly ListedSheet[],
  workbook: WorkbookModel,
  selections: ReadonlyMap<string, Area[]>,
): void => {
  const tab = Number(childNamed(childNamed(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  const active =
    listed[tab]?.sheet ??
    workbook.sheets.find(({ visibility }) => visibility === 'Visible') ??
    workbook.sheets[0]!;
  const selected = selections.get(active.id);
  workbook.activeSheetId = active.id;
  workbook.selection = {
    sheetId: active.id,
    areas: selected?.length ? selected : [{ top: 0, left: 0, bottom: 0, right: 0 }],
  };
};
