import { type OfficePackage, openPackage } from '@phuluc/ooxml/open-package';
import { findTarget } from '@phuluc/ooxml/relationships';
import { findChild, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { Problem } from '../../shared/problem';
import { addFileName, err, ok, type Result, warning } from '../../shared/result';
import type { RawBlock, RawDocument, RawTable } from '../raw-document';
import { MAX_TABLE_POSITIONS, MAX_TABLE_ROWS } from '../table-limits';
import { createListCounter } from './list-counter';
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
 * Warnings: tracked-changes (read as accepted), text-box, hidden-rows.
 * Problems: those of the package and its XML; format-unsupported (not a Word file), xml-too-deep (tables in tables),
 * too-many-rows.
 */
export function readDocx(bytes: Uint8Array, file: string): Result<RawDocument> {
  const opened = openPackage(bytes);
  return addFileName(opened.ok ? readDocxPackage(opened.value, file) : opened, file);
}

function readDocxPackage(office: OfficePackage, file: string): Result<RawDocument> {
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
    textBoxes: 0,
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
  return ok({ source: 'docx', file, blocks, warnings: createDocxWarnings(state, blocks) });
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
