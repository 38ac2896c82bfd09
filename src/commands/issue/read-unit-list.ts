import type { UnitEntry } from '../../consolidation/types';
import { readActiveSheet } from '../../excel/read/read-active-sheet';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { err, type Result } from '../../shared/result';
import { type Command, type CommandContext, getReaders } from '../command';

/** Source of a list of units: pasted text, a file, or the selected cells. */
export type UnitListSource =
  { kind: 'text'; text: string } | { kind: 'file'; name: string; file: Blob } | { kind: 'selection' };

const loadListReader = () => import('../../consolidation/units/read-unit-list');

async function readSelectedUnits(): Promise<Result<UnitEntry[]>> {
  const read = await runOnWorkbook((context) => readActiveSheet(context, true));
  if (!read.ok) return read;
  const table = read.value.blocks.find((block) => block.kind === 'table');
  if (!table) return err('no-units');
  // The selection rarely starts in the first row of the sheet.
  return (await loadListReader()).readUnitTable(table, { sheet: read.value.file });
}

async function readUnitFile(
  { name, file }: Extract<UnitListSource, { kind: 'file' }>,
  context: CommandContext,
): Promise<Result<UnitEntry[]>> {
  const { readUnitFileList } = await loadListReader();
  return readUnitFileList(name, new Uint8Array(await file.arrayBuffer()), () =>
    getReaders(context).readDocument(
      { kind: 'file', file: name, source: file },
      { signal: context.signal, onPage: context.onProgress },
    ),
  );
}

/** Reads a list of units: code, name, other names, kind, unit above, valid from and to. Nothing is written. */
export const readUnitList: Command<UnitListSource, UnitEntry[]> = {
  id: 'read-unit-list',
  labelKey: 'command.read-unit-list',
  run: async (context, source) => {
    switch (source.kind) {
      case 'selection':
        return readSelectedUnits();
      case 'text':
        return (await loadListReader()).readUnitText(source.text);
      case 'file':
        return readUnitFile(source, context);
    }
  },
};
