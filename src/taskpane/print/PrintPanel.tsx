import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import { exportAnnexToWord } from '../../commands/reports/export-annex-to-word';
import { printSheet, type StagedPrint } from '../../commands/reports/print-sheet';
import type { PrintView } from '../../commands/reports/read-print-view';
import type { PrintSettings } from '../../reports/print-settings';
import { downloadFile, FILE_TYPES } from '../components/download-file';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { DocumentDropdown } from './DocumentDropdown';

const FONT_SIZES = ['13', '14'] as const;

/** The official annex: what the unit decides about it, the sheet to print, and the same for Word. */
export function PrintPanel({ pane, paper }: { pane: Pane; paper: PrintView }): ReactElement {
  const { t } = useTranslation();
  const [settings, setSettings] = useState<PrintSettings>(paper.settings);
  const [document, setDocument] = useState(paper.documents[0]?.code);
  const input = { settings, ...(document !== undefined && { document }) };
  const [waiting, setWaiting] = useState<StagedPrint | null>(null);
  const set = (changed: Partial<PrintSettings>): void => setSettings((before) => ({ ...before, ...changed }));

  const write = async (staged: StagedPrint): Promise<void> => {
    setWaiting(null);
    await pane.perform(printSheet, staged, ({ written, sheet, tasks }) => ({
      key: written ? 'print.done' : 'print.unchanged',
      params: { sheet, rows: tasks },
      undo: written,
    }));
  };
  const print = async (): Promise<void> => {
    const staged = await pane.stage(printSheet, input);
    if (!staged) return undefined;
    // What was changed by hand is not replaced before the clerk has agreed to it.
    if (staged.warnings.length > 0) {
      pane.report(staged.warnings);
      return setWaiting(staged.plan);
    }
    return write(staged.plan);
  };
  const toWord = async (): Promise<void> => {
    const file = await pane.perform(exportAnnexToWord, input, ({ tasks }) => ({
      key: 'word.done',
      params: { rows: tasks },
      undo: false,
    }));
    if (file) downloadFile(file.fileName, file.bytes, FILE_TYPES.word);
  };

  return (
    <section aria-labelledby="paper-print" className={layout.form}>
      <h2 id="paper-print">{t('paper.print')}</h2>
      <p className={layout.muted}>{t('paper.print.about')}</p>
      <DocumentDropdown
        label={t('document.to-print')}
        documents={paper.documents}
        chosen={document}
        onChange={setDocument}
      />
      <TextField
        label={t('paper.superior')}
        description={t('paper.superior.hint')}
        value={settings.superior}
        onChange={(_, superior = '') => set({ superior })}
      />
      <Checkbox
        label={t('paper.national-title')}
        checked={settings.nationalTitle}
        onChange={(_, nationalTitle = false) => set({ nationalTitle })}
      />
      {(['label', 'reference'] as const).map((field) => (
        <TextField
          key={field}
          label={t(`paper.${field}`)}
          description={t(`paper.${field}.hint`)}
          value={settings[field]}
          onChange={(_, text = '') => set({ [field]: text })}
        />
      ))}
      <TextField
        label={t('paper.wording')}
        description={t('paper.wording.hint')}
        value={settings.wording}
        onChange={(_, wording = '') => set({ wording })}
      />
      <ChoiceGroup
        label={t('paper.font-size')}
        options={FONT_SIZES.map((key) => ({ key, text: key }))}
        selectedKey={String(settings.fontSize)}
        onChange={(_, option) => set({ fontSize: Number(option?.key ?? settings.fontSize) })}
      />
      {waiting ? (
        <div className={layout.row}>
          <PrimaryButton
            text={t('paper.print.replace')}
            disabled={pane.isRunning}
            onClick={() => void write(waiting)}
          />
          <DefaultButton text={t('paper.print.keep')} onClick={() => setWaiting(null)} />
        </div>
      ) : (
        <div className={layout.row}>
          <PrimaryButton
            text={t('command.print-sheet')}
            disabled={pane.isRunning}
            onClick={() => void print()}
          />
          {paper.canDownload && (
            <DefaultButton
              text={t('command.word-annex')}
              disabled={pane.isRunning}
              onClick={() => void toWord()}
            />
          )}
        </div>
      )}
    </section>
  );
}
