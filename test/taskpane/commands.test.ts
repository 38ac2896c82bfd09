import { getDictionary } from '../../src/i18n/locale';
import { COMMANDS, loadCommand, loadCommands } from '../../src/taskpane/shell/commands';

describe('COMMANDS', () => {
  it.each(Object.entries(COMMANDS))('%s loads a command with a label in both languages', async (_, load) => {
    const command = await loadCommand<Awaited<ReturnType<typeof load>>>(load as never);
    expect(command.run).toBeInstanceOf(Function);
    for (const locale of ['vi', 'en'] as const) {
      expect(getDictionary(locale).messages[command.labelKey]).toEqual(expect.any(String));
      expect(getDictionary(locale).messages).toHaveProperty([`command.${command.id}`]);
    }
  });

  it('loadCommands loads them all', async () => {
    await expect(loadCommands()).resolves.toBeUndefined();
  });

  it('loadCommand returns a command that is there already as it is', async () => {
    const command = await COMMANDS.markPerformed();
    expect(await loadCommand(command)).toBe(command);
  });
});
