import { useEffect, useState } from 'react';
import { readSettingsView, type SettingsView } from '../../commands/settings';
import type { Pane } from '../shell/use-pane';

/** The settings as they stand in the workbook, read again after every change of it; null until they are read. */
export function useSettings({ view, isRunning, report }: Pane): SettingsView | null {
  const [settings, setSettings] = useState<SettingsView | null>(null);
  useEffect(() => {
    if (!view?.table || isRunning) return undefined;
    let isOver = false;
    void readSettingsView.run({ now: () => new Date() }, undefined).then((result) => {
      if (isOver) return;
      if (result.ok) setSettings(result.value);
      else report(result.problems);
    });
    return () => {
      isOver = true;
    };
  }, [view, isRunning, report]);
  return settings;
}
