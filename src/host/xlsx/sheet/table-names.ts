import { relationshipKind, type OpcPackage } from '../opc/package';
import { parseXml } from '../opc/xml';
import { tableName } from './tables';

/** Names of all tables: formulas anywhere may name any of them. */
export function allTableNames(file: OpcPackage, sheetPaths: readonly string[]): string[] {
  return sheetPaths.flatMap((target) =>
    file
      .relationships(target)
      .filter(({ type, target: table }) => relationshipKind(type) === 'table' && file.parts.has(table))
      .map(({ target: table }) => tableName(parseXml(file.parts.get(table)!, table).root)),
  );
}
