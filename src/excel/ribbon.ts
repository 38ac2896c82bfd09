import { canOpenDialogs } from './capabilities';

/** Registers the functions that the manifest names; Excel waits until each one has completed. */
export function registerRibbonFunctions(functions: Readonly<Record<string, () => Promise<void>>>): void {
  for (const [name, run] of Object.entries(functions)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void run().finally(() => event.completed());
    });
  }
}

/**
 * Opens a page of the add-in's origin as a dialog, which the user closes. Does nothing where no dialog can be shown
 * (an older Excel, a blocked window): the message is not important enough for a second error.
 *
 * @param size width and height in percent of the screen
 */
export function openDialog(url: string, { width, height }: { width: number; height: number }): Promise<void> {
  return new Promise((resolve) => {
    if (!canOpenDialogs()) resolve();
    else
      Office.context.ui.displayDialogAsync(url, { width, height, promptBeforeOpen: false }, () => resolve());
  });
}
