import { changeWorkbook } from '../excel/change-workbook';
import { runOnWorkbook } from '../excel/run';
import { readSnapshot } from '../excel/snapshot';
import { DOCUMENT_LABELS } from '../locales/paper-words';
import { buildUnitReport } from '../workbook/print/report-of-book';
import type { ReportRequest } from '../workbook/print/report-of-book';
import type { ReportSheetChange } from '../workbook/print/report-sheet-change';
import { getFreeSheetName } from '../workbook/snapshot';
import type { Command } from './command';

export type ReportSheetOutcome = { sheet: string; gaps: number };

/** The report on a new sheet, for where no file can be handed over. */
export const addReportSheet: Command<ReportRequest, ReportSheetOutcome> = {
  id: 'report-sheet',
  labelKey: 'command.report-sheet',
  run: ({ now }, choice) =>
    runOnWorkbook<ReportSheetOutcome>(async (context) => {
      const snapshot = await readSnapshot(context, { progress: true });
      const report = buildUnitReport(snapshot, choice);
      if (!report.ok) return report;
      const { document, gaps } = report.value;
      const sheet = getFreeSheetName(snapshot, `${DOCUMENT_LABELS.reportFile} ${choice.span}`);
      const change: ReportSheetChange = { kind: 'report-sheet', action: 'add', sheet, document };
      const done = await changeWorkbook(context, snapshot, change, { command: addReportSheet.id, at: now() });
      if (!done.ok) return done;
      return { ...done, value: { sheet, gaps }, warnings: [...report.warnings, ...done.warnings] };
    }),
};
