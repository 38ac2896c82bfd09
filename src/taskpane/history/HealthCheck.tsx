import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { checkHealth } from '../../commands/check-health';
import { showLocation } from '../../commands/show-location';
import { formatLocation } from '../../i18n/format-problem';
import type { MessageKey } from '../../i18n/vi/messages';
import type { HealthIssue } from '../../school-workbook/health/health-issue';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import styles from './HealthCheck.module.css';

/** More would be a wall; what is fixed makes room for the rest. */
const MAX_ISSUES = 100;

type HealthIssueItemProps = {
  issue: HealthIssue;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  pane: Pane;
};

function HealthIssueItem({ issue: issue, chosen, onChoose, pane }: HealthIssueItemProps): ReactElement {
  const { t, locale } = useTranslation();
  const { place, fix: fix, details } = issue;
  const what = t(`trouble.${issue.code}` as MessageKey, details);
  const where = formatLocation(locale, place);
  return (
    <li className={styles.issue}>
      {fix ? (
        <Checkbox
          checked={chosen}
          label={what}
          ariaLabel={t('check-up.choose', { what })}
          onChange={(_, checked) => onChoose(checked === true)}
        />
      ) : (
        <p>
          <b>{t('check-up.by-hand')}</b> {what}
        </p>
      )}
      {where !== '' && (
        <p className={layout.muted}>
          {where}{' '}
          {place.sheet !== undefined && (
            <Link
              aria-label={`${t('check-up.show')}: ${where}`}
              onClick={() => void pane.show(showLocation, place)}
            >
              {t('check-up.show')}
            </Link>
          )}
        </p>
      )}
    </li>
  );
}

type HealthCheckProps = {
  pane: Pane;
  /** Starts the check without a click. */
  isWanted: boolean;
  onStarted: () => void;
};

/** *Kiểm tra sổ*: lists what is not as it should be in the workbook, and fixes what is chosen. */
export function HealthCheck({ pane, isWanted, onStarted }: HealthCheckProps): ReactElement {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const [issues, setIssues] = useState<readonly HealthIssue[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<HealthIssue>>(new Set());
  const shown = (issues ?? []).slice(0, MAX_ISSUES);
  const chosen = shown.filter((issue) => issue.fix && !left.has(issue));

  const show = (found: readonly HealthIssue[]): void => {
    setIssues(found);
    setLeft(new Set());
  };
  const check = async (): Promise<void> => {
    const found = await pane.stage(checkHealth, undefined);
    if (found) show(found.plan);
  };
  useEffect(() => {
    if (!isWanted || pane.isRunning) return;
    onStarted();
    section.current?.scrollIntoView({ block: 'start' });
    void check();
  });
  const choose = (issue: HealthIssue, wanted: boolean): void => {
    const next = new Set(left);
    if (wanted) next.delete(issue);
    else next.add(issue);
    setLeft(next);
  };

  return (
    <section
      ref={section}
      className={styles.root}
      data-testid="health-check"
      aria-labelledby="check-up-title"
    >
      <h2 id="check-up-title">{t('command.check-up')}</h2>
      <p className={layout.muted}>{t('check-up.about')}</p>
      <DefaultButton text={t('check-up.start')} disabled={pane.isRunning} onClick={() => void check()} />
      <div role="status">
        {issues && (
          <p>{issues.length === 0 ? t('check-up.none') : t('check-up.found', { count: issues.length })}</p>
        )}
      </div>
      {shown.length > 0 && (
        <ul className={styles.issues}>
          {shown.map((issue) => (
            <HealthIssueItem
              key={JSON.stringify([issue.code, issue.place, issue.details])}
              issue={issue}
              chosen={!left.has(issue)}
              onChoose={(wanted) => choose(issue, wanted)}
              pane={pane}
            />
          ))}
        </ul>
      )}
      {issues && issues.length > shown.length && (
        <p className={layout.muted}>{t('check-up.more', { count: issues.length - shown.length })}</p>
      )}
      {chosen.length > 0 && (
        <PrimaryButton
          text={t('check-up.mend', { count: chosen.length })}
          disabled={pane.isRunning}
          onClick={async () => {
            const done = await pane.perform(checkHealth, chosen, ({ fixed }) => ({
              key: 'check-up.mended',
              params: { count: fixed },
              undo: false,
            }));
            if (done) show(done.remaining);
          }}
        />
      )}
    </section>
  );
}
