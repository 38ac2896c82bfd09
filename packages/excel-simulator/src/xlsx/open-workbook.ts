import { getRelationshipKind, type Relationship } from '@phuluc/ooxml/relationships';
import { encodeXmlPart } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findChildren, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { CellRange, SheetModel, WorkbookModel } from '../model/types';
import { createWorkbook } from '../model/workbook';
import { readDrawing } from './chart/read-drawing';
import { FormulaCodec } from './formulas/formula-codec';
import { isEqual } from './is-equal';
import { Losses } from './losses';
import { preserveParts } from './preserve-parts';
import { type PreservedWorkbook, storePreservedSheet, storePreservedWorkbook } from './preserved-content';
import { readSharedStrings } from './shared-strings';
import { readTableNames } from './sheet/read-table-names';
import { readWorksheetPart } from './sheet/read-worksheet-part';
import type { SheetReaderContext } from './sheet/sheet-reader-context';
import { preserveStyles } from './styles/preserve-styles';
import { readStyles, STANDARD_FONT } from './styles/read-styles';
import { getDigitWidth } from './units';
import { WorkbookFileError } from './workbook-file-error';
import { findTarget, openWorkbookPackage, parseXml, type WorkbookPackage } from './workbook-package';
import { isMacroWorkbook } from './workbook/content-types';
import { readCustomXml } from './workbook/custom-xml';
import { readDefinedNames } from './workbook/defined-names';
import { findWorkbookPart } from './workbook/find-workbook-part';
import { readDocumentProperties } from './workbook/read-document-properties';
import { type ReadSheetEntry, readSheetList } from './workbook/read-sheet-list';
import { readWorkbookPart } from './workbook/read-workbook-part';
import { writeStandardTheme } from './workbook/standard-theme';

/** Relationships of the workbook whose targets the codec reads or writes itself. */
const KNOWN_WORKBOOK_RELATIONSHIPS = new Set([
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

/** What is read once and serves every sheet. */
function readSharedParts(
  file: WorkbookPackage,
  relationships: readonly Relationship[],
  sheetPaths: readonly string[],
) {
  const part = (kind: string): [bytes: Uint8Array, path: string] | undefined => {
    const path = findTarget(relationships, kind, file);
    return path === undefined ? undefined : [file.parts.get(path)!, path];
  };
  const [stylesPart, themePart, textsPart] = [part('styles'), part('theme'), part('sharedStrings')];
  const styles = readStyles(stylesPart && parseXml(...stylesPart), themePart && parseXml(...themePart).root);
  return {
    styles,
    texts: textsPart ? readSharedStrings(...textsPart) : [],
    formulas: new FormulaCodec(readTableNames(file, sheetPaths)),
    digit: getDigitWidth(styles.defaultFont ?? STANDARD_FONT),
    isOurTheme: themePart !== undefined && isEqual(themePart[0], encodeXmlPart(writeStandardTheme())),
  };
}

function isDefaultSelection([first, ...more]: readonly CellRange[]): boolean {
  return (
    first !== undefined && more.length === 0 && first.top + first.left + first.bottom + first.right === 0
  );
}

/** The active sheet and what is selected in it; other sheets' selections are kept beside. */
function readActiveSheet(
  root: XmlElement,
  listed: readonly ReadSheetEntry[],
  workbook: WorkbookModel,
  sheets: readonly { reading: SheetReaderContext; selected: CellRange[] }[],
): void {
  const tab = Number(findChild(findChild(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  const active =
    listed[tab]?.sheet ??
    workbook.sheets.find(({ visibility }) => visibility === 'Visible') ??
    workbook.sheets[0]!;
  workbook.activeSheetId = active.id;
  workbook.selection = { sheetId: active.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  for (const { reading, selected } of sheets) {
    if (selected.length === 0) continue;
    if (reading.sheet === active) workbook.selection.areas = selected;
    else if (!isDefaultSelection(selected)) reading.preserved.selection = selected;
  }
}

/**
 * Opens an .xlsx or .xlsm file, of Excel or of any other program. What the model does not know is kept in
 * `unknownParts`; what could not be kept is named in `losses` (see {@link LossCode}).
 * Rejects with {@link WorkbookFileError} when the bytes are no whole and harmless workbook.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookModel> {
  const file = openWorkbookPackage(bytes);
  const path = findWorkbookPart(file);
  const document = parseXml(file.parts.get(path)!, path);
  const relationships = file.getRelationships(path);
  const workbook: WorkbookModel = { ...createWorkbook('Sheet1'), sheets: [], activeSheetId: '' };
  const preserved: PreservedWorkbook = {};
  const losses = new Losses();
  const mainType = file.getContentType(path);
  if (isMacroWorkbook(mainType)) preserved.mainType = mainType;
  readWorkbookPart(document, workbook, preserved);
  const listed = readSheetList(document.root, file, relationships, workbook, preserved);
  if (workbook.sheets.length === 0) throw new WorkbookFileError('not-a-workbook', path);
  const { styles, texts, formulas, digit, isOurTheme } = readSharedParts(
    file,
    relationships,
    listed.map(({ link }) => link.target),
  );
  for (const code of styles.losses) losses.add(code);

  const sheets = listed
    .filter((one): one is ReadSheetEntry & { sheet: SheetModel } => one.sheet !== undefined)
    .map(({ link, sheet }, position) => {
      const reading: SheetReaderContext = {
        workbook,
        sheet,
        path: link.target,
        file,
        relationships: file.getRelationships(link.target),
        styles,
        texts,
        formulas,
        digit,
        preserved: {},
        losses,
        foreign: new Map(),
      };
      return { reading, ...readWorksheetPart(reading, position) };
    });
  // Charts show cells of any sheet: they come when all sheets are there.
  const known = sheets.flatMap(({ reading }, position) =>
    reading.relationships
      .filter(({ type, target }) => getRelationshipKind(type) === 'drawing' && file.parts.has(target))
      .flatMap(({ target }) => readDrawing(target, position, reading)),
  );
  readDefinedNames(
    findChildren(findChild(document.root, 'definedNames'), 'definedName'),
    workbook,
    (position) => listed[position]?.sheet,
    formulas,
    losses,
  );
  readDocumentProperties(file, workbook, preserved, losses);
  // LibreOffice hangs custom XML on the file, Excel on the workbook.
  readCustomXml(file, [...relationships, ...file.getRelationships('')], workbook, preserved);
  readActiveSheet(document.root, listed, workbook, sheets);

  preserved.relationships = relationships.filter(
    ({ id, type }) =>
      (!KNOWN_WORKBOOK_RELATIONSHIPS.has(getRelationshipKind(type)) &&
        !(isOurTheme && getRelationshipKind(type) === 'theme')) ||
      listed.some(({ link, sheet }) => link.id === id && !sheet),
  );
  const preservedTables = sheets.flatMap((one) => one.preservedTables);
  const hasPivots = sheets.some(({ reading }) =>
    reading.relationships.some(({ type }) => getRelationshipKind(type) === 'pivotTable'),
  );
  preserveStyles(styles, preserved, preservedTables.length > 0 || hasPivots);
  preserveParts(
    file,
    workbook,
    preserved,
    sheets.map(({ reading }) => reading.preserved),
    preservedTables,
    new Set(known),
  );
  storePreservedWorkbook(workbook, preserved);
  for (const { reading } of sheets) storePreservedSheet(workbook, reading.sheet.id, reading.preserved);
  workbook.losses = losses.list();
  return workbook;
}
