import { NODE_CODEC, sha256 } from '../../src/cli/consolidation/node-reader';
import type { Finding } from '../../src/consolidation/findings/finding';
import type { Consolidation } from '../../src/consolidation/ledger/consolidation';
import type { LedgerEntry } from '../../src/consolidation/ledger/ledger-entry';
import { consolidate } from '../../src/consolidation/run/consolidate';
import { prepareConsolidation } from '../../src/consolidation/run/prepare-consolidation';
import {
  type FailedFile,
  type MatchedFile,
  READER_VERSION,
  type SchoolFile,
} from '../../src/consolidation/types';
import { readSchoolFile } from '../../src/school-workbook/read-school-file';
import { toMatchKey } from '../../src/shared/text';
import { AS_OF } from '../../test/support/returned-workbooks/create-answers';
import {
  COUNTED_VALUES,
  type CountedValue,
  FUZZ_MASTER,
  FUZZ_UNITS,
  getSheetRow,
  type RowTruth,
  type WorkbookDraft,
} from '../../test/support/returned-workbooks/workbook-draft';

const FILE_NAME = 'so.xlsx';
const COMPANION_NAME = 'so cua truong khac.xlsx';

export type ConsolidatedFile = { consolidation: Consolidation; matched: MatchedFile | null };

type ReadFile = { file: SchoolFile } | { failed: FailedFile };

async function readFile(file: string, bytes: Uint8Array): Promise<ReadFile | string> {
  const source = { file, bytes, sha256: sha256(bytes) };
  const read = await readSchoolFile(source, NODE_CODEC);
  const portable = await readSchoolFile(source);
  // The pane and the command line must agree.
  if (JSON.stringify(read) !== JSON.stringify(portable))
    return 'the readers of Node and of the browser differ';
  if (read.ok) return { file: read.value };
  if (read.problems.length === 0) return 'refused without a problem';
  return { failed: { file, sha256: source.sha256, problems: read.problems } };
}

/** One file, and that of another unit, through reader, matching, identification and ledger, as `consolidate` does. */
export async function consolidateFile(
  bytes: Uint8Array,
  companion?: Uint8Array,
): Promise<ConsolidatedFile | string> {
  const read: SchoolFile[] = [];
  const failed: FailedFile[] = [];
  for (const [name, content] of [
    [FILE_NAME, bytes] as const,
    ...(companion ? [[COMPANION_NAME, companion] as const] : []),
  ]) {
    const result = await readFile(name, content);
    if (typeof result === 'string') return result;
    if ('file' in result) read.push(result.file);
    else failed.push(result.failed);
  }
  const gathered = prepareConsolidation({
    annex: FUZZ_MASTER,
    units: FUZZ_UNITS,
    level: null,
    asOf: AS_OF,
    reportDue: null,
    readAt: '2026-10-15T01:00:00.000Z',
    read: read.map((file) => ({ kind: 'school', file })),
    failed,
    unchanged: new Map(),
    previous: null,
    readerVersion: READER_VERSION,
  });
  if (!gathered) return 'nothing was gathered';
  return {
    consolidation: consolidate(gathered.input),
    matched: gathered.matched.find(({ file }) => file === FILE_NAME) ?? null,
  };
}

/** Checks that a file is reported as failed, or that each of its rows and each task of the master is accounted for. */
export function findLostOrInvented(
  { consolidation: book, matched }: ConsolidatedFile,
  draft: WorkbookDraft,
): string | null {
  const sources = book.sources.filter(({ file }) => file === FILE_NAME);
  const [source] = sources;
  if (!source || sources.length > 1) return `${sources.length} files of one`;
  if (!matched) return source.state === 'failed' && source.problems !== '' ? null : 'neither failed nor read';
  if (source.unit !== '' && source.unit !== draft.unit.code)
    return `of ${draft.unit.code}, counted as of ${source.unit}`;

  const tasks = new Set<string>();
  for (const [index, match] of matched.matches.entries()) {
    const row = matched.rows[index];
    if (match.row !== index || !row) return `match ${index} is of row ${match.row}`;
    if (match.task !== null) {
      if (tasks.has(match.task)) return `${match.task} matched twice`;
      tasks.add(match.task);
      continue;
    }
    const reported = matched.drift.some(
      (one) => (one.kind === 'added' || one.kind === 'repeated') && one.row === row.row,
    );
    if (!reported) return `row ${row.row} is lost`;
  }
  if (matched.matches.length !== matched.rows.length) return 'rows without a match';
  const missing = new Set(matched.drift.flatMap((one) => (one.kind === 'missing' ? [one.task] : [])));
  for (const { id } of FUZZ_MASTER.tasks)
    if (tasks.has(id) === missing.has(id)) return `${id} is ${tasks.has(id) ? 'there and missing' : 'lost'}`;

  if (source.unit === '') return null;
  const wholes = listEntries(book, draft.unit.code);
  if (wholes.map(({ task }) => task.id).join() !== FUZZ_MASTER.tasks.map(({ id }) => id).join())
    return 'the ledger has other tasks than the annex';
  for (const kind of ['row-added', 'row-repeated', 'row-missing'] as const) {
    const drift = matched.drift.filter((one) => `row-${one.kind}` === kind).length;
    const reported = book.drift.filter(({ code, place }) => code === kind && place.file === FILE_NAME).length;
    if (drift !== reported) return `${drift} × ${kind}, ${reported} reported`;
  }
  return null;
}

