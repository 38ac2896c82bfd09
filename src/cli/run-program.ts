type Terminal = { out: (line: string) => void; error: (line: string) => void };

/** Loads the program and runs one call of it. Answers the exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  const [{ ignoreStrayRejections }, { runCli }, { SUBCOMMANDS }] = await Promise.all([
    import('./ignore-stray-rejections'),
    import('./run-cli'),
    import('./subcommands'),
    import('../i18n/register-english'),
  ]);
  ignoreStrayRejections();
  return runCli(SUBCOMMANDS, args, terminal);
}
