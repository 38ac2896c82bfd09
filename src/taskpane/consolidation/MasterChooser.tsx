import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { Annex } from '../../annex/types';
import { type AnnexSource, readAnnex } from '../../commands/import/read-annex';
import { readUnitList, type UnitListSource } from '../../commands/issue/read-unit-list';
import { problem } from '../../shared/result';
import { ExplainedButton } from '../components/ExplainedButton';
import { FilePicker } from '../components/FilePicker';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import type { ConsolidationState } from './use-consolidation';

type MasterChooserProps = { run: ConsolidationState; pane: Pane };

const describeMaster = ({ tasks, edition }: Annex) => ({
  rows: tasks.length,
  number: edition.number,
  title: edition.title,
});

function MasterAnnexChooser({ run, pane }: MasterChooserProps): ReactElement {
  const { t } = useTranslation();
  const disabled = pane.isRunning || run.isReading;
  const take = async (source: AnnexSource): Promise<void> => {
    // What is to be looked at in the annex itself is for the tab where it is taken in.
    const read = await pane.perform(readAnnex, source);
    if (read?.kind === 'annex') run.addMaster(read.assembled.annex);
    else if (read?.kind === 'question' && read.problem) pane.report([read.problem]);
    else if (read) pane.report([problem('plan-not-annex', { file: read.document.file })]);
  };
  return (
    <>
      <h2>{t('units.annex')}</h2>
      {run.masters.length === 0 && <p className={layout.muted}>{t('units.annex.none')}</p>}
      {run.masters.map((annex, index) => (
        <p className={layout.muted} key={index} data-testid="master">
          {t('units.annex.is', describeMaster(annex))}{' '}
          {run.masters.length > 1 && (
            <Link
              disabled={disabled}
              aria-label={t('units.annex.remove.this', describeMaster(annex))}
              onClick={() => run.removeMaster(annex)}
            >
              {t('units.annex.remove')}
            </Link>
          )}
        </p>
      ))}
      {run.masters.length > 0 && <p className={layout.muted}>{t('units.annex.several')}</p>}
      <div className={layout.row}>
        <FilePicker
          label={t(run.masters.length === 0 ? 'units.annex.pick' : 'units.annex.add')}
          accept=".docx,.xlsx,.pdf"
          disabled={disabled}
          onPick={([file]) => file && void take({ kind: 'file', name: file.name, file })}
        />
        <DefaultButton
          text={t('units.annex.sheet')}
          disabled={disabled}
          onClick={() => void take({ kind: 'open-sheet' })}
        />
      </div>
    </>
  );
}

function UnitListChooser({ run, pane }: MasterChooserProps): ReactElement {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState('');
  const disabled = pane.isRunning || run.isReading;
  const count = run.list?.length ?? 0;
  const take = async (source: UnitListSource): Promise<void> => {
    const units = await pane.perform(readUnitList, source);
    if (units) run.setUnits(units);
  };
  return (
    <>
      <h2>{t('units.list')}</h2>
      <p className={layout.muted}>{count > 0 ? t('units.list.is', { count }) : t('units.list.none')}</p>
      <TextField
        label={t('units.list.paste')}
        multiline
        rows={2}
        value={pasted}
        onChange={(_, text) => setPasted(text ?? '')}
      />
      <div className={layout.row}>
        <ExplainedButton
          text={t('units.list.take')}
          why={pasted.trim() === '' ? t('units.list.nothingPasted') : null}
          disabled={disabled}
          onClick={() => void take({ kind: 'text', text: pasted })}
        />
        <FilePicker
          label={t('units.list.pick')}
          accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xlsb,.xls,.ods,.docx"
          disabled={disabled}
          onPick={([file]) => file && void take({ kind: 'file', name: file.name, file })}
        />
        <DefaultButton
          text={t('units.list.selection')}
          disabled={disabled}
          onClick={() => void take({ kind: 'selection' })}
        />
      </div>
    </>
  );
}

/** The annex that all units work from, and the list of units. */
export function MasterChooser(props: MasterChooserProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-label={t('units.choose.master')}>
      <MasterAnnexChooser {...props} />
      <UnitListChooser {...props} />
    </section>
  );
}