/** The tasks of a unit as a whole, without the occurrences of its log. */
function listEntries({ entries }: Consolidation, unit: string): LedgerEntry[] {
  return entries.filter((entry) => entry.unit === unit && entry.occurrence === '');
}

function isAccepted(truth: RowTruth, field: CountedValue, value: string | null): boolean {
  if (field === 'state' && truth.alsoStates?.some((state) => state === value)) return true;
  return truth[field] === value;
}

/** They name a row, and say nothing of its figures. */
const UNRELATED_CODES: readonly string[] = [
  'duplicate-task',
  'evidence-missing',
  'product-missing',
  'row-reworded',
  'disagreement',
];

/** Whether a finding names the row, the column or the file in which a figure stands. */
function isReported(
  { consolidation: book }: ConsolidatedFile,
  draft: WorkbookDraft,
  { row, task, field }: { row: number; task: string | null; field: CountedValue },
): boolean {
  const namesColumn = ({ args }: Finding): boolean =>
    draft.columns.some(
      ({ header, holds }) =>
        holds === field && toMatchKey(header) === toMatchKey(String(args['header'] ?? '')),
    );
  const namesRow = ({ task: named, place }: Finding): boolean =>
    (named !== '' && named === task) || Number(/\d+$/.exec(place.cell ?? '')?.[0] ?? place.row) === row;
  return [...book.findings, ...book.drift].some((finding) => {
    if (finding.place.file !== FILE_NAME && finding.unit !== draft.unit.code) return false;
    const { problem } = finding.args;
    if (UNRELATED_CODES.includes(String(problem ?? finding.code))) return false;
    if (problem === 'column-unread') return namesColumn(finding);
    const namesFile = draft.layout.kind === 'quarters' && problem === 'sheets-merged';
    return namesFile || namesRow(finding);
  });
}

/** How many figures were compared, and how many of them differ from the truth with a finding that says where. */
export type ComparisonCounts = { compared: number; reported: number };

/**
 * A workbook that was edited by hand: every row is read as what it says, and counted so; what it leaves open is read so
 * or reported with its place.
 */
export function findContradiction(
  judged: ConsolidatedFile,
  draft: WorkbookDraft,
  counts: ComparisonCounts = { compared: 0, reported: 0 },
): string | null {
  const { consolidation: book, matched } = judged;
  const source = book.sources.find(({ file }) => file === FILE_NAME)!;
  if (!matched) return `not read: ${source.problems}`;
  if (draft.layout.kind === 'versions') {
    const isAsked = book.findings.some(({ code }) => code === 'sheet-choice' || code === 'unit-question');
    return source.unit === '' && (isAsked || draft.identity !== 'plain')
      ? null
      : 'one of two versions counts, and nobody was asked';
  }
  if (draft.identity === 'plain' && source.unit === '')
    return 'nobody was asked whose it is, and it is not known';
  if (draft.identity === 'contradictory' && source.unit !== '')
    return 'a contradiction was settled in silence';
  if (draft.companion && source.unit !== '') {
    const units = [draft.unit.code, draft.companion.unit.code];
    const isNoticed = book.findings.some(
      ({ code, unit }) => code === 'answers-copied' && units.includes(unit),
    );
    if (!isNoticed) return `the answers of ${units.join(' and ')} are the same, and nobody noticed`;
  }
  const truths = new Map(draft.rows.map(({ truth }, index) => [getSheetRow(draft, index), truth]));
  const entries = new Map(listEntries(book, source.unit).map((entry) => [entry.task.id, entry]));
  const seen = new Set<number>();
  const isUnreported = (row: number, truth: RowTruth, field: CountedValue): boolean => {
    // Nothing of the file counts before the officer says whose it is.
    if (source.unit === '') return false;
    const reported = truth.open.has(field) && isReported(judged, draft, { row, task: truth.task, field });
    if (reported) counts.reported++;
    return !reported;
  };
  for (const [index, { row, recorded }] of matched.rows.entries()) {
    const truth = truths.get(row);
    if (!truth) return `row ${row} is invented`;
    seen.add(row);
    const { task } = matched.matches[index]!;
    const twins = [...truths.values()].filter((one) => one.task === truth.task).length;
    if (task !== null && task !== truth.task)
      return `row ${row} is ${truth.task ?? 'their own'}, read as ${task}`;
    if (task === null && truth.task !== null && truth.intact && twins === 1)
      return `row ${row} (${truth.task}) has no match`;
    const entry = task === null ? undefined : entries.get(task);
    for (const field of COUNTED_VALUES) {
      // What is left open is judged by what is counted.
      if (!truth.open.has(field) && field !== 'due' && recorded[field] !== truth[field])
        return `row ${row} (${truth.task}): ${field} is ${truth[field]}, read as ${recorded[field]}`;
      if (!entry) continue;
      counts.compared++;
      const counted = field === 'reason' ? entry.reason : entry.reported[field];
      // Where the unit names no deadline, that of the annex counts.
      if (isAccepted(truth, field, counted) || (field === 'due' && truth.due === '')) continue;
      if (isUnreported(row, truth, field))
        return `${task}: ${field} is ${truth[field]}, counted as ${counted}`;
    }
  }
  for (const [row, truth] of truths) {
    if (seen.has(row) || truth.task === null) continue;
    if (isUnreported(row, truth, 'applicability')) return `row ${row} was not read`;
  }
  const lost = [...truths].find(([row, { open }]) => !seen.has(row) && open.size === 0);
  return lost === undefined ? null : `row ${lost[0]} was not read`;
}
