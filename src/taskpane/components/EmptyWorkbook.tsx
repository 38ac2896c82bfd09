import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { ReactElement } from 'react';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import styles from './EmptyWorkbook.module.css';
import layout from './layout.module.css';
import { ProblemText } from './ProblemText';

/** In place of a list: the workbook is being read, has no annex, or cannot be read. */
export function EmptyWorkbook({ pane, onImport }: { pane: Pane; onImport: () => void }): ReactElement {
  const { t } = useTranslation();
  if (!pane.view) return <Spinner label={t('pane.reading')} />;
  const { problems } = pane.view;
  if (problems.length > 0) {
    return (
      <ul className={layout.warning}>
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles.empty}>
      <p>
        <b>{t('pane.empty')}</b>
      </p>
      <p>{t('pane.empty.next')}</p>
      <PrimaryButton text={t('pane.go.import')} onClick={onImport} />
    </div>
  );
}
