import { findMax } from '../../shared/min-max';
import { toMatchKey } from '../../shared/text';
import { DOCUMENT_HEADER } from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import type { TaskTable } from './read-tasks';
import { TASK_TABLE } from './task-columns';

/** Returns the position of the column *Văn bản* in the table, -1 where it is not there. */
export function findDocumentColumn({ headers }: Pick<TaskTable, 'headers'>): number {
  return headers.findIndex((header) => toMatchKey(header) === toMatchKey(DOCUMENT_HEADER));
}

/**
 * Adds the column *Văn bản* behind the others.
 *
 * @param getCode what the cell of a row says
 * @returns the table as it is then
 */
export function addDocumentColumn(
  table: TaskTable,
  getCode: (row: TaskTable['rows'][number]) => string,
): { operations: Operation[]; table: TaskTable } {
  const { sheet, top, left, headers, rows } = table;
  const height = Math.max(0, findMax(rows.map(({ index }) => index + 1)));
  const cells = Array.from({ length: height }, () => ['']);
  for (const row of rows) cells[row.index] = [getCode(row)];
  return {
    operations: [
      {
        kind: 'add-column',
        sheet,
        table: TASK_TABLE,
        header: DOCUMENT_HEADER,
        numberFormat: '@',
        validation: null,
      },
      ...(height === 0
        ? []
        : [
            {
              kind: 'write-cells',
              sheet,
              row: top + 1,
              column: left + headers.length,
              cells,
            } satisfies Operation,
          ]),
    ],
    table: { ...table, headers: [...headers, DOCUMENT_HEADER] },
  };
}

/** Removes the column *Văn bản*; the rows of the other documents went before. */
export function createRemoveDocumentColumn({ sheet, headers }: TaskTable): Operation[] {
  const header = headers[findDocumentColumn({ headers })];
  return header === undefined ? [] : [{ kind: 'remove-column', sheet, table: TASK_TABLE, header }];
}
