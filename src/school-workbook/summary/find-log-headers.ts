import { LOG_HEADERS, PREVIOUS_LOG_HEADERS } from '../../sheets/labels/progress-labels';
import { buildColumnReference } from '../../sheets/table-reference';
import { LOG_COLUMN_IDS, LOG_TABLE } from '../progress/log-columns';
import type { LogHeaders } from '../progress/log-formulas';
import type { SheetSnapshot } from '../snapshot';

/**
 * Returns the headers of the log that the summary's formulas name: Excel keeps them in step with the table, so that a
 * workbook made before, whose log has other headers, is summarized by those.
 */
export function findLogHeaders(summary: Pick<SheetSnapshot, 'formulas'> | null): LogHeaders {
  const formulas = (summary?.formulas ?? []).flat().filter((cell) => String(cell).startsWith('='));
  const isNamed = (header: string): boolean =>
    formulas.some((formula) => String(formula).includes(buildColumnReference(header, LOG_TABLE)));
  return Object.fromEntries(
    LOG_COLUMN_IDS.map((id) => [id, PREVIOUS_LOG_HEADERS[id]?.find(isNamed) ?? LOG_HEADERS[id]]),
  ) as LogHeaders;
}
