import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { ReactElement } from 'react';
import type { BusyState } from './use-pane';
import { useTranslation } from './use-translation';

/** What is running, how far it is, and the way to stop it where there is one. */
export function BusyIndicator({ busy }: { busy: BusyState }): ReactElement {
  const { t: say } = useTranslation();
  const { label, progress, progressKey, stop } = busy;
  return (
    <div className="working">
      <ProgressIndicator
        label={say('pane.working', { command: say(label) })}
        description={progress ? say(progressKey, progress) : undefined}
        percentComplete={progress ? progress.done / progress.total : undefined}
      />
      {stop && <DefaultButton text={say('pane.cancel')} onClick={stop} />}
    </div>
  );
}
