import type { UnitEntry } from '../consolidation/types';
import { parseUnits, readUnits } from '../consolidation/units/read-units';
import type { RawTable } from '../readers/raw-document';
import { decodeText } from '../readers/text/decode-text';
import { err, type Result } from '../shared/result';
import { readInput } from './files';
import { readDocumentFile } from './reader/read-document-file';

/** First bytes of zip files (.xlsx, .ods) and of OLE files (.xls). */
const WORKBOOK_SIGNATURES = [
  [0x50, 0x4b],
  [0xd0, 0xcf],
];

const isWorkbook = (bytes: Uint8Array): boolean =>
  WORKBOOK_SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte));

function toRows({ cells, rowCount, columnCount }: RawTable): string[][] {
  const rows = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => ''));
  for (const { row, column, text } of cells) rows[row]![column] = text;
  return rows;
}

/** Reads a list of units: CSV or other separated text, or the first table of a workbook (.xlsx, .xls, .ods). */
export async function readUnitList(file: string): Promise<Result<UnitEntry[]>> {
  const bytes = readInput(file);
  if (!bytes.ok) return bytes;
  if (!isWorkbook(bytes.value)) return parseUnits(decodeText(bytes.value), { file });
  const document = await readDocumentFile(file);
  if (!document.ok) return document;
  const table = document.value.blocks.find((block): block is RawTable => block.kind === 'table');
  return table ? readUnits(toRows(table), { file }) : err('no-units', { file });
}
