import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { type ReactElement, useState } from 'react';
import { changeSettings, type StagedSettings } from '../../commands/settings';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import { ExplainedButton } from '../components/ExplainedButton';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { DeadlinesPanel } from './DeadlinesPanel';
import { LanguagePanel } from './LanguagePanel';
import { OfficePanel } from './OfficePanel';
import { ReportsPanel } from './ReportsPanel';
import { createSettingsDraft, type SettingsDraft, toSettingsEdit, validateDraft } from './settings-draft';
import { SettingsChanges } from './SettingsChanges';
import styles from './SettingsTab.module.css';
import { UnitPanel } from './UnitPanel';
import { useSettings } from './use-settings';

type SettingsTabProps = { pane: Pane; onImport: () => void };

/** *Cài đặt*: what the reader decides for the pane, and the unit for its workbook. */
export function SettingsTab(props: SettingsTabProps): ReactElement {
  return (
    <>
      <LanguagePanel />
      <WorkbookSettings {...props} />
    </>
  );
}

/** What the unit decides once. The workbook is the truth: what is shown is read from it after every change. */
function WorkbookSettings({ pane, onImport }: SettingsTabProps): ReactElement {
  const { t } = useTranslation();
  const view = useSettings(pane);
  const [typed, setTyped] = useState<Partial<SettingsDraft>>({});
  const [staged, setStaged] = useState<StagedSettings | null>(null);
  if (!pane.view?.table) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  if (!view) return <Spinner label={t('pane.reading')} />;

  const draft = createSettingsDraft(view, typed);
  const wrongs = validateDraft(draft, view);
  const isWrong = Object.keys(wrongs).length > 0;
  const isTyped = Object.keys(typed).length > 0;
  const set = (changed: Partial<SettingsDraft>): void => {
    setStaged(null);
    setTyped((before) => ({ ...before, ...changed }));
  };
  const preview = async (): Promise<void> => {
    const result = await pane.stage(changeSettings, toSettingsEdit(view, typed));
    if (!result) return;
    if (result.warnings.length > 0) pane.report(result.warnings);
    setStaged(result.plan);
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
    <div className={styles.settings}>
      <p className={layout.muted}>
        {view.sheet === null ? t('settings.none-yet') : t('settings.where', { sheet: view.sheet })}
      </p>
      {view.unread.map((problem, index) => (
        <p key={index} className={layout.warning}>
          <ProblemText problem={problem} />
        </p>
      ))}
      <UnitPanel {...part} />
      <OfficePanel {...part} />
      <ReportsPanel {...part} />
      <DeadlinesPanel {...part} />
      <div className={layout.stickyBar}>
        {isWrong && <p className={layout.warning}>{t('settings.wrong')}</p>}
        {staged ? (
          <SettingsChanges
            staged={staged}
            isRunning={pane.isRunning}
            onWrite={() => void write(staged)}
            onLeave={() => setStaged(null)}
          />
        ) : (
          <div className={layout.row}>
            <ExplainedButton
              primary
              text={t('settings.preview')}
              why={isWrong ? t('settings.wrong') : isTyped ? null : t('settings.nothingTyped')}
              disabled={pane.isRunning}
              onClick={() => void preview()}
            />
            <ExplainedButton
              text={t('settings.forget')}
              why={isTyped ? null : t('settings.nothingTyped')}
              onClick={() => setTyped({})}
            />
          </div>
        )}
      </div>
    </div>
  );
}
