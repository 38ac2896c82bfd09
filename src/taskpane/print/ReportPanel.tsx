import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { Command } from '../../commands/command';
import type { PrintView } from '../../commands/reports/read-print-view';
import { downloadFile, FILE_TYPES } from '../components/download-file';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { DocumentDropdown } from './DocumentDropdown';
import { type ReportChoice, ReportFields, useReportChoice } from './ReportFields';

type ReportRequest = ReportChoice & { agency?: string; document?: string };

type ReportPanelProps = {
  pane: Pane;
  title: string;
  about: string;
  /** The year offered; null for the present one. */
  year: number | null;
  canDownload: boolean;
  /** The documents of a workbook of several. */
  documents?: PrintView['documents'];
  /** The name proposed for who reports, where it is asked; '' for none. */
  agency?: string;
  toWord: Command<ReportRequest, { fileName: string; bytes: Uint8Array; name: string; gaps: number }>;
  toSheet: Command<ReportRequest, { sheet: string; gaps: number }>;
  /** Whether the sheet can be removed by "undo". */
  canUndoSheet: boolean;
};

/** Makes a report of results for a period: a Word file, or a sheet where no file can be downloaded. */
export function ReportPanel({
  pane,
  title,
  about,
  year,
  canDownload,
  documents = [],
  agency: proposed,
  toWord,
  toSheet,
  canUndoSheet,
}: ReportPanelProps): ReactElement {
  const { t } = useTranslation();
  const { choice, ...fields } = useReportChoice(year);
  const [document, setDocument] = useState<string>();
  const [agency, setAgency] = useState(proposed ?? '');
  const make = async (chosen: ReportRequest): Promise<void> => {
    if (!canDownload) {
      await pane.perform(toSheet, chosen, ({ sheet, gaps }) => ({
        key: 'report.sheet-done',
        params: { sheet, gaps },
        undo: canUndoSheet,
      }));
      return;
    }
    const file = await pane.perform(toWord, chosen, ({ name, gaps }) => ({
      key: 'report.done',
      params: { period: name, gaps },
      undo: false,
    }));
    if (file) downloadFile(file.fileName, file.bytes, FILE_TYPES.word);
  };
  return (
    <section aria-label={title} className={layout.form}>
      <h2>{title}</h2>
      <p className={layout.muted}>{about}</p>
      {!canDownload && <p className={layout.warning}>{t('paper.no-download')}</p>}
      {proposed !== undefined && (
        <>
          <TextField
            label={t('paper.agency')}
            description={t('paper.agency.hint')}
            value={agency}
            onChange={(_, name = '') => setAgency(name)}
          />
          {agency.trim() === '' && <p className={layout.warning}>{t('paper.agency.missing')}</p>}
        </>
      )}
      <DocumentDropdown
        label={t('document.of-report')}
        documents={documents}
        chosen={document}
        hasAll
        onChange={setDocument}
      />
      <ReportFields {...fields} />
      <div className={layout.row}>
        <ExplainedButton
          primary
          text={t((canDownload ? toWord : toSheet).labelKey)}
          why={choice ? null : t('report.notReady')}
          disabled={pane.isRunning}
          onClick={() =>
            choice &&
            void make({
              ...choice,
              ...(proposed !== undefined && { agency }),
              ...(document !== undefined && { document }),
            })
          }
        />
      </div>
    </section>
  );
}
