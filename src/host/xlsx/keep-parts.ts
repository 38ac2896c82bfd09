import type { WorkbookModel } from '../model/types';
import type { KeptSheet, KeptWorkbook } from './kept';
import type { OpcPackage, Relationship } from './opc/package';

/**
 * Keeps the parts that something kept points to, and whatever those point to in turn, with what they are.
 * @param known parts the model says everything of
 */
export function keepParts(
  file: OpcPackage,
  workbook: WorkbookModel,
  kept: KeptWorkbook,
  sheets: readonly KeptSheet[],
  tables: readonly string[],
  known: ReadonlySet<string>,
): void {
  const waiting = [
    ...(kept.rootRelationships ?? []),
    ...(kept.relationships ?? []),
    ...sheets.flatMap((sheet) => [...(sheet.relationships ?? []), ...(sheet.drawing?.relationships ?? [])]),
  ]
    .filter(({ external }) => !external)
    .map(({ target }) => target);
  waiting.push(...tables);
  const parts: NonNullable<KeptWorkbook['parts']> = {};
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const bytes = file.parts.get(path);
    if (!bytes || parts[path] || known.has(path)) continue;
    const relationships = file.relationships(path);
    parts[path] = {
      type: file.contentType(path) || standardType(path),
      ...(relationships.length > 0 ? { relationships } : {}),
    };
    waiting.push(...relationships.filter(isInside).map(({ target }) => target));
  }
  for (const path of Object.keys(parts).sort()) {
    workbook.unknownParts.set(path, file.parts.get(path)!);
    (kept.parts ??= {})[path] = parts[path]!;
  }
}

/** Of parts the file forgot to name the type of. */
function standardType(path: string): string {
  return /\.xml$/i.test(path) ? 'application/xml' : 'application/octet-stream';
}

const isInside = ({ external }: Relationship): boolean => !external;
