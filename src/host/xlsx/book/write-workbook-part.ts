import type { SheetModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formula-codec';
import type { KeptWorkbook } from '../kept';
import { MAIN, NAMESPACES } from '../opc/namespaces';
import { tag } from '../opc/xml';
import { passwordAttributes } from '../password';
import { namesMarkup } from './names';

/** Order of CT_Workbook (ECMA-376 part 1, 18.2.27). */
const ORDER = [
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

const STATES: Record<SheetModel['visibility'], string | undefined> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

const MODES: Record<WorkbookModel['calculationMode'], string | undefined> = {
  Automatic: undefined,
  Manual: 'manual',
  AutomaticExceptTables: 'autoNoTable',
};

/** All sheets of the file in their order: those of the model, and kept ones between them. */
export type ListedSheet = {
  name: string;
  state: string | undefined;
  relationship: string;
  sheetId: string | null;
};

export function listSheets(
  workbook: WorkbookModel,
  kept: KeptWorkbook,
  relationshipOf: (sheetId: string) => string,
): ListedSheet[] {
  const list: ListedSheet[] = workbook.sheets.map(({ id, name, visibility }) => ({
    name,
    state: STATES[visibility],
    relationship: relationshipOf(id),
    sheetId: id,
  }));
  for (const { position, name, state, relationship } of kept.otherSheets ?? []) {
    list.splice(position, 0, { name, state, relationship: relationship.id, sheetId: null });
  }
  return list;
}

function protectionMarkup({ protection }: WorkbookModel): string {
  return protection.protected
    ? tag('workbookProtection', {
        ...passwordAttributes(protection.password, 'workbook'),
        lockStructure: true,
      })
    : '';
}

/** The workbook's part. */
export function workbookMarkup(
  workbook: WorkbookModel,
  kept: KeptWorkbook,
  sheets: readonly ListedSheet[],
  formulas: FormulaCodec,
): string {
  const positions = new Map(
    sheets.flatMap(({ sheetId }, position) => (sheetId === null ? [] : [[sheetId, position] as const])),
  );
  const own: Record<string, string> = {
    workbookPr: tag('workbookPr', { ...kept.workbookPr, date1904: workbook.date1904 || undefined }),
    workbookProtection: protectionMarkup(workbook),
    bookViews: tag(
      'bookViews',
      {},
      tag('workbookView', { ...kept.view, activeTab: positions.get(workbook.activeSheetId) || undefined }),
    ),
    sheets: tag(
      'sheets',
      {},
      ...sheets.map(({ name, state, relationship }, index) =>
        tag('sheet', { name, sheetId: index + 1, state, 'r:id': relationship }),
      ),
    ),
    definedNames: namesMarkup(workbook, positions, formulas),
    // Values are written as they are here; Excel works everything out again when it opens the file.
    calcPr: tag('calcPr', {
      calcId: 191029,
      calcMode: MODES[workbook.calculationMode],
      ...kept.calcPr,
      fullCalcOnLoad: true,
    }),
  };
  return tag(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': NAMESPACES.r },
    ...ORDER.map((name) => own[name] ?? kept.elements?.[name]?.join('')),
  );
}
