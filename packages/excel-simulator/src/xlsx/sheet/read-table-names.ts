import { getRelationshipKind } from '@phuluc/ooxml/relationships';
import { parseXml, type WorkbookPackage } from '../workbook-package';
import { readTableName } from './tables';

/** Names of all tables: formulas anywhere may name any of them. */
export function readTableNames(file: WorkbookPackage, sheetPaths: readonly string[]): string[] {
  return sheetPaths.flatMap((target) =>
    file
      .getRelationships(target)
      .filter(({ type, target: table }) => getRelationshipKind(type) === 'table' && file.parts.has(table))
      .map(({ target: table }) => readTableName(parseXml(file.parts.get(table)!, table).root)),
  );
}
