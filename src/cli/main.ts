import '../i18n/register-english';
import { ignoreStrayRejections } from './ignore-stray-rejections';
import { runCli } from './run-cli';
import { SUBCOMMANDS } from './subcommands';

function createLineWriter(stream: NodeJS.WriteStream) {
  return (line: string): void => {
    stream.write(`${line}\n`);
  };
}

ignoreStrayRejections();
void runCli(SUBCOMMANDS, process.argv.slice(2), {
  out: createLineWriter(process.stdout),
  error: createLineWriter(process.stderr),
}).then((code) => {
  process.exitCode = code;
});
