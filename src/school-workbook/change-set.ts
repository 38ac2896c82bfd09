import type { Operation } from '../sheets/operation';
import type { WorkbookMetadata } from './school-workbook';
import type { WorkbookChange } from './workbook-change';

/** The operations of a change on one snapshot. Without operations there is nothing to do. */
export type PlannedChange = {
  operations: Operation[];
  /** The change that leads back; null if it cannot be stored. */
  inverse: WorkbookChange | null;
};

/** A planned change with the metadata of the workbook afterwards. */
export type ChangeSet = PlannedChange & { metadata: WorkbookMetadata | null };
