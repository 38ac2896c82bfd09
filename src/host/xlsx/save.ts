import type { SheetModel, TableModel, WorkbookModel } from '../model/types';
import { CONTENT_TYPES } from './book/content-types';
import { addCustomXml } from './book/custom-xml';
import { dynamicArrayMetadata } from './book/metadata';
import { appMarkup, coreMarkup, customMarkup } from './book/properties';
import { standardTheme } from './book/theme';
import { listSheets, workbookMarkup } from './book/write-workbook-part';
import { addDrawing } from './chart/add-drawing';
import { FormulaCodec } from './formula-codec';
import { isKeptKey, keptOfSheet, keptOfWorkbook, type KeptSheet, type KeptWorkbook } from './kept';
import { MAIN } from './opc/namespaces';
import { officeRelationship, PackageWriter, relationshipKind } from './opc/package';
import { numeric, parseXml, xmlPart } from './opc/xml';
import { writeZip } from './opc/zip';
import { isSame } from './same';
import { SharedStrings } from './shared-strings';
import { readTable, tableMarkup } from './sheet/tables';
import { sheetMarkup } from './sheet/write-sheet';
import { readStyles, STANDARD_FONT, type ReadStyles } from './styles/read-styles';
import { StyleBook } from './styles/style-book';
import { digitWidth } from './units';

