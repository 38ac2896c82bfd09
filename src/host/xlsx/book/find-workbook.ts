import { WorkbookFileError } from '../file-error';
import { relationshipKind, type OpcPackage } from '../opc/package';

/** Path of the workbook's part. Throws {@link WorkbookFileError} where there is none that can be read. */
export function workbookPath(file: OpcPackage): string {
  const link = file.relationships('').find(({ type }) => relationshipKind(type) === 'officeDocument');
  const path = link && file.parts.has(link.target) ? link.target : file.find('xl/workbook.xml');
  if (path === undefined) {
    throw new WorkbookFileError(file.find('xl/workbook.bin') ? 'binary-format' : 'not-a-workbook', '');
  }
  if (path.endsWith('.bin')) throw new WorkbookFileError('binary-format', path);
  return path;
}
