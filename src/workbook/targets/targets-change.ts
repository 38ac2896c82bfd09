import type { CellEdit } from '../revise-rows';
import type { TitleTexts } from '../title-block';
import type { TargetColumnId, TargetRow } from './target-columns';

/** What is to become of the sheet *Chỉ tiêu*; rows are named by their keys (see `targetKeys`). */
export type TargetsChange = { kind: 'targets' } &
  /** `show`: the sheet comes to the front, also when its removal is taken back. */
  (
    | { what: 'create'; title: TitleTexts; rows: TargetRow[]; show: boolean }
    | { what: 'remove'; show: boolean }
    /** New rows go behind the others. */
    | { what: 'revise'; edits: CellEdit<TargetColumnId>[]; add: TargetRow[]; remove: string[] }
  );
