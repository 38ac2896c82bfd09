import { readPreviousConsolidation } from '../../authority-workbook/consolidation-snapshot';
import { readConsolidationSnapshot } from '../../excel/read/read-consolidation-snapshot';
import type { PrintDocument } from '../../reports/print-document';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../../reports/print-settings';
import { buildAuthorityDocument } from '../../reports/results/authority-document';
import { countGaps } from '../../reports/results/report-document';
import { formatReportSpan, getReportSpan, type ReportSpanId } from '../../reports/results/report-span';
import type { IsoDate } from '../../shared/dates';
import { err, ok, type Result } from '../../shared/result';
import { DEFAULT_REPORT_PERIODS } from '../../timing/calendar/report-periods';

export type AuthorityReportRequest = {
  span: ReportSpanId;
  /** Null: the year of the annex. */
  year: number | null;
  on: IsoDate;
  settings?: Partial<PrintSettings>;
};

/** `name`: of the period. `level`: who reports; '' where not told. */
type AuthorityReport = { document: PrintDocument; name: string; level: string; gaps: number };

/** *Báo cáo tổng hợp* of the consolidation workbook that is open. Reads only. */
export async function buildAuthorityReport(
  context: Excel.RequestContext,
  { span: id, year, on, settings }: AuthorityReportRequest,
): Promise<Result<AuthorityReport>> {
  const book = readPreviousConsolidation(await readConsolidationSnapshot(context));
  if (!book) return err('no-consolidation');
  // A report of a part would look like one of the whole.
  if (book.fullLedgerPath) return err('ledger-needed', {}, { folder: book.fullLedgerPath });
  const { edition } = book.annex;
  const span = getReportSpan(id, year ?? edition.year ?? Number(on.slice(0, 4)), DEFAULT_REPORT_PERIODS);
  if (!span) return err('no-report-period');
  const asOf = book.asOf || on;
  const document = buildAuthorityDocument(
    { ...book, asOf, edition, span, on },
    { ...DEFAULT_PRINT_SETTINGS, ...settings },
  );
  const value = { document, name: formatReportSpan(span), level: book.level.name, gaps: countGaps(document) };
  return ok(value);
}
