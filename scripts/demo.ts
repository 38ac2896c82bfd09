/**
 * `npm run demo [-- --lang en]`: the whole job on the bundled samples, through the real office.js over the local Excel:
 * the annex comes in, rows are marked, the summary counts, a reissued annex is taken in, and each step goes back and
 * forth. The workbooks stay in out/.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Result } from '../src/annex/problem';
import type { Annex } from '../src/annex/types';
import { readBytes, writeBytes } from '../src/cli/files';
import { formatPreview } from '../src/cli/preview';
import { importAnnex } from '../src/commands/import-annex';
import { markNotPerformed, markPerformed } from '../src/commands/mark';
import { readCurrentSummary } from '../src/commands/summary';
import { toImmediateCommand, undo } from '../src/commands/undo';
import { openNodeExcel } from '../src/host/carriers/node';
import { cloneWorkbook } from '../src/host/model/clone';
import { firstDifference } from '../src/host/model/compare';
import type { WorkbookModel } from '../src/host/model/types';
import { createWorkbook } from '../src/host/model/workbook';
import { saveWorkbook } from '../src/host/xlsx/save';
import { assembleAnnex } from '../src/intake/assemble/assemble-annex';
import { readDocument } from '../src/intake/read-document';
import { formatProblem } from '../src/locales/format-problem';
import '../src/locales/english';
import { localeOf, t } from '../src/locales/locale';
import type { MessageKey } from '../src/locales/vi';
import { RECORD_SHEET } from '../src/workbook/record';

const at = process.argv.indexOf('--lang');
const locale = localeOf(at < 0 ? 'vi' : (process.argv[at + 1] ?? 'vi'));
const root = resolve(import.meta.dirname, '..');
const sample = (name: string): string => join(root, 'samples', name);
const out = (name: string): string => join(root, 'out', name);
const MOST_WARNINGS = 3;
const context = { now: () => new Date() };

function say(key: MessageKey, figures?: Record<string, string | number>): void {
  console.log(t(locale, key, figures));
}
function step(key: MessageKey, figures?: Record<string, string | number>): void {
  console.log('');
  say(key, figures);
}

/** The value, with its warnings printed; a problem ends the demo. */
function valueOf<T>(result: Result<T>): T {
  const problems = result.ok ? result.warnings : result.problems;
  for (const problem of problems.slice(0, MOST_WARNINGS)) console.log(`  ${formatProblem(locale, problem)}`);
  if (problems.length > MOST_WARNINGS) {
    console.log(`  ${t(locale, 'demo.more', { count: problems.length - MOST_WARNINGS })}`);
  }
  if (!result.ok) process.exit(1);
  return result.value;
}

async function readAnnex(name: string): Promise<Annex> {
  const bytes = valueOf(await readBytes(sample(name)));
  const annex = valueOf(assembleAnnex(valueOf(await readDocument(bytes, name))));
  say('import.read', { rows: annex.tasks.length, file: name });
  return annex;
}

async function takeIn(name: string): Promise<void> {
  const annex = await readAnnex(name);
  const unit = { name: 'Trường Mầm non Nắng Mai', code: 'MN-NM' };
  const staged = valueOf(await importAnnex.stage(context, { annex, unit, merge: 'replace-nonblank' }));
  for (const line of formatPreview(locale, staged.plan, 6)) console.log(line);
  const { counts, written } = valueOf(await importAnnex.run(context, staged));
  say(written ? 'import.updated' : 'import.unchanged', counts);
}

async function showFigures(): Promise<void> {
  const figures = valueOf(await readCurrentSummary.run(context, undefined));
  const shown = ['total', 'performed', 'notPerformed', 'undecided', 'done'] as const;
  console.log(`  ${shown.map((id) => `${t(locale, `summary.${id}`)}: ${figures[id]}`).join(' · ')}`);
}

async function save(workbook: WorkbookModel, name: string): Promise<void> {
  valueOf(await writeBytes(out(name), await saveWorkbook(workbook)));
  say('import.saved', { file: `out/${basename(name)}` });
}

function visible(workbook: WorkbookModel): WorkbookModel {
  const copy = cloneWorkbook(workbook);
  copy.sheets = copy.sheets.filter(({ name }) => name !== RECORD_SHEET);
  return copy;
}

mkdirSync(join(root, 'out'), { recursive: true });
const workbook = createWorkbook(t(locale, 'demo.blank-sheet'));
const excel = await openNodeExcel(workbook);
excel.install();

const { version } = JSON.parse(
  readFileSync(join(root, 'node_modules/@microsoft/office-js/package.json'), 'utf8'),
) as { version: string };
say('demo.start', { version });

step('demo.step.import');
await takeIn('phu-luc-2026.docx');
await showFigures();
await save(workbook, 'so-theo-doi-2026.xlsx');

step('demo.step.again');
await takeIn('phu-luc-2026.xlsx');

step('demo.step.mark');
valueOf(await markPerformed.run(context, { rows: ['VII.4'] }));
const marked = visible(workbook);
valueOf(
  await markNotPerformed.run(context, { rows: ['I.1', 'I.2'], reason: 'Do đơn vị cấp trên thực hiện' }),
);
await showFigures();

step('demo.step.undo');
const { command } = valueOf(await toImmediateCommand(undo).run(context));
say('undo.done', { command: t(locale, `command.${command}` as MessageKey) });
say(firstDifference(marked, visible(workbook)) === null ? 'demo.equal' : 'demo.differs');
await showFigures();

step('demo.step.reissue');
await takeIn('phu-luc-2026-dieu-chinh.docx');
await showFigures();
await save(workbook, 'so-theo-doi-2026-dieu-chinh.xlsx');

await excel.settled();
step('demo.end', {
  requests: excel.traffic.requests,
  kilobytes: Math.round(excel.traffic.requestBytes / 1024),
});
excel.close();
