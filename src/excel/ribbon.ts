import { canOpenDialogs } from './capabilities';

/** Connects the functions that the manifest names with what they do; Excel waits until each is done. */
export function registerRibbonFunctions(functions: Readonly<Record<string, () => Promise<void>>>): void {
  for (const [name, run] of Object.entries(functions)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void run().finally(() => event.completed());
    });
  }
}

/**
 * Opens a page of the add-in's own origin as a dialog, which the user closes. Where there is none (an older Excel, a
 * blocked window) nothing happens: what is to be said is not worth a second error.
 *
 * @param size percent of the screen
 */
export function openDialog(url: string, { width, height }: { width: number; height: number }): Promise<void> {
  return new Promise((resolve) => {
    if (!canOpenDialogs()) resolve();
    else
      Office.context.ui.displayDialogAsync(url, { width, height, promptBeforeOpen: false }, () => resolve());
  });
}
