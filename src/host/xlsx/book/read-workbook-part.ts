import type { SheetModel, WorkbookModel } from '../../model/types';
import type { KeptWorkbook } from '../kept';
import { childNamed, flag, fragmentMarkup, type XmlDocument, type XmlElement } from '../opc/xml';
import { readPassword } from '../password';

/** Children of `workbook` that are kept as they are. */
const KEPT = new Set([
  'fileSharing',
  'functionGroups',
  'externalReferences',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]);

/** Attributes of an element besides those the codec writes itself. */
function others(element: XmlElement | undefined, known: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(element?.attributes ?? {}).filter(
      ([name]) => !known.includes(name) && !name.includes(':'),
    ),
  );
}

export function readVisibility(state: string | undefined): SheetModel['visibility'] {
  return state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
}

/** Everything of the workbook's part but its sheets and names. */
export function readWorkbookPart(
  { root, foreign }: XmlDocument,
  workbook: WorkbookModel,
  kept: KeptWorkbook,
): void {
  const properties = childNamed(root, 'workbookPr');
  workbook.date1904 = flag(properties, 'date1904');
  kept.workbookPr = others(properties, ['date1904']);
  const view = childNamed(childNamed(root, 'bookViews'), 'workbookView');
  kept.view = others(view, ['activeTab', 'firstSheet']);
  const calculation = childNamed(root, 'calcPr');
  const mode = calculation?.attributes['calcMode'];
  workbook.calculationMode =
    mode === 'manual' ? 'Manual' : mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
  kept.calcPr = others(calculation, [
    'calcMode',
    'calcId',
    'fullCalcOnLoad',
    'calcCompleted',
    'calcOnSave',
    'forceFullCalc',
  ]);
  const protection = childNamed(root, 'workbookProtection');
  if (flag(protection, 'lockStructure')) {
    const password = readPassword(protection!, 'workbook');
    workbook.protection = { protected: true, options: {}, ...(password === undefined ? {} : { password }) };
  }
  for (const element of root.children) {
    if (KEPT.has(element.name))
      ((kept.elements ??= {})[element.name] ??= []).push(fragmentMarkup(element, foreign));
  }
}
