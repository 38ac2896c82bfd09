import { type ReactElement, useState } from 'react';
import { COLUMN_ROLES, type ColumnRole, PRINTED_HEADERS } from '../../../annex/header-vocabulary';
import type { ColumnAssignment } from '../../../import/assemble/assign-columns';
import type { TableSummary } from '../../../import/assemble/list-tables';
import { ExplainedButton } from '../../components/ExplainedButton';
import layout from '../../components/layout.module.css';
import { PaneDropdown } from '../../components/PaneDropdown';
import { useTranslation } from '../../shell/use-translation';
import styles from './tables.module.css';

/** Key of the choice for a column that an annex has no place for. */
const UNUSED = '';

type ColumnAssignmentFormProps = {
  table: TableSummary;
  isRunning: boolean;
  onAssign: (columns: ColumnAssignment) => void;
};

/** The headers of a table with what stands below them, each to be given its column of the annex. */
export function ColumnAssignmentForm({
  table,
  isRunning,
  onAssign,
}: ColumnAssignmentFormProps): ReactElement {
  const { t } = useTranslation();
  const [roles, setRoles] = useState<readonly (ColumnRole | null)[]>(() =>
    table.columns.map(({ role }) => role),
  );
  const hasContent = roles.includes('content');
  const options = [
    { key: UNUSED, text: t('tables.unused') },
    ...COLUMN_ROLES.map((role) => ({ key: role, text: PRINTED_HEADERS[role] })),
  ];
  return (
    <>
      <p>{t('tables.columns', { name: table.name, rows: table.tasks })}</p>
      <ul className={styles.columns}>
        {table.columns.map(({ header }, index) => (
          <li key={index}>
            <PaneDropdown
              label={t('tables.column', { number: index + 1, header })}
              selectedKey={roles[index] ?? UNUSED}
              options={options}
              onChange={(_, option) =>
                option &&
                setRoles((now) =>
                  now.map((role, at) => (at === index ? ((option.key || null) as ColumnRole | null) : role)),
                )
              }
            />
            {table.sample[index] && (
              <p className={`${layout.muted} ${styles.sample}`}>
                {t('tables.sample', { text: table.sample[index] })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {!hasContent && <p className={layout.warning}>{t('tables.noContent')}</p>}
      <ExplainedButton
        primary
        text={t('tables.assigned')}
        why={hasContent ? null : t('tables.noContent')}
        disabled={isRunning}
        onClick={() => onAssign(Object.fromEntries(roles.map((role, index) => [index, role])))}
      />
    </>
  );
}
