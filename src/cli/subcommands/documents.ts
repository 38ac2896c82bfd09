import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { type DocumentStatus, getCurrentEdition } from '../../annex/tracked-document';
import { type DocumentLine, type DocumentsView, readDocuments } from '../../commands/read-documents';
import { changeDocumentStatus } from '../../commands/set-document-status';
import { type Locale, t } from '../../i18n/locale';
import { isFollowed } from '../../school-workbook/documents/documents';
import type { SummaryCounts } from '../../school-workbook/summary/read-summary';
import { formatDate, formatOptionalDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { addFileName, type Result } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';
import { formatTextTable } from '../format-text-table';
import { saveChangedWorkbook } from '../save-changed-workbook';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { DOCUMENTS_SPEC } from './specs';

type DocumentsInput = SubcommandInput<typeof DOCUMENTS_SPEC.options>;

const NONE = '–';

function formatCounts({ total, performed, done }: SummaryCounts): string[] {
  const share = performed === 0 ? NONE : `${Math.round((1000 * done) / performed) / 10}%`;
  return [String(total), String(performed), String(done), share];
}

function formatDocuments({ documents, others, whole, on }: DocumentsView, locale: Locale): string[] {
  const toRow = ({ code, counts, overdue, nextDeadline }: DocumentLine): string[] => [
    code,
    ...formatCounts(counts),
    String(overdue),
    nextDeadline === null ? NONE : formatDate(nextDeadline),
  ];
  const followed = documents.filter(isFollowed);
  const ended = documents.filter((document) => !isFollowed(document));
  const overdue = documents.reduce((sum, one) => sum + one.overdue, 0);
  const headers = ['total', 'performed', 'done'] as const;
  return [
    t(locale, 'documents.title', { count: documents.length, date: formatDate(on) }),
    ...documents.map((document) => {
      const { title, issuer, date } = getCurrentEdition(document);
      return `  ${t(locale, 'documents.line', {
        code: document.code,
        date: formatOptionalDate(date),
        issuer,
        title,
        editions: document.editions.length > 1 ? document.editions.length : '',
      })}`;
    }),
    '',
    ...formatTextTable([
      [
        t(locale, 'document.choice'),
        ...headers.map((id) => t(locale, `summary.${id}`)),
        t(locale, 'documents.share'),
        t(locale, 'documents.overdue'),
        t(locale, 'documents.next'),
      ],
      ...followed.map(toRow),
      ...(others ? [[t(locale, 'summary.other'), ...formatCounts(others), '0', NONE]] : []),
      [t(locale, 'documents.whole'), ...formatCounts(whole), String(overdue), ''],
    ]),
    ...(ended.length === 0
      ? []
      : [
          '',
          t(locale, 'documents.ended'),
          ...formatTextTable(
            ended.map(({ code, status, counts }) => [
              code,
              t(locale, `document.status.${status}`),
              ...formatCounts(counts),
            ]),
          ),
        ]),
  ];
}

const STATUS_OPTIONS = {
  end: 'finished',
  archive: 'archived',
  replaced: 'replaced',
  reopen: 'active',
} as const satisfies Record<string, DocumentStatus>;

type OpenedWorkbook = { value: WorkbookModel; warnings: readonly Problem[] };

type StatusChange = { document: string; status: DocumentStatus };

function parseStatusChanges(options: DocumentsInput['options']): StatusChange[] {
  return (Object.keys(STATUS_OPTIONS) as (keyof typeof STATUS_OPTIONS)[]).flatMap((option) => {
    const document = options[option];
    return document === undefined ? [] : [{ document, status: STATUS_OPTIONS[option] }];
  });
}

async function writeStatus(
  { files: [file = ''], options, locale, now }: DocumentsInput,
  { value: workbook, warnings }: OpenedWorkbook,
  change: StatusChange,
): Promise<Result<string[]>> {
  const done = await withExcel(workbook, () => changeDocumentStatus.run({ now }, change));
  if (!done.ok) return done;
  const { written, document, status } = done.value;
  const saved = await saveChangedWorkbook(
    { workbook, warnings, file, out: options.out, isChanged: written },
    locale,
  );
  if (!saved.ok) return saved;
  return {
    ...done,
    warnings: [...saved.warnings, ...done.warnings],
    value: [
      t(locale, written ? 'document.status.done' : 'document.status.same', {
        document,
        status: t(locale, `document.status.${status}`),
      }),
      ...saved.value,
    ],
  };
}

/**
 * `phuluc documents FILE.xlsx`: the documents of a workbook with their tasks counted; with `--end SIGN` and its like the
 * status of one is set first.
 */
export async function runDocuments(input: DocumentsInput): Promise<SubcommandResult> {
  const {
    files: [file = ''],
    options,
    locale,
    now,
  } = input;
  const [change, ...others] = parseStatusChanges(options);
  if (others.length > 0) return createUsageFailure(locale, 'cli.usage.one-status');
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  recalculate(opened.value, { now: now() });
  const written = change ? await writeStatus(input, opened, change) : null;
  if (written?.ok === false) return addFileName(written, file);
  const read = await withExcel(opened.value, () => readDocuments.run({ now }, undefined));
  if (!read.ok) return addFileName(read, file);
  return {
    ok: true,
    lines: [...(written?.value ?? []), ...formatDocuments(read.value, locale)],
    json: read.value,
    warnings: [...(written?.warnings ?? []), ...addFileName(read, file).warnings],
  };
}
