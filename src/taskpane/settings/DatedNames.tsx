import { ActionButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { DatedName } from '../../annex/office-settings';
import { useTranslation } from '../shell/use-translation';

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
  const { t: say } = useTranslation();
  const change = (at: number, changed: Partial<DatedName>): void =>
    onChange(names.map((name, index) => (index === at ? { ...name, ...changed } : name)));
  return (
    <fieldset className="dated-names">
      <legend>{label}</legend>
      <p className="quiet">{hint}</p>
      {names.length > 0 && (
        <div className="dated-name" aria-hidden="true">
          <b>{say('settings.since')}</b>
          <b>{say('settings.name')}</b>
        </div>
      )}
      {names.map(({ from, name }, at) => (
        <div className="dated-name" key={at}>
          <TextField
            type="date"
            ariaLabel={say('settings.line.since', { label, line: at + 1 })}
            value={from}
            onChange={(_, day = '') => change(at, { from: day })}
          />
          <TextField
            ariaLabel={say('settings.line.name', { label, line: at + 1 })}
            value={name}
            onChange={(_, text = '') => change(at, { name: text })}
          />
          <IconButton
            iconProps={{ iconName: 'Cancel' }}
            title={say('settings.line.remove', { label, line: at + 1 })}
            ariaLabel={say('settings.line.remove', { label, line: at + 1 })}
            onClick={() => onChange(names.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {wrong && (
        <p className="warning" role="alert">
          {wrong}
        </p>
      )}
      <ActionButton
        text={say('settings.line.add', { label })}
        onClick={() => onChange([...names, { from: '', name: '' }])}
      />
    </fieldset>
  );
}
