import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { type ReactElement, useState } from 'react';
import type { Task } from '../../annex/types';
import { carryOverProgress, type StagedCarryOver } from '../../commands/progress/index';
import type { CarryOver } from '../../progress/propose-carry-overs';
import { listSeveralDocuments } from '../../school-workbook/documents/documents';
import { ApplicabilityChip } from '../components/ApplicabilityChip';
import { DocumentFilter } from '../components/DocumentFilter';
import { ExplainedButton } from '../components/ExplainedButton';
import { FilePicker } from '../components/FilePicker';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';

type CarryOverScreenProps = { pane: Pane; onLeave: () => void };

type CarryOverProposalProps = {
  proposal: CarryOver;
  task: Task | undefined;
  isAccepted: boolean;
  onAccept: (isAccepted: boolean) => void;
};

function CarryOverProposal({ proposal, task, isAccepted, onAccept }: CarryOverProposalProps): ReactElement {
  const { t } = useTranslation();
  const { decision, match, from } = proposal;
  return (
    <li>
      <Checkbox
        checked={isAccepted}
        label={t('track.carry.pair', { task: proposal.task, from, match: t(`track.carry.${match}`) })}
        onChange={(_, checked = false) => onAccept(checked)}
      />
      <p className={layout.content}>{task?.content}</p>
      <p>
        <ApplicabilityChip applicability={decision.applicability} />{' '}
        <span className={layout.muted}>
          {[decision.reason, decision.resolvedTiming, decision.note]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
      </p>
    </li>
  );
}

/** Last year's workbook: its marks, reasons and settled timings as proposals for this year's tasks. */
export function CarryOverScreen({ pane, onLeave }: CarryOverScreenProps): ReactElement {
  const { t } = useTranslation();
  const [staged, setStaged] = useState<StagedCarryOver | null>(null);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [document, setDocument] = useState('');
  const documents = listSeveralDocuments(pane.view?.facts ?? null);
  const tasks = new Map(pane.view?.table?.rows.map(({ task }) => [task.id, task]));

  const read = async (file: File): Promise<void> => {
    const found = await pane.stage(carryOverProgress, {
      file: file.name,
      source: file,
      ...(document !== '' && { document }),
    });
    if (found && found.warnings.length > 0) pane.report(found.warnings);
    setStaged(found?.plan ?? null);
    setAccepted(new Set(found?.plan.accepted));
  };
  const accept = (task: string, isAccepted: boolean): void =>
    setAccepted((before) => {
      const after = new Set(before);
      if (isAccepted) after.add(task);
      else after.delete(task);
      return after;
    });
  const write = async (plan: StagedCarryOver): Promise<void> => {
    const chosen = { ...plan, accepted: [...accepted] };
    const done = await pane.perform(carryOverProgress, chosen, ({ written, tasks: count }) =>
      written
        ? { key: 'track.carry.done', params: { count }, undo: true }
        : { key: 'track.carry.nothing', undo: false },
    );
    if (done) onLeave();
  };

  return (
    <section aria-label={t('command.carry-over')} className={layout.form}>
      <header className={layout.screenHeader}>
        <h2>{t('command.carry-over')}</h2>
        <DefaultButton text={t('track.back')} onClick={onLeave} />
      </header>
      <p className={layout.muted}>{t('track.carry.intro')}</p>
      <DocumentFilter
        documents={documents}
        chosen={document}
        onChange={(code) => {
          setDocument(code);
          setStaged(null);
        }}
      />
      <FilePicker
        label={t('track.carry.file')}
        accept=".xlsx,.xlsm"
        disabled={pane.isRunning}
        onPick={([file]) => file && void read(file)}
      />
      {staged && (
        <>
          <ul className={layout.plainList}>
            {staged.proposals.map((proposal) => (
              <CarryOverProposal
                key={proposal.task}
                proposal={proposal}
                task={tasks.get(proposal.task)}
                isAccepted={accepted.has(proposal.task)}
                onAccept={(isAccepted) => accept(proposal.task, isAccepted)}
              />
            ))}
          </ul>
          <div className={layout.stickyBar}>
            <ExplainedButton
              primary
              text={t('track.carry.write', { count: accepted.size })}
              why={accepted.size === 0 ? t('track.carry.none') : null}
              disabled={pane.isRunning}
              onClick={() => void write(staged)}
            />
          </div>
        </>
      )}
    </section>
  );
}
