import { type ReactElement, useState } from 'react';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import { countTaskOutcomes } from '../../consolidation/ledger/count-task-outcomes';
import { getEffectiveMarks, type LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { getTaskOutcome } from '../../consolidation/ledger/task-outcome';
import tiles from '../components/Tiles.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { DrillList } from './DrillList';

const TOTAL_IDS = [
  'required',
  'performed',
  'notPerformed',
  'undecided',
  'done',
  'overdue',
  'needsReview',
] as const;
type TotalId = (typeof TOTAL_IDS)[number];

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
    case 'overdue':
      return outcome === 'inProgressLate' || outcome === 'notStartedLate';
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
        <DrillList key={chosen} entries={rows} asOf={book.asOf} pane={pane} isWritten={isWritten} />
      )}
    </section>
  );
}
