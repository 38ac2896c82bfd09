import type { PackageParts } from '@phuluc/ooxml/open-package-parts';
import { getRelationshipKind, getRelationshipsPart, resolveTarget } from '@phuluc/ooxml/relationships';
import { decodePlainXml, decodeUtf8, findElements } from '@phuluc/ooxml/xml/plain-xml';
import type { Codec } from '@phuluc/ooxml/zip/codec';
import { memoizeByPart } from '@phuluc/ooxml/zip/part-cache';
import { ok, type Result } from '../../shared/result';
import { findDrawnPictures } from './find-pictures';
import { scanSheet } from './scan-sheet';
import { NO_SHARED_TEXTS, scanStrings, type SharedTexts } from './scan-strings';
import {
  type SheetInfo,
  type TableInfo,
  type TablePart,
  toTableInfos,
  type WorkbookReader,
} from './workbook-reader';

/** Thrown inside this module only: a part must be read by the parsing reader, or is damaged (which it reports). */
export class UnscannablePartError extends Error {}

const RELATION_ATTRIBUTES = ['Id', 'Type', 'Target', 'TargetMode'];
const TABLE_ATTRIBUTES = ['displayName', 'name', 'ref', 'totalsRowCount', 'headerRowCount'];

type ScannedRelationship = { id: string; kind: string; target: string };

function scanXml(part: Uint8Array, root: string, decode: Codec['decode']): string {
  const xml = decodePlainXml(part, root, decode);
  if (xml === null) throw new UnscannablePartError();
  return xml;
}

function scanElements(xml: string, name: string, attributes: readonly string[]) {
  const found = findElements(xml, name, attributes);
  if (!found) throw new UnscannablePartError();
  return found;
}

/** What a part of relations says; `owner` is the part that it belongs to. */
const scanRelationships = memoizeByPart((rels, owner): readonly ScannedRelationship[] =>
  scanElements(scanXml(rels, 'Relationships', decodeUtf8), 'Relationship', RELATION_ATTRIBUTES).flatMap(
    ({ values: [id = '', type = '', target = '', mode = ''] }) =>
      mode === 'External'
        ? []
        : [{ id, kind: getRelationshipKind(type), target: resolveTarget(owner, target) }],
  ),
);

type ScannedSheetEntry = { name: string; id: string; hidden: boolean };

const scanWorkbook = memoizeByPart((part): { sheets: readonly ScannedSheetEntry[]; date1904: boolean } => {
  const xml = scanXml(part, 'workbook', decodeUtf8);
  const [properties] = scanElements(xml, 'workbookPr', ['date1904']);
  return {
    sheets: scanElements(xml, 'sheet', ['name', 'r:id', 'state']).map(
      ({ values: [name = '', id = '', state = ''] }) => ({
        name,
        id,
        hidden: /hidden/i.test(state),
      }),
    ),
    date1904: /^(?:1|true|on)$/.test(properties?.values[0] ?? ''),
  };
});

const scanTable = memoizeByPart((part): TablePart => {
  const xml = scanXml(part, 'table', decodeUtf8);
  const [table] = scanElements(xml, 'table', TABLE_ATTRIBUTES);
  const [displayName = '', name = '', ref = '', totals = '', headers = ''] = table?.values ?? [];
  // The names of columns are in the cells but where the header row is off.
  const columns = headers === '0' ? scanElements(xml, 'tableColumn', ['name']) : [];
  return {
    name: displayName || name,
    ref,
    totals,
    headers,
    columns: columns.map(({ values }) => values[0] ?? ''),
  };
});

