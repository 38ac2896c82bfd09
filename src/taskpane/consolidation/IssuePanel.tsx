import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { Annex } from '../../annex/types';
import type { UnitEntry } from '../../consolidation/types';
import { canDownload } from '../../excel/can-download';
import { downloadFile, FILE_TYPES } from '../components/download-file';
import layout from '../components/layout.module.css';
import { COMMANDS } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import type { ConsolidationState } from './use-consolidation';

/** *Phát hành*: one prefilled workbook for each unit, handed over as a .zip. */
export function IssuePanel({ run, pane }: { run: ConsolidationState; pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const [defaults, setDefaults] = useState('');
  const [chosen, setChosen] = useState(0);
  const { masters, list } = run;
  const master = masters[chosen] ?? masters[0] ?? null;
  const issue = async (annex: Annex, units: readonly UnitEntry[]): Promise<void> => {
    const zip = await pane.perform(
      COMMANDS.issueWorkbooks,
      { annex, units, defaults },
      ({ workbooks: books, tasks, fileName }) => ({
        key: 'units.issue.done',
        params: { books, tasks, file: fileName },
        undo: false,
      }),
    );
    if (zip) downloadFile(zip.fileName, zip.bytes, FILE_TYPES.zip);
  };
  const isReady = master !== null && list !== null && list.length > 0;
  return (
    <section aria-labelledby="units-issue" className={layout.form}>
      <h2 id="units-issue">{t('command.issue-workbooks')}</h2>
      <p className={layout.muted}>
        {t(!canDownload() ? 'units.no-download' : isReady ? 'units.issue.about' : 'units.issue.needs')}
      </p>
      {isReady && canDownload() && (
        <>
          {masters.length > 1 && (
            <Dropdown
              label={t('units.issue.document')}
              selectedKey={masters.indexOf(master)}
              options={masters.map(({ edition }, key) => ({
                key,
                text: [edition.number, edition.title].filter(Boolean).join(' – '),
              }))}
              onChange={(_, option) => setChosen(Number(option?.key ?? 0))}
            />
          )}
          <TextField
            label={t('units.issue.defaults')}
            placeholder={t('units.issue.defaults.example')}
            multiline
            rows={2}
            value={defaults}
            onChange={(_, text) => setDefaults(text ?? '')}
          />
          <div className={layout.row}>
            <DefaultButton
              text={t('units.issue.make', { count: list.length })}
              disabled={pane.isRunning || run.isReading}
              onClick={() => void issue(master, list)}
            />
          </div>
        </>
      )}
    </section>
  );
}
