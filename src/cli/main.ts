import { warmUpThread } from './reader/thread-port';

/** Subcommands that read a document first: its thread starts while the rest of the program is loaded. */
const READING_SUBCOMMANDS = ['import', 'issue'];

function createLineWriter(stream: NodeJS.WriteStream) {
  return (line: string): void => {
    stream.write(`${line}\n`);
  };
}

/** Reports once that the answer cannot be printed; who has read enough of it (`| head`) needs no word. */
function watchOutput(report: (error: NodeJS.ErrnoException) => void): void {
  let hasFailed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (hasFailed || error.code === 'EPIPE') return;
    hasFailed = true;
    report(error);
    process.exitCode = 1;
  });
  process.stderr.on('error', () => undefined);
}

async function main(args: readonly string[]): Promise<void> {
  if (args.some((arg) => READING_SUBCOMMANDS.includes(arg))) warmUpThread();
  const [{ ignoreStrayRejections }, { findLocale, runCli }, { formatProblem }, { SUBCOMMANDS }] =
    await Promise.all([
      import('./ignore-stray-rejections'),
      import('./run-cli'),
      import('../i18n/format-problem'),
      import('./subcommands'),
      import('../i18n/register-english'),
    ]);
  ignoreStrayRejections();
  const error = createLineWriter(process.stderr);
  watchOutput(({ code: reason = '' }) =>
    error(
      formatProblem(findLocale(args), {
        code: 'answer-not-printed',
        severity: 'error',
        place: {},
        details: { reason },
      }),
    ),
  );
  const code = await runCli(SUBCOMMANDS, args, { out: createLineWriter(process.stdout), error });
  process.exitCode ||= code;
}

void main(process.argv.slice(2));
