import { basename, resolve } from 'node:path';
import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { formatAnnexTitle } from '../../annex/annex-label';
import { TASK_FIELDS } from '../../annex/task-fields';
import type { Annex, Task } from '../../annex/types';
import { importAnnex, type ImportInput, type ImportOutcome } from '../../commands/import/import-annex';
import { describeDocumentDecision } from '../../i18n/describe-document';
import { describePrintedMarks } from '../../i18n/describe-printed-marks';
import { describeProblem } from '../../i18n/format-problem';
import { hideZeros } from '../../i18n/hide-zeros';
import { type Locale, t } from '../../i18n/locale';
import type { AssembleOptions } from '../../import/assemble/choose-tables';
import { listTables, type TableSummary } from '../../import/assemble/list-tables';
import { type DocumentContent, readDocumentContent } from '../../import/plan-document/read-document-content';
import { MERGE_MODES } from '../../school-workbook/merge-modes';
import type { PlannedImport } from '../../school-workbook/plan-import';
import { formatOptionalDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result } from '../../shared/result';
import { fileExists } from '../files';
import { formatPreview } from '../format-preview';
import { readDocumentFile } from '../reader/read-document-file';
import { saveWorkbookFile } from '../save-workbook-file';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import { formatPlan, toPlanJson } from './format-plan';
import { parseTableOptions } from './parse-table-options';
import type { IMPORT_SPEC } from './specs';

type ReadContent = { content: DocumentContent; tables: TableSummary[] };

async function readFileContent(file: string, options: AssembleOptions): Promise<Result<ReadContent>> {
  const document = await readDocumentFile(file);
  if (!document.ok) return document;
  const content = readDocumentContent(document.value, options);
  return content.ok
    ? { ...content, value: { content: content.value, tables: listTables(document.value) } }
    : content;
}

/** The tables of a document that has several, for choosing among them. */
function toTablesJson(tables: readonly TableSummary[]) {
  if (tables.length < 2) return {};
  return {
    tables: tables.map(({ index, name, kind, readable, tasks, place, columns }) => ({
      table: index + 1,
      name,
      kind,
      readable,
      rows: tasks,
      columns: columns.map(({ header }) => header),
      place,
    })),
  };
}

function formatTables(tables: readonly TableSummary[], locale: Locale): string[] {
  if (tables.length < 2) return [];
  return tables.map(({ index, name, kind, tasks }) =>
    t(locale, 'import.table', {
      number: index + 1,
      name,
      kind: t(locale, `table.kind.${kind}`),
      rows: tasks,
    }),
  );
}

function toAnnexJson({ edition, tasks }: Annex, warnings: readonly Problem[], locale: Locale) {
  return {
    kind: 'annex',
    edition,
    rows: tasks.map((task) => Object.fromEntries(TASK_FIELDS.map((field) => [field, task[field]]))),
    warnings: warnings.map((problem) => ({
      code: problem.code,
      message: describeProblem(locale, problem).what,
      place: problem.place,
    })),
  };
}

function formatAnnex(file: string, { edition, tasks }: Annex, locale: Locale): string[] {
  const count = (applicability: Task['applicability']): number =>
    tasks.filter((task) => task.applicability === applicability).length;
  const counts = (['performed', 'notPerformed', 'undecided'] as const).map(
    (applicability) => `${t(locale, `summary.${applicability}`)}: ${count(applicability)}`,
  );
  return [
    t(locale, 'import.read', { rows: tasks.length, file }),
    t(locale, 'import.edition', {
      title: formatAnnexTitle(edition.title),
      number: edition.number,
      date: formatOptionalDate(edition.date),
      issuer: edition.issuer,
      year: edition.year ?? '',
    }),
    counts.join(' · '),
  ];
}

function createPlanFailure(file: string, items: number): { ok: false; problems: Problem[] } {
  return err('plan-not-annex', { file }, { items });
}

/** A sheet that stands in for the first one, since a workbook cannot be without; it is deleted when the add-in’s are there. */
const PLACEHOLDER_SHEET = 'Sheet1';

function createPlaceholderWorkbook(): Result<WorkbookModel> {
  return ok(createWorkbook(PLACEHOLDER_SHEET));
}

function deletePlaceholderSheet(workbook: WorkbookModel): void {
  const sheet = findSheetByName(workbook, PLACEHOLDER_SHEET);
  if (sheet) deleteSheet(workbook, sheet);
}

type ImportedAnnex = ImportOutcome & { plan: PlannedImport };

