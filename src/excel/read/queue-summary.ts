import { readSummary, type Summary, type SummaryCells } from '../../school-workbook/summary/read-summary';
import { SUMMARY_NAMES } from '../../school-workbook/summary/summary-sheet';
import { err, type Result } from '../../shared/result';
import type { CellValue } from '../../sheets/cell-value';

/**
 * Queues the loads of the totals on *Tổng hợp*; the returned function reads them after the next sync. They are the
 * values that the sheet has calculated, wherever its ranges have been moved.
 */
export function queueSummary(context: Excel.RequestContext): () => Result<Summary> {
  const queueRange = (name: string): Excel.Range => {
    const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('values');
    return range;
  };
  const ranges = {
    whole: queueRange(SUMMARY_NAMES.whole),
    byArea: queueRange(SUMMARY_NAMES.byArea),
    byLeadUnit: queueRange(SUMMARY_NAMES.byLeadUnit),
  };
  return () => {
    if (Object.values(ranges).some((range) => range.isNullObject)) {
      return err('no-summary-sheet');
    }
    const cells = Object.fromEntries(
      Object.entries(ranges).map(([name, range]) => [name, range.values as CellValue[][]]),
    );
    return readSummary(cells as SummaryCells);
  };
}
