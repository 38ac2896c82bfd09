import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useMemo, useState } from 'react';
import { importPlan } from '../../../commands/import/import-plan';
import { type AnnexYear, setEditionYear } from '../../../import/assemble/annex-year';
import { toTargets } from '../../../school-workbook/targets/target-rows';
import { ExplainedButton } from '../../components/ExplainedButton';
import layout from '../../components/layout.module.css';
import { ProblemText } from '../../components/ProblemText';
import { useStagedCommand } from '../../components/use-staged-command';
import type { Pane } from '../../shell/use-pane';
import { useTranslation } from '../../shell/use-translation';
import { FoundProblems } from '../FoundProblems';
import { ProgressChoice } from '../ProgressChoice';
import { UnitFields } from '../UnitFields';
import { describeImport, type ImportFlow, type PlanImport } from '../use-import';
import { YearField } from '../YearField';
import { PlanChanges } from './PlanChanges';
import { PlanHeader } from './PlanHeader';
import { PlanItems } from './PlanItems';
import { type PickedTarget, PlanTargets } from './PlanTargets';

/** Ticks come in bursts; planning after the last of them is enough. */
const CHOOSING_DELAY_MS = 300;

type PlanScreenProps = {
  pane: Pane;
  current: PlanImport;
  flow: ImportFlow;
  onWritten: () => void;
};

/** A plan in prose: the clerk ticks which items become tasks and which targets are followed. */
export function PlanScreen({ pane, current, flow, onWritten }: PlanScreenProps): ReactElement {
  const { t } = useTranslation();
  const { plan: read, warnings } = current.reading;
  const [year, setYear] = useState<AnnexYear | null>(null);
  const isYearAsked = read.edition.year === null;
  const plan = useMemo(
    () => (isYearAsked && year ? { ...read, edition: setEditionYear(read.edition, year) } : read),
    [isYearAsked, read, year],
  );
  const open = warnings.filter(({ code }) => code !== 'year-unknown' || year === null);
  const { unit, withProgress } = current;
  const [items, setItems] = useState<ReadonlySet<number>>(new Set());
  const [targets, setTargets] = useState<readonly PickedTarget[]>(() =>
    toTargets(plan).map((target) => ({ target, isPicked: true })),
  );
  const pick = useMemo(
    () => ({
      plan,
      unit,
      items: [...items].sort((a, b) => a - b),
      targets: targets.filter(({ isPicked }) => isPicked).map(({ target }) => target),
      file: current.name,
      withProgress: withProgress && items.size > 0,
    }),
    [current.name, plan, unit, items, targets, withProgress],
  );
  const staged = useStagedCommand(importPlan, pick, pane, CHOOSING_DELAY_MS);
  const change = (which: readonly number[], isPicked: boolean): void =>
    setItems((before) => {
      const after = new Set(before);
      for (const item of which) {
        if (isPicked) after.add(item);
        else after.delete(item);
      }
      return after;
    });
  const write = async (): Promise<void> => {
    if (!staged) return;
    const done = await pane.perform(importPlan, staged.plan, describeImport);
    if (!done) return;
    flow.leave();
    if (pick.items.length > 0) onWritten();
  };
  return (
    <section aria-label={t('picking.title')}>
      <header className={layout.screenHeader}>
        <h2>{t('picking.title')}</h2>
        <DefaultButton text={t('pane.choose.again')} onClick={flow.leave} />
      </header>
      <p className={layout.muted}>{t('picking.intro', { name: current.name })}</p>
      <PlanHeader plan={plan} />
      {isYearAsked && <YearField onChange={setYear} />}
      {open.length > 0 && <FoundProblems problems={open} />}
      <PlanItems plan={plan} picked={items} onPick={change} />
      <PlanTargets
        targets={targets}
        onChange={(at, { isPicked, comparator }) =>
          setTargets((before) =>
            before.map((one, index) =>
              index === at
                ? {
                    isPicked: isPicked ?? one.isPicked,
                    target: comparator ? { ...one.target, comparator } : one.target,
                  }
                : one,
            ),
          )
        }
      />
      {!pane.view?.table && <UnitFields annex={null} unit={unit} onChange={flow.setUnit} />}
      <div className={layout.stickyBar} aria-live="polite">
        <h3>{t('pane.changes.title')}</h3>
        {staged ? <PlanChanges plan={staged.plan.plan} /> : <p>…</p>}
        {staged?.warnings.map((problem, index) => (
          <p key={index} className={layout.warning}>
            <ProblemText problem={problem} />
          </p>
        ))}
        {items.size > 0 && (
          <ProgressChoice isChosen={withProgress} isDisabled={false} onChange={flow.setWithProgress} />
        )}
        <ExplainedButton
          primary
          text={t('pane.write')}
          why={staged?.plan.plan.change === null ? t('picking.changes.none') : null}
          disabled={!staged || pane.isRunning}
          onClick={() => void write()}
        />
      </div>
    </section>
  );
}
