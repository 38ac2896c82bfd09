import type { ReactElement } from 'react';
import type { Problem } from '../../shared/problem';
import { useTranslation } from '../shell/use-translation';
import styles from './ProblemText.module.css';

/** What happened, where, and what to do next. */
export function ProblemText({ problem }: { problem: Problem }): ReactElement {
  const { t, describe } = useTranslation();
  const { what, where, next } = describe(problem);
  return (
    <>
      {what}
      {where !== '' && <span className={styles.detail}> ({where})</span>}{' '}
      <span className={styles.detail}>{t('pane.next', { next })}</span>
    </>
  );
}
