import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { ReactElement } from 'react';
import styles from './BusyIndicator.module.css';
import type { BusyState } from './use-pane';
import { useTranslation } from './use-translation';

/** What is running, how far it is, and the way to stop it where there is one. */
export function BusyIndicator({ busy }: { busy: BusyState }): ReactElement {
  const { t } = useTranslation();
  const { label, progress, progressKey, stop } = busy;
  return (
    <div className={styles.busy}>
      <ProgressIndicator
        label={label ? t('pane.working', { command: t(label) }) : t('pane.opening')}
        description={progress ? t(progressKey, progress) : undefined}
        percentComplete={progress ? progress.done / progress.total : undefined}
      />
      {stop && <DefaultButton text={t('pane.cancel')} onClick={stop} />}
    </div>
  );
}
