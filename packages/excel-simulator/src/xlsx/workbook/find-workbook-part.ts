import { getRelationshipKind, type OpcPackage } from '@phuluc/ooxml/opc-package';
import { WorkbookFileError } from '@phuluc/ooxml/workbook-file-error';

/** Path of the workbook's part. Throws {@link WorkbookFileError} where there is none that can be read. */
export function findWorkbookPart(file: OpcPackage): string {
  const link = file.getRelationships('').find(({ type }) => getRelationshipKind(type) === 'officeDocument');
  const path = link && file.parts.has(link.target) ? link.target : file.find('xl/workbook.xml');
  if (path === undefined) {
    throw new WorkbookFileError(file.find('xl/workbook.bin') ? 'binary-format' : 'not-a-workbook', '');
  }
  if (path.endsWith('.bin')) throw new WorkbookFileError('binary-format', path);
  return path;
}
