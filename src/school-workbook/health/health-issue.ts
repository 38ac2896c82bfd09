import type { CellRange } from '@phuluc/ooxml/a1';
import type { DocumentStatus } from '../../annex/tracked-document';
import type { ProblemLocation } from '../../shared/problem';
import type { TaskColumnId } from '../tasks/task-columns';
import type { RowEdit } from '../workbook-change';

export type HealthIssueCode =
  | 'table-lost' // the table was converted to a range
  | 'table-renamed'
  | 'table-copied' // a second table of tasks, of a copied sheet
  | 'header-row-off'
  | 'no-tasks'
  | 'header-renamed'
  | 'column-gone'
  | 'ids-missing'
  | 'id-doubled'
  | 'document-differs' // the column Văn bản names another document than the code of the task
  | 'document-unknown' // it names none of the workbook
  | 'document-missing' // it is blank, and the code names one
  | 'status-typed' // a status of a document on the sheet Văn bản that is not in the record
  | 'mark-elsewhere' // Áp dụng is blank, and another cell says that the task is not performed
  | 'words-unlisted' // words that mean one of the list's, and are not counted
  | 'words-unclear'
  | 'date-as-text'
  | 'date-unread'
  | 'date-impossible' // before 2000 or after 2099
  | 'done-in-future'
  | 'done-before-annex'
  | 'content-missing' // a row that is marked and is not counted, as it has no content
  | 'annex-hidden' // the sheet that is counted is hidden
  | 'cell-error'
  | 'summary-gone'
  | 'summary-broken'
  | 'lists-gone'
  | 'sheet-protected'
  | 'schema-newer';

/** What the check-up does about an issue on request. */
export type HealthFix =
  | { kind: 'make-table'; sheet: string; area: CellRange }
  | { kind: 'rename-table'; sheet: string; table: string }
  | { kind: 'show-headers'; sheet: string; table: string }
  | { kind: 'rename-header'; sheet: string; row: number; column: number; header: string }
  | { kind: 'add-column'; sheet: string; id: TaskColumnId }
  | { kind: 'edit-rows'; edits: RowEdit[] }
  | { kind: 'set-document-status'; document: string; status: DocumentStatus }
  | { kind: 'make-summary' }
  | { kind: 'make-lists' };

/** Something that is not as it should be; `fix` is null if only a person can decide. */
export type HealthIssue = {
  code: HealthIssueCode;
  place: ProblemLocation;
  details: Record<string, string | number>;
  fix: HealthFix | null;
};
