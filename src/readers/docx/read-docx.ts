import { type OfficePackage, openZipPackage } from '@phuluc/ooxml/open-package';
import { findTarget } from '@phuluc/ooxml/relationships';
import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { openZip, type ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { appendAll } from '../../shared/append-all';
import type { Problem } from '../../shared/problem';
import { addFileName, err, ok, type Result, warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import type { RawBlock, RawDocument, RawTable } from '../raw-document';
import { MAX_TABLE_POSITIONS, MAX_TABLE_ROWS } from '../table-limits';
import { createListCounter } from './list-counter';
import { readAltChunk } from './read-alt-chunk';
import { readBlocks } from './read-blocks';
import { readDocxStyles } from './read-docx-styles';
import { MAX_TABLE_DEPTH } from './read-docx-table';
import { readNumbering } from './read-numbering';
import type { ReadState } from './read-state';

/** Decoration and previous versions of changed properties: not needed, and half of a Word file. */
const SKIPPED_ELEMENTS = new Set(
  [
    ...[
      'tblBorders',
      'tcBorders',
      'pBdr',
      'shd',
      'tabs',
      'spacing',
      'ind',
      'jc',
      'color',
      'sz',
      'szCs',
      'lang',
    ],
    ...['b', 'bCs', 'i', 'iCs', 'u', 'kern', 'tcW', 'tblW', 'vAlign', 'tblCellMar', 'tcMar', 'tblLook'],
    ...['rPrChange', 'pPrChange', 'trPrChange', 'tcPrChange', 'tblPrChange', 'tblGridChange', 'sectPrChange'],
    ...['delText', 'instrText', 'delInstrText', 'proofErr', 'bookmarkStart', 'bookmarkEnd', 'latentStyles'],
  ].map((name) => `w:${name}`),
);

/**
 * Reads a Word document (.docx, .docm, .dotx; transitional or strict): tables with merged cells, paragraphs, both
 * with their automatic numbers as printed. Headers, footers, notes and comments are not read.
 * Warnings: tracked-changes (read as accepted), text-box, hidden-rows, embedded-document (not read).
 * Problems: those of the package and its XML; format-unsupported (not a Word file), xml-too-deep (tables in tables),
 * too-many-rows.
 */
export function readDocx(bytes: Uint8Array, file: string): Result<RawDocument> {
  return readDocxAtDepth(bytes, file, 0);
}

/** Documents in documents in documents: more is a hostile file. */
const MAX_EMBEDDED_DEPTH = 2;
const MAX_EMBEDDED = 100;

function readDocxAtDepth(bytes: Uint8Array, file: string, depth: number): Result<RawDocument> {
  const zip = openZip(bytes);
  if (!zip.ok) return addFileName(zip, file);
  const opened = openZipPackage(zip.value);
  if (!opened.ok) return addFileName(opened, file);
  const readInner = (inner: Uint8Array): Result<RawDocument> =>
    depth < MAX_EMBEDDED_DEPTH
      ? readAltChunk(inner, file, (chunk) => readDocxAtDepth(chunk, file, depth + 1))
      : err('xml-too-deep', { file }, { limit: MAX_EMBEDDED_DEPTH });
  const embedded = createEmbeddedReader(opened.value, zip.value, file, readInner);
  return addFileName(readDocxPackage(opened.value, file, embedded), file);
}

type EmbeddedReader = { read: (id: string) => RawBlock[]; warnings: Problem[] };

/** Creates the reader of documents embedded as text, by relationship id; what cannot be read is a warning. */
function createEmbeddedReader(
  office: OfficePackage,
  zip: ZipArchive,
  file: string,
  readInner: (bytes: Uint8Array) => Result<RawDocument>,
): EmbeddedReader {
  const warnings: Problem[] = [];
  let count = 0;
  const readPart = (id: string): Result<RawDocument> => {
    const relationships = office.relationships(office.mainPart);
    if (!relationships.ok) return relationships;
    const part = relationships.value.find((relationship) => relationship.id === id)?.target ?? '';
    const bytes = zip.read(part);
    if (!bytes.ok) return bytes;
    return ++count > MAX_EMBEDDED ? err('file-too-large') : readInner(bytes.value);
  };
  const read = (id: string): RawBlock[] => {
    const inner = readPart(id);
    if (inner.ok) {
      appendAll(warnings, inner.value.warnings);
      return inner.value.blocks;
    }
    const format = inner.problems[0]?.details?.format;
    warnings.push(warning('embedded-document', { file }, format === undefined ? undefined : { format }));
    return [];
  };
  return { read, warnings };
}

function readDocxPackage(office: OfficePackage, file: string, embedded: EmbeddedReader): Result<RawDocument> {
  const main = office.readTree(office.mainPart, SKIPPED_ELEMENTS);
  if (!main.ok) return main;
  const body = findChild(main.value, 'w:body');
  if (main.value.name !== 'w:document') return err('format-unsupported', {}, { part: office.mainPart });
  const styles = readRelatedTree(office, 'styles');
  if (!styles.ok) return styles;
  const numbering = readRelatedTree(office, 'numbering');
  if (!numbering.ok) return numbering;

  const state: ReadState = {
    file,
    styles: readDocxStyles(styles.value),
    lists: createListCounter(readNumbering(numbering.value)),
    fields: [],
    pageEnded: false,
    tableDepth: 0,
    tooDeep: false,
    trackedChanges: 0,
    notes: readNotes(office),
    noteCounts: new Map(),
    textBoxes: 0,
    readEmbedded: embedded.read,
  };
  const blocks = body ? readBlocks(body, state) : [];
  if (state.tooDeep) return err('xml-too-deep', {}, { part: office.mainPart, limit: MAX_TABLE_DEPTH });
  const tables = blocks.filter((block) => block.kind === 'table');
  tables.forEach(setTableNumber);
  const tooLarge = tables.find(
    ({ rowCount, columnCount }) => rowCount > MAX_TABLE_ROWS || rowCount * columnCount > MAX_TABLE_POSITIONS,
  );
  if (tooLarge)
    return err('too-many-rows', tooLarge.place, { rows: tooLarge.rowCount, limit: MAX_TABLE_ROWS });
  return ok({
    source: 'docx',
    file,
    blocks,
    warnings: [...createDocxWarnings(state, blocks), ...embedded.warnings],
  });
}

/** Reads the texts of the notes; without them the document is the same. */
function readNotes(office: OfficePackage): Map<string, string> {
  const notes = new Map<string, string>();
  for (const kind of ['footnote', 'endnote']) {
    const tree = readRelatedTree(office, `${kind}s`);
    for (const note of tree.ok ? (tree.value?.children ?? []) : [])
      notes.set(`w:${kind}Reference ${note.attributes['w:id'] ?? ''}`, cleanText(getInnerText(note)));
  }
  return notes;
}

function getInnerText(element: XmlElement): string {
  if (element.name === 'w:t') return element.text;
  const inner = element.children.map(getInnerText).join('');
  return element.name === 'w:p' ? `${inner} ` : inner;
}

function readRelatedTree(office: OfficePackage, kind: string): Result<XmlElement | undefined> {
  const relationships = office.relationships(office.mainPart);
  if (!relationships.ok) return relationships;
  const part = findTarget(relationships.value, kind);
  return part === undefined ? ok(undefined) : office.readTree(part, SKIPPED_ELEMENTS);
}

/** Tables are counted as they appear, once all are read. */
function setTableNumber(table: RawTable, index: number): void {
  table.place = { ...table.place, table: index + 1 };
  for (const row of table.rows) row.place = { ...row.place, table: index + 1 };
}

function createDocxWarnings(state: ReadState, blocks: readonly RawBlock[]): Problem[] {
  const { file, trackedChanges, textBoxes } = state;
  const warnings: Problem[] = [];
  if (trackedChanges > 0) warnings.push(warning('tracked-changes', { file }, { changes: trackedChanges }));
  if (textBoxes > 0) warnings.push(warning('text-box', { file }, { boxes: textBoxes }));
  for (const block of blocks) {
    const hidden = block.kind === 'table' ? block.rows.filter((row) => row.hidden).length : 0;
    if (hidden > 0) warnings.push(warning('hidden-rows', block.place, { rows: hidden }));
  }
  return warnings;
}