const WORKBOOK = 'xl/workbook.xml';
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Kept colours and differential formats, as they were read. */
function keptStyles(workbook: WorkbookModel, kept: KeptWorkbook): ReadStyles {
  const theme = kept.relationships?.find(({ type }) => relationshipKind(type) === 'theme')?.target;
  const bytes = theme === undefined ? undefined : workbook.unknownParts.get(theme);
  const markup = `<styleSheet xmlns="${MAIN}"><dxfs>${kept.dxfs?.join('') ?? ''}</dxfs>${kept.styleElements?.['colors'] ?? ''}</styleSheet>`;
  return readStyles(
    parseXml(xmlPart(markup), 'xl/styles.xml'),
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

  free(): number {
    while (this.used.has(this.next)) this.next++;
    this.used.add(this.next);
    return this.next;
  }
}

class WorkbookSaver {
  private readonly writer = new PackageWriter();
  private readonly kept: KeptWorkbook;
  private readonly keptSheets: ReadonlyMap<string, KeptSheet>;
  private readonly read: ReadStyles;
  private readonly styles: StyleBook;
  private readonly texts = new SharedStrings();
  private readonly formulas: FormulaCodec;
  private readonly dynamic = { used: false };
  private readonly numbers = new TableNumbers();
  private readonly tableParts = new Map<TableModel, { path: string; number: number }>();

  constructor(private readonly workbook: WorkbookModel) {
    this.kept = keptOfWorkbook(workbook);
    this.keptSheets = new Map(workbook.sheets.map(({ id }) => [id, keptOfSheet(workbook, id)]));
    this.read = keptStyles(workbook, this.kept);
    this.styles = new StyleBook({
      ...(this.kept.defaultFont ? { defaultFont: this.kept.defaultFont } : {}),
      ...(this.kept.dxfs ? { dxfs: this.kept.dxfs, dxfFormats: this.read.dxfs } : {}),
      ...(this.kept.styleElements ? { elements: this.kept.styleElements } : {}),
    });
    this.formulas = new FormulaCodec(workbook.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)));
  }

  save(): Uint8Array {
    const { writer, workbook, kept } = this;
    // Ids of kept relationships are named inside kept markup: they come first and keep theirs.
    for (const link of kept.rootRelationships ?? []) writer.relate('', link.type, link.target, link);
    for (const link of kept.relationships ?? []) writer.relate(WORKBOOK, link.type, link.target, link);
    this.reserveTables();
    const sheetIds = new Map<string, string>();
    workbook.sheets.forEach((sheet, position) => {
      const path = `xl/worksheets/sheet${position + 1}.xml`;
      sheetIds.set(sheet.id, writer.relate(WORKBOOK, officeRelationship('worksheet'), path));
      this.addSheet(sheet, path, position);
    });
    const sheets = listSheets(workbook, kept, (id) => sheetIds.get(id)!);
    writer.add(
      WORKBOOK,
      xmlPart(workbookMarkup(workbook, kept, sheets, this.formulas)),
      kept.mainType ?? CONTENT_TYPES.workbook,
    );
    writer.relate('', officeRelationship('officeDocument'), WORKBOOK);
    this.addTheme();
    this.addOfWorkbook('styles', this.styles.markup());
    if (!this.texts.isEmpty) this.addOfWorkbook('sharedStrings', this.texts.markup());
    if (this.dynamic.used) this.addOfWorkbook('metadata', dynamicArrayMetadata(), 'sheetMetadata');
    this.addProperties();
    addCustomXml(writer, WORKBOOK, workbook, kept);
    this.addKeptParts();
    return writeZip(writer.parts());
  }

  private addOfWorkbook(
    name: 'styles' | 'sharedStrings' | 'metadata',
    markup: string,
    kind: string = name,
  ): void {
    const path = `xl/${name}.xml`;
    this.writer.add(path, xmlPart(markup), CONTENT_TYPES[name]);
    this.writer.relate(WORKBOOK, officeRelationship(kind), path);
  }

  private addTheme(): void {
    if (this.kept.relationships?.some(({ type }) => relationshipKind(type) === 'theme')) return;
    const path = this.freePath('xl/theme/theme', 1);
    this.writer.add(path, xmlPart(standardTheme()), CONTENT_TYPES.theme);
    this.writer.relate(WORKBOOK, officeRelationship('theme'), path);
  }

  private addProperties(): void {
    const { writer, workbook, kept } = this;
    const add = (name: 'core' | 'app' | 'custom', type: string, markup: string): void => {
      if (markup === '') return;
      writer.add(`docProps/${name}.xml`, xmlPart(markup), CONTENT_TYPES[name]);
      writer.relate('', type, `docProps/${name}.xml`);
    };
    add('core', CORE, coreMarkup(workbook, kept));
    add('app', officeRelationship('extended-properties'), appMarkup(workbook));
    add('custom', officeRelationship('custom-properties'), customMarkup(workbook, kept));
  }

  /** Tables whose kept part still says what the model says are written as they were read. */
  private reserveTables(): void {
    const tools = { formulas: this.formulas, dxfs: this.read.dxfs, onLostFilter: () => undefined };
    const others: TableModel[] = [];
    for (const sheet of this.workbook.sheets) {
      for (const table of sheet.tables) {
        const path = this.keptSheets.get(sheet.id)?.tables?.[table.id];
        const bytes = path === undefined ? undefined : this.workbook.unknownParts.get(path);
        const root = bytes && parseXml(bytes, path!).root;
        const number = root && numeric(root, 'id');
        if (root && number && isSame(readTable(root, tools), table) && this.numbers.reserve(number)) {
          this.tableParts.set(table, { path: path!, number });
        } else others.push(table);
      }
    }
    for (const table of others) {
      const number = this.numbers.free();
      this.tableParts.set(table, { path: this.freePath('xl/tables/table', number), number });
    }
  }

  /** A path no kept part has. */
  private freePath(stem: string, from: number): string {
    for (let number = from; ; number++) {
      const path = `${stem}${number}.xml`;
      if (!this.workbook.unknownParts.has(path) && !this.writer.has(path)) return path;
    }
  }

  private addSheet(sheet: SheetModel, path: string, position: number): void {
    const { writer, workbook, styles, texts, formulas, dynamic } = this;
    const kept = this.keptSheets.get(sheet.id) ?? {};
    for (const link of kept.relationships ?? []) writer.relate(path, link.type, link.target, link);
    const tableIds = sheet.tables.map((table) => {
      const part = this.tableParts.get(table)!;
      if (!workbook.unknownParts.has(part.path)) {
        const markup = tableMarkup(table, part.number, sheet, formulas, styles);
        writer.add(part.path, xmlPart(markup), CONTENT_TYPES.table);
      }
      return writer.relate(path, officeRelationship('table'), part.path);
    });
    const drawingId = addDrawing(writer, path, sheet, kept.drawing, {
      workbook,
      formulas,
      palette: this.read.palette,
      freePath: (stem) => this.freePath(stem, 1),
    });
    const isActive = sheet.id === workbook.activeSheetId;
    const markup = sheetMarkup({
      sheet,
      position,
      isActive,
      selected: workbook.selection.sheetId === sheet.id ? workbook.selection.areas : kept.selection,
      styles,
      texts,
      formulas,
      kept,
      dynamic,
      digit: digitWidth(this.kept.defaultFont ?? STANDARD_FONT),
      date1904: workbook.date1904,
      drawingId,
      tableIds,
    });
    writer.add(path, xmlPart(markup), CONTENT_TYPES.worksheet);
  }

  /** Only what something written points to: parts of a sheet that was deleted go with it. */
  private addKeptParts(): void {
    const { writer, workbook, kept } = this;
    const done = new Set<string>();
    for (let found = true; found;) {
      found = false;
      for (const target of writer.targets()) {
        const bytes = isKeptKey(target) ? undefined : workbook.unknownParts.get(target);
        if (!bytes || done.has(target) || writer.has(target)) continue;
        done.add(target);
        found = true;
        const { type, relationships = [] } = kept.parts?.[target] ?? { type: 'application/octet-stream' };
        writer.add(target, bytes, type);
        for (const link of relationships) writer.relate(target, link.type, link.target, link);
      }
    }
  }
}

/**
 * The workbook as an .xlsx file (.xlsm where it was opened from one). The same model always gives the same bytes.
 * Rejects with {@link WorkbookFileError} for a text longer than a cell may hold.
 */
export async function saveWorkbook(workbook: WorkbookModel): Promise<Uint8Array> {
  return new WorkbookSaver(workbook).save();
}
