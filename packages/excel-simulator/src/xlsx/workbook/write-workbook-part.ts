import { NAMESPACES, SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import type { SheetModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import { getPasswordAttributes } from '../password';
import type { PreservedWorkbook } from '../preserved-content';
import { writeDefinedNames } from './defined-names';

/** Order of CT_Workbook (ECMA-376 part 1, 18.2.27). */
const WORKBOOK_ELEMENTS = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
] as const;

const SHEET_STATES: Record<SheetModel['visibility'], string | undefined> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

const CALCULATION_MODES: Record<WorkbookModel['calculationMode'], string | undefined> = {
  Automatic: undefined,
  Manual: 'manual',
  AutomaticExceptTables: 'autoNoTable',
};

/** All sheets of the file in their order: those of the model, and kept ones between them. */
export type WrittenSheetEntry = {
  name: string;
  state: string | undefined;
  relationship: string;
  sheetId: string | null;
};

export function listSheetEntries(
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
  relationshipOf: (sheetId: string) => string,
): WrittenSheetEntry[] {
  const list: WrittenSheetEntry[] = workbook.sheets.map(({ id, name, visibility }) => ({
    name,
    state: SHEET_STATES[visibility],
    relationship: relationshipOf(id),
    sheetId: id,
  }));
  for (const { position, name, state, relationship } of preserved.otherSheets ?? []) {
    list.splice(position, 0, { name, state, relationship: relationship.id, sheetId: null });
  }
  return list;
}

function writeWorkbookProtection({ protection }: WorkbookModel): string {
  return protection.protected
    ? writeElement('workbookProtection', {
        ...getPasswordAttributes(protection.password, 'workbook'),
        lockStructure: true,
      })
    : '';
}

/** The workbook's part. */
export function writeWorkbookPart(
  workbook: WorkbookModel,
  preserved: PreservedWorkbook,
  sheets: readonly WrittenSheetEntry[],
  formulas: FormulaCodec,
): string {
  const positions = new Map(
    sheets.flatMap(({ sheetId }, position) => (sheetId === null ? [] : [[sheetId, position] as const])),
  );
  const own: Record<string, string> = {
    workbookPr: writeElement('workbookPr', {
      ...preserved.workbookPr,
      date1904: workbook.date1904 || undefined,
    }),
    workbookProtection: writeWorkbookProtection(workbook),
    bookViews: writeElement(
      'bookViews',
      {},
      writeElement('workbookView', {
        ...preserved.view,
        activeTab: positions.get(workbook.activeSheetId) || undefined,
      }),
    ),
    sheets: writeElement(
      'sheets',
      {},
      sheets.map(({ name, state, relationship }, index) =>
        writeElement('sheet', { name, sheetId: index + 1, state, 'r:id': relationship }),
      ),
    ),
    definedNames: writeDefinedNames(workbook, positions, formulas),
    // Values are written as they are here; Excel works everything out again when it opens the file.
    calcPr: writeElement('calcPr', {
      calcId: 191029,
      calcMode: CALCULATION_MODES[workbook.calculationMode],
      ...preserved.calcPr,
      fullCalcOnLoad: true,
    }),
  };
  return writeElement(
    'workbook',
    { xmlns: SPREADSHEET_NAMESPACE, 'xmlns:r': NAMESPACES.r },
    WORKBOOK_ELEMENTS.map((name) => own[name] ?? preserved.elements?.[name]?.join('')),
  );
}
