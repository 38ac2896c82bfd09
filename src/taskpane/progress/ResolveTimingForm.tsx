import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { Task } from '../../annex/types';
import type { ResolveTimingInput, TimingResolution } from '../../commands/progress/index';
import type { ProgressSettings } from '../../progress/progress-settings';
import { getTimingOptions } from '../../school-workbook/progress/plan-renewal';
import { formatTiming } from '../../timing/format-timing';
import { parseTiming } from '../../timing/parse-timing';
import { useTranslation } from '../shell/use-translation';
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
  const { t: say } = useTranslation();
  const options = getTimingOptions(settings);
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
    kind === 'none' || (kind === 'date' ? date !== '' : preview !== null && preview.kind !== 'unknown');
  const settle = (): void => {
    const settlement: TimingResolution =
      kind === 'date' ? { kind, date } : kind === 'words' ? { kind, words: words.trim() } : { kind };
    onSettle({ task: task.id, resolution: settlement, ...(isRemembered ? { rememberPhrase: true } : {}) });
  };

  return (
    <section className="settle" aria-label={say('track.settle', { task: task.id })}>
      <h2>{say('track.settle', { task: task.id })}</h2>
      {!isExplained && (
        <>
          <p>
            {task.timing === '' ? say('agenda.blank-timing') : say('track.printed', { timing: task.timing })}
          </p>
          <TimingExplanation reading={reading} />
        </>
      )}
      <ChoiceGroup
        label={say('track.settle.how')}
        selectedKey={kind}
        options={RESOLUTION_KINDS.map((key) => ({ key, text: say(`track.settle.${key}`) }))}
        onChange={(_, option) => setKind((option?.key ?? 'date') as TimingResolution['kind'])}
      />
      {kind === 'date' && (
        <TextField
          type="date"
          label={say('track.settle.date.label')}
          value={date}
          onChange={(_, value = '') => setDate(value)}
        />
      )}
      {kind === 'words' && (
        <>
          <TextField
            label={say('track.settle.words.label')}
            placeholder={say('track.settle.words.hint')}
            value={words}
            onChange={(_, value = '') => setWords(value)}
          />
          <div className="row offered">
            {SUGGESTED_PHRASES.map((each) => (
              <button
                key={each}
                type="button"
                className="offer"
                onClick={() => setWords(say(`track.offer.${each}`))}
              >
                {say(`track.offer.${each}`)}
              </button>
            ))}
          </div>
          {preview && <TimingExplanation reading={preview} />}
        </>
      )}
      {task.timing !== '' && (
        <Checkbox
          label={say('track.settle.remember', { timing: task.timing })}
          checked={isRemembered}
          onChange={(_, checked = false) => setRemembered(checked)}
        />
      )}
      <div className="row">
        <PrimaryButton text={say('track.settle.write')} disabled={isRunning || !isReady} onClick={settle} />
      </div>
    </section>
  );
}
