/** Connects the functions that the manifest names with what they do; Excel waits until each is done. */
export const associateFunctions = (functions: Readonly<Record<string, () => Promise<void>>>): void => {
  for (const [name, run] of Object.entries(functions)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void run().finally(() => event.completed());
    });
  }
};
