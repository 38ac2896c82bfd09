import { refuse } from '../annex/outcome';
import type { IsoDate } from '../annex/calendar/dates';
import { DEFAULT_REPORT_PERIODS } from '../annex/calendar/report-periods';
import { takeBookSnapshot } from '../excel/consolidation-snapshot';
import { runOnWorkbook } from '../excel/run';
import { paperWords } from '../locales/paper-words';
import { fileNameOf } from '../paper/file-name';
import { USUAL_PAPER } from '../paper/paper-settings';
import type { PaperSettings } from '../paper/paper-settings';
import { authorityDocument } from '../paper/report/authority-document';
import { gapsIn } from '../paper/report/report-document';
import { spanName, spanOf } from '../paper/report/report-span';
import type { SpanId } from '../paper/report/report-span';
import { readPrevious } from '../workbook/consolidation/book-snapshot';
import type { Command } from './command';
import type { ReportFile } from './word-report';

export type AuthorityReportChoice = {
  span: SpanId;
  /** Null: the year of the annex. */
  year: number | null;
  on: IsoDate;
  settings?: Partial<PaperSettings>;
};

/** *Báo cáo tổng hợp* of a consolidation workbook as a .docx. The workbook is not changed. */
export const wordAuthorityReport: Command<AuthorityReportChoice, ReportFile> = {
  id: 'word-authority-report',
  labelKey: 'command.word-authority-report',
  run: (_, { span: id, year, on, settings }) =>
    runOnWorkbook<ReportFile>(async (context) => {
      const book = readPrevious(await takeBookSnapshot(context));
      if (!book) return refuse('no-consolidation');
      // A report of a part would look like one of the whole.
      if (book.wholeIn) return refuse('ledger-needed', {}, { folder: book.wholeIn });
      const { edition } = book.annex;
      const span = spanOf(id, year ?? edition.year ?? Number(on.slice(0, 4)), DEFAULT_REPORT_PERIODS);
      if (!span) return refuse('no-report-period');
      const asOf = book.asOf || on;
      const document = authorityDocument(
        { ...book, asOf, edition, span, on },
        { ...USUAL_PAPER, ...settings },
      );
      const { writeWord } = await import('../paper/word/write-word');
      const bytes = await writeWord(document);
      const name = spanName(span);
      const fileName = fileNameOf([paperWords.authorityFile, name, book.level.name]);
      return { ok: true, value: { fileName, bytes, name, gaps: gapsIn(document) }, warnings: [] };
    }),
};
