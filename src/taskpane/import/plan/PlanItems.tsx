import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import type { ReactElement } from 'react';
import { formatPlanLabel } from '../../../import/plan-document/format-plan-label';
import type { PlanDocument } from '../../../import/plan-document/types';
import layout from '../../components/layout.module.css';
import { useTranslation } from '../../shell/use-translation';
import styles from './pick-list.module.css';

type PlanSection = { number: string; title: string; items: number[] };

function groupBySection({ items }: PlanDocument): PlanSection[] {
  const sections = new Map<string, PlanSection>();
  items.forEach(({ section, sectionTitle }, index) => {
    const found = sections.get(section) ?? { number: section, title: sectionTitle, items: [] };
    found.items.push(index);
    sections.set(section, found);
  });
  return [...sections.values()];
}

type UnitsOfItemProps = { leadUnit?: string; coordinatingUnit?: string; product?: string };

/**
 * Says who does an item and what comes of it.
 * @returns null if the plan does not say
 */
function UnitsOfItem({ leadUnit = '', coordinatingUnit = '', product = '' }: UnitsOfItemProps) {
  const { t } = useTranslation();
  const said = [
    ...(leadUnit ? [t('picking.lead', { leadUnit })] : []),
    ...(coordinatingUnit ? [t('picking.coordinating', { coordinatingUnit })] : []),
    ...(product ? [t('picking.product', { product })] : []),
  ];
  return said.length === 0 ? null : <p className={layout.muted}>{said.join(' · ')}</p>;
}

type PlanItemsProps = {
  plan: PlanDocument;
  picked: ReadonlySet<number>;
  onPick: (items: readonly number[], isPicked: boolean) => void;
};

/** The items of a plan by section: those that are ticked become tasks. */
export function PlanItems({ plan, picked, onPick }: PlanItemsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section aria-label={t('picking.items')}>
      <h3>{t('picking.items')}</h3>
      <p className={layout.muted}>{t('picking.items.hint')}</p>
      {groupBySection(plan).map(({ number, title, items }) => {
        const chosen = items.filter((item) => picked.has(item)).length;
        return (
          <details key={number}>
            <summary tabIndex={0}>
              {t('picking.section', {
                title: [formatPlanLabel(number), title].filter(Boolean).join('. '),
                chosen,
                count: items.length,
              })}
            </summary>
            <Checkbox
              label={t('picking.section.all')}
              checked={chosen === items.length}
              indeterminate={chosen > 0 && chosen < items.length}
              onChange={(_, isPicked = false) => onPick(items, isPicked)}
            />
            <ul className={styles.list}>
              {items.map((item) => {
                const { number: label = '', text = '', timing = [], ...details } = plan.items[item] ?? {};
                return (
                  <li key={item}>
                    <Checkbox
                      label={[label, text].filter(Boolean).join('. ')}
                      checked={picked.has(item)}
                      onChange={(_, isPicked = false) => onPick([item], isPicked)}
                    />
                    <UnitsOfItem {...details} />
                    {timing.length > 0 && (
                      <p className={layout.muted}>{t('pane.task.timing', { timing: timing.join('; ') })}</p>
                    )}
                  </li>
                );
              })}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
