import type { ReactElement } from 'react';
import type { Finding } from '../../consolidation/findings/finding';
import { countTasks, type FindingGroup, groupFindings } from '../../consolidation/findings/group-findings';
import { describeFinding } from '../../i18n/describe-finding';
import { formatLocation } from '../../i18n/format-problem';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import lists from './lists.module.css';

/** More lines would only slow the pane down; all of them come into the workbook. */
const MAX_GROUPS = 200;
const MAX_LINES = 60;

type UnitNames = ReadonlyMap<string, string>;

function FindingText({ finding, name }: { finding: Finding; name: string }): ReactElement {
  const { locale } = useTranslation();
  const where = formatLocation(locale, finding.place);
  return (
    <>
      {name !== '' && <b>{name}</b>} {finding.task !== '' && <b>· {finding.task}</b>}{' '}
      {describeFinding(locale, finding)} {where !== '' && <span className={layout.muted}>{where}</span>}
    </>
  );
}

function FindingGroupItem({ group, name }: { group: FindingGroup; name: string }): ReactElement {
  const { t } = useTranslation();
  const [first, ...others] = group.findings;
  if (first && others.length === 0) {
    return (
      <li>
        <FindingText finding={first} name={name} />
      </li>
    );
  }
  const rest = group.findings.length - MAX_LINES;
  return (
    <li>
      {group.isRenumbering ? (
        <span>
          <b>{name}</b> {t('units.finding.renumbered', { count: countTasks(group.findings) })}
        </span>
      ) : (
        first && <FindingText finding={{ ...first, task: '', place: {} }} name={name} />
      )}
      <details>
        <summary tabIndex={0}>{t('units.finding.all', { count: group.findings.length })}</summary>
        <ul className={layout.plainList}>
          {group.findings.slice(0, MAX_LINES).map((finding, index) => (
            <li key={index}>
              <FindingText finding={finding} name="" />
            </li>
          ))}
          {rest > 0 && <li>{t('units.more', { count: rest })}</li>}
        </ul>
      </details>
    </li>
  );
}

type FindingListProps = { findings: readonly Finding[]; names: UnitNames };

/**
 * What the officer should look at; findings of one kind in one workbook are one line, which opens.
 * @returns null if there is nothing
 */
export function FindingList({ findings, names }: FindingListProps): ReactElement | null {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  const groups = groupFindings(findings);
  const rest = groups.length - MAX_GROUPS;
  return (
    <details data-testid="findings">
      <summary tabIndex={0}>{t('units.findings', { count: findings.length })}</summary>
      <ul className={lists.list} tabIndex={0} aria-label={t('units.findings', { count: findings.length })}>
        {groups.slice(0, MAX_GROUPS).map((group) => (
          <FindingGroupItem key={group.key} group={group} name={names.get(group.unit) ?? group.unit} />
        ))}
        {rest > 0 && <li>{t('units.more', { count: rest })}</li>}
      </ul>
    </details>
  );
}
