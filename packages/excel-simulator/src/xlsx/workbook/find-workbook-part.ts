import { getRelationshipKind } from '@phuluc/ooxml/relationships';
import { WorkbookFileError } from '../workbook-file-error';
import { type WorkbookPackage } from '../workbook-package';

/**
 * Finds the path of the workbook's part.
 * @throws {@link WorkbookFileError} if none can be read.
 */
export function findWorkbookPart(file: WorkbookPackage): string {
  const link = file.getRelationships('').find(({ type }) => getRelationshipKind(type) === 'officeDocument');
  const path = link && file.parts.has(link.target) ? link.target : file.find('xl/workbook.xml');
  if (path === undefined) {
    throw new WorkbookFileError(file.find('xl/workbook.bin') ? 'binary-format' : 'not-a-workbook', '');
  }
  if (path.endsWith('.bin')) throw new WorkbookFileError('binary-format', path);
  return path;
}
