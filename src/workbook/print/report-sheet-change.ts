import type { Result } from '../../annex/problem';
import type { PrintDocument } from '../../paper/paper-document';
import type { ChangePlan } from '../plan-change';
import { freeSheetName, hasSheet } from '../snapshot';
import type { Snapshot } from '../snapshot';
import type { Step } from '../step';
import { buildDocumentSheet } from './document-sheet';

/** A report on a sheet of its own, put there or taken away again; the document goes along so that either can be undone. */
export type ReportSheetChange = {
  kind: 'report-sheet';
  action: 'add' | 'remove';
  sheet: string;
  document: PrintDocument;
};

/** Nothing of the workbook is replaced: a name that is taken gets a number. */
export function planReportSheet(snapshot: Snapshot, change: ReportSheetChange): Result<ChangePlan> {
  const { facts } = snapshot.record;
  if (change.action === 'remove') {
    const isThere = hasSheet(snapshot, change.sheet);
    const isVisibleLeft = snapshot.sheets.some(({ name, visible }) => visible && name !== change.sheet);
    const instead = isVisibleLeft ? null : freeSheetName(snapshot, 'Sheet1');
    const steps: Step[] = isThere
      ? [{ kind: 'remove-sheets', sheets: [change.sheet], names: [], instead }]
      : [];
    return { ok: true, value: { steps, inverse: { ...change, action: 'add' }, facts }, warnings: [] };
  }
  const sheet = freeSheetName(snapshot, change.sheet);
  const steps: Step[] = [
    { kind: 'add-sheets', sheets: [buildDocumentSheet(change.document, sheet)], activate: sheet },
  ];
  return { ok: true, value: { steps, inverse: { ...change, action: 'remove', sheet }, facts }, warnings: [] };
}
