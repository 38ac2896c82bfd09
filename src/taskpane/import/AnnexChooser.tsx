import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import type { AnnexSource } from '../../commands/import/read-annex';
import { FileDrop } from '../components/FileDrop';
import { readPickedFile } from '../components/read-picked-file';
import { useTranslation } from '../shell/use-translation';

const SAMPLE_PATH = 'samples/phu-luc-2026.docx';

async function fetchSample(): Promise<AnnexSource> {
  const answer = await fetch(SAMPLE_PATH);
  return {
    kind: 'file',
    name: SAMPLE_PATH.split('/').at(-1) ?? SAMPLE_PATH,
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}

type AnnexChooserProps = { disabled: boolean; onChoose: (source: AnnexSource) => void };

/** Where the annex comes from: a file picked or dropped, the open sheet or what is selected of it, or the sample. */
export function AnnexChooser({ disabled, onChoose }: AnnexChooserProps): ReactElement {
  const { t: say } = useTranslation();
  return (
    <section aria-label={say('pane.choose.title')} className="choose">
      <h2>{say('pane.choose.title')}</h2>
      <FileDrop
        text={say('pane.choose.drop')}
        label={say('pane.choose.file')}
        accept=".docx,.docm,.xlsx,.xlsm,.xls,.ods,.pdf,.html,.htm,.txt"
        disabled={disabled}
        onPick={([file]) => file && void readPickedFile(file).then(onChoose)}
      />
      <div className="row">
        <DefaultButton
          text={say('pane.choose.sheet')}
          disabled={disabled}
          onClick={() => onChoose({ kind: 'open-sheet' })}
        />
        <DefaultButton
          text={say('review.selection')}
          disabled={disabled}
          onClick={() => onChoose({ kind: 'selection' })}
        />
        <DefaultButton
          text={say('pane.choose.sample')}
          disabled={disabled}
          onClick={() => void fetchSample().then(onChoose)}
        />
      </div>
      <textarea
        className="paste"
        aria-label={say('pane.paste')}
        placeholder={say('pane.paste')}
        rows={2}
        value=""
        disabled={disabled}
        onChange={() => undefined}
        onPaste={(event) => {
          event.preventDefault();
          const data = event.clipboardData;
          const name = say('pane.clipboard');
          onChoose({
            kind: 'clipboard',
            name,
            html: data.getData('text/html'),
            text: data.getData('text/plain'),
          });
        }}
      />
      <p className="quiet">{say('pane.choose.safe')}</p>
    </section>
  );
}
