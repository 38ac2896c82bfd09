import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { type ReactElement, useState } from 'react';
import { checkHealth } from '../../commands/check-health';
import { showLocation } from '../../commands/show-location';
import { formatLocation } from '../../i18n/format-problem';
import type { MessageKey } from '../../i18n/vi/messages';
import type { HealthIssue } from '../../school-workbook/health/health-issue';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import styles from './HealthCheck.module.css';

/** More would be a wall; what is mended makes room for the rest. */
const MAX_ISSUES = 100;

type HealthIssueItemProps = {
  issue: HealthIssue;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  pane: Pane;
};

function HealthIssueItem({ issue: trouble, chosen, onChoose, pane }: HealthIssueItemProps): ReactElement {
  const { t, locale } = useTranslation();
  const { place, fix: mend, details } = trouble;
  const what = t(`trouble.${trouble.code}` as MessageKey, details);
  const where = formatLocation(locale, place);
  return (
    <li className={styles.issue}>
      {mend ? (
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

/** *Kiểm tra sổ*: lists what is not as it should be in the workbook, and mends what is chosen. */
export function HealthCheck({ pane }: { pane: Pane }): ReactElement {
  const { t } = useTranslation();
  const [troubles, setTroubles] = useState<readonly HealthIssue[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<HealthIssue>>(new Set());
  const shown = (troubles ?? []).slice(0, MAX_ISSUES);
  const chosen = shown.filter((trouble) => trouble.fix && !left.has(trouble));

  const show = (found: readonly HealthIssue[]): void => {
    setTroubles(found);
    setLeft(new Set());
  };
  const choose = (trouble: HealthIssue, wanted: boolean): void => {
    const next = new Set(left);
    if (wanted) next.delete(trouble);
    else next.add(trouble);
    setLeft(next);
  };

  return (
    <section className={styles.root} data-testid="health-check" aria-labelledby="check-up-title">
      <h2 id="check-up-title">{t('command.check-up')}</h2>
      <p className={layout.muted}>{t('check-up.about')}</p>
      <DefaultButton
        text={t('check-up.start')}
        disabled={pane.isRunning}
        onClick={async () => {
          const found = await pane.stage(checkHealth, undefined);
          if (found) show(found.plan);
        }}
      />
      <div role="status">
        {troubles && (
          <p>
            {troubles.length === 0 ? t('check-up.none') : t('check-up.found', { count: troubles.length })}
          </p>
        )}
      </div>
      {shown.length > 0 && (
        <ul className={styles.issues}>
          {shown.map((trouble) => (
            <HealthIssueItem
              key={JSON.stringify([trouble.code, trouble.place, trouble.details])}
              issue={trouble}
              chosen={!left.has(trouble)}
              onChoose={(wanted) => choose(trouble, wanted)}
              pane={pane}
            />
          ))}
        </ul>
      )}
      {troubles && troubles.length > shown.length && (
        <p className={layout.muted}>{t('check-up.more', { count: troubles.length - shown.length })}</p>
      )}
      {chosen.length > 0 && (
        <PrimaryButton
          text={t('check-up.mend', { count: chosen.length })}
          disabled={pane.isRunning}
          onClick={async () => {
            const done = await pane.perform(checkHealth, chosen, ({ fixed: mended }) => ({
              key: 'check-up.mended',
              figures: { count: mended },
              undo: false,
            }));
            if (done) show(done.remaining);
          }}
        />
      )}
    </section>
  );
}
