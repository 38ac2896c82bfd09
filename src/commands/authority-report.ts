import { DEFAULT_REPORT_PERIODS } from '../annex/calendar/report-periods';
import type { IsoDate } from '../annex/calendar/dates';
import { refuse } from '../annex/outcome';
import type { Result } from '../annex/problem';
import type { PaperDocument } from '../paper/paper-document';
import { USUAL_PAPER } from '../paper/paper-settings';
import type { PaperSettings } from '../paper/paper-settings';
import { authorityDocument } from '../paper/report/authority-document';
import { gapsIn } from '../paper/report/report-document';
import { spanName, spanOf } from '../paper/report/report-span';
import type { SpanId } from '../paper/report/report-span';
import { takeBookSnapshot } from '../excel/consolidation-snapshot';
import { readPrevious } from '../workbook/consolidation/book-snapshot';

export type AuthorityReportChoice = {
  span: SpanId;
  /** Null: the year of the annex. */
  year: number | null;
  on: IsoDate;
  settings?: Partial<PaperSettings>;
};

/** `name`: of the period. `level`: who reports; '' where not told. */
export type AuthorityReport = { document: PaperDocument; name: string; level: string; gaps: number };

/** *Báo cáo tổng hợp* of the consolidation workbook that is open. Reads only. */
export async function authorityReport(
  context: Excel.RequestContext,
  { span: id, year, on, settings }: AuthorityReportChoice,
): Promise<Result<AuthorityReport>> {
  const book = readPrevious(await takeBookSnapshot(context));
  if (!book) return refuse('no-consolidation');
  // A report of a part would look like one of the whole.
  if (book.wholeIn) return refuse('ledger-needed', {}, { folder: book.wholeIn });
  const { edition } = book.annex;
  const span = spanOf(id, year ?? edition.year ?? Number(on.slice(0, 4)), DEFAULT_REPORT_PERIODS);
  if (!span) return refuse('no-report-period');
  const asOf = book.asOf || on;
  const document = authorityDocument({ ...book, asOf, edition, span, on }, { ...USUAL_PAPER, ...settings });
  const value = { document, name: spanName(span), level: book.level.name, gaps: gapsIn(document) };
  return { ok: true, value, warnings: [] };
}
