import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import { toWordFileName } from '../../reports/word/word-file-name';
import { buildUnitReport, type ReportRequest } from '../../school-workbook/print/build-unit-report';
import { ok } from '../../shared/result';
import type { Command } from '../command';

/** A file to download; `gaps` counts the places that the unit must fill in. */
export type ReportFile = { fileName: string; bytes: Uint8Array; name: string; gaps: number };

/** Exports *Báo cáo kết quả thực hiện* of a period as a .docx. The workbook is not changed. */
export const exportReportToWord: Command<ReportRequest, ReportFile> = {
  id: 'word-report',
  labelKey: 'command.word-report',
  run: (_, choice) =>
    runOnWorkbook<ReportFile>(async (context) => {
      const snapshot = await readSnapshot(context, { progress: true });
      const report = buildUnitReport(snapshot, choice);
      if (!report.ok) return report;
      const { document, name, gaps } = report.value;
      const { writeWord } = await import('../../reports/word/write-word');
      const bytes = await writeWord(document);
      const unit = snapshot.metadataSheet.metadata?.unit.name ?? '';
      const fileName = toWordFileName([
        DOCUMENT_LABELS.reportFile,
        name,
        ...(choice.document === undefined ? [] : [choice.document]),
        unit,
      ]);
      return ok({ fileName, bytes, name, gaps }, report.warnings);
    }),
};
