import { readSummary, type Summary, type SummaryCells } from '../../school-workbook/summary/read-summary';
import { SUMMARY_NAMES } from '../../school-workbook/summary/summary-names';
import { err, type Result } from '../../shared/result';
import { getLoadedValues } from './get-loaded-values';
import { findNamedRange, type Inventory } from './inventory';

/**
 * Queues the loads of the totals on *Tổng hợp*; the returned function reads them after the next sync. They are the
 * values that the sheet has calculated, wherever its ranges have been moved.
 */
export function queueSummary(
  context: Excel.RequestContext,
  inventory: Pick<Inventory, 'rangeNames'>,
): () => Result<Summary> {
  const [whole, byArea, byLeadUnit] = [
    SUMMARY_NAMES.whole,
    SUMMARY_NAMES.byArea,
    SUMMARY_NAMES.byLeadUnit,
  ].map((name) => findNamedRange(context, inventory, name));
  if (!whole || !byArea || !byLeadUnit) return () => err('no-summary-sheet');
  const ranges = { whole, byArea, byLeadUnit };
  for (const range of Object.values(ranges)) range.load('values');
  return () => {
    const cells = Object.fromEntries(
      Object.entries(ranges).map(([name, range]) => [name, getLoadedValues(range)]),
    );
    return readSummary(cells as SummaryCells);
  };
}
