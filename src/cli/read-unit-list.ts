import type { UnitEntry } from '../consolidation/types';
import { readUnitFileList } from '../consolidation/units/read-unit-list';
import type { Result } from '../shared/result';
import { readInput } from './files';
import { readDocumentFile } from './reader/read-document-file';

/** Reads a list of units from a file of any kind that is read: separated text, a workbook, a document. */
export async function readUnitList(file: string): Promise<Result<UnitEntry[]>> {
  const bytes = readInput(file);
  return bytes.ok ? readUnitFileList(file, bytes.value, () => readDocumentFile(file)) : bytes;
}