const FONTS_ELEMENT = /<fonts[\s>][\s\S]*?<\/fonts>/;
const STRIKE_ELEMENT = /<strike(?:\s+val\s*=\s*["'](?:1|true|on)["'])?\s*\/?>/;

/** Whether a cell may be crossed out as a whole: fonts of conditional formats stand elsewhere in the part. */
const hasStruckFont = memoizeByPart((part): { struck: boolean } => ({
  struck: STRIKE_ELEMENT.test(FONTS_ELEMENT.exec(scanXml(part, 'styleSheet', decodeUtf8))?.[0] ?? ''),
}));

/** Hands a part with crossed-out runs to the parsing reader, which knows what is crossed out. */
function rejectStruckRuns(xml: string): string {
  if (xml.includes('<strike')) throw new UnscannablePartError();
  return xml;
}

/**
 * Opens a workbook whose parts are scanned rather than parsed.
 * @throws {@link UnscannablePartError} for a part that is not written plainly, also from `tables` and `cells`.
 */
export function openScannedWorkbook(parts: PackageParts): WorkbookReader {
  const { decode, bytewise } = parts.codec;
  const open = bytewise?.open ?? decode;
  const decodeRaw = bytewise && ((raw: string) => decodeBytewise(raw, bytewise.text));
  const getBytes = (part: string, read = parts.read): Uint8Array => {
    const bytes = read(part);
    if (!bytes.ok) throw new UnscannablePartError();
    return bytes.value;
  };
  const common = (part: string): Uint8Array => getBytes(part, parts.readCommon);
  const relations = (part: string): readonly ScannedRelationship[] => {
    const name = getRelationshipsPart(part);
    return parts.has(name) ? scanRelationships(common(name), part) : [];
  };

  const root = relations('');
  const mainPart = root.find(({ kind }) => kind === 'officeDocument')?.target;
  if (mainPart === undefined) throw new UnscannablePartError();
  const workbook = scanWorkbook(common(mainPart), mainPart);
  const related = relations(mainPart);
  const sheets = workbook.sheets.flatMap(({ name, id, hidden }): SheetInfo[] => {
    const target = related.find((one) => one.id === id);
    if (!target) throw new UnscannablePartError();
    return target.kind === 'worksheet' ? [{ name, part: target.target, hidden }] : [];
  });
  const styles = related.find(({ kind }) => kind === 'styles')?.target;
  if (styles !== undefined && parts.has(styles) && hasStruckFont(common(styles), styles).struck)
    throw new UnscannablePartError();
  if (sheets.length === 0 || new Set(sheets.map(({ part }) => part)).size < sheets.length)
    throw new UnscannablePartError();

  let texts: SharedTexts | null = null;
  const sharedTexts = (): SharedTexts => {
    const part = related.find(({ kind }) => kind === 'sharedStrings')?.target;
    if (!texts) {
      texts =
        part === undefined
          ? NO_SHARED_TEXTS
          : scanStrings(rejectStruckRuns(scanXml(getBytes(part), 'sst', open)), decodeRaw);
      if (!texts) throw new UnscannablePartError();
    }
    return texts;
  };

  const scanTables = (sheet: SheetInfo): TableInfo[] =>
    relations(sheet.part)
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ target }) => toTableInfos(sheet, scanTable(common(target), target)));

  const core = root.find(({ kind }) => kind === 'core-properties')?.target;
  return {
    sheets,
    date1904: workbook.date1904,
    modified: core === undefined || !parts.has(core) ? '' : readModifiedTime(parts, core),
    tables: (): Result<TableInfo[]> => ok(sheets.flatMap(scanTables)),
    cells: (sheet, columns) => {
      const xml = rejectStruckRuns(scanXml(getBytes(sheet.part), 'worksheet', open));
      const scanned = scanSheet(xml, sharedTexts(), columns, decodeRaw);
      if (typeof scanned === 'string') throw new UnscannablePartError();
      return ok(scanned);
    },
    pictures: (sheet) =>
      relations(sheet.part)
        .filter(({ kind, target }) => kind === 'drawing' && parts.has(target))
        .flatMap(({ target }) => findDrawnPictures(decodeUtf8(getBytes(target)))),
  };
}

function decodeBytewise(raw: string, text: (raw: string) => string): string {
  try {
    return text(raw);
  } catch {
    throw new UnscannablePartError();
  }
}

const MODIFIED_ELEMENT = /<dcterms:modified[^>]*>\s*([^<\s]+)\s*<\/dcterms:modified>/;

/** The time of the core properties; '' where they are damaged: no reason to refuse a file. */
export function readModifiedTime(parts: PackageParts, core: string): string {
  const read = parts.read(core);
  const found = read.ok ? MODIFIED_ELEMENT.exec(new TextDecoder().decode(read.value))?.[1] : undefined;
  const time = found === undefined ? NaN : Date.parse(found);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
