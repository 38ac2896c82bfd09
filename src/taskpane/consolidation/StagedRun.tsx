import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import { BOOK_TABLES } from '../../workbook/consolidation/book-snapshot';
import { allFindings } from '../../workbook/consolidation/report';
import { missingUnits } from '../../consolidation/ledger/consolidated';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import type { Consolidation, Result } from './use-consolidation';

/** What the workbook will get, table by table, before anything is written. */
export function StagedRun({
  run,
  result,
  pane,
}: {
  run: Consolidation;
  result: Result;
  pane: Pane;
}): ReactElement {
  const { say } = useWords();
  const { staged } = run;
  const { book } = result;
  const missing = missingUnits(book);
  const changes = staged?.changes;
  const lines = BOOK_TABLES.flatMap(({ table, sheet }) => {
    const one = changes?.tables[table];
    return one && one.added + one.changed + one.removed > 0 ? [{ sheet, ...one }] : [];
  });
  return (
    <section aria-labelledby="units-preview">
      <h2 id="units-preview">{say('units.preview')}</h2>
      <p>
        {say('units.sent', {
          expected: book.units.length,
          sent: book.units.length - missing.length,
          missing: missing.length,
        })}
      </p>
      {missing.length > 0 && <p className="quiet">{missing.map(({ name }) => name).join('; ')}</p>}
      <p>{say('units.findings', { count: allFindings(book).length })}</p>
      {changes && lines.length === 0 && <p>{say('units.nothing')}</p>}
      <ul className="changes">
        {lines.map((line) => (
          <li key={line.sheet}>{say('units.change', line)}</li>
        ))}
      </ul>
      <p className="quiet">{say('units.no-undo')}</p>
      <PrimaryButton
        text={say('units.apply')}
        disabled={!staged || pane.isRunning}
        onClick={() => void run.apply()}
      />
    </section>
  );
}
