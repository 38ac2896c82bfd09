import type { PrintDocument } from '../../reports/print-document';
import { ok, type Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import type { ChangeSet } from '../plan-change';
import { getFreeSheetName, hasSheet, type Snapshot } from '../snapshot';
import { buildDocumentSheet } from './document-sheet';

/** A report on a sheet of its own, put there or taken away again; the document goes along so that either can be undone. */
export type ReportSheetChange = {
  kind: 'report-sheet';
  action: 'add' | 'remove';
  sheet: string;
  document: PrintDocument;
};

/** Nothing of the workbook is replaced: a name that is taken gets a number. */
export function planReportSheet(snapshot: Snapshot, change: ReportSheetChange): Result<ChangeSet> {
  const { metadata: facts } = snapshot.metadataSheet;
  if (change.action === 'remove') {
    const isThere = hasSheet(snapshot, change.sheet);
    const isVisibleLeft = snapshot.sheets.some(({ name, visible }) => visible && name !== change.sheet);
    const instead = isVisibleLeft ? null : getFreeSheetName(snapshot, 'Sheet1');
    const steps: Operation[] = isThere
      ? [{ kind: 'remove-sheets', sheets: [change.sheet], names: [], instead }]
      : [];
    return ok({ operations: steps, inverse: { ...change, action: 'add' }, metadata: facts });
  }
  const sheet = getFreeSheetName(snapshot, change.sheet);
  const steps: Operation[] = [
    { kind: 'add-sheets', sheets: [buildDocumentSheet(change.document, sheet)], activate: sheet },
  ];
  return ok({ operations: steps, inverse: { ...change, action: 'remove', sheet }, metadata: facts });
}
