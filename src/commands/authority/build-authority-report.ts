import { readPreviousConsolidation } from '../../authority-workbook/consolidation-snapshot';
import { readConsolidationSnapshot } from '../../excel/read/read-consolidation-snapshot';
import type { PrintDocument } from '../../reports/print-document';
import { DEFAULT_PRINT_SETTINGS, type PrintSettings } from '../../reports/print-settings';
import { buildAuthorityDocument } from '../../reports/results/authority-document';
import { countGaps } from '../../reports/results/report-document';
import { formatReportSpan, getReportSpan, type ReportSpanId } from '../../reports/results/report-span';
import { checkReportDays } from '../../reports/results/report-warnings';
import type { IsoDate } from '../../shared/dates';
import { err, ok, type Result } from '../../shared/result';
import { DEFAULT_REPORT_PERIODS } from '../../timing/calendar/report-periods';

export type AuthorityReportRequest = {
  span: ReportSpanId;
  /** Null stands for the year of the annex. */
  year: number | null;
  on: IsoDate;
  /** Name of the authority that reports; that of the workbook where it is not given. */
  agency?: string;
  settings?: Partial<PrintSettings>;
};

/** `name`: of the period. `level`: the reporting authority; '' if unknown. */
type AuthorityReport = { document: PrintDocument; name: string; level: string; gaps: number };

/** Builds *Báo cáo tổng hợp* of the open consolidation workbook. Reads only. */
export async function buildAuthorityReport(
  context: Excel.RequestContext,
  { span: id, year, on, agency, settings }: AuthorityReportRequest,
): Promise<Result<AuthorityReport>> {
  const consolidation = readPreviousConsolidation(await readConsolidationSnapshot(context));
  if (!consolidation) return err('no-consolidation');
  // A report on a part of the ledger would look like one on all of it.
  if (consolidation.fullLedgerPath) return err('ledger-needed', {}, { folder: consolidation.fullLedgerPath });
  const { edition } = consolidation.annex;
  const span = getReportSpan(id, year ?? edition.year ?? Number(on.slice(0, 4)), DEFAULT_REPORT_PERIODS);
  if (!span) return err('no-report-period');
  const asOf = consolidation.asOf || on;
  const untimely = checkReportDays(span, { on, asOf });
  if (untimely) return err([untimely]);
  const name = agency?.trim() ?? consolidation.level.name;
  const { document, warnings } = buildAuthorityDocument(
    { ...consolidation, level: { ...consolidation.level, name }, asOf, edition, span, on },
    { ...DEFAULT_PRINT_SETTINGS, ...settings },
  );
  const value = {
    document,
    name: formatReportSpan(span),
    level: name,
    gaps: countGaps(document),
  };
  return ok(value, warnings);
}
