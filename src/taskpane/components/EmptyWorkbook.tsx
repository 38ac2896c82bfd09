import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import type { ReactElement } from 'react';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { ProblemText } from './ProblemText';

/** In place of a list: the workbook is being read, has no annex, or cannot be read. */
export function EmptyWorkbook({ pane, onImport }: { pane: Pane; onImport: () => void }): ReactElement {
  const { t: say } = useTranslation();
  if (!pane.view) return <Spinner label={say('pane.reading')} />;
  const { problems } = pane.view;
  if (problems.length > 0) {
    return (
      <ul className="warning">
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className="empty">
      <p>
        <b>{say('pane.empty')}</b>
      </p>
      <p>{say('pane.empty.next')}</p>
      <PrimaryButton text={say('pane.go.import')} onClick={onImport} />
    </div>
  );
}
