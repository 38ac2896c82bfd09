import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import type { Annex } from '../../annex/types';
import {
  buildConsolidationReport,
  collectIdentityFindings,
} from '../../authority-workbook/consolidation-report';
import { TABLE_SCHEMAS } from '../../authority-workbook/consolidation-snapshot';
import { MAX_DATA_ROWS } from '../../authority-workbook/partial-ledger';
import {
  consolidateUnits,
  type ConsolidationOutcome,
  readConsolidation,
} from '../../commands/authority/consolidate-units';
import { countTasks, groupFindings } from '../../consolidation/findings/group-findings';
import type { Consolidation, ConsolidationLevel } from '../../consolidation/ledger/consolidation';
import { combineAnnexes } from '../../consolidation/match/master-annex';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { runConsolidation } from '../../consolidation/run/run-consolidation';
import { describeFinding, getFindingCode } from '../../i18n/describe-finding';
import { type Locale, t } from '../../i18n/locale';
import { assembleAnnex } from '../../import/assemble/assemble-annex';
import { appendAll } from '../../shared/append-all';
import { formatDate, parseIsoDate, toLocalIsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { err, type Failure, ok, problem, type Result } from '../../shared/result';
import { createPathSource } from '../consolidation/create-path-source';
import { parseFileUnits } from '../consolidation/file-units';
import { formatSheetChoice, parseSheetChoices } from '../consolidation/sheet-choices';
import { createRunKey, findStoredAnswer, storeAnswer } from '../consolidation/stored-answer';
import { createUsageFailure } from '../create-usage-failure';
import { expandPaths } from '../expand-paths';
import { fileExists } from '../files';
import { mergePrevious } from '../ledger/merge-previous';
import { readLedger } from '../ledger/read-ledger';
import { type LedgerWritten, writeLedger } from '../ledger/write-ledger';
import { readUnitList } from '../read-unit-list';
import { readDocumentFile } from '../reader/read-document-file';
import { saveWorkbookFile } from '../save-workbook-file';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { CONSOLIDATE_SPEC } from './specs';

const PLACEHOLDER_SHEET = 'Sheet1';

type ConsolidationReport = ReturnType<typeof buildConsolidationReport>;

async function readMasterAnnex(file: string): Promise<Result<Annex>> {
  const document = await readDocumentFile(file);
  return document.ok ? assembleAnnex(document.value) : document;
}

async function readMasterAnnexes(files: readonly string[]): Promise<Result<Annex[]>> {
  const annexes: Annex[] = [];
  const warnings: Problem[] = [];
  for (const file of files) {
    const annex = await readMasterAnnex(file);
    if (!annex.ok) return annex;
    annexes.push(annex.value);
    appendAll(warnings, annex.warnings);
  }
  return ok(annexes, warnings);
}

function formatDocuments({ byDocument = [] }: ConsolidationReport, locale: Locale): string[] {
  return byDocument.map((one) => t(locale, 'consolidate.document', one));
}

function formatConsolidation(book: Consolidation, report: ConsolidationReport, locale: Locale): string[] {
  const { files, units, totals } = report;
  return [
    t(locale, 'consolidate.files', {
      received: files.received,
      read: files.read,
      failed: files.failed.length,
      leftOut: files.leftOut.length,
      duplicates: files.duplicates.length,
    }),
    t(locale, 'consolidate.units', {
      ...units,
      missing: units.missing.length,
      codes: units.missing.join(', '),
    }),
    ...formatIdentityFindings(book, locale),
    t(locale, 'consolidate.totals', {
      ...totals,
      asOf: formatDate(book.asOf),
    }),
    ...formatDocuments(report, locale),
    ...formatUndecided(report, locale),
    t(locale, 'consolidate.findings', { count: report.findings.length }),
    ...formatRenumbering(book, locale),
    ...files.failed.map((failed) => t(locale, 'consolidate.failed', failed)),
    ...files.leftOut.map((file) => t(locale, 'consolidate.left-out', file)),
  ];
}

/** A unit that numbered its rows again differs in a cell of nearly every row: one line for all such units. */
function formatRenumbering(book: Consolidation, locale: Locale): string[] {
  const groups = groupFindings(book.drift).filter(
    ({ isRenumbering, findings }) => isRenumbering && findings.length > 1,
  );
  if (groups.length === 0) return [];
  const units = groups.map(({ unit, findings }) => `${unit} (${countTasks(findings)})`).join(', ');
  return [t(locale, 'consolidate.renumbered', { count: groups.length, units })];
}

/** More of them are in the workbook and in --json. */
const MAX_IDENTITY_LINES = 30;

/** Before the totals: whose answers may not be their own, or not be there at all. */
function formatIdentityFindings(book: Consolidation, locale: Locale): string[] {
  const unsettled = collectIdentityFindings(book);
  if (unsettled.length === 0) return [];
  const lines = unsettled.slice(0, MAX_IDENTITY_LINES).map((finding) => {
    const message = describeFinding(locale, finding);
    return t(locale, 'consolidate.identity-line', {
      code: getFindingCode(finding),
      message,
      file: finding.place.file ?? '',
    });
  });
  const rest = unsettled.length - lines.length;
  return [
    t(locale, 'consolidate.identity', { count: unsettled.length }),
    ...lines,
    ...(rest > 0 ? [t(locale, 'consolidate.more-identity', { count: rest })] : []),
  ];
}

/** Totals without a unit whose file or sheet is not chosen yet say so. */
function formatUndecided({ findings, files }: ConsolidationReport, locale: Locale): string[] {
  const units = findings.flatMap(({ code, unit }) => (code === 'unit-choice' ? [unit] : []));
  const sheets = files.sheetChoices.filter(({ chosen }) => chosen === null);
  return [
    ...(units.length === 0
      ? []
      : [t(locale, 'consolidate.undecided', { count: units.length, codes: units.join(', ') })]),
    ...(sheets.length === 0
      ? []
      : [
          t(locale, 'consolidate.undecided-sheets', {
            count: sheets.length,
            codes: sheets.map(({ unit }) => unit).join(', '),
          }),
          ...sheets.flatMap((choice) => formatSheetChoice(choice, locale)),
        ]),
  ];
}

function formatTableChanges({ changes, written }: ConsolidationOutcome, locale: Locale): string[] {
  return !written
    ? [t(locale, 'consolidate.unchanged')]
    : TABLE_SCHEMAS.flatMap(({ table, sheet }) => {
        const one = changes.tables[table];
        return one && one.added + one.changed + one.removed > 0
          ? [t(locale, 'consolidate.changed', { sheet, ...one })]
          : [];
      });
}

async function openOrCreateWorkbook(out: string | undefined): Promise<Result<WorkbookModel>> {
  return out !== undefined && (await fileExists(out))
    ? openWorkbookFile(out)
    : ok(createWorkbook(PLACEHOLDER_SHEET));
}

/** Where the last run's ledger is read, and where one goes that no option names: beside the workbook. */
function getLedgerFolders(
  given: string | undefined,
  out: string | undefined,
  workbook: PreviousConsolidation | null,
) {
  const adjacent = `${(out ?? '').replace(/\.[^./\\]*$/, '')}.ledger`;
  return { beside: adjacent, from: given ?? (workbook?.fullLedgerPath === undefined ? null : adjacent) };
}

/** What the officer decided in earlier runs is kept with the ledger, as it is on *Tệp nguồn*. */
function mergeDecisions(book: Consolidation, previous: PreviousConsolidation | null): Consolidation {
  return {
    ...book,
    decisions: new Map([...(previous?.decisions ?? []), ...book.decisions]),
  };
}

function formatWrittenLedger(
  { changed, rows, files, bytes }: LedgerWritten,
  folder: string,
  locale: Locale,
): string {
  return t(locale, changed ? 'ledger.written' : 'ledger.unchanged', {
    folder,
    rows,
    files,
    megabytes: (bytes / 1e6).toFixed(1),
  });
}

/** Where the workbook could not be written but the ledger was, both are named: they differ until the next run. */
function noteLedgerAhead(failure: Failure, folder: string | null): Failure {
  return folder === null ? failure : err([...failure.problems, problem('ledger-ahead', { file: folder })]);
}

/** `phuluc consolidate PATH…`: the workbooks of many units, brought together; into a workbook with -o. */
export async function runConsolidate({
  files: paths,
  options,
  locale,
  now,
}: SubcommandInput<typeof CONSOLIDATE_SPEC.options>): Promise<SubcommandResult> {
  const asOf = options['as-of'] ?? toLocalIsoDate(now());
  const reportDue = options['report-due'] ?? null;
  for (const day of [asOf, reportDue ?? asOf]) {
    if (!parseIsoDate(day)) return createUsageFailure(locale, 'cli.usage.date', { value: day });
  }
  const mostRows = Number(options['sheet-rows'] ?? MAX_DATA_ROWS);
  if (!Number.isInteger(mostRows) || mostRows < 1 || mostRows > MAX_DATA_ROWS) {
    return createUsageFailure(locale, 'cli.usage.sheet-rows', { value: options['sheet-rows'] ?? '' });
  }
  const { out } = options;
  const expanded = await expandPaths(paths, out);
  // A ledger is a whole folder of outputs: what is written with one is always worked out.
  const question =
    out === undefined || options.ledger !== undefined
      ? null
      : createRunKey({
          out,
          expanded,
          options: { ...options, 'as-of': asOf },
          inputs: [...(options.annex ?? []), options.units].filter((path) => path !== undefined),
          locale,
        });
  const stored = out !== undefined && question !== null ? findStoredAnswer(out, question) : null;
  if (stored) return { ok: true, ...stored, lines: [...stored.lines, t(locale, 'consolidate.unchanged')] };
  const masters = await readMasterAnnexes(options.annex ?? []);
  if (!masters.ok) return masters;
  const list = options.units === undefined ? null : await readUnitList(options.units);
  if (list && !list.ok) return list;
  const [code = '', name = ''] = (options.level ?? '').split(':');
  const level: ConsolidationLevel | null =
    options.level === undefined ? null : { code: code.trim(), name: name.trim(), label: '', below: '' };
  const sheets = options.sheet === undefined ? new Map<string, string>() : parseSheetChoices(options.sheet);
  if (!sheets) return createUsageFailure(locale, 'cli.usage.sheet', { value: options.sheet ?? '' });
  const named = options.unit === undefined ? new Map<string, string>() : parseFileUnits(options.unit);
  if (!named) return createUsageFailure(locale, 'cli.usage.unit', { value: options.unit ?? '' });
  const workbook = await openOrCreateWorkbook(out);
  if (!workbook.ok) return workbook;

  return withExcel(workbook.value, async ({ calculate }) => {
    const earlier = await readConsolidation.run({ now }, undefined);
    if (!earlier.ok) return earlier;
    const places = getLedgerFolders(options.ledger, out, earlier.value);
    const ledgerRead = places.from === null ? ok(null) : await readLedger(places.from);
    if (!ledgerRead.ok) return ledgerRead;
    const merged = mergePrevious(earlier.value, ledgerRead.value);
    if (!merged.ok) return merged;
    const previous = merged.value;
    const run = await runConsolidation(
      {
        annex: combineAnnexes(masters.value, previous?.annex ?? null),
        units: list?.value ?? null,
        level,
        asOf,
        reportDue,
        previous,
        sheets,
        named,
      },
      createPathSource(expanded),
      { now },
    );
    if (!run) return err('no-workbooks');
    if (!run.ok) return run;
    const { consolidation, inputs, duplicates, sheetChoices } = run.value;
    const report = buildConsolidationReport(consolidation, { ...inputs, duplicates, sheetChoices }, locale);
    const lines = formatConsolidation(consolidation, report, locale);
    const warnings = [
      ...masters.warnings,
      ...(list?.warnings ?? []),
      ...ledgerRead.warnings,
      ...run.warnings,
    ];
    const isLong = consolidation.entries.length > mostRows;
    const folder =
      options.ledger ??
      (out !== undefined && (isLong || earlier.value?.fullLedgerPath) ? places.beside : null);
    const place = folder === null ? undefined : { folder, maxRows: mostRows };
    const staged =
      out === undefined
        ? null
        : await consolidateUnits.stage({ now }, { consolidation, ...(place && { ledger: place }) });
    if (staged && !staged.ok) return staged;
    // The ledger before the workbook: what the workbook shows a part of is there.
    const ledger =
      folder === null ? null : await writeLedger(folder, mergeDecisions(consolidation, previous));
    if (ledger && !ledger.ok) return ledger;
    if (ledger && folder !== null) {
      lines.push(formatWrittenLedger(ledger.value, folder, locale));
      appendAll(warnings, ledger.warnings);
    }
    if (out === undefined || !staged) return { ok: true, lines, json: report, warnings };
    const written = await consolidateUnits.run({ now }, staged.value);
    const isAhead = ledger?.value.changed ? folder : null;
    if (!written.ok) return noteLedgerAhead(written, isAhead);
    const standIn = earlier.value ? undefined : findSheetByName(workbook.value, PLACEHOLDER_SHEET);
    if (standIn) deleteSheet(workbook.value, standIn);
    if (written.value.written) {
      calculate();
      const saved = await saveWorkbookFile(out, workbook.value);
      if (!saved.ok) return noteLedgerAhead(saved, isAhead);
    }
    const answer = {
      lines,
      json: report,
      warnings: [...warnings, ...written.warnings, ...workbook.warnings],
    };
    if (question !== null && folder === null) storeAnswer(out, question, answer);
    return {
      ok: true,
      ...answer,
      lines: [
        ...lines,
        ...formatTableChanges(written.value, locale),
        ...(written.value.written ? [t(locale, 'import.saved', { file: out })] : []),
      ],
    };
  });
}
