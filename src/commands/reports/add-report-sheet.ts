import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { changeWorkbook } from '../../excel/write/change-workbook';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import { buildUnitReport, type ReportRequest } from '../../school-workbook/print/build-unit-report';
import type { ReportSheetChange } from '../../school-workbook/print/print-change';
import { getFreeSheetName } from '../../sheets/sheet-names';
import type { Command } from '../command';

export type ReportSheetOutcome = { sheet: string; gaps: number };

/** Adds the report on a new sheet, where no file can be downloaded. */
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
