import { runOnWorkbook } from '../../excel/run-on-workbook';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import { toWordFileName } from '../../reports/word/word-file-name';
import type { Command } from '../command';
import type { ReportFile } from '../reports/export-report-to-word';
import { type AuthorityReportRequest, buildAuthorityReport } from './build-authority-report';

/** Exports *Báo cáo tổng hợp* of a consolidation workbook as a .docx. The workbook is not changed. */
export const exportAuthorityReportToWord: Command<AuthorityReportRequest, ReportFile> = {
  id: 'word-authority-report',
  labelKey: 'command.word-authority-report',
  run: (_, choice) =>
    runOnWorkbook<ReportFile>(async (context) => {
      const report = await buildAuthorityReport(context, choice);
      if (!report.ok) return report;
      const { document, name, level, gaps } = report.value;
      const { writeWord } = await import('../../reports/word/write-word');
      const fileName = toWordFileName([DOCUMENT_LABELS.authorityFile, name, level]);
      return { ...report, value: { fileName, bytes: await writeWord(document), name, gaps } };
    }),
};
