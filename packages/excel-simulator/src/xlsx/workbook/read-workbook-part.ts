import { type XmlDocument } from '@phuluc/ooxml/xml/read-xml-document';
import { writeFragment } from '@phuluc/ooxml/xml/write-xml';
import { findChild, readBooleanAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { SheetModel, WorkbookModel } from '../../model/types';
import { readPassword } from '../password';
import type { PreservedWorkbook } from '../preserved-content';

/** Children of `workbook` that are kept as they are. */
const PRESERVED_ELEMENTS = new Set([
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
function pickOtherAttributes(
  element: XmlElement | undefined,
  known: readonly string[],
): Record<string, string> {
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
  preserved: PreservedWorkbook,
): void {
  const properties = findChild(root, 'workbookPr');
  workbook.date1904 = readBooleanAttribute(properties, 'date1904');
  preserved.workbookPr = pickOtherAttributes(properties, ['date1904']);
  const view = findChild(findChild(root, 'bookViews'), 'workbookView');
  preserved.view = pickOtherAttributes(view, ['activeTab', 'firstSheet']);
  const calculation = findChild(root, 'calcPr');
  const mode = calculation?.attributes['calcMode'];
  workbook.calculationMode =
    mode === 'manual' ? 'Manual' : mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
  preserved.calcPr = pickOtherAttributes(calculation, [
    'calcMode',
    'calcId',
    'fullCalcOnLoad',
    'calcCompleted',
    'calcOnSave',
    'forceFullCalc',
  ]);
  const protection = findChild(root, 'workbookProtection');
  if (readBooleanAttribute(protection, 'lockStructure')) {
    const password = readPassword(protection!, 'workbook');
    workbook.protection = { protected: true, options: {}, ...(password === undefined ? {} : { password }) };
  }
  for (const element of root.children) {
    if (PRESERVED_ELEMENTS.has(element.name))
      ((preserved.elements ??= {})[element.name] ??= []).push(writeFragment(element, foreign));
  }
}
