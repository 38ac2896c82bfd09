import { ok, type Result } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import { createRemoveSheetsOperation, getFreeSheetName, hasSheet } from '../../sheets/sheet-names';
import type { ChangeSet } from '../change-set';
import { type Snapshot } from '../snapshot';
import { buildDocumentSheet } from './document-sheet';
import type { ReportSheetChange } from './print-change';

/** Plans a report on a sheet of its own. Nothing is replaced: a name that is taken gets a number. */
export function planReportSheet(snapshot: Snapshot, change: ReportSheetChange): Result<ChangeSet> {
  const { metadata } = snapshot.metadataSheet;
  if (change.action === 'remove') {
    const isThere = hasSheet(snapshot, change.sheet);
    const operations: Operation[] = isThere
      ? [createRemoveSheetsOperation(snapshot, [change.sheet], [])]
      : [];
    return ok({ operations, inverse: { ...change, action: 'add' }, metadata });
  }
  const sheet = getFreeSheetName(snapshot, change.sheet);
  const operations: Operation[] = [
    { kind: 'add-sheets', sheets: [buildDocumentSheet(change.document, sheet)], activate: sheet },
  ];
  return ok({ operations, inverse: { ...change, action: 'remove', sheet }, metadata });
}
