import { join } from 'node:path';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import type { Annex } from '../../annex/types';
import { type IssuedWorkbook, planIssue } from '../../authority-workbook/plan-issue';
import { issueWorkbooks } from '../../commands/issue/issue-workbooks';
import { parseKindDefaults } from '../../consolidation/units/kind-defaults';
import { t } from '../../i18n/locale';
import { assembleAnnex } from '../../import/assemble/assemble-annex';
import { decodeText } from '../../readers/text/decode-text';
import { toLocalIsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { ok, type Result, warning } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';
import { fileExists, readBytes } from '../files';
import { writeBytes } from '../output-file';
import { readUnitList } from '../read-unit-list';
import { readDocumentFile } from '../reader/read-document-file';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { withExcel } from '../workbook-file';
import type { ISSUE_SPEC } from './specs';

/** The text of a file, whatever it is encoded in. */
async function readTextFile(path: string): Promise<Result<string>> {
  const bytes = await readBytes(path);
  return bytes.ok ? { ...bytes, value: decodeText(bytes.value) } : bytes;
}

async function readAnnexFile(file: string): Promise<Result<Annex>> {
  const document = await readDocumentFile(file);
  return document.ok ? assembleAnnex(document.value) : document;
}

/** `phuluc issue ANNEX --units units.csv -o DIR`: one prefilled workbook for each unit of the list. */
export async function runIssue({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof ISSUE_SPEC.options>): Promise<SubcommandResult> {
  const { units: list, defaults: marks, out: folder } = options;
  if (list === undefined) return createUsageFailure(locale, 'cli.usage.no-units');
  if (folder === undefined) return createUsageFailure(locale, 'cli.usage.no-folder');
  const annex = await readAnnexFile(file);
  if (!annex.ok) return annex;
  const units = await readUnitList(list);
  if (!units.ok) return units;
  const marksText: Result<string> = marks === undefined ? ok('') : await readTextFile(marks);
  if (!marksText.ok) return marksText;
  const defaults = parseKindDefaults(marksText.value, annex.value, { file: marks });
  if (!defaults.ok) return defaults;

  const plans = planIssue(annex.value, units.value, defaults.value, toLocalIsoDate(now()));
  const there = new Set<IssuedWorkbook>();
  for (const plan of plans) if (await fileExists(join(folder, plan.file))) there.add(plan);
  const written = await withExcel(createWorkbook('Sheet1'), async (): Promise<Result<null>> => {
    const toMake = plans.filter((plan) => !there.has(plan));
    for await (const issued of issueWorkbooks(toMake, now)) {
      if (!issued.ok) return issued;
      const saved = await writeBytes(join(folder, issued.value.plan.file), issued.value.bytes);
      if (!saved.ok) return saved;
    }
    return ok(null);
  });
  if (!written.ok) return written;
  const existing = [...there].map((plan): Problem =>
    warning('already-issued', { file: join(folder, plan.file) }),
  );
  const made = plans.length - there.size;
  const rows = annex.value.tasks.length;
  return {
    ok: true,
    lines: [
      t(locale, 'issue.done', { made, units: plans.length, rows, folder }),
      ...(there.size > 0 ? [t(locale, 'issue.kept', { kept: there.size })] : []),
    ],
    json: {
      edition: annex.value.edition,
      fingerprint: plans[0]?.workbook.facts.fingerprint ?? '',
      tasks: rows,
      issued: plans.map((plan) => ({
        code: plan.unit.code,
        name: plan.unit.name,
        file: join(folder, plan.file),
        made: !there.has(plan),
      })),
    },
    warnings: [...annex.warnings, ...units.warnings, ...existing],
  };
}
