import { Link } from 'office-ui-fabric-react/lib/Link';
import { type ReactElement, useState } from 'react';
import { showLedgerRow } from '../../commands/authority/show-ledger-row';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import { countTaskOutcomes } from '../../consolidation/ledger/count-task-outcomes';
import { getEffectiveMarks, getEntryKey, type LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { getTaskOutcome } from '../../consolidation/ledger/task-outcome';
import { formatLocation } from '../../i18n/format-problem';
import { OUTCOME_LABELS } from '../../sheets/labels/consolidation-labels';
import layout from '../components/layout.module.css';
import tiles from '../components/Tiles.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import lists from './lists.module.css';

const TOTAL_IDS = [
  'required',
  'performed',
  'notPerformed',
  'undecided',
  'done',
  'late',
  'needsReview',
] as const;
type TotalId = (typeof TOTAL_IDS)[number];

const MAX_ROWS = 200;

/** Whether a row is among those that a figure counts. */
function isCounted(entry: LedgerEntry, figure: TotalId, asOf: string): boolean {
  const { applicability, state } = getEffectiveMarks(entry);
  const outcome = getTaskOutcome(entry, asOf);
  switch (figure) {
    case 'required':
      return true;
    case 'performed':
    case 'notPerformed':
    case 'undecided':
      return applicability === figure;
    case 'done':
      return applicability === 'performed' && state === 'done';
    case 'late':
      return outcome === 'doneLate' || outcome === 'inProgressLate' || outcome === 'notStartedLate';
    case 'needsReview':
      return outcome === 'needsReview';
  }
}

type ConsolidationTotalsProps = {
  consolidation: Pick<Consolidation, 'entries' | 'asOf'>;
  pane: Pane;
  isWritten: boolean;
};

/** The figures as tiles; from each the rows behind it, from a row the file and cell it was read from. */
export function ConsolidationTotals({
  consolidation: book,
  pane,
  isWritten,
}: ConsolidationTotalsProps): ReactElement {
  const { t, locale } = useTranslation();
  const [chosen, setChosen] = useState<TotalId | null>(null);
  const params = countTaskOutcomes(book.entries, book.asOf);
  const rows =
    chosen === null
      ? []
      : book.entries.filter((entry) => entry.occurrence === '' && isCounted(entry, chosen, book.asOf));
  return (
    <section aria-labelledby="units-figures">
      <h2 id="units-figures">{t('units.figures')}</h2>
      <div className={tiles.tiles} data-testid="tiles">
        {TOTAL_IDS.map((figure) => (
          <button
            key={figure}
            type="button"
            className={tiles.tile}
            data-testid="tile"
            aria-pressed={chosen === figure}
            onClick={() => setChosen(chosen === figure ? null : figure)}
          >
            <b>{params[figure].toLocaleString(locale)}</b>
            <span>{t(`units.figure.${figure}`)}</span>
          </button>
        ))}
      </div>
      {chosen !== null && (
        <>
          <p role="status">{t('units.rows', { count: rows.length })}</p>
          <ul className={lists.list} tabIndex={0} aria-label={t('units.rows', { count: rows.length })}>
            {rows.slice(0, MAX_ROWS).map((entry) => (
              <li key={getEntryKey(entry)}>
                <b>
                  {entry.unit} · {entry.task.id}
                </b>{' '}
                {OUTCOME_LABELS[getTaskOutcome(entry, book.asOf)]}{' '}
                <span className={layout.muted}>
                  {formatLocation(locale, {
                    file: entry.from.file,
                    sheet: entry.from.sheet,
                    cell: entry.from.cell,
                  })}
                </span>{' '}
                {isWritten && (
                  <Link
                    aria-label={`${t('units.show')}: ${getEntryKey(entry)}`}
                    onClick={() => void pane.show(showLedgerRow, getEntryKey(entry))}
                  >
                    {t('units.show')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
