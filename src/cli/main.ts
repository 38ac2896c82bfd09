import { warmUpThread } from './reader/thread-port';

/** Subcommands that read a document first: its thread starts while the rest of the program is loaded. */
const READING_SUBCOMMANDS = ['import', 'issue'];

function createLineWriter(stream: NodeJS.WriteStream) {
  return (line: string): void => {
    stream.write(`${line}\n`);
  };
}

async function main(args: readonly string[]): Promise<void> {
  if (args.some((arg) => READING_SUBCOMMANDS.includes(arg))) warmUpThread();
  const [{ ignoreStrayRejections }, { runCli }, { SUBCOMMANDS }] = await Promise.all([
    import('./ignore-stray-rejections'),
    import('./run-cli'),
    import('./subcommands'),
    import('../i18n/register-english'),
  ]);
  ignoreStrayRejections();
  process.exitCode = await runCli(SUBCOMMANDS, args, {
    out: createLineWriter(process.stdout),
    error: createLineWriter(process.stderr),
  });
}

void main(process.argv.slice(2));