function importInto(
  workbook: WorkbookModel,
  input: ImportInput,
  now: () => Date,
): Promise<Result<ImportedAnnex>> {
  return withExcel(workbook, async () => {
    const staged = await importAnnex.stage({ now }, input);
    if (!staged.ok) return staged;
    const done = await importAnnex.run({ now }, staged.value);
    if (!done.ok) return done;
    return {
      ...done,
      value: { ...done.value, plan: staged.value.plan },
      warnings: [...staged.warnings, ...done.warnings],
    };
  });
}

/** So many changes are listed. */
const MAX_CHANGES = 50;

type ImportTarget = { base: string | null; out: string };

/** Where the annex goes: into the workbook named, else into the one that is at `out` already, else into a new one. */
async function chooseTarget(out: string | undefined, into: string | undefined): Promise<ImportTarget | null> {
  if (out === undefined && into === undefined) return null;
  if (out === undefined) return { base: into!, out: into! };
  return { base: into ?? ((await fileExists(out)) ? out : null), out };
}

type SavedImport = { lines: string[]; warnings: Problem[] };

async function writeSchoolWorkbook(
  { base, out }: ImportTarget,
  input: ImportInput,
  now: () => Date,
  locale: Locale,
): Promise<Result<SavedImport>> {
  const opened = base === null ? createPlaceholderWorkbook() : await openWorkbookFile(base);
  if (!opened.ok) return opened;
  const workbook = opened.value;
  const done = await importInto(workbook, input, now);
  if (!done.ok) {
    return err(
      done.problems.map((problem) => ({
        ...problem,
        place: { file: base ?? out, ...problem.place },
      })),
    );
  }
  if (base === null) deletePlaceholderSheet(workbook);
  const { written, counts, plan, renewed } = done.value;
  const isThere = base !== null && resolve(base) === resolve(out);
  if (written || !isThere) {
    const saved = await saveWorkbookFile(out, workbook);
    if (!saved.ok) return saved;
  }
  const what = !written ? 'import.unchanged' : base === null ? 'import.created' : 'import.updated';
  const sections = new Set(input.annex.tasks.map(({ section }) => section)).size;
  return ok({
    lines: [
      ...(base === null ? [] : describeDocumentDecision(locale, plan.document.code, plan.document.decision)),
      ...(base === null ? [] : formatPreview(locale, plan, MAX_CHANGES)),
      t(locale, what, { rows: counts.added, sections, ...hideZeros(counts) }),
      ...(renewed ? [t(locale, 'progress.renewed', hideZeros(renewed))] : []),
      ...(written || !isThere ? [t(locale, 'import.saved', { file: out })] : []),
    ],
    warnings: [...opened.warnings, ...done.warnings],
  });
}

/**
 * `phuluc import FILE`: the annex as JSON or into a school workbook, through the same command as in the pane; a plan as
 * JSON or as lines.
 */
export async function runImport({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof IMPORT_SPEC.options>): Promise<SubcommandResult> {
  const chosen = parseTableOptions(options, locale);
  if (!chosen.ok) return chosen;
  const read = await readFileContent(file, chosen.value);
  if (!read.ok) return read;
  const { content, tables } = read.value;
  const target = await chooseTarget(options.out, options.into);
  if (content.kind === 'plan') {
    const { plan } = content;
    // A workbook holds the tasks of an annex; what a plan says becomes tasks only as a person chooses.
    if (target) return createPlanFailure(file, plan.items.length);
    return {
      ok: true,
      lines: formatPlan(file, plan, locale),
      json: toPlanJson(plan),
      warnings: read.warnings,
    };
  }
  const { annex } = content;
  const input: ImportInput = {
    annex,
    unit: { name: options.unit ?? '', code: options['unit-code'] ?? '' },
    merge: MERGE_MODES.find((choice) => choice === options.merge) ?? 'replace-nonblank',
    file: basename(file),
    withProgress: !options['no-progress'],
    ...(options.document !== undefined && { document: options.document }),
  };
  const saved = target && (await writeSchoolWorkbook(target, input, now, locale));
  if (saved && !saved.ok) return saved;
  const warnings = [...read.warnings, ...(saved?.value.warnings ?? [])];
  const found = describePrintedMarks(locale, warnings);
  return {
    ok: true,
    lines: [
      ...formatAnnex(file, annex, locale),
      ...(found.note === '' ? [] : [found.note]),
      ...formatTables(tables, locale),
      ...(saved?.value.lines ?? []),
    ],
    json: { ...toAnnexJson(annex, warnings, locale), ...toTablesJson(tables) },
    warnings: found.warnings,
  };
}
