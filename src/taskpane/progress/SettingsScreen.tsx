import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import type { CalendarSettings, VagueDay } from '../../annex/calendar/settings';
import type { ProgressSettings } from '../../annex/progress/settings';
import { changeSettings } from '../../commands/settings';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';

export type SettingsScreenProps = { pane: Pane; settings: ProgressSettings; onLeave: () => void };

const BEFORE = ['dayBefore', 'sameDay'] as const satisfies readonly CalendarSettings['beforeMeans'][];
const SHIFTS = ['none', 'earlier', 'later'] as const satisfies readonly CalendarSettings['shift'][];
const LONGEST_SOON = 366;

const wholeNumber = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
};

const dayText = (day: VagueDay): string => (day === 'last' ? '31' : String(day));

/** How deadlines are read and counted. What has more than a line (days off, events, reports) is edited on its sheet. */
export const SettingsScreen = ({ pane, settings, onLeave }: SettingsScreenProps): ReactElement => {
  const { say } = useWords();
  const { calendar } = settings;
  const [year, setYear] = useState(String(settings.year ?? ''));
  const [from, setFrom] = useState(settings.from);
  const [soon, setSoon] = useState(String(calendar.soonDays));
  const [start, setStart] = useState(dayText(calendar.vague.monthStart));
  const [middle, setMiddle] = useState(dayText(calendar.vague.monthMiddle));
  const [beforeMeans, setBeforeMeans] = useState(calendar.beforeMeans);
  const [shift, setShift] = useState(calendar.shift);

  const figures = {
    year: year.trim() === '' ? 0 : wholeNumber(year, 1900, 2199),
    soon: wholeNumber(soon, 0, LONGEST_SOON),
    start: wholeNumber(start, 1, 31),
    middle: wholeNumber(middle, 1, 31),
  };
  const isReady = Object.values(figures).every((figure) => figure !== null);
  const wrong = (figure: number | null): { errorMessage?: string } =>
    figure === null ? { errorMessage: say('track.settings.number') } : {};
  const save = async (): Promise<void> => {
    const changed: Partial<ProgressSettings> = {
      year: figures.year === 0 ? null : figures.year,
      from,
      calendar: {
        ...calendar,
        beforeMeans,
        shift,
        soonDays: figures.soon ?? calendar.soonDays,
        vague: {
          ...calendar.vague,
          monthStart: figures.start ?? calendar.vague.monthStart,
          monthMiddle: figures.middle ?? calendar.vague.monthMiddle,
        },
      },
    };
    const staged = await changeSettings.stage({ now: () => new Date() }, { settings: changed });
    if (!staged.ok) return pane.report(staged.problems);
    const done = await pane.perform(changeSettings, staged.value, ({ written }) =>
      written ? { key: 'track.settings.done', undo: true } : { key: 'track.settings.same', undo: false },
    );
    if (done) onLeave();
  };

  return (
    <section aria-label={say('track.settings')} className="track-form">
      <header className="import-head">
        <h2>{say('track.settings')}</h2>
        <DefaultButton text={say('track.back')} onClick={onLeave} />
      </header>
      <TextField
        label={say('track.settings.year')}
        inputMode="numeric"
        value={year}
        onChange={(_, value = '') => setYear(value)}
        {...wrong(figures.year)}
      />
      <TextField
        type="date"
        label={say('track.settings.from')}
        value={from}
        onChange={(_, value = '') => setFrom(value)}
      />
      <ChoiceGroup
        label={say('track.settings.before')}
        selectedKey={beforeMeans}
        options={BEFORE.map((key) => ({ key, text: say(`track.settings.before.${key}`) }))}
        onChange={(_, option) => setBeforeMeans((option?.key ?? beforeMeans) as typeof beforeMeans)}
      />
      <ChoiceGroup
        label={say('track.settings.shift')}
        selectedKey={shift}
        options={SHIFTS.map((key) => ({ key, text: say(`track.settings.shift.${key}`) }))}
        onChange={(_, option) => setShift((option?.key ?? shift) as typeof shift)}
      />
      <div className="figures">
        <TextField
          label={say('track.settings.soon')}
          inputMode="numeric"
          value={soon}
          onChange={(_, value = '') => setSoon(value)}
          {...wrong(figures.soon)}
        />
        <TextField
          label={say('track.settings.start')}
          inputMode="numeric"
          value={start}
          onChange={(_, value = '') => setStart(value)}
          {...wrong(figures.start)}
        />
        <TextField
          label={say('track.settings.middle')}
          inputMode="numeric"
          value={middle}
          onChange={(_, value = '') => setMiddle(value)}
          {...wrong(figures.middle)}
        />
      </div>
      <p className="quiet">{say('track.settings.more')}</p>
      <div className="row">
        <PrimaryButton
          text={say('pane.write')}
          disabled={!isReady || pane.isRunning}
          onClick={() => void save()}
        />
      </div>
    </section>
  );
};
