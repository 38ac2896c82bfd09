import { readSettingsView, type SettingsView } from '../../commands/settings';
import { useCommandResult } from '../components/use-command-result';
import type { Pane } from '../shell/use-pane';

/**
 * Reads the settings from the workbook, again after every change of it.
 * @returns null until they have been read
 */
export function useSettings({ view, isRunning, report }: Pane): SettingsView | null {
  const input = view?.table && !isRunning ? undefined : null;
  return (
    useCommandResult(readSettingsView.run, input, { revision: view, report, keepsPrevious: true })?.value ??
    null
  );
}
