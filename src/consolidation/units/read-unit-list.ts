import { detectFormat } from '../../readers/detect-format';
import { finishDocument } from '../../readers/finish-document';
import type { RawDocument, RawTable } from '../../readers/raw-document';
import { buildRowTable } from '../../readers/text/build-row-table';
import { decodeText } from '../../readers/text/decode-text';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { err, type Result } from '../../shared/result';
import type { UnitEntry } from '../types';
import { parseSeparatedValues } from './parse-separated-values';
import { findUnitHeader, readUnits } from './read-units';

type UnitRows = { rows: string[][]; warnings: Problem[] };

function toRows({ cells, rowCount, columnCount }: RawTable): string[][] {
  const rows = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => ''));
  for (const { row, column, text } of cells) rows[row]![column] = text;
  return rows;
}

/** Converts cells in TCVN3 or VNI; what is neither for certain is left, and refused by `readUnits`. */
function convertLegacyRows(rows: readonly (readonly string[])[], file: string): UnitRows {
  const document: RawDocument = { source: 'text', file, blocks: [buildRowTable(rows, file)], warnings: [] };
  const { blocks, warnings } = finishDocument(document);
  return { rows: toRows(blocks[0] as RawTable), warnings };
}

/** A header in Unicode above names in an old encoding is no evidence against that encoding. */
function convertBelowHeader(rows: string[][], file: string): UnitRows {
  const header = findUnitHeader(rows) + 1;
  if (rows.length === header) return { rows, warnings: [] };
  const { rows: converted, warnings } = convertLegacyRows(rows.slice(header), file);
  return { rows: [...rows.slice(0, header), ...converted], warnings };
}

function readRows(rows: string[][], place: ProblemLocation): Result<UnitEntry[]> {
  const converted = convertBelowHeader(rows, place.file ?? '');
  const units = readUnits(converted.rows, place);
  return units.ok ? { ...units, warnings: [...converted.warnings, ...units.warnings] } : units;
}

/** Reads a list of units as comma-separated values, with semicolons or tabs, or pasted from a sheet. */
export function readUnitText(text: string, place: ProblemLocation = {}): Result<UnitEntry[]> {
  return readRows(parseSeparatedValues(text), place);
}

/** Reads a table of units; what is wrong is named by the rows of its sheet. */
export function readUnitTable(table: RawTable, place: ProblemLocation = {}): Result<UnitEntry[]> {
  const onSheet = (problem: Problem): Problem => {
    const at = table.rows[(problem.place.row ?? 0) - 1]?.place;
    return { ...problem, place: { ...problem.place, ...(at?.row !== undefined && { row: at.row }) } };
  };
  const { sheet } = table.place;
  const units = readRows(toRows(table), { ...(sheet !== undefined && { sheet }), ...place });
  return units.ok
    ? { ...units, warnings: units.warnings.map(onSheet) }
    : { ...units, problems: units.problems.map(onSheet) };
}

/**
 * Reads a file with a list of units: separated text, or the table of a workbook or document in any format that is read.
 *
 * @param readDocument reads the file where it is no text
 */
export async function readUnitFileList(
  file: string,
  bytes: Uint8Array,
  readDocument: () => Promise<Result<RawDocument>>,
): Promise<Result<UnitEntry[]>> {
  const format = detectFormat(bytes);
  if (format.ok && format.value === 'empty') return err('no-units', { file });
  if (format.ok && format.value === 'text') return readUnitText(decodeText(bytes), { file });
  const document = await readDocument();
  if (!document.ok) return document;
  const tables = document.value.blocks.filter((block): block is RawTable => block.kind === 'table');
  const table = tables.find((one) => findUnitHeader(toRows(one)) >= 0) ?? tables[0];
  if (!table) return err('no-units', { file });
  const units = readUnitTable(table, { file });
  return units.ok ? { ...units, warnings: [...document.value.warnings, ...units.warnings] } : units;
}
