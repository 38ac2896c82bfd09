import type { TableRowEdit } from '../tasks/revise-table-rows';
import type { TitleTexts } from '../title-block';
import type { TargetColumnId, TargetTableRow } from './target-columns';

/** What is to become of the sheet *Chỉ tiêu*; rows are named by their keys (see `targetKeys`). */
export type TargetsChange = { kind: 'targets' } &
  /** `show`: the sheet comes to the front, also when its removal is taken back. */
  (
    | { what: 'create'; title: TitleTexts; rows: TargetTableRow[]; show: boolean }
    | { what: 'remove'; show: boolean }
    /** New rows go behind the others. */
    | { what: 'revise'; edits: TableRowEdit<TargetColumnId>[]; add: TargetTableRow[]; remove: string[] }
  );
