import { isEqual } from '../../shared/is-equal';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  APPLICABILITY_LABELS,
  COLUMN_HEADERS,
  DOCUMENT_HEADER,
  ANNEX_SHEET_LABELS as labels,
} from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import type { TableSnapshot } from '../snapshot';
import { buildTaskReference, type TaskColumnId } from './task-columns';

type CountedHeaders = Pick<Record<TaskColumnId, string>, 'content' | 'applicability'>;

/**
 * Builds the formula of "Tổng số 47 nhiệm vụ: thực hiện 25, …", which stands above the table of tasks.
 *
 * @param ended codes of the documents that are not followed any more: their tasks are not counted
 */
export function buildCountsFormula(
  headers: CountedHeaders = COLUMN_HEADERS,
  ended: readonly string[] = [],
): string {
  const content = buildTaskReference(headers.content);
  const applicability = buildTaskReference(headers.applicability);
  const left = ended.map((code) => `*(${buildTaskReference(DOCUMENT_HEADER)}<>${quoteFormulaText(code)})`);
  const count = (word?: string): string => {
    const mark = word === undefined ? '' : quoteFormulaText(word);
    if (ended.length === 0) return `COUNTIFS(${content},"?*"${mark && `,${applicability},${mark}`})`;
    return `SUMPRODUCT((${content}<>"")${mark && `*(${applicability}=${mark})`}${left.join('')})`;
  };
  const [total, performed, notPerformed] = [
    count(),
    count(APPLICABILITY_LABELS.performed),
    count(APPLICABILITY_LABELS.notPerformed),
  ];
  return (
    `=${quoteFormulaText(labels.countsTotal)}&${total}&${quoteFormulaText(labels.countsPerformed)}&${performed}` +
    `&${quoteFormulaText(labels.countsNotPerformed)}&${notPerformed}` +
    `&${quoteFormulaText(labels.countsUndecided)}&(${total}-${performed}-${notPerformed})` +
    (ended.length === 0 ? '' : `&${quoteFormulaText(labels.countsEnded)}`)
  );
}

const isCountsLine = (cell: unknown): boolean =>
  typeof cell === 'string' && cell.startsWith(labels.countsTotal) && cell.includes(labels.countsPerformed);

/** Finds the line of counts by its words, wherever a clerk has moved it, and counts what is followed now. */
export function createCountsOperations(
  { sheet, head }: Pick<TableSnapshot, 'sheet' | 'head'>,
  headers: CountedHeaders,
  endedBefore: readonly string[],
  ended: readonly string[],
): Operation[] {
  if (isEqual(endedBefore, ended)) return [];
  return head.flatMap((cells, row) =>
    cells.flatMap((cell, column): Operation[] =>
      isCountsLine(cell)
        ? [
            {
              kind: 'write-cells',
              sheet,
              row,
              column,
              cells: [[{ formula: buildCountsFormula(headers, ended) }]],
            },
          ]
        : [],
    ),
  );
}
