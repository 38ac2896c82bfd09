import { formatAddress } from '@phuluc/ooxml/a1';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { convertLegacy, type StagedConversion } from '../../commands/import/convert-legacy';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import type { Pane, Staged } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import styles from './LegacyScreen.module.css';

/** More cells are counted, not listed. */
const MAX_CELLS = 100;

function ConvertedCells({ staged }: { staged: StagedConversion }): ReactElement {
  const { t } = useTranslation();
  const { plan } = staged;
  const texts = (plan.change?.cells ?? []).filter(({ before, after }) => before.content !== after.content);
  const rest = texts.length - MAX_CELLS;
  return (
    <>
      <p>
        <b>{t('legacy.counts', { sheet: staged.sheet, ...plan.counts })}</b>
      </p>
      <ul className={styles.converted}>
        {texts.slice(0, MAX_CELLS).map(({ row, column, before, after }) => (
          <li key={`${row},${column}`}>
            <span className={layout.muted}>{formatAddress(row, column)}: </span>
            <del>{String(before.content)}</del>
            <ins>{String(after.content)}</ins>
          </li>
        ))}
        {rest > 0 && <li>{t('legacy.more', { count: rest })}</li>}
      </ul>
    </>
  );
}

/** The open sheet's legacy text, each cell old and new, before it is converted. */
export function LegacyScreen({ pane, onLeave }: { pane: Pane; onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const { perform, stage } = pane;
  const [shown, setShown] = useState<Staged<StagedConversion> | null>(null);
  const look = useCallback(async (): Promise<void> => {
    setShown(await stage(convertLegacy, undefined));
  }, [stage]);
  useEffect(() => {
    void look();
  }, [look]);
  const write = async (): Promise<void> => {
    if (!shown) return;
    const done = await perform(convertLegacy, shown.plan, ({ cells }) => ({
      key: 'legacy.done',
      params: { cells },
      undo: true,
    }));
    if (done) onLeave();
    else await look();
  };
  return (
    <section aria-label={t('command.convert-legacy')}>
      <header className={layout.screenHeader}>
        <h2>{t('command.convert-legacy')}</h2>
        <DefaultButton text={t('legacy.leave')} onClick={onLeave} />
      </header>
      <p className={layout.muted}>{t('legacy.intro')}</p>
      {shown && <ConvertedCells staged={shown.plan} />}
      {shown?.warnings.map((problem, index) => (
        <p key={index} className={layout.warning}>
          <ProblemText problem={problem} />
        </p>
      ))}
      <div className={layout.row}>
        <DefaultButton text={t('legacy.again')} disabled={pane.isRunning} onClick={() => void look()} />
        {shown && (
          <PrimaryButton text={t('legacy.write')} disabled={pane.isRunning} onClick={() => void write()} />
        )}
      </div>
    </section>
  );
}
