import { PackageWriter, toOfficeRelationshipType } from '@phuluc/ooxml/package-writer';
import { getRelationshipKind } from '@phuluc/ooxml/relationships';
import { SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { encodeXmlPart } from '@phuluc/ooxml/xml/write-xml';
import { readNumberAttribute } from '@phuluc/ooxml/xml/xml-tree';
import { type Compressor, writeZip } from '@phuluc/ooxml/zip/write-zip';
import type { SheetModel, TableModel, WorkbookModel } from '../model/types';
import { addDrawing } from './chart/add-drawing';
import { FormulaCodec } from './formulas/formula-codec';
import { isEqual } from './is-equal';
import {
  isPreservedKey,
  type PreservedSheet,
  type PreservedWorkbook,
  readPreservedSheet,
  readPreservedWorkbook,
} from './preserved-content';
import { SharedStringsWriter } from './shared-strings';
import { readTablePart, writeTablePart } from './sheet/tables';
import { writeWorksheetPart } from './sheet/write-worksheet-part';
import { readStyles, STANDARD_FONT, type WorkbookStyles } from './styles/read-styles';
import { StylesWriter } from './styles/styles-writer';
import { getDigitWidth } from './units';
import { parseXml } from './workbook-package';
import { CONTENT_TYPES } from './workbook/content-types';
import { addCustomXml } from './workbook/custom-xml';
import {
  writeAppProperties,
  writeCoreProperties,
  writeCustomProperties,
} from './workbook/document-properties';
import { writeDynamicArrayMetadata } from './workbook/dynamic-array-metadata';
import { writeStandardTheme } from './workbook/standard-theme';
import { listSheetEntries, writeWorkbookPart } from './workbook/write-workbook-part';

const WORKBOOK_PATH = 'xl/workbook.xml';
const CORE_PROPERTIES_TYPE =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Kept colours and differential formats, as they were read. */
function readPreservedStyles(workbook: WorkbookModel, preserved: PreservedWorkbook): WorkbookStyles {
  const theme = preserved.relationships?.find(({ type }) => getRelationshipKind(type) === 'theme')?.target;
  const bytes = theme === undefined ? undefined : workbook.unknownParts.get(theme);
  const markup = `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}"><dxfs>${preserved.dxfs?.join('') ?? ''}</dxfs>${preserved.styleElements?.['colors'] ?? ''}</styleSheet>`;
  return readStyles(
    parseXml(encodeXmlPart(markup), 'xl/styles.xml'),
    bytes && theme !== undefined ? parseXml(bytes, theme).root : undefined,
  );
}

/** Numbers of tables are unique in a workbook; a kept table's part brings its own. */
class TableNumbers {
  private readonly used = new Set<number>();
  private next = 1;

  reserve(number: number): boolean {
    if (this.used.has(number)) return false;
    this.used.add(number);
    return true;
  }

  reserveNext(): number {
    while (this.used.has(this.next)) this.next++;
    this.used.add(this.next);
    return this.next;
  }
}

class WorkbookSaver {
  private readonly writer = new PackageWriter();
  private readonly preserved: PreservedWorkbook;
  private readonly preservedSheets: ReadonlyMap<string, PreservedSheet>;
  private readonly read: WorkbookStyles;
  private readonly styles: StylesWriter;
  private readonly texts = new SharedStringsWriter();
  private readonly formulas: FormulaCodec;
  private readonly dynamic = { used: false };
  private readonly numbers = new TableNumbers();
  private readonly tableParts = new Map<TableModel, { path: string; number: number }>();
  /** In lower case. */
  private readonly usedPaths: Set<string>;

  constructor(private readonly workbook: WorkbookModel) {
    this.preserved = readPreservedWorkbook(workbook);
    this.usedPaths = new Set([...workbook.unknownParts.keys()].map((path) => path.toLowerCase()));
    this.preservedSheets = new Map(workbook.sheets.map(({ id }) => [id, readPreservedSheet(workbook, id)]));
    this.read = readPreservedStyles(workbook, this.preserved);
    this.styles = new StylesWriter({
      ...(this.preserved.defaultFont ? { defaultFont: this.preserved.defaultFont } : {}),
      ...(this.preserved.dxfs ? { dxfs: this.preserved.dxfs, dxfFormats: this.read.dxfs } : {}),
      ...(this.preserved.styleElements ? { elements: this.preserved.styleElements } : {}),
    });
    this.formulas = new FormulaCodec(workbook.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  }

  save(compressor?: Compressor): Uint8Array {
    const { writer, workbook, preserved: preserved } = this;
    // Ids of kept relationships are named inside kept markup: they come first and keep theirs.
    for (const link of preserved.rootRelationships ?? [])
      writer.addRelationship('', link.type, link.target, link);
    for (const link of preserved.relationships ?? [])
      writer.addRelationship(WORKBOOK_PATH, link.type, link.target, link);
    this.reserveTables();
    const sheetIds = new Map<string, string>();
    workbook.sheets.forEach((sheet, position) => {
      const path = `xl/worksheets/sheet${position + 1}.xml`;
      sheetIds.set(
        sheet.id,
        writer.addRelationship(WORKBOOK_PATH, toOfficeRelationshipType('worksheet'), path),
      );
      this.addSheet(sheet, path, position);
    });
    const sheets = listSheetEntries(workbook, preserved, (id) => sheetIds.get(id)!);
    writer.addPart(
      WORKBOOK_PATH,
      encodeXmlPart(writeWorkbookPart(workbook, preserved, sheets, this.formulas)),
      preserved.mainType ?? CONTENT_TYPES.workbook,
    );
    writer.addRelationship('', toOfficeRelationshipType('officeDocument'), WORKBOOK_PATH);
    this.addTheme();
    this.addWorkbookPart('styles', this.styles.write());
    if (!this.texts.isEmpty) this.addWorkbookPart('sharedStrings', this.texts.write());
    if (this.dynamic.used) this.addWorkbookPart('metadata', writeDynamicArrayMetadata(), 'sheetMetadata');
    this.addProperties();
    addCustomXml(writer, WORKBOOK_PATH, workbook, preserved);
    this.addPreservedParts();
    return writeZip(writer.buildParts(), compressor);
  }

  private addWorkbookPart(
    name: 'styles' | 'sharedStrings' | 'metadata',
    markup: string,
    kind: string = name,
  ): void {
    const path = `xl/${name}.xml`;
    this.writer.addPart(path, encodeXmlPart(markup), CONTENT_TYPES[name]);
    this.writer.addRelationship(WORKBOOK_PATH, toOfficeRelationshipType(kind), path);
  }

  private addTheme(): void {
    if (this.preserved.relationships?.some(({ type }) => getRelationshipKind(type) === 'theme')) return;
    const path = this.findFreePath('xl/theme/theme', 1);
    this.writer.addPart(path, encodeXmlPart(writeStandardTheme()), CONTENT_TYPES.theme);
    this.writer.addRelationship(WORKBOOK_PATH, toOfficeRelationshipType('theme'), path);
  }

  private addProperties(): void {
    const { writer, workbook, preserved: preserved } = this;
    const add = (name: 'core' | 'app' | 'custom', type: string, markup: string): void => {
      if (markup === '') return;
      writer.addPart(`docProps/${name}.xml`, encodeXmlPart(markup), CONTENT_TYPES[name]);
      writer.addRelationship('', type, `docProps/${name}.xml`);
    };
    add('core', CORE_PROPERTIES_TYPE, writeCoreProperties(workbook, preserved));
    add('app', toOfficeRelationshipType('extended-properties'), writeAppProperties(workbook));
    add('custom', toOfficeRelationshipType('custom-properties'), writeCustomProperties(workbook, preserved));
  }

  /** Tables whose kept part still says what the model says are written as they were read. */
  private reserveTables(): void {
    const tools = { formulas: this.formulas, dxfs: this.read.dxfs, onLostFilter: () => undefined };
    const others: TableModel[] = [];
    for (const sheet of this.workbook.sheets) {
      for (const table of sheet.tables) {
        const path = this.preservedSheets.get(sheet.id)?.tables?.[table.id];
        const bytes = path === undefined ? undefined : this.workbook.unknownParts.get(path);
        const root = bytes && parseXml(bytes, path!).root;
        const number = root && readNumberAttribute(root, 'id');
        if (root && number && isEqual(readTablePart(root, tools), table) && this.numbers.reserve(number)) {
          this.tableParts.set(table, { path: path!, number });
        } else others.push(table);
      }
    }
    for (const table of others) {
      const number = this.numbers.reserveNext();
      this.tableParts.set(table, { path: this.findFreePath('xl/tables/table', number), number });
    }
  }

  /** Returns a path that neither a preserved nor a written part has, and that was not returned before. */
  private findFreePath(stem: string, from: number): string {
    for (let number = from; ; number++) {
      const path = `${stem}${number}.xml`;
      // Names of parts are compared without regard to case (ECMA-376 part 2).
      const key = path.toLowerCase();
      if (this.usedPaths.has(key) || this.writer.has(path)) continue;
      this.usedPaths.add(key);
      return path;
    }
  }

  private addSheet(sheet: SheetModel, path: string, position: number): void {
    const { writer, workbook, styles, texts, formulas, dynamic } = this;
    const preserved = this.preservedSheets.get(sheet.id) ?? {};
    for (const link of preserved.relationships ?? [])
      writer.addRelationship(path, link.type, link.target, link);
    const tableIds = sheet.tables.map((table) => {
      const part = this.tableParts.get(table)!;
      if (!workbook.unknownParts.has(part.path)) {
        const markup = writeTablePart(table, part.number, sheet, formulas, styles);
        writer.addPart(part.path, encodeXmlPart(markup), CONTENT_TYPES.table);
      }
      return writer.addRelationship(path, toOfficeRelationshipType('table'), part.path);
    });
    const drawingId = addDrawing(writer, path, sheet, preserved.drawing, {
      workbook,
      formulas,
      palette: this.read.palette,
      freePath: (stem) => this.findFreePath(stem, 1),
    });
    const isActive = sheet.id === workbook.activeSheetId;
    const markup = writeWorksheetPart({
      sheet,
      position,
      isActive,
      selected: workbook.selection.sheetId === sheet.id ? workbook.selection.areas : preserved.selection,
      styles,
      texts,
      formulas,
      preserved: preserved,
      dynamic,
      digit: getDigitWidth(this.preserved.defaultFont ?? STANDARD_FONT),
      date1904: workbook.date1904,
      drawingId,
      tableIds,
    });
    writer.addPart(path, encodeXmlPart(markup), CONTENT_TYPES.worksheet);
  }

  /** Only what something written points to: parts of a sheet that was deleted go with it. */
  private addPreservedParts(): void {
    const { writer, workbook, preserved: preserved } = this;
    const done = new Set<string>();
    for (let found = true; found;) {
      found = false;
      for (const target of writer.listTargets()) {
        const bytes = isPreservedKey(target) ? undefined : workbook.unknownParts.get(target);
        if (!bytes || done.has(target) || writer.has(target)) continue;
        done.add(target);
        found = true;
        const { type, relationships = [] } = preserved.parts?.[target] ?? {
          type: 'application/octet-stream',
        };
        writer.addPart(target, bytes, type);
        for (const link of relationships) writer.addRelationship(target, link.type, link.target, link);
      }
    }
  }
}

/**
 * The workbook as an .xlsx file (.xlsm where it was opened from one). The same model always gives the same bytes.
 * Rejects with {@link WorkbookFileError} for a text longer than a cell may hold.
 * @param compressor the platform's own, if it has a faster one
 */
export async function saveWorkbook(workbook: WorkbookModel, compressor?: Compressor): Promise<Uint8Array> {
  return new WorkbookSaver(workbook).save(compressor);
}
