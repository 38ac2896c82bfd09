import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import type { ReactElement } from 'react';
import type { Comparator } from '../../../import/plan-document/types';
import type { Target } from '../../../school-workbook/targets/target-rows';
import { COMPARATOR_LABELS } from '../../../sheets/labels/target-labels';
import layout from '../../components/layout.module.css';
import { useTranslation } from '../../shell/use-translation';
import styles from './pick-list.module.css';

export type PickedTarget = { target: Target; isPicked: boolean };

type PlanTargetsProps = {
  targets: readonly PickedTarget[];
  onChange: (index: number, change: { isPicked?: boolean; comparator?: Comparator }) => void;
};

const COMPARATORS = Object.keys(COMPARATOR_LABELS) as Comparator[];

/**
 * Lists the values that a plan wants reached: the ticked ones go on their sheet, compared as the clerk chooses.
 * @returns null if the plan has none
 */
export function PlanTargets({ targets, onChange }: PlanTargetsProps): ReactElement | null {
  const { t, locale } = useTranslation();
  if (targets.length === 0) return null;
  return (
    <section aria-label={t('picking.targets')}>
      <h3>{t('picking.targets')}</h3>
      <p className={layout.muted}>{t('picking.targets.hint')}</p>
      <ul className={styles.list}>
        {targets.map(({ target, isPicked }, index) => (
          <li key={index}>
            <Checkbox
              label={target.text}
              checked={isPicked}
              onChange={(_, now = false) => onChange(index, { isPicked: now })}
            />
            <p className={styles.value}>
              {target.item && <span className={layout.muted}>{target.item} · </span>}
              <select
                aria-label={t('picking.comparator', { target: target.text })}
                value={target.comparator}
                onChange={(event) => onChange(index, { comparator: event.target.value as Comparator })}
              >
                {COMPARATORS.map((comparator) => (
                  <option key={comparator} value={comparator}>
                    {COMPARATOR_LABELS[comparator]}
                  </option>
                ))}
              </select>{' '}
              <b>
                {target.value.toLocaleString(locale)} {target.unit}
              </b>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
