import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import type { ReactElement } from 'react';
import type { Problem } from '../../annex/problem';
import { MERGE_CHOICES, type MergeChoice } from '../../workbook/plan-import';
import { ProblemText } from '../shell/ProblemText';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { FoundProblems } from './FoundProblems';
import { Preview } from './Preview';
import { StagedChanges } from './StagedChanges';
import { UnitFields } from './UnitFields';
import { printedDate } from './printed-date';
import type { AnnexImport, ImportFlow } from './use-import';

function count(tasks: readonly { applicability: string }[], applicability: string): number {
  return tasks.filter((task) => task.applicability === applicability).length;
}

function problemsOf({ reading }: AnnexImport): Problem[] {
  const { general, problems, history } = reading.reviewed;
  return [...general, ...history.now.rows.flatMap(({ key }) => problems.get(key) ?? [])];
}

export type StageAnnexProps = {
  pane: Pane;
  current: AnnexImport;
  flow: ImportFlow;
  onWritten: () => void;
};

/** What was found, and what writing it would change. */
export function StageAnnex({ pane, current, flow, onWritten }: StageAnnexProps): ReactElement {
  const { say } = useWords();
  const { annex } = current.reading.reviewed;
  const { edition, tasks, sections } = annex;
  const changesNothing = current.staged?.plan.plan.change === null;
  return (
    <section aria-label={current.name} className="import">
      <header className="import-head">
        <h2>{current.name}</h2>
        <DefaultButton text={say('pane.choose.again')} onClick={flow.leave} />
      </header>
      <p>
        <b>{say('pane.preview.found', { tasks: tasks.length, sections: sections.length })}</b>
        <br />
        {say('pane.preview.counts', {
          performed: count(tasks, 'performed'),
          notPerformed: count(tasks, 'notPerformed'),
          undecided: count(tasks, 'undecided'),
        })}
      </p>
      {edition.title && (
        <p className="quiet">
          {say('import.edition', { ...edition, year: edition.year ?? '', date: printedDate(edition.date) })}
        </p>
      )}
      <DefaultButton text={say('review.open')} onClick={() => flow.setStep('review')} />
      <FoundProblems problems={problemsOf(current)} />
      <Preview annex={annex} />
      <UnitFields unit={current.unit} onChange={flow.setUnit} />
      {pane.view?.table && (
        <ChoiceGroup
          label={say('pane.merge.title')}
          selectedKey={current.merge}
          options={MERGE_CHOICES.map((key) => ({ key, text: say(`merge.${key}`) }))}
          onChange={(_, option) => flow.setMerge((option?.key ?? 'replace-nonblank') as MergeChoice)}
        />
      )}
      <div className="write-bar" aria-live="polite">
        <h3>{say('pane.changes.title')}</h3>
        {current.staged ? <StagedChanges plan={current.staged.plan.plan} /> : <p>…</p>}
        {current.staged?.warnings.map((problem, index) => (
          <p key={index} className="warning">
            <ProblemText problem={problem} />
          </p>
        ))}
        <PrimaryButton
          text={say('pane.write')}
          disabled={!current.staged || changesNothing || pane.isRunning}
          onClick={() => void flow.write().then((written) => written && onWritten())}
        />
      </div>
    </section>
  );
}
