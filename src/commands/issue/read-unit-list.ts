import type { UnitEntry } from '../../consolidation/types';
import { parseUnits, readUnits } from '../../consolidation/units/read-units';
import { readActiveSheet } from '../../excel/read/read-active-sheet';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import type { RawTable } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import { addFileName, type Result } from '../../shared/result';
import type { Command } from '../command';

/** Source of a list of units: pasted text, a text file, or the selected cells. */
export type UnitListSource =
  { kind: 'text'; text: string } | { kind: 'file'; name: string; bytes: Uint8Array } | { kind: 'selection' };

function toLines({ cells, rowCount, columnCount }: RawTable): string[][] {
  const lines = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => ''));
  for (const { row, column, text } of cells) lines[row]![column] = text;
  return lines;
}

async function readSelectedUnits(): Promise<Result<UnitEntry[]>> {
  const read = await runOnWorkbook((context) => readActiveSheet(context, true));
  if (!read.ok) return read;
  const table = read.value.blocks.find((block) => block.kind === 'table');
  if (!table) return readUnits([]);
  const units = readUnits(toLines(table), { sheet: read.value.file });
  // The selection rarely starts in the first row of the sheet.
  const onSheet = ({ place, ...problem }: Problem): Problem => ({
    ...problem,
    place: { ...place, ...(place.row !== undefined && { row: table.rows[place.row - 1]?.place?.row }) },
  });
  return units.ok ? units : { ...units, problems: units.problems.map(onSheet) };
}

/** Reads a list of units: code, name, other names, kind, unit above, valid from and to. Nothing is written. */
export const readUnitList: Command<UnitListSource, UnitEntry[]> = {
  id: 'read-unit-list',
  labelKey: 'command.read-unit-list',
  run: async (_, source) => {
    if (source.kind === 'selection') return readSelectedUnits();
    if (source.kind === 'text') return parseUnits(source.text);
    const { decodeText } = await import('../../readers/text/decode-text');
    return addFileName(parseUnits(decodeText(source.bytes)), source.name);
  },
};
