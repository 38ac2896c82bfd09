import { ok, type Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import { createRemoveSheetsOperation, getFreeSheetName, hasSheet } from '../../sheets/sheet-names';
import type { ChangeSet } from '../change-set';
import { type Snapshot } from '../snapshot';
import { buildDocumentSheet } from './document-sheet';
import type { ReportSheetChange } from './print-change';

/** Nothing of the workbook is replaced: a name that is taken gets a number. */
export function planReportSheet(snapshot: Snapshot, change: ReportSheetChange): Result<ChangeSet> {
  const { metadata: facts } = snapshot.metadataSheet;
  if (change.action === 'remove') {
    const isThere = hasSheet(snapshot, change.sheet);
    const steps: Operation[] = isThere ? [createRemoveSheetsOperation(snapshot, [change.sheet], [])] : [];
    return ok({ operations: steps, inverse: { ...change, action: 'add' }, metadata: facts });
  }
  const sheet = getFreeSheetName(snapshot, change.sheet);
  const steps: Operation[] = [
    { kind: 'add-sheets', sheets: [buildDocumentSheet(change.document, sheet)], activate: sheet },
  ];
  return ok({ operations: steps, inverse: { ...change, action: 'remove', sheet }, metadata: facts });
}
