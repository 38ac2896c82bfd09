import { getMaximum } from './collections';
import type { Cell, CellRange, PageLayoutModel, ProtectionModel, SheetModel, WorkbookModel } from './types';

/** Excel's defaults for a new sheet: A4 on Vietnamese machines, margins "Normal", in points. */
function createDefaultPageLayout(): PageLayoutModel {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    printOrder: 'DownThenOver',
    blackAndWhite: false,
    headersFooters: {},
  };
}

const createEmptyProtection = (): ProtectionModel => ({ protected: false, options: {} });

/** Creates ids as Excel does: sheet n → "{00000000-0001-0000-000n-000000000000}"; never reused while open. */
function getNextSheetId(workbook: WorkbookModel): string {
  const used = workbook.sheets.map((sheet) => parseInt(sheet.id.slice(20, 24), 16)).filter(Number.isFinite);
  const next = getMaximum(used, -1) + 1;
  return `{00000000-0001-0000-${next.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
}

/** Adds an empty sheet at the end. The caller checks the name. */
export function addSheet(workbook: WorkbookModel, name: string): SheetModel {
  const sheet: SheetModel = {
    id: getNextSheetId(workbook),
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    cells: new Map(),
    rows: new Map(),
    columns: new Map(),
    standardWidth: 48,
    standardHeight: 15,
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    pageLayout: createDefaultPageLayout(),
    protection: createEmptyProtection(),
    names: [],
  };
  workbook.sheets.push(sheet);
  if (!workbook.activeSheetId) {
    workbook.activeSheetId = sheet.id;
    workbook.selection = { sheetId: sheet.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  }
  return sheet;
}

/** Creates a workbook with the named sheets, the first one active, A1 selected. */
export function createWorkbook(...sheetNames: [string, ...string[]]): WorkbookModel {
  const workbook: WorkbookModel = {
    sheets: [],
    names: [],
    activeSheetId: '',
    selection: { sheetId: '', areas: [] },
    settings: new Map(),
    customXmlParts: [],
    properties: {},
    protection: createEmptyProtection(),
    calculationMode: 'Automatic',
    date1904: false,
    unknownParts: new Map(),
    losses: [],
  };
  for (const name of sheetNames) addSheet(workbook, name);
  return workbook;
}

const BLANK_CELL: Cell = Object.freeze({ value: '' });

/** Returns the cell, or a blank one that must not be written to. */
export function getCell(sheet: SheetModel, row: number, column: number): Readonly<Cell> {
  return sheet.cells.get(row)?.get(column) ?? BLANK_CELL;
}

/** Stores a cell; an empty one is removed so that the used range stays correct. */
export function setCell(sheet: SheetModel, row: number, column: number, cell: Cell): void {
  const isEmpty =
    cell.value === '' && cell.formula === undefined && cell.format === undefined && !cell.spilledFrom;
  let line = sheet.cells.get(row);
  if (isEmpty) {
    line?.delete(column);
    if (line?.size === 0) sheet.cells.delete(row);
    return;
  }
  if (!line) sheet.cells.set(row, (line = new Map()));
  line.set(column, cell);
}

/**
 * Returns the smallest area that contains every cell (values only: ignores cells with only a format).
 * @returns null when the sheet is blank.
 */
export function findUsedRange(sheet: SheetModel, valuesOnly = false): CellRange | null {
  const area = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const [row, line] of sheet.cells) {
    let isUsed = false;
    for (const [column, cell] of line) {
      if (valuesOnly && cell.value === '' && cell.formula === undefined) continue;
      isUsed = true;
      if (column < area.left) area.left = column;
      if (column > area.right) area.right = column;
    }
    if (!isUsed) continue;
    if (row < area.top) area.top = row;
    if (row > area.bottom) area.bottom = row;
  }
  return area.bottom < 0 ? null : area;
}

/** Finds a sheet by name without regard to case, as Excel does; undefined when there is none. */
export function findSheetByName(workbook: WorkbookModel, name: string): SheetModel | undefined {
  const key = name.normalize('NFC').toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.normalize('NFC').toLowerCase() === key);
}
