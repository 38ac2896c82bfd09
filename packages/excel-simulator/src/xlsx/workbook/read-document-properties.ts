import { getRelationshipKind, type Relationship } from '@phuluc/ooxml/relationships';
import type { WorkbookModel } from '../../model/types';
import type { Losses } from '../losses';
import type { PreservedWorkbook } from '../preserved-content';
import { findTarget, parseXml, type WorkbookPackage } from '../workbook-package';
import { readAppProperties, readCoreProperties, readCustomProperties } from './document-properties';

/** Relationships of the file whose targets are read; the others are kept. */
const KNOWN_RELATIONSHIPS = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'custom-properties',
  'customXml',
]);

/** Properties of the document, and what else hangs on the file itself. */
export function readDocumentProperties(
  file: WorkbookPackage,
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
  losses: Losses,
): void {
  const links = file.getRelationships('');
  const part = (kind: string) => {
    const path = findTarget(links, kind, file);
    return path === undefined ? undefined : parseXml(file.parts.get(path)!, path);
  };
  const core = part('core-properties');
  const app = part('extended-properties');
  const custom = part('custom-properties');
  if (core) readCoreProperties(core, workbook, preserved);
  if (app) readAppProperties(app.root, workbook);
  if (custom) readCustomProperties(custom.root, workbook, preserved);
  const isSignature = ({ type }: Relationship): boolean => type.includes('/digital-signature/');
  if (links.some(isSignature)) losses.add('digital-signature');
  preserved.rootRelationships = links.filter(
    (link) => !KNOWN_RELATIONSHIPS.has(getRelationshipKind(link.type)) && !isSignature(link),
  );
}
