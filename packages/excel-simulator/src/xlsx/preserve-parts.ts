import { type Relationship } from '@phuluc/ooxml/relationships';
import { appendAll } from '../model/collections';
import type { WorkbookModel } from '../model/types';
import type { PreservedSheet, PreservedWorkbook } from './preserved-content';
import { type WorkbookPackage } from './workbook-package';

/**
 * Keeps the parts that something kept points to, and whatever those point to in turn, with what they are.
 * @param known parts the model says everything of
 */
export function preserveParts(
  file: WorkbookPackage,
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
  sheets: readonly PreservedSheet[],
  tables: readonly string[],
  known: ReadonlySet<string>,
): void {
  const waiting = [
    ...(preserved.rootRelationships ?? []),
    ...(preserved.relationships ?? []),
    ...sheets.flatMap((sheet) => [...(sheet.relationships ?? []), ...(sheet.drawing?.relationships ?? [])]),
  ]
    .filter(({ external }) => !external)
    .map(({ target }) => target);
  appendAll(waiting, tables);
  const parts: NonNullable<PreservedWorkbook['parts']> = {};
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const bytes = file.parts.get(path);
    if (!bytes || parts[path] || known.has(path)) continue;
    const relationships = file.getRelationships(path);
    parts[path] = {
      type: file.getContentType(path) || getStandardType(path),
      ...(relationships.length > 0 ? { relationships } : {}),
    };
    for (const link of relationships) if (isInternal(link)) waiting.push(link.target);
  }
  for (const path of Object.keys(parts).sort()) {
    workbook.unknownParts.set(path, file.parts.get(path)!);
    (preserved.parts ??= {})[path] = parts[path]!;
  }
}

/** Of parts the file forgot to name the type of. */
function getStandardType(path: string): string {
  return /\.xml$/i.test(path) ? 'application/xml' : 'application/octet-stream';
}

const isInternal = ({ external }: Relationship): boolean => !external;
