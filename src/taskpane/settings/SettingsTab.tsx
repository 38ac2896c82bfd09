import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { type ReactElement, useState } from 'react';
import { changeSettings, type StagedSettings } from '../../commands/settings';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import { ProblemText } from '../components/ProblemText';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { DeadlinesPanel } from './DeadlinesPanel';
import { OfficePanel } from './OfficePanel';
import { ReportsPanel } from './ReportsPanel';
import { createSettingsDraft, type SettingsDraft, toSettingsEdit, validateDraft } from './settings-draft';
import { SettingsChanges } from './SettingsChanges';
import { UnitPanel } from './UnitPanel';
import { useSettings } from './use-settings';

/** *Cài đặt*: what the unit decides once. The workbook is the truth: what is shown is read from it after every change. */
export function SettingsTab({ pane, onImport }: { pane: Pane; onImport: () => void }): ReactElement {
  const { t: say } = useTranslation();
  const view = useSettings(pane);
  const [typed, setTyped] = useState<Partial<SettingsDraft>>({});
  const [staged, setStaged] = useState<StagedSettings | null>(null);
  if (!pane.view?.table) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  if (!view) return <Spinner label={say('pane.reading')} />;

  const draft = createSettingsDraft(view, typed);
  const wrongs = validateDraft(draft, view);
  const isWrong = Object.keys(wrongs).length > 0;
  const isTyped = Object.keys(typed).length > 0;
  const set = (changed: Partial<SettingsDraft>): void => {
    setStaged(null);
    setTyped((before) => ({ ...before, ...changed }));
  };
  const preview = async (): Promise<void> => {
    const result = await changeSettings.stage({ now: () => new Date() }, toSettingsEdit(view, typed));
    if (!result.ok) return pane.report(result.problems);
    if (result.warnings.length > 0) pane.report(result.warnings);
    return setStaged(result.value);
  };
  const write = async (wanted: StagedSettings): Promise<void> => {
    const done = await pane.perform(changeSettings, wanted, ({ written }) =>
      written ? { key: 'settings.done', undo: true } : { key: 'settings.same', undo: false },
    );
    setStaged(null);
    if (done) setTyped({});
  };
  const part = { draft, wrongs, set };
  return (
    <div className="settings">
      <p className="quiet">
        {view.sheet === null ? say('settings.none-yet') : say('settings.where', { sheet: view.sheet })}
      </p>
      {view.unread.map((problem, index) => (
        <p key={index} className="warning">
          <ProblemText problem={problem} />
        </p>
      ))}
      <UnitPanel {...part} />
      <OfficePanel {...part} />
      <ReportsPanel {...part} />
      <DeadlinesPanel {...part} />
      <div className="write-bar">
        {isWrong && <p className="warning">{say('settings.wrong')}</p>}
        {staged ? (
          <SettingsChanges
            staged={staged}
            isRunning={pane.isRunning}
            onWrite={() => void write(staged)}
            onLeave={() => setStaged(null)}
          />
        ) : (
          <div className="row">
            <PrimaryButton
              text={say('settings.preview')}
              disabled={!isTyped || isWrong || pane.isRunning}
              onClick={() => void preview()}
            />
            <DefaultButton text={say('settings.forget')} disabled={!isTyped} onClick={() => setTyped({})} />
          </div>
        )}
      </div>
    </div>
  );
}
