import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import { type AnnexSource, readAnnex } from '../../commands/import/read-annex';
import { readUnitList, type UnitListSource } from '../../commands/issue/read-unit-list';
import { problem } from '../../shared/result';
import { FilePicker } from '../components/FilePicker';
import { readPickedFile } from '../components/read-picked-file';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import type { ConsolidationState } from './use-consolidation';

type MasterChooserProps = { run: ConsolidationState; pane: Pane };

function MasterAnnexChooser({ run, pane }: MasterChooserProps): ReactElement {
  const { t: say } = useTranslation();
  const disabled = pane.isRunning || run.isReading;
  const take = async (source: AnnexSource): Promise<void> => {
    // What is to be looked at in the annex itself is for the tab where it is taken in.
    const read = await pane.perform(readAnnex, source);
    if (read?.kind === 'annex') run.setAnnex(read.assembled.annex);
    else if (read) pane.report([problem('plan-not-annex', { file: read.document.file })]);
  };
  return (
    <>
      <h2>{say('units.annex')}</h2>
      <p className="quiet">
        {run.master
          ? say('units.annex.is', { rows: run.master.tasks.length, number: run.master.edition.number })
          : say('units.annex.none')}
      </p>
      <div className="row">
        <FilePicker
          label={say('units.annex.pick')}
          accept=".docx,.xlsx,.pdf"
          disabled={disabled}
          onPick={([file]) => file && void readPickedFile(file).then(take)}
        />
        <DefaultButton
          text={say('units.annex.sheet')}
          disabled={disabled}
          onClick={() => void take({ kind: 'open-sheet' })}
        />
      </div>
    </>
  );
}

function UnitListChooser({ run, pane }: MasterChooserProps): ReactElement {
  const { t: say } = useTranslation();
  const [pasted, setPasted] = useState('');
  const disabled = pane.isRunning || run.isReading;
  const count = run.list?.length ?? 0;
  const take = async (source: UnitListSource): Promise<void> => {
    const units = await pane.perform(readUnitList, source);
    if (units) run.setUnits(units);
  };
  return (
    <>
      <h2>{say('units.list')}</h2>
      <p className="quiet">{count > 0 ? say('units.list.is', { count }) : say('units.list.none')}</p>
      <TextField
        label={say('units.list.paste')}
        multiline
        rows={2}
        value={pasted}
        onChange={(_, text) => setPasted(text ?? '')}
      />
      <div className="row">
        <DefaultButton
          text={say('units.list.take')}
          disabled={disabled || pasted.trim() === ''}
          onClick={() => void take({ kind: 'text', text: pasted })}
        />
        <FilePicker
          label={say('units.list.pick')}
          accept=".csv,.txt,.tsv"
          disabled={disabled}
          onPick={([file]) => file && void readPickedFile(file).then(take)}
        />
        <DefaultButton
          text={say('units.list.selection')}
          disabled={disabled}
          onClick={() => void take({ kind: 'selection' })}
        />
      </div>
    </>
  );
}

/** The annex that all units work from, and the list of units. */
export function MasterChooser(props: MasterChooserProps): ReactElement {
  const { t: say } = useTranslation();
  return (
    <section aria-label={say('units.choose.master')} className="choose">
      <MasterAnnexChooser {...props} />
      <UnitListChooser {...props} />
    </section>
  );
}
