import { getRelationshipKind, type Relationship } from '@phuluc/ooxml/relationships';
import { findChild, findChildren, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { SheetModel, WorkbookModel } from '../../model/types';
import { addSheet } from '../../model/workbook';
import { GUID_PATTERN } from '../guid';
import type { PreservedWorkbook } from '../preserved-content';
import { WorkbookFileError } from '../workbook-file-error';
import { type WorkbookPackage } from '../workbook-package';
import { readVisibility } from './read-workbook-part';

/** A sheet in its place in the file; one the model does not have has none of its own. */
export type ReadSheetEntry = { link: Relationship; sheet: SheetModel | undefined };

/** A workbook of a school or an authority has some twenty; each costs time wherever sheets are counted or calculated. */
const MAX_SHEETS = 1_000;

/**
 * Sheets of the model and, in between, chart sheets and the like, which are kept.
 * @throws {@link WorkbookFileError} where there are too many, or two of them are one part
 */
export function readSheetList(
  root: XmlElement,
  file: WorkbookPackage,
  relationships: readonly Relationship[],
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
): ReadSheetEntry[] {
  const listed: ReadSheetEntry[] = [];
  const parts = new Set<string>();
  const elements = findChildren(findChild(root, 'sheets'), 'sheet');
  if (elements.length > MAX_SHEETS) throw new WorkbookFileError('too-many-sheets', '');
  for (const element of elements) {
    const link = relationships.find(({ id }) => id === element.attributes['r:id']);
    if (!link || !file.parts.has(link.target)) continue;
    if (parts.has(link.target)) throw new WorkbookFileError('damaged', link.target);
    parts.add(link.target);
    const name = element.attributes['name'] ?? `Sheet${listed.length + 1}`;
    const state = element.attributes['state'];
    if (getRelationshipKind(link.type) !== 'worksheet') {
      (preserved.otherSheets ??= []).push({
        position: listed.length,
        name,
        ...(state ? { state } : {}),
        relationship: link,
      });
      listed.push({ link, sheet: undefined });
      continue;
    }
    const sheet = addSheet(workbook, name);
    sheet.visibility = readVisibility(state);
    listed.push({ link, sheet });
  }
  assignSheetIds(file, listed);
  return listed;
}

/** The id Excel gave the sheet, where the file says it and no other sheet has it. */
function readSheetId(file: WorkbookPackage, path: string): string | undefined {
  const start = new TextDecoder().decode(file.parts.get(path)!.subarray(0, 2_000));
  const id = /<worksheet\b[^>]*\bxr:uid="(\{[^"]*\})"/.exec(start)?.[1];
  return id && GUID_PATTERN.test(id) ? id : undefined;
}

function assignSheetIds(file: WorkbookPackage, listed: readonly ReadSheetEntry[]): void {
  const used = new Set<string>();
  const standard = new Set(listed.map(({ sheet }) => sheet?.id));
  for (const { link, sheet } of listed) {
    if (!sheet) continue;
    const id = readSheetId(file, link.target);
    if (id && !used.has(id) && (id === sheet.id || !standard.has(id) || isIdFree(listed, file, id)))
      sheet.id = id;
    used.add(sheet.id);
  }
}

/** Whether the sheet that has this id by its place goes by another of its own. */
function isIdFree(listed: readonly ReadSheetEntry[], file: WorkbookPackage, id: string): boolean {
  return listed.every(({ link, sheet }) => sheet?.id !== id || (readSheetId(file, link.target) ?? id) !== id);
}
