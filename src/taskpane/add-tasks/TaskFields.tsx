import { ComboBox } from 'office-ui-fabric-react/lib/ComboBox';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { ReactElement } from 'react';
import type { Section } from '../../annex/types';
import type { NewTask, PlannedTask } from '../../school-workbook/tasks/plan-task-addition';
import { formatDate, parseIsoDate } from '../../shared/dates';
import layout from '../components/layout.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import { TimingExplanation } from '../progress/TimingExplanation';
import { useTranslation } from '../shell/use-translation';

type TaskFieldsProps = {
  task: NewTask;
  /** Sections of the document; empty where it has none. */
  sections: readonly Section[];
  people: readonly string[];
  leadUnits: readonly string[];
  timing: Pick<PlannedTask, 'reading' | 'isUnread'>;
  onChange: (task: NewTask) => void;
};

/** What is typed of one task, with what its timing is taken to mean. */
export function TaskFields(props: TaskFieldsProps): ReactElement {
  const { task, sections, people, leadUnits, timing, onChange } = props;
  const { t } = useTranslation();
  const setField =
    (field: keyof NewTask) =>
    (_: unknown, text = ''): void =>
      onChange({ ...task, [field]: text });
  const combo = (field: 'leadUnit' | 'person', label: string, options: readonly string[]): ReactElement => (
    <ComboBox
      label={label}
      allowFreeform
      autoComplete="on"
      text={task[field]}
      options={options.map((text) => ({ key: text, text }))}
      onChange={(_, option, __, typed) => onChange({ ...task, [field]: option?.text ?? typed ?? '' })}
      onInputValueChange={(text) => onChange({ ...task, [field]: text })}
    />
  );
  const proposed = timing.reading.warnings.find(({ suggestion = '' }) =>
    parseIsoDate(suggestion),
  )?.suggestion;
  return (
    <>
      <TextField
        label={t('add-task.content')}
        multiline
        autoAdjustHeight
        value={task.content}
        onChange={setField('content')}
      />
      {sections.length > 0 && (
        <PaneDropdown
          label={t('pane.mark.area')}
          selectedKey={task.section}
          options={[
            { key: '', text: t('add-task.no-section') },
            ...sections.map(({ number, title }) => ({
              key: number,
              text: [number, title].filter(Boolean).join('. '),
            })),
          ]}
          onChange={(_, option) => onChange({ ...task, section: String(option?.key ?? '') })}
        />
      )}
      {combo('leadUnit', t('add-task.lead-unit'), leadUnits)}
      <TextField
        label={t('add-task.coordinating')}
        value={task.coordinatingUnit}
        onChange={setField('coordinatingUnit')}
      />
      <TextField label={t('add-task.product')} value={task.product} onChange={setField('product')} />
      <TextField
        label={t('add-task.timing')}
        placeholder={t('add-task.timing.hint')}
        value={task.timing}
        onChange={setField('timing')}
      />
      <div aria-live="polite">
        {task.timing.trim() !== '' && <TimingExplanation reading={timing.reading} />}
      </div>
      {timing.isUnread && proposed !== undefined && (
        <div className={layout.row}>
          <button type="button" onClick={() => onChange({ ...task, timing: formatDate(proposed) })}>
            {t('add-task.use', { date: formatDate(proposed) })}
          </button>
        </div>
      )}
      {combo('person', t('track.person'), people)}
    </>
  );
}
