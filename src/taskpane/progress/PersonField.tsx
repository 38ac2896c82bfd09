import { ComboBox } from 'office-ui-fabric-react/lib/ComboBox';
import { type ReactElement, useState } from 'react';
import type { ProgressItem } from '../../commands/progress/index';
import actionBar from '../components/ActionBar.module.css';
import { ExplainedButton } from '../components/ExplainedButton';
import { useTranslation } from '../shell/use-translation';
import styles from './PersonField.module.css';

type PersonFieldProps = {
  items: readonly ProgressItem[];
  people: readonly string[];
  /** Why nobody can be put in charge; null if somebody can. */
  why: string | null;
  isRunning: boolean;
  onAssign: (person: string) => void;
};

/** Who is in charge of the selected tasks: chosen from the office's list, or typed. */
export function PersonField({ items, people, why, isRunning, onAssign }: PersonFieldProps): ReactElement {
  const { t } = useTranslation();
  const present = new Set(items.map(({ person }) => person));
  const [person, setPerson] = useState(present.size === 1 ? ([...present][0] ?? '') : '');
  return (
    <div className={`${actionBar.line} ${styles.line}`}>
      <ComboBox
        label={t('track.person')}
        allowFreeform
        autoComplete="on"
        text={person}
        options={people.map((name) => ({ key: name, text: name }))}
        onChange={(_, option, __, typed) => setPerson(option?.text ?? typed ?? '')}
        onInputValueChange={setPerson}
      />
      <ExplainedButton
        text={t('track.assign')}
        why={why}
        disabled={isRunning}
        onClick={() => onAssign(person.trim())}
      />
    </div>
  );
}
