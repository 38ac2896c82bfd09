/**
 * `npm run demo [-- --lang en]`: the whole job on the bundled samples, through the real office.js over the local Excel:
 * the annex comes in, rows are marked, the summary counts, a reissued annex is taken in, and each step goes back and
 * forth. The workbooks stay in out/.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Annex } from '../src/annex/types';
import { readBytes } from '../src/cli/files';
import { formatPreview } from '../src/cli/format-preview';
import { writeBytes } from '../src/cli/output-file';
import { importAnnex } from '../src/commands/import/import-annex';
import { markNotPerformed, markPerformed } from '../src/commands/mark';
import { readCurrentSummary } from '../src/commands/read-current-summary';
import { toImmediateCommand, undo } from '../src/commands/undo';
import { formatProblem } from '../src/i18n/format-problem';
import { t, toLocale } from '../src/i18n/locale';
import type { MessageKey } from '../src/i18n/vi/messages';
import { assembleAnnex } from '../src/import/assemble/assemble-annex';
import '../src/i18n/register-english';
import { readDocument } from '../src/import/read-document';
import { METADATA_SHEET } from '../src/school-workbook/metadata-sheet';
import type { Result } from '../src/shared/result';

const languageIndex = process.argv.indexOf('--lang');
const locale = toLocale(languageIndex < 0 ? 'vi' : (process.argv[languageIndex + 1] ?? 'vi'));
const ROOT = resolve(import.meta.dirname, '..');
const getSamplePath = (name: string): string => join(ROOT, 'samples', name);
const getOutputPath = (name: string): string => join(ROOT, 'out', name);
const MAX_WARNINGS = 3;
const context = { now: () => new Date() };

function printMessage(key: MessageKey, params?: Record<string, string | number>): void {
  console.log(t(locale, key, params));
}
function printStep(key: MessageKey, params?: Record<string, string | number>): void {
  console.log('');
  printMessage(key, params);
}

/** The value, with its warnings printed; a problem ends the demo. */
function unwrapOrExit<T>(result: Result<T>): T {
  const problems = result.ok ? result.warnings : result.problems;
  for (const problem of problems.slice(0, MAX_WARNINGS)) console.log(`  ${formatProblem(locale, problem)}`);
  if (problems.length > MAX_WARNINGS) {
    console.log(`  ${t(locale, 'demo.more', { count: problems.length - MAX_WARNINGS })}`);
  }
  if (!result.ok) process.exit(1);
  return result.value;
}

async function readAnnex(name: string): Promise<Annex> {
  const bytes = unwrapOrExit(await readBytes(getSamplePath(name)));
  const annex = unwrapOrExit(assembleAnnex(unwrapOrExit(await readDocument(bytes, name))));
  printMessage('import.read', { rows: annex.tasks.length, file: name });
  return annex;
}

async function importSample(name: string): Promise<void> {
  const annex = await readAnnex(name);
  const unit = { name: 'Trường Mầm non Nắng Mai', code: 'MN-NM' };
  const staged = unwrapOrExit(await importAnnex.stage(context, { annex, unit, merge: 'replace-nonblank' }));
  for (const line of formatPreview(locale, staged.plan, 6)) console.log(line);
  const { counts, written } = unwrapOrExit(await importAnnex.run(context, staged));
  printMessage(written ? 'import.updated' : 'import.unchanged', counts);
}

async function showSummary(): Promise<void> {
  const params = unwrapOrExit(await readCurrentSummary.run(context, undefined));
  const shown = ['total', 'performed', 'notPerformed', 'undecided', 'done'] as const;
  console.log(`  ${shown.map((id) => `${t(locale, `summary.${id}`)}: ${params[id]}`).join(' · ')}`);
}

async function saveOutput(workbook: WorkbookModel, name: string): Promise<void> {
  unwrapOrExit(await writeBytes(getOutputPath(name), await saveWorkbook(workbook)));
  printMessage('import.saved', { file: `out/${basename(name)}` });
}

function cloneVisibleSheets(workbook: WorkbookModel): WorkbookModel {
  const copy = cloneWorkbook(workbook);
  copy.sheets = copy.sheets.filter(({ name }) => name !== METADATA_SHEET);
  return copy;
}

mkdirSync(join(ROOT, 'out'), { recursive: true });
const workbook = createWorkbook(t(locale, 'demo.blank-sheet'));
const excel = await openNodeExcel(workbook);
excel.install();

const { version } = JSON.parse(
  readFileSync(join(ROOT, 'node_modules/@microsoft/office-js/package.json'), 'utf8'),
) as { version: string };
printMessage('demo.start', { version });

printStep('demo.step.import');
await importSample('phu-luc-2026.docx');
await showSummary();
await saveOutput(workbook, 'so-theo-doi-2026.xlsx');

printStep('demo.step.again');
await importSample('phu-luc-2026.xlsx');

printStep('demo.step.mark');
unwrapOrExit(await markPerformed.run(context, { rows: ['VII.4'] }));
const marked = cloneVisibleSheets(workbook);
unwrapOrExit(
  await markNotPerformed.run(context, { rows: ['I.1', 'I.2'], reason: 'Do đơn vị cấp trên thực hiện' }),
);
await showSummary();

printStep('demo.step.undo');
const { command } = unwrapOrExit(await toImmediateCommand(undo).run(context));
printMessage('undo.done', { command: t(locale, `command.${command}` as MessageKey) });
printMessage(
  findFirstDifference(marked, cloneVisibleSheets(workbook)) === null ? 'demo.equal' : 'demo.differs',
);
await showSummary();

printStep('demo.step.reissue');
await importSample('phu-luc-2026-dieu-chinh.docx');
await showSummary();
await saveOutput(workbook, 'so-theo-doi-2026-dieu-chinh.xlsx');

await excel.waitForIdle();
printStep('demo.end', {
  requests: excel.traffic.requests,
  kilobytes: Math.round(excel.traffic.requestBytes / 1024),
});
excel.close();
