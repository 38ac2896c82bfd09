import { getRelationshipKind, type OpcPackage } from '@phuluc/ooxml/opc-package';
import { parseXml } from '@phuluc/ooxml/xml/parse-xml';
import { readTableName } from './tables';

/** Names of all tables: formulas anywhere may name any of them. */
export function readTableNames(file: OpcPackage, sheetPaths: readonly string[]): string[] {
  return sheetPaths.flatMap((target) =>
    file
      .getRelationships(target)
      .filter(({ type, target: table }) => getRelationshipKind(type) === 'table' && file.parts.has(table))
      .map(({ target: table }) => readTableName(parseXml(file.parts.get(table)!, table).root)),
  );
}
