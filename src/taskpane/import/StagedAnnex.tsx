import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import type { ReactElement } from 'react';
import { formatAnnexTitle } from '../../annex/annex-label';
import { MERGE_MODES, type MergeMode } from '../../school-workbook/merge-modes';
import { formatOptionalDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { AnnexPreview } from './AnnexPreview';
import { DocumentChooser } from './DocumentChooser';
import { FoundProblems } from './FoundProblems';
import { ImportChanges } from './ImportChanges';
import { ProgressChoice } from './ProgressChoice';
import { TableChoice } from './tables/TableChoice';
import { UnitFields } from './UnitFields';
import type { AnnexImport, ImportFlow } from './use-import';
import { YearField } from './YearField';

function countByApplicability(tasks: readonly { applicability: string }[], applicability: string): number {
  return tasks.filter((task) => task.applicability === applicability).length;
}

function collectProblems({ reading }: AnnexImport): Problem[] {
  const { general, problems, history } = reading.reviewed;
  const { year } = reading.reviewed.annex.edition;
  const isOpen = ({ code }: Problem): boolean => code !== 'year-unknown' || year === null;
  return [...general.filter(isOpen), ...history.present.rows.flatMap(({ key }) => problems.get(key) ?? [])];
}

const isYearAsked = ({ reading }: AnnexImport): boolean =>
  reading.warnings.some(({ code }) => code === 'year-unknown');

type StagedAnnexProps = {
  pane: Pane;
  current: AnnexImport;
  flow: ImportFlow;
  onWritten: () => void;
};

/** What was found, and what writing it would change. */
export function StagedAnnex({ pane, current, flow, onWritten }: StagedAnnexProps): ReactElement {
  const { t } = useTranslation();
  const { annex } = current.reading.reviewed;
  const { edition, tasks, sections } = annex;
  const changesNothing = flow.staged?.plan.plan.change === null;
  return (
    <section aria-label={current.name}>
      <header className={layout.screenHeader}>
        <h2>{current.name}</h2>
        <DefaultButton text={t('pane.choose.again')} onClick={flow.leave} />
      </header>
      <p>
        <b>{t('pane.preview.found', { tasks: tasks.length, sections: sections.length })}</b>
        <br />
        {(['performed', 'notPerformed', 'undecided'] as const)
          .map((mark) => ({ mark, count: countByApplicability(tasks, mark) }))
          .filter(({ count }) => count > 0)
          .map(({ mark, count }) => t(`pane.preview.count.${mark}`, { count }))
          .join(' · ')}
      </p>
      {(edition.title || edition.number) && (
        <p className={layout.muted}>
          {t('import.edition', {
            title: formatAnnexTitle(edition.title),
            number: edition.number,
            issuer: edition.issuer,
            year: edition.year ?? '',
            date: formatOptionalDate(edition.date),
          })}
        </p>
      )}
      <UnitFields unit={current.unit} annex={annex} onChange={flow.setUnit} />
      <TableChoice
        key={current.reading.assembled.tables.join()}
        document={current.reading.document}
        taken={current.reading.assembled.tables}
        flow={flow}
        isRunning={pane.isRunning}
      />
      {isYearAsked(current) && <YearField onChange={flow.setYear} />}
      <DefaultButton text={t('review.open')} onClick={() => flow.setStep('review')} />
      <FoundProblems problems={collectProblems(current)} />
      <AnnexPreview annex={annex} />
      <DocumentChooser
        planned={flow.staged?.plan.plan.document ?? null}
        chosen={current.document}
        onChange={flow.setDocument}
      />
      {pane.view?.table && (
        <ChoiceGroup
          label={t('pane.merge.title')}
          selectedKey={current.merge}
          options={MERGE_MODES.map((key) => ({ key, text: t(`merge.${key}`) }))}
          onChange={(_, option) => flow.setMerge((option?.key ?? 'replace-nonblank') as MergeMode)}
        />
      )}
      <div className={layout.stickyBar} aria-live="polite">
        <h3>{t('pane.changes.title')}</h3>
        {flow.staged ? <ImportChanges plan={flow.staged.plan.plan} /> : <p>…</p>}
        {flow.staged?.warnings.map((problem, index) => (
          <p key={index} className={layout.warning}>
            <ProblemText problem={problem} />
          </p>
        ))}
        <ProgressChoice
          isChosen={current.withProgress}
          isDisabled={changesNothing}
          onChange={flow.setWithProgress}
        />
        <ExplainedButton
          primary
          text={t('pane.write')}
          why={changesNothing ? t('pane.changes.none') : null}
          disabled={!flow.staged || pane.isRunning}
          onClick={() => void flow.write().then((written) => written && onWritten())}
        />
      </div>
    </section>
  );
}
