import type { WorkbookMetadata } from '../school-workbook';
import type { SheetSnapshot } from '../snapshot';
import { readDocumentChoice } from './document-choice';
import { findLogHeaders } from './find-log-headers';
import type { TaskTableHeaders } from './summary-formulas';
import type { SummaryOptions } from './summary-sheet';

/** Returns what of a summary as it stands is kept when it is written again: names, and what the clerk has chosen. */
export function getSummaryOptions(
  now: SheetSnapshot,
  metadata: WorkbookMetadata,
  headers: TaskTableHeaders | undefined,
): SummaryOptions {
  return {
    ...(headers && { headers }),
    name: now.sheet,
    log: findLogHeaders(now),
    choice: readDocumentChoice(now, metadata),
  };
}
