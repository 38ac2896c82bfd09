import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Component, type ReactElement, type ReactNode } from 'react';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import { toInternalProblem } from './to-internal-problem';
import { useTranslation } from './use-translation';

function FailedScreen({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={layout.callout} role="alert" data-testid="failed-screen">
      <p>
        <ProblemText problem={toInternalProblem(error)} />
      </p>
      <PrimaryButton text={t('pane.reload')} onClick={() => window.location.reload()} />
    </section>
  );
}

type ErrorBoundaryProps = { children: ReactNode };

/** Shows in place of a screen that it could not be shown, and why; what stands around it goes on working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('unknown') };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <FailedScreen error={error} />;
  }
}
