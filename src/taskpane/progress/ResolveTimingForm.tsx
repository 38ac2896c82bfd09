import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { Task } from '../../annex/types';
import type { ResolveTimingInput, TimingResolution } from '../../commands/progress/index';
import type { ProgressSettings } from '../../progress/progress-settings';
import { getTimingOptions } from '../../school-workbook/progress/plan-renewal';
import { parseIsoDate } from '../../shared/dates';
import { formatTiming } from '../../timing/format-timing';
import { parseTiming } from '../../timing/parse-timing';
import { DateField } from '../components/DateField';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import styles from './ResolveTimingForm.module.css';
import { TimingExplanation } from './TimingExplanation';

type ResolveTimingFormProps = {
  task: Task;
  settings: ProgressSettings;
  isRunning: boolean;
  /** What the printed words were taken to mean stands elsewhere. */
  isExplained?: boolean;
  onSettle: (input: ResolveTimingInput) => void;
};

const RESOLUTION_KINDS = ['date', 'words', 'none'] as const satisfies readonly TimingResolution['kind'][];

/** Wordings offered to choose from, in the reader's own printed form; any other may be typed. */
const SUGGESTED_PHRASES = ['monthly', 'quarterly', 'halfyearly', 'yearly'] as const;

/** A timing that could not be read is settled by the clerk: on a day, by other words, or as one without a deadline. */
export function ResolveTimingForm({
  task,
  settings,
  isRunning,
  isExplained = false,
  onSettle,
}: ResolveTimingFormProps): ReactElement {
  const { t } = useTranslation();
  const options = getTimingOptions(settings, task);
  const reading = parseTiming(task.timing, options);
  const proposed = reading.warnings.find(({ suggestion }) =>
    /^\d{4}-\d\d-\d\d$/.test(suggestion ?? ''),
  )?.suggestion;
  const [kind, setKind] = useState<TimingResolution['kind']>('date');
  const [date, setDate] = useState(reading.due[0] ?? proposed ?? '');
  const [words, setWords] = useState(reading.due.length > 0 ? formatTiming(reading) : '');
  const [isRemembered, setRemembered] = useState(false);
  const preview = kind === 'words' && words.trim() !== '' ? parseTiming(words, options) : null;
  const isReady =
    kind === 'none' ||
    (kind === 'date' ? parseIsoDate(date) !== null : preview !== null && preview.kind !== 'unknown');
  const settle = (): void => {
    const settlement: TimingResolution =
      kind === 'date' ? { kind, date } : kind === 'words' ? { kind, words: words.trim() } : { kind };
    onSettle({ task: task.id, resolution: settlement, ...(isRemembered ? { rememberPhrase: true } : {}) });
  };

  return (
    <section className={layout.softCallout} aria-label={t('track.settle', { task: task.id })}>
      <h2>{t('track.settle', { task: task.id })}</h2>
      {!isExplained && (
        <>
          <p>{task.timing === '' ? t('agenda.blank-timing') : t('track.printed', { timing: task.timing })}</p>
          <TimingExplanation reading={reading} />
        </>
      )}
      <ChoiceGroup
        label={t('track.settle.how')}
        selectedKey={kind}
        options={RESOLUTION_KINDS.map((key) => ({ key, text: t(`track.settle.${key}`) }))}
        onChange={(_, option) => setKind((option?.key ?? 'date') as TimingResolution['kind'])}
      />
      {kind === 'date' && <DateField label={t('track.settle.date.label')} value={date} onChange={setDate} />}
      {kind === 'words' && (
        <>
          <TextField
            label={t('track.settle.words.label')}
            placeholder={t('track.settle.words.hint')}
            value={words}
            onChange={(_, value = '') => setWords(value)}
          />
          <div className={layout.row}>
            {SUGGESTED_PHRASES.map((each) => (
              <button
                key={each}
                type="button"
                className={styles.suggestion}
                onClick={() => setWords(t(`track.offer.${each}`))}
              >
                {t(`track.offer.${each}`)}
              </button>
            ))}
          </div>
          {preview && <TimingExplanation reading={preview} />}
        </>
      )}
      {task.timing !== '' && (
        <Checkbox
          label={t('track.settle.remember', { timing: task.timing })}
          checked={isRemembered}
          onChange={(_, checked = false) => setRemembered(checked)}
        />
      )}
      <div className={layout.row}>
        <ExplainedButton
          primary
          text={t('track.settle.write')}
          why={isReady ? null : t(kind === 'date' ? 'track.settle.noDate' : 'track.settle.noWords')}
          disabled={isRunning}
          onClick={settle}
        />
      </div>
    </section>
  );
}
