import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import type { AnnexSource } from '../../commands/import/read-annex';
import { FileDrop } from '../components/FileDrop';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import styles from './AnnexChooser.module.css';

const SAMPLE_PATH = 'samples/phu-luc-2026.docx';

async function fetchSample(): Promise<AnnexSource> {
  const answer = await fetch(SAMPLE_PATH);
  return {
    kind: 'file',
    name: SAMPLE_PATH.split('/').at(-1) ?? SAMPLE_PATH,
    file: await answer.blob(),
  };
}

type AnnexChooserProps = { disabled: boolean; onChoose: (source: AnnexSource) => void };

/** Where the annex comes from: a file picked or dropped, the open sheet or what is selected of it, or the sample. */
export function AnnexChooser({ disabled, onChoose }: AnnexChooserProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-label={t('pane.choose.title')}>
      <h2>{t('pane.choose.title')}</h2>
      <FileDrop
        text={t('pane.choose.drop')}
        label={t('pane.choose.file')}
        accept=".docx,.docm,.odt,.rtf,.xlsx,.xlsm,.xls,.ods,.pdf,.html,.htm,.txt"
        disabled={disabled}
        onPick={([file]) => file && onChoose({ kind: 'file', name: file.name, file })}
      />
      <div className={layout.row}>
        <DefaultButton
          text={t('pane.choose.sheet')}
          disabled={disabled}
          onClick={() => onChoose({ kind: 'open-sheet' })}
        />
        <DefaultButton
          text={t('review.selection')}
          disabled={disabled}
          onClick={() => onChoose({ kind: 'selection' })}
        />
        <DefaultButton
          text={t('pane.choose.sample')}
          disabled={disabled}
          onClick={() => void fetchSample().then(onChoose)}
        />
      </div>
      <textarea
        className={styles.paste}
        aria-label={t('pane.paste')}
        placeholder={t('pane.paste')}
        rows={2}
        value=""
        disabled={disabled}
        onChange={() => undefined}
        onPaste={(event) => {
          event.preventDefault();
          const data = event.clipboardData;
          const name = t('pane.clipboard');
          onChoose({
            kind: 'clipboard',
            name,
            html: data.getData('text/html'),
            text: data.getData('text/plain'),
          });
        }}
      />
      <p className={layout.muted}>{t('pane.choose.safe')}</p>
    </section>
  );
}
