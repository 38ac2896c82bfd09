import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type DragEvent, type ReactElement, useId, useRef, useState } from 'react';
import { readAnnex } from '../../commands/read-annex';
import { parseUnits } from '../../consolidation/units/read-units';
import { decodeText } from '../../intake/text/decode-text';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import type { Consolidation } from './use-consolidation';

const WORKBOOKS = '.xlsx,.xlsm,.xlsb,.xls,.ods,.docx,.pdf';

type PickerProps = { label: string; accept: string; disabled: boolean; onPick: (file: File) => void };

const Picker = ({ label, accept, disabled, onPick }: PickerProps): ReactElement => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <DefaultButton text={label} disabled={disabled} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onPick(file);
        }}
      />
    </>
  );
};

/** The master, the list of units, the two days, and the files of the units, picked or dropped. */
export const ChooseFiles = ({ run, pane }: { run: Consolidation; pane: Pane }): ReactElement => {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const [asOf, due] = [useId(), useId()];
  const { previous, annex, units, isReading } = run;
  const master = annex ?? previous?.annex ?? null;
  const list = units ?? previous?.units ?? null;
  const disabled = pane.isRunning || isReading;

  const takeUnits = (text: string, file?: string): void => {
    const read = parseUnits(text, file === undefined ? {} : { file });
    if (read.ok) run.setUnits(read.value);
    else pane.report(read.problems);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) run.read([...event.dataTransfer.files]);
  };
  return (
    <section aria-label={say('units.choose')} className="choose">
      <h2>{say('units.annex')}</h2>
      <p className="quiet">
        {master
          ? say('units.annex.is', { rows: master.tasks.length, number: master.edition.number })
          : say('units.annex.none')}
      </p>
      <div className="row">
        <Picker
          label={say('units.annex.pick')}
          accept=".docx,.xlsx,.pdf"
          disabled={disabled}
          onPick={(file) =>
            void file.arrayBuffer().then(async (bytes) => {
              const source = { kind: 'file' as const, name: file.name, bytes: new Uint8Array(bytes) };
              // What is to be looked at in the annex itself is for the tab where it is taken in.
              const read = await readAnnex.run({ now: () => new Date() }, source);
              if (!read.ok) pane.report(read.problems);
              else if (read.value.kind === 'annex') run.setAnnex(read.value.assembled.annex);
              else pane.report([{ code: 'plan-not-annex', severity: 'error', place: { file: file.name } }]);
            })
          }
        />
      </div>
      <h2>{say('units.list')}</h2>
      <p className="quiet">
        {list && list.length > 0 ? say('units.list.is', { count: list.length }) : say('units.list.none')}
      </p>
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
          onClick={() => takeUnits(pasted)}
        />
        <Picker
          label={say('units.list.pick')}
          accept=".csv,.txt,.tsv"
          disabled={disabled}
          onPick={(file) =>
            void file.arrayBuffer().then((bytes) => takeUnits(decodeText(new Uint8Array(bytes)), file.name))
          }
        />
      </div>
      <h2>{say('units.days')}</h2>
      <div className="row">
        <label htmlFor={asOf}>{say('units.as-of')}</label>
        <input
          id={asOf}
          type="date"
          value={run.asOf}
          onChange={(event) => event.target.value !== '' && run.setAsOf(event.target.value)}
        />
        <label htmlFor={due}>{say('units.report-due')}</label>
        <input
          id={due}
          type="date"
          value={run.reportDue}
          onChange={(event) => run.setReportDue(event.target.value)}
        />
      </div>
      <h2>{say('units.files')}</h2>
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{say('units.files.drop')}</p>
        <PrimaryButton
          text={say('units.files.pick')}
          disabled={disabled}
          onClick={() => input.current?.click()}
        />
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={say('units.files.pick')}
          accept={WORKBOOKS}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            run.read(chosen);
          }}
        />
      </div>
    </section>
  );
};
