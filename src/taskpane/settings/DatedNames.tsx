import { ActionButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { DatedName } from '../../annex/office-settings';
import { DateField } from '../components/DateField';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import styles from './DatedNames.module.css';

type DatedNamesProps = {
  /** What a line names: "Cơ quan cấp trên". */
  label: string;
  hint: string;
  names: readonly DatedName[];
  wrong?: string | undefined;
  onChange: (names: DatedName[]) => void;
};

/** Names, each from a day on. */
export function DatedNames({ label, hint, names, wrong, onChange }: DatedNamesProps): ReactElement {
  const { t } = useTranslation();
  const change = (at: number, changed: Partial<DatedName>): void =>
    onChange(names.map((name, index) => (index === at ? { ...name, ...changed } : name)));
  return (
    <fieldset>
      <legend>{label}</legend>
      <p className={layout.muted}>{hint}</p>
      {names.length > 0 && (
        <div className={styles.line} data-testid="dated-name" aria-hidden="true">
          <b>{t('settings.since')}</b>
          <b>{t('settings.name')}</b>
        </div>
      )}
      {names.map(({ from, name }, at) => (
        <div className={styles.line} data-testid="dated-name" key={at}>
          <DateField
            ariaLabel={t('settings.line.since', { label, line: at + 1 })}
            value={from}
            onChange={(day) => change(at, { from: day })}
          />
          <TextField
            ariaLabel={t('settings.line.name', { label, line: at + 1 })}
            value={name}
            onChange={(_, text = '') => change(at, { name: text })}
          />
          <IconButton
            iconProps={{ iconName: 'Cancel' }}
            title={t('settings.line.remove', { label, line: at + 1 })}
            ariaLabel={t('settings.line.remove', { label, line: at + 1 })}
            onClick={() => onChange(names.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {wrong && (
        <p className={layout.warning} role="alert">
          {wrong}
        </p>
      )}
      <ActionButton
        text={t('settings.line.add', { label })}
        onClick={() => onChange([...names, { from: '', name: '' }])}
      />
    </fieldset>
  );
}
