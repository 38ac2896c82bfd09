import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import layout from '../components/layout.module.css';
import { Guide } from '../help/Guide';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { AnnexChooser } from './AnnexChooser';
import { useImport } from './use-import';

// Not needed at the first look: they are loaded ahead, or when they are opened.
const StagedAnnex = lazy(async () => ({ default: (await import('./StagedAnnex')).StagedAnnex }));
const ReviewScreen = lazy(async () => ({ default: (await import('./review/ReviewScreen')).ReviewScreen }));
const PlanScreen = lazy(async () => ({ default: (await import('./plan/PlanScreen')).PlanScreen }));
const TableQuestionScreen = lazy(async () => ({
  default: (await import('./tables/TableQuestionScreen')).TableQuestionScreen,
}));
const LegacyScreen = lazy(async () => ({ default: (await import('./LegacyScreen')).LegacyScreen }));

/** Choose an annex or a plan, look it over, write it. */
export function ImportTab({ pane, onWritten }: { pane: Pane; onWritten: () => void }): ReactElement {
  const { t } = useTranslation();
  const flow = useImport(pane);
  const [isConverting, setConverting] = useState(false);
  const { current } = flow;
  if (!current)
    return (
      <>
        {pane.view?.table === null && <Guide />}
        <AnnexChooser disabled={pane.isRunning} onChoose={(source) => void flow.choose(source)} />
        {isConverting ? (
          <Suspense fallback={<Spinner label={t('review.loading')} />}>
            <LegacyScreen pane={pane} onLeave={() => setConverting(false)} />
          </Suspense>
        ) : (
          <DefaultButton
            className={layout.wrapping}
            text={t('command.convert-legacy')}
            disabled={pane.isRunning}
            onClick={() => setConverting(true)}
          />
        )}
      </>
    );
  if (current.kind === 'annex' && current.step === 'stage')
    return (
      <Suspense fallback={<Spinner label={t('review.loading')} />}>
        <StagedAnnex pane={pane} current={current} flow={flow} onWritten={onWritten} />
      </Suspense>
    );
  return (
    <Suspense fallback={<Spinner label={t('review.loading')} />}>
      {current.kind === 'annex' ? (
        <ReviewScreen current={current} flow={flow} isRunning={pane.isRunning} />
      ) : current.kind === 'question' ? (
        <TableQuestionScreen current={current} flow={flow} isRunning={pane.isRunning} />
      ) : (
        <PlanScreen pane={pane} current={current} flow={flow} onWritten={onWritten} />
      )}
    </Suspense>
  );
}
