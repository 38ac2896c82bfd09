import type { Area, SheetModel, WorkbookModel } from '../model/types';
import { createWorkbook } from '../model/workbook';
import { isMacroWorkbook } from './book/content-types';
import { readCustomXml } from './book/custom-xml';
import { readFileProperties } from './book/file-properties';
import { workbookPath } from './book/find-workbook';
import { readSheetList, type ListedSheet } from './book/list-sheets';
import { readNames } from './book/names';
import { readWorkbookPart } from './book/read-workbook-part';
import { standardTheme } from './book/theme';
import { readDrawing } from './chart/drawings';
import { WorkbookFileError } from './file-error';
import { FormulaCodec } from './formula-codec';
import { keepParts } from './keep-parts';
import { keepForSheet, keepForWorkbook, type KeptWorkbook } from './kept';
import { Losses } from './losses';
import { openPackage, relationshipKind, targetOf, type OpcPackage, type Relationship } from './opc/package';
import { childNamed, childrenNamed, parseXml, xmlPart, type XmlElement } from './opc/xml';
import { readZip } from './opc/zip';
import { isSame } from './same';
import { readSharedStrings } from './shared-strings';
import type { SheetReading } from './sheet/read-context';
import { readSheet } from './sheet/read-sheet';
import { allTableNames } from './sheet/table-names';
import { keepStyles } from './styles/keep-styles';
import { readStyles, STANDARD_FONT } from './styles/read-styles';
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

/** What is read once and serves every sheet. */
function readCommon(file: OpcPackage, relationships: readonly Relationship[], sheetPaths: readonly string[]) {
  const part = (kind: string): [bytes: Uint8Array, path: string] | undefined => {
    const path = targetOf(relationships, kind, file);
    return path === undefined ? undefined : [file.parts.get(path)!, path];
  };
  const [stylesPart, themePart, textsPart] = [part('styles'), part('theme'), part('sharedStrings')];
  const styles = readStyles(stylesPart && parseXml(...stylesPart), themePart && parseXml(...themePart).root);
  return {
    styles,
    texts: textsPart ? readSharedStrings(...textsPart) : [],
    formulas: new FormulaCodec(allTableNames(file, sheetPaths)),
    digit: digitWidth(styles.defaultFont ?? STANDARD_FONT),
    isOurTheme: themePart !== undefined && isSame(themePart[0], xmlPart(standardTheme())),
  };
}

function isHome([first, ...more]: readonly Area[]): boolean {
  return (
    first !== undefined && more.length === 0 && first.top + first.left + first.bottom + first.right === 0
  );
}

/** The active sheet and what is selected in it; other sheets' selections are kept beside. */
function readActive(
  root: XmlElement,
  listed: readonly ListedSheet[],
  workbook: WorkbookModel,
  sheets: readonly { reading: SheetReading; selected: Area[] }[],
): void {
  const tab = Number(childNamed(childNamed(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  const active =
    listed[tab]?.sheet ??
    workbook.sheets.find(({ visibility }) => visibility === 'Visible') ??
    workbook.sheets[0]!;
  workbook.activeSheetId = active.id;
  workbook.selection = { sheetId: active.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  for (const { reading, selected } of sheets) {
    if (selected.length === 0) continue;
    if (reading.sheet === active) workbook.selection.areas = selected;
    else if (!isHome(selected)) reading.kept.selection = selected;
  }
}

/**
 * Opens an .xlsx or .xlsm file, of Excel or of any other program. What the model does not know is kept in
 * `unknownParts`; what could not be kept is named in `losses` (see {@link LossCode}).
 * Rejects with {@link WorkbookFileError} when the bytes are no whole and harmless workbook.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookModel> {
  const file = openPackage(readZip(bytes));
  const path = workbookPath(file);
  const document = parseXml(file.parts.get(path)!, path);
  const relationships = file.relationships(path);
  const workbook: WorkbookModel = { ...createWorkbook('Sheet1'), sheets: [], activeSheetId: '' };
  const kept: KeptWorkbook = {};
  const losses = new Losses();
  const mainType = file.contentType(path);
  if (isMacroWorkbook(mainType)) kept.mainType = mainType;
  readWorkbookPart(document, workbook, kept);
  const listed = readSheetList(document.root, file, relationships, workbook, kept);
  if (workbook.sheets.length === 0) throw new WorkbookFileError('not-a-workbook', path);
  const { styles, texts, formulas, digit, isOurTheme } = readCommon(
    file,
    relationships,
    listed.map(({ link }) => link.target),
  );
  for (const code of styles.losses) losses.add(code);

  const sheets = listed
    .filter((one): one is ListedSheet & { sheet: SheetModel } => one.sheet !== undefined)
    .map(({ link, sheet }, position) => {
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
      return { reading, ...readSheet(reading, position) };
    });
  // Charts show cells of any sheet: they come when all sheets are there.
  const known = sheets.flatMap(({ reading }, position) =>
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
  // LibreOffice hangs custom XML on the file, Excel on the workbook.
  readCustomXml(file, [...relationships, ...file.relationships('')], workbook, kept);
  readActive(document.root, listed, workbook, sheets);

  kept.relationships = relationships.filter(
    ({ id, type }) =>
      (!KNOWN_OF_WORKBOOK.has(relationshipKind(type)) &&
        !(isOurTheme && relationshipKind(type) === 'theme')) ||
      listed.some(({ link, sheet }) => link.id === id && !sheet),
  );
  const keptTables = sheets.flatMap((one) => one.keptTables);
  const hasPivots = sheets.some(({ reading }) =>
    reading.relationships.some(({ type }) => relationshipKind(type) === 'pivotTable'),
  );
  keepStyles(styles, kept, keptTables.length > 0 || hasPivots);
  keepParts(
    file,
    workbook,
    kept,
    sheets.map(({ reading }) => reading.kept),
    keptTables,
    new Set(known),
  );
  keepForWorkbook(workbook, kept);
  for (const { reading } of sheets) keepForSheet(workbook, reading.sheet.id, reading.kept);
  workbook.losses = losses.list();
  return workbook;
}
