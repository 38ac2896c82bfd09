import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import type { ReactElement } from 'react';
import type { Comparator } from '../../../import/plan-document/types';
import type { Target } from '../../../school-workbook/targets/target-rows';
import { COMPARATOR_LABELS } from '../../../sheets/labels/target-labels';
import { useTranslation } from '../../shell/use-translation';

export type PickedTarget = { target: Target; isPicked: boolean };

type PlanTargetsProps = {
  targets: readonly PickedTarget[];
  onChange: (index: number, change: { isPicked?: boolean; comparator?: Comparator }) => void;
};

const COMPARATORS = Object.keys(COMPARATOR_LABELS) as Comparator[];

/** The figures a plan wants reached: those that are ticked go on their sheet, compared as the clerk says. */
export function PlanTargets({ targets, onChange }: PlanTargetsProps): ReactElement | null {
  const { t: say, locale } = useTranslation();
  if (targets.length === 0) return null;
  return (
    <section aria-label={say('picking.targets')}>
      <h3>{say('picking.targets')}</h3>
      <p className="quiet">{say('picking.targets.hint')}</p>
      <ul className="pick-list">
        {targets.map(({ target, isPicked }, index) => (
          <li key={index}>
            <Checkbox
              label={target.text}
              checked={isPicked}
              onChange={(_, now = false) => onChange(index, { isPicked: now })}
            />
            <p className="figure">
              {target.item && <span className="quiet">{target.item} · </span>}
              <select
                aria-label={say('picking.comparator', { target: target.text })}
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
