import type { ReactElement } from 'react';
import type { Problem } from '../../shared/problem';
import { useTranslation } from '../shell/use-translation';

/** What happened, where, and what to do next. */
export function ProblemText({ problem }: { problem: Problem }): ReactElement {
  const { t: say, describe } = useTranslation();
  const { what, where, next } = describe(problem);
  return (
    <>
      {what}
      {where !== '' && <span className="where"> ({where})</span>}{' '}
      <span className="next">{say('pane.next', { next })}</span>
    </>
  );
}
