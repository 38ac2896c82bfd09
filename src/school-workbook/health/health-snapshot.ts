import type { CellValue } from '../../sheets/cell-value';
import type { Snapshot } from '../snapshot';

/** A table of any sheet: where it stands and its headers. 0-based. */
export type TableState = {
  name: string;
  sheet: string;
  top: number;
  left: number;
  rows: number;
  headers: string[];
  /** The header row is switched off; the headers are known all the same. */
  isHeaderOff: boolean;
};

/** The filled part of a visible sheet. 0-based. */
export type UsedCells = { sheet: string; top: number; left: number; values: CellValue[][] };

/** All that a check-up looks at. */
export type HealthSnapshot = {
  snapshot: Snapshot;
  tables: TableState[];
  /** Visible sheets whose cells were read: those where a lost table may stand, and the summary. */
  used: UsedCells[];
};
