import type { Problem } from '../shared/problem';
import { problem } from '../shared/result';
import { opensOwnWorkbook } from './opens-own-workbook';
import { runInThread, type RunWatcher } from './reader/run-in-thread';
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

async function formatProblemLine(args: readonly string[], found: Problem): Promise<string> {
  const [{ findLocale }, { formatProblem }, { escapeLine }] = await Promise.all([
    import('./run-cli'),
    import('../i18n/format-problem'),
    import('./escape-line'),
    import('../i18n/register-english'),
  ]);
  return escapeLine(formatProblem(findLocale(args), found));
}

async function run(args: readonly string[], watcher: RunWatcher): Promise<number> {
  if (opensOwnWorkbook(args)) return runInThread(args, watcher);
  if (args.some((arg) => READING_SUBCOMMANDS.includes(arg))) warmUpThread();
  return (await import('./run-program')).runProgram(args, watcher);
}

async function main(args: readonly string[]): Promise<void> {
  const terminal = { out: createLineWriter(process.stdout), error: createLineWriter(process.stderr) };
  const showProblem = async (found: Problem): Promise<void> =>
    terminal.error(await formatProblemLine(args, found));
  watchOutput(({ code: reason = '' }) => void showProblem(problem('answer-not-printed', {}, { reason })));
  process.exitCode ||= await run(args, { ...terminal, onEnded: showProblem });
}

void main(process.argv.slice(2));
