import { type EditResult, type ModelChange, ok } from '../../model/edit-result';
import { renameSheetInFormula, renameTableInFormula, toNameKey } from '../../model/formula-references';
import { rewriteAllFormulas } from '../../model/rewrite-formulas';
import { getNextTableId } from '../../model/tables/tables';
import type { SheetModel, WorkbookModel } from '../../model/types';
import { getNextTableName } from '../../model/valid-names';
import { addSheet } from '../../model/workbook';

/** Creates the name of a copy: "Phụ lục" → "Phụ lục (2)", cut to the length of a sheet's name. */
function createCopyName(workbook: WorkbookModel, name: string): string {
  const taken = new Set(workbook.sheets.map((sheet) => toNameKey(sheet.name)));
  const stem = name.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const candidate = stem.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(toNameKey(candidate))) return candidate;
  }
}

function getInsertPosition(
  workbook: WorkbookModel,
  place: 'None' | 'Before' | 'After' | 'Beginning' | 'End',
  relative: SheetModel | undefined,
): number {
  if (place === 'Beginning') return 0;
  if (!relative) return workbook.sheets.length - 1;
  return workbook.sheets.indexOf(relative) + (place === 'After' ? 1 : 0);
}

/**
 * Copies a sheet with everything on it (Worksheet.copy); references to the sheet and its tables lead to the
 * copy's, and its tables get names of their own.
 */
export function copySheet(
  workbook: WorkbookModel,
  sheet: SheetModel,
  place: 'None' | 'Before' | 'After' | 'Beginning' | 'End',
  relative?: SheetModel,
): EditResult<SheetModel> {
  const name = createCopyName(workbook, sheet.name);
  const copy = addSheet(workbook, name);
  const { id } = copy;
  Object.assign(copy, structuredClone(sheet), { id, name });
  const changes: ModelChange[] = [{ kind: 'sheet', sheetId: id, type: 'added' }];
  const renamed: [string, string][] = [];
  const tables = copy.tables;
  copy.tables = [];
  for (const table of tables) {
    const tableName = getNextTableName(workbook);
    renamed.push([table.name, tableName]);
    copy.tables.push({ ...table, id: getNextTableId(workbook), name: tableName });
  }
  for (const name of copy.names) name.scope = { sheetId: id };
  rewriteAllFormulas({ ...workbook, sheets: [copy], names: [] }, (formula) =>
    renamed.reduce(
      (text, [from, to]) => renameTableInFormula(text, from, to),
      renameSheetInFormula(formula, sheet.name, copy.name),
    ),
  );
  workbook.sheets.pop();
  workbook.sheets.splice(
    getInsertPosition(workbook, place, relative) + (place === 'End' || place === 'None' ? 1 : 0),
    0,
    copy,
  );
  return ok(copy, ...changes);
}
