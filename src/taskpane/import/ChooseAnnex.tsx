import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import type { AnnexSource } from '../../commands/read-annex';
import { useWords } from '../shell/words';

const SAMPLE = 'samples/phu-luc-2026.docx';

const sourceOf = async (file: File): Promise<AnnexSource> => ({
  kind: 'file',
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

const sample = async (): Promise<AnnexSource> => {
  const answer = await fetch(SAMPLE);
  return {
    kind: 'file',
    name: SAMPLE.split('/').at(-1) ?? SAMPLE,
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
};

export type ChooseAnnexProps = { disabled: boolean; onChoose: (source: AnnexSource) => void };

/** Where the annex comes from: a file picked or dropped, the open sheet or what is selected of it, or the sample. */
export const ChooseAnnex = ({ disabled, onChoose }: ChooseAnnexProps): ReactElement => {
  const { say } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) void sourceOf(file).then(onChoose);
  };
  return (
    <section aria-label={say('pane.choose.title')} className="choose">
      <h2>{say('pane.choose.title')}</h2>
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{say('pane.choose.drop')}</p>
        <PrimaryButton
          text={say('pane.choose.file')}
          disabled={disabled}
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={say('pane.choose.file')}
          accept=".docx,.docm,.xlsx,.xlsm,.xls,.ods,.pdf,.html,.htm,.txt"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void sourceOf(file).then(onChoose);
          }}
        />
      </div>
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
          onClick={() => void sample().then(onChoose)}
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
};
