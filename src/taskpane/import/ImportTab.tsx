import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import { MERGE_CHOICES, type MergeChoice } from '../../workbook/plan-import';
import { ProblemText } from '../shell/ProblemText';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { ChooseAnnex } from './ChooseAnnex';
import { FoundProblems } from './FoundProblems';
import { Preview } from './Preview';
import { StagedChanges } from './StagedChanges';
import { useImport } from './use-import';

const count = (tasks: readonly { applicability: string }[], applicability: string): number =>
  tasks.filter((task) => task.applicability === applicability).length;

/** 2026-01-16 → 16/01/2026, as offices write it; '' stays. */
const printedDate = (iso: string): string => iso.split('-').reverse().join('/');

/** Choose an annex, look at what was found, write it. */
export const ImportTab = ({ pane, onWritten }: { pane: Pane; onWritten: () => void }): ReactElement => {
  const { say } = useWords();
  const flow = useImport(pane);
  const { current } = flow;
  if (!current)
    return <ChooseAnnex disabled={pane.isRunning} onChoose={(source) => void flow.choose(source)} />;

  const { annex } = current.read.assembled;
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
      <FoundProblems problems={current.warnings} />
      <Preview annex={annex} />
      <TextField
        label={say('pane.unit.name')}
        description={say('pane.unit.name.hint')}
        value={current.unit.name}
        onChange={(_, name = '') => flow.setUnit({ ...current.unit, name })}
      />
      <TextField
        label={say('pane.unit.code')}
        description={say('pane.unit.code.hint')}
        value={current.unit.code}
        onChange={(_, code = '') => flow.setUnit({ ...current.unit, code })}
      />
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
};
