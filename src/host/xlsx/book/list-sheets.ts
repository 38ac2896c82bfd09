import { addSheet } from '../../model/workbook';
import type { SheetModel, WorkbookModel } from '../../model/types';
import { GUID } from '../guid';
import type { KeptWorkbook } from '../kept';
import { relationshipKind, type OpcPackage, type Relationship } from '../opc/package';
import { childNamed, childrenNamed, type XmlElement } from '../opc/xml';
import { readVisibility } from './read-workbook-part';

/** A sheet in its place in the file; one the model does not have has none of its own. */
export type ListedSheet = { link: Relationship; sheet: SheetModel | undefined };

/** Sheets of the model and, in between, chart sheets and the like, which are kept. */
export function readSheetList(
  root: XmlElement,
  file: OpcPackage,
  relationships: readonly Relationship[],
  workbook: WorkbookModel,
  kept: KeptWorkbook,
): ListedSheet[] {
  const listed: ListedSheet[] = [];
  for (const element of childrenNamed(childNamed(root, 'sheets'), 'sheet')) {
    const link = relationships.find(({ id }) => id === element.attributes['r:id']);
    if (!link || !file.parts.has(link.target)) continue;
    const name = element.attributes['name'] ?? `Sheet${listed.length + 1}`;
    const state = element.attributes['state'];
    if (relationshipKind(link.type) !== 'worksheet') {
      (kept.otherSheets ??= []).push({
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
  giveIds(file, listed);
  return listed;
}

/** The id Excel gave the sheet, where the file says it and no other sheet has it. */
function ownId(file: OpcPackage, path: string): string | undefined {
  const start = new TextDecoder().decode(file.parts.get(path)!.subarray(0, 2_000));
  const id = /<worksheet\b[^>]*\bxr:uid="(\{[^"]*\})"/.exec(start)?.[1];
  return id && GUID.test(id) ? id : undefined;
}

function giveIds(file: OpcPackage, listed: readonly ListedSheet[]): void {
  const used = new Set<string>();
  const standard = new Set(listed.map(({ sheet }) => sheet?.id));
  for (const { link, sheet } of listed) {
    if (!sheet) continue;
    const id = ownId(file, link.target);
    if (id && !used.has(id) && (id === sheet.id || !standard.has(id) || isFreed(listed, file, id)))
      sheet.id = id;
    used.add(sheet.id);
  }
}

/** Whether the sheet that has this id by its place goes by another of its own. */
function isFreed(listed: readonly ListedSheet[], file: OpcPackage, id: string): boolean {
  return listed.every(({ link, sheet }) => sheet?.id !== id || (ownId(file, link.target) ?? id) !== id);
}
