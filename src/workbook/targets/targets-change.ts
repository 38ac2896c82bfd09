import type { CellEdit } from '../revise-rows';
import type { TitleTexts } from '../title-block';
import type { TargetColumnId, TargetRow } from './target-columns';

/** What is to become of the sheet *Chỉ tiêu*; rows are named by their keys (see `targetKeys`). */
export type TargetsChange = { kind: 'targets' } & (
  | { what: 'create'; title: TitleTexts; rows: TargetRow[] }
  | { what: 'remove' }
  /** New rows go behind the others. */
  | { what: 'revise'; edits: CellEdit<TargetColumnId>[]; add: TargetRow[]; remove: string[] }
);
