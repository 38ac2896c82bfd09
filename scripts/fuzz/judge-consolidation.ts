import { NODE_CODEC, sha256 } from '../../src/cli/consolidation/node-reader';
import type { Consolidation } from '../../src/consolidation/ledger/consolidation';
import { consolidate } from '../../src/consolidation/run/consolidate';
import { prepareConsolidation } from '../../src/consolidation/run/prepare-consolidation';
import { type MatchedFile, READER_VERSION } from '../../src/consolidation/types';
import { readSchoolFile } from '../../src/school-workbook/read-school-file';
import { AS_OF } from '../../test/support/returned-workbooks/create-answers';
import {
  FUZZ_MASTER,
  FUZZ_UNITS,
  getSheetRow,
  type WorkbookDraft,
} from '../../test/support/returned-workbooks/workbook-draft';

const FILE_NAME = 'so.xlsx';

export type ConsolidatedFile = { consolidation: Consolidation; matched: MatchedFile | null };

/** One file through reader, matching, identification and ledger, as `consolidate` takes it. */
export async function consolidateFile(bytes: Uint8Array): Promise<ConsolidatedFile | string> {
  const source = { file: FILE_NAME, bytes, sha256: sha256(bytes) };
  const read = await readSchoolFile(source, NODE_CODEC);
  const portable = await readSchoolFile(source);
  // The pane and the command line must agree.
  if (JSON.stringify(read) !== JSON.stringify(portable))
    return 'the readers of Node and of the browser differ';
  if (!read.ok && read.problems.length === 0) return 'refused without a problem';
  const gathered = prepareConsolidation({
    annex: FUZZ_MASTER,
    units: FUZZ_UNITS,
    level: null,
    asOf: AS_OF,
    reportDue: null,
    readAt: '2026-10-15T01:00:00.000Z',
    read: read.ok ? [{ kind: 'school', file: read.value }] : [],
    failed: read.ok ? [] : [{ file: FILE_NAME, sha256: source.sha256, problems: read.problems }],
    unchanged: new Map(),
    previous: null,
    readerVersion: READER_VERSION,
  });
  if (!gathered) return 'nothing was gathered';
  return { consolidation: consolidate(gathered.input), matched: gathered.matched[0] ?? null };
}

/** Checks that a file is reported as failed, or that each of its rows and each task of the master is accounted for. */
export function findLostOrInvented(
  { consolidation: book, matched }: ConsolidatedFile,
  draft: WorkbookDraft,
): string | null {
  const [source, ...more] = book.sources;
  if (!source || more.length > 0) return `${book.sources.length} files of one`;
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
  const wholes = book.entries.filter(({ occurrence }) => occurrence === '');
  if (wholes.map(({ task }) => task.id).join() !== FUZZ_MASTER.tasks.map(({ id }) => id).join())
    return 'the ledger has other tasks than the annex';
  for (const kind of ['row-added', 'row-repeated', 'row-missing'] as const) {
    const drift = matched.drift.filter((one) => `row-${one.kind}` === kind).length;
    const reported = book.drift.filter(({ code }) => code === kind).length;
    if (drift !== reported) return `${drift} × ${kind}, ${reported} reported`;
  }
  return null;
}

/** A workbook that was edited by hand: every row is read as what it says, and counted so. */
export function findContradiction(
  { consolidation: book, matched }: ConsolidatedFile,
  draft: WorkbookDraft,
): string | null {
  const source = book.sources[0]!;
  if (!matched) return `not read: ${source.problems}`;
  if (draft.identity === 'plain' && source.unit === '')
    return 'nobody was asked whose it is, and it is not known';
  if (draft.identity === 'contradictory' && source.unit !== '')
    return 'a contradiction was settled in silence';
  const truths = new Map(draft.rows.map(({ truth }, index) => [getSheetRow(draft, index), truth]));
  const entries = new Map(
    book.entries.flatMap((entry) => (entry.occurrence === '' ? [[entry.task.id, entry] as const] : [])),
  );
  const seen = new Set<number>();
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
    for (const field of ['applicability', 'state', 'doneOn'] as const) {
      if (recorded[field] !== truth[field])
        return `row ${row} (${truth.task}): ${field} is ${truth[field]}, read as ${recorded[field]}`;
      const counted = task === null ? undefined : entries.get(task);
      if (counted && counted.reported[field] !== truth[field])
        return `${task}: ${field} is ${truth[field]}, counted as ${counted.reported[field]}`;
    }
  }
  const lost = [...truths.keys()].find((row) => !seen.has(row));
  return lost === undefined ? null : `row ${lost} was not read`;
}
