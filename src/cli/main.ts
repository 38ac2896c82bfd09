import '../locales/english';
import { runCli } from './run';
import { letStrayRejectionsPass } from './stray-rejections';
import { VERBS } from './verbs';

function write(stream: NodeJS.WriteStream) {
  return (line: string): void => {
    stream.write(`${line}\n`);
  };
}

letStrayRejectionsPass();
void runCli(VERBS, process.argv.slice(2), {
  out: write(process.stdout),
  error: write(process.stderr),
}).then((code) => {
  process.exitCode = code;
});
