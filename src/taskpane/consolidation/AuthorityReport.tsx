import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import { addAuthorityReportSheet } from '../../commands/authority/add-authority-report-sheet';
import { exportAuthorityReportToWord } from '../../commands/authority/export-authority-report-to-word';
import { canDownload } from '../../excel/can-download';
import { downloadFile, FILE_TYPES } from '../components/download-file';
import layout from '../components/layout.module.css';
import { type ReportChoice, ReportFields, useReportChoice } from '../print/ReportFields';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';

/** *Báo cáo tổng hợp* over all units: a Word file, or a sheet where no file can be handed over. */
export function AuthorityReport({ pane, year }: { pane: Pane; year: number | null }): ReactElement {
  const { t } = useTranslation();
  const fields = useReportChoice(year);
  const { choice } = fields;
  const isFile = canDownload();
  const make = async (chosen: ReportChoice): Promise<void> => {
    if (!isFile) {
      await pane.perform(addAuthorityReportSheet, chosen, ({ sheet, gaps }) => ({
        key: 'report.sheet-done',
        figures: { sheet, gaps },
        undo: false,
      }));
      return;
    }
    const file = await pane.perform(exportAuthorityReportToWord, chosen, ({ name, gaps }) => ({
      key: 'report.done',
      figures: { period: name, gaps },
      undo: false,
    }));
    if (file) downloadFile(file.fileName, file.bytes, FILE_TYPES.word);
  };
  return (
    <section aria-labelledby="units-report" className={layout.form}>
      <h2 id="units-report">{t('units.report')}</h2>
      <p className={layout.muted}>{t('units.report.about')}</p>
      {!isFile && <p className={layout.warning}>{t('paper.no-download')}</p>}
      <ReportFields {...fields} />
      <div className={layout.row}>
        <PrimaryButton
          text={t(isFile ? exportAuthorityReportToWord.labelKey : addAuthorityReportSheet.labelKey)}
          disabled={!choice || pane.isRunning}
          onClick={() => choice && void make(choice)}
        />
      </div>
    </section>
  );
}
