import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { applyOperations } from '../../excel/write/apply-operations';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import { planReportSheet } from '../../school-workbook/print/plan-report-sheet';
import { ok } from '../../shared/result';
import { getFreeSheetName } from '../../sheets/sheet-names';
import type { Command } from '../command';
import type { ReportSheetOutcome } from '../reports/add-report-sheet';
import { type AuthorityReportRequest, buildAuthorityReport } from './build-authority-report';

/**
 * Adds *Báo cáo tổng hợp* on a new sheet of the consolidation workbook, where no file can be downloaded. Existing cells
 * are not changed; such a workbook has no history, so the user deletes the sheet by hand.
 */
export const addAuthorityReportSheet: Command<AuthorityReportRequest, ReportSheetOutcome> = {
  id: 'authority-report-sheet',
  labelKey: 'command.authority-report-sheet',
  run: (_, choice) =>
    runOnWorkbook<ReportSheetOutcome>(async (context) => {
      const report = await buildAuthorityReport(context, choice);
      if (!report.ok) return report;
      const { document, gaps } = report.value;
      const snapshot = await readSnapshot(context);
      const sheet = getFreeSheetName(snapshot, `${DOCUMENT_LABELS.reportFile} ${choice.span}`);
      const planned = planReportSheet(snapshot, { kind: 'report-sheet', action: 'add', sheet, document });
      if (!planned.ok) return planned;
      const { warnings } = await applyOperations(context, planned.value.operations, () => null);
      return ok({ sheet, gaps }, [...report.warnings, ...warnings]);
    }),
};
