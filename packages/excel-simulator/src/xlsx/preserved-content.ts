import { type Relationship } from '@phuluc/ooxml/relationships';
import type { CellRange, WorkbookModel } from '../model/types';

/**
 * What an opened file holds beyond the model, so that saving gives it back. Whole parts (pictures, comments,
 * pivot caches, macros, themes) stand in `unknownParts` under their own paths; what belongs inside parts the codec
 * writes itself stands there too, as JSON under the keys made here. Markup is kept with its namespaces declared.
 */
export type PreservedAnchor =
  /** Of a picture, a shape, or a chart of a kind the model does not have. */
  | { markup: string }
  /** Of a chart of the model: its anchor as read, and where its part is kept. */
  | { chart: string; markup: string; part: string };

export type PreservedSheet = {
  /** Children of `worksheet` the model does not know, by name; x14 extensions are under "extLst". */
  elements?: Record<string, string[]>;
  relationships?: Relationship[];
  sheetPr?: Record<string, string>;
  outline?: Record<string, string>;
  view?: Record<string, string>;
  /** Selected areas of a sheet that is not the active one. */
  selection?: CellRange[];
  /** By row and by column: attributes besides size, visibility and format. */
  rows?: Record<string, Record<string, string>>;
  columns?: Record<string, Record<string, string>>;
  pageSetup?: Record<string, string>;
  headerFooter?: { attributes: Record<string, string>; markup: string };
  /** Texts with formats of their own inside, by address: markup of `si` and the plain text it stands for. */
  richTexts?: Record<string, { text: string; markup: string }>;
  drawing?: { anchors: PreservedAnchor[]; relationships: Relationship[] };
  /** Paths of table parts as read, by table id. */
  tables?: Record<string, string>;
};

export type PreservedWorkbook = {
  elements?: Record<string, string[]>;
  relationships?: Relationship[];
  /** Of the file itself: thumbnails, labels. */
  rootRelationships?: Relationship[];
  workbookPr?: Record<string, string>;
  view?: Record<string, string>;
  mainType?: string;
  /** Chart sheets and the like, which the model does not have, with their place among the sheets. */
  otherSheets?: { position: number; name: string; state?: string; relationship: Relationship }[];
  /** Font of cells without format, where it is not Calibri 11. */
  defaultFont?: { name: string; size: number; markup: string };
  /** Differential formats and what refers to them by number. */
  dxfs?: string[];
  styleElements?: Record<string, string>;
  /** Relationships and content types of kept parts, by path. */
  parts?: Record<string, { type: string; relationships?: Relationship[] }>;
  /** Types of custom properties that are no text, by name ("i4", "bool", "filetime"). */
  propertyTypes?: Record<string, string>;
  /** Document properties the API does not have: markup inside the core properties. */
  coreElements?: string;
  calcPr?: Record<string, string>;
  /** Addresses of the schemas of custom XML parts, by the part's id. */
  schemas?: Record<string, string[]>;
};

const WORKBOOK_KEY = 'kept:workbook';
const toSheetKey = (sheetId: string): string => `kept:sheet:${sheetId}`;

/** Keys of `unknownParts` that are no paths. */
export const isPreservedKey = (key: string): boolean => key.startsWith('kept:');

function readPreserved<T extends object>(workbook: WorkbookModel, key: string): Partial<T> {
  const bytes = workbook.unknownParts.get(key);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as T) : {};
}

function isEmptyValue(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}

function storePreserved(workbook: WorkbookModel, key: string, preserved: object): void {
  const filled = Object.entries(preserved).filter(([, value]) => !isEmptyValue(value));
  if (filled.length === 0) return;
  workbook.unknownParts.set(key, new TextEncoder().encode(JSON.stringify(Object.fromEntries(filled))));
}

export function readPreservedWorkbook(workbook: WorkbookModel): PreservedWorkbook {
  return readPreserved<PreservedWorkbook>(workbook, WORKBOOK_KEY);
}
export function readPreservedSheet(workbook: WorkbookModel, sheetId: string): PreservedSheet {
  return readPreserved<PreservedSheet>(workbook, toSheetKey(sheetId));
}
/** Nothing is written where there is nothing to keep. */
export function storePreservedWorkbook(workbook: WorkbookModel, preserved: PreservedWorkbook): void {
  storePreserved(workbook, WORKBOOK_KEY, preserved);
}
export function storePreservedSheet(
  workbook: WorkbookModel,
  sheetId: string,
  preserved: PreservedSheet,
): void {
  storePreserved(workbook, toSheetKey(sheetId), preserved);
}
