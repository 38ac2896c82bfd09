import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import { collectFindings, collectIdentityFindings } from '../../authority-workbook/consolidation-report';
import { TABLE_SCHEMAS } from '../../authority-workbook/consolidation-snapshot';
import { getFindingKey } from '../../consolidation/findings/finding';
import { type Consolidation, findMissingUnits } from '../../consolidation/ledger/consolidation';
import type { ConsolidationRun } from '../../consolidation/run/run-consolidation';
import { describeFinding } from '../../i18n/describe-finding';
import { formatLocation } from '../../i18n/format-problem';
import { hideZeros } from '../../i18n/hide-zeros';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { FindingList } from './FindingList';
import lists from './lists.module.css';
import type { ConsolidationState } from './use-consolidation';

/** More lines would only slow the pane down; all of them come into the workbook. */
const MAX_IDENTITY_LINES = 50;

/**
 * Lists whose answers may not be their own, or not be there at all: copies, blank workbooks, another unit's name.
 * @returns null if there are none
 */
function IdentityFindings({ consolidation }: { consolidation: Consolidation }): ReactElement | null {
  const { t, locale } = useTranslation();
  const unsettled = collectIdentityFindings(consolidation);
  if (unsettled.length === 0) return null;
  return (
    <>
      <h3 id="units-identity">{t('units.identity', { count: unsettled.length })}</h3>
      <ul className={lists.list} tabIndex={0} aria-labelledby="units-identity">
        {unsettled.slice(0, MAX_IDENTITY_LINES).map((finding) => (
          <li key={`${getFindingKey(finding)} ${finding.place.file}`}>
            {describeFinding(locale, finding)}{' '}
            <span className={layout.muted}>{formatLocation(locale, finding.place)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the workbook will get, table by table, before anything is written. */
export function ConsolidationPreview({
  run,
  result,
  pane,
}: {
  run: ConsolidationState;
  result: ConsolidationRun;
  pane: Pane;
}): ReactElement {
  const { t } = useTranslation();
  const { staged } = run;
  const { consolidation: book } = result;
  const missing = findMissingUnits(book);
  const changes = staged?.changes;
  const lines = TABLE_SCHEMAS.flatMap(({ table, sheet }) => {
    const one = changes?.tables[table];
    return one && one.added + one.changed + one.removed > 0 ? [{ sheet, counts: one }] : [];
  });
  return (
    <section aria-labelledby="units-preview">
      <h2 id="units-preview">{t('units.preview')}</h2>
      <p>
        {t('units.sent', {
          expected: book.units.length,
          sent: book.units.length - missing.length,
          missing: missing.length || '',
        })}
      </p>
      {missing.length > 0 && <p className={layout.muted}>{missing.map(({ name }) => name).join('; ')}</p>}
      <IdentityFindings consolidation={book} />
      <FindingList
        findings={collectFindings(book)}
        names={new Map(book.units.map(({ code, name }) => [code, name]))}
      />
      {changes && lines.length === 0 && <p>{t('units.nothing')}</p>}
      <ul className={lists.list}>
        {lines.map(({ sheet, counts }) => (
          <li key={sheet}>{t('units.change', { sheet, ...hideZeros(counts) })}</li>
        ))}
      </ul>
      <p className={layout.muted}>{t('units.no-undo')}</p>
      <PrimaryButton
        text={t('units.apply')}
        disabled={!staged || pane.isRunning}
        onClick={() => void run.apply()}
      />
    </section>
  );
}
