import type { CellValue, UnitClaims } from '../types';
import { isWorkbookMetadata } from './is-workbook-metadata';
import type { SheetCells } from './sheet-cells';
import type { WorkbookContract, WorkbookMetadata } from './workbook-contract';
import type { SheetInfo, WorkbookReader } from './workbook-reader';

/** The hidden sheet as rows of values from A1; rows without cells do not matter to its reader. */
function toMetadataGrid({ rows }: SheetCells): CellValue[][] {
  return rows.map(({ cells }) => {
    const values: CellValue[] = [];
    for (const { column, value } of cells) values[column] = value;
    return Array.from(values, (value) => value ?? '');
  });
}

/** Reads what the hidden sheet of a workbook says of it; both null where it is not there, or not as we write it. */
export function readWorkbookRecord(
  book: WorkbookReader,
  contract: WorkbookContract,
): { sheet: SheetInfo | null; metadata: WorkbookMetadata | null } {
  const sheet = book.sheets.find(({ name }) => name === contract.metadataSheet) ?? null;
  const cells = sheet && book.cells(sheet, contract.metadataColumnCount);
  const parsed = cells?.ok ? contract.parseMetadata(toMetadataGrid(cells.value)) : null;
  return { sheet, metadata: isWorkbookMetadata(parsed) ? parsed : null };
}

/** Adds what the hidden sheet says of the unit to what the rest of the file says. */
export function addRecordClaims(metadata: WorkbookMetadata | null, names: UnitClaims['names']): UnitClaims {
  const { code = '', name = '', aliases = [] } = metadata?.unit ?? {};
  return {
    code,
    names: [
      ...(name === '' ? [] : [{ name, from: 'record' as const }]),
      ...names,
      ...aliases.map((alias) => ({ name: alias, from: 'alias' as const })),
    ],
  };
}
