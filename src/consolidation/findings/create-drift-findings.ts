import { hasLookAlikes } from '../../shared/look-alikes';
import type { Problem, ProblemCode, ProblemLocation } from '../../shared/problem';
import type { Drift, MatchedFile, RecordedValues, SourceCell, UnitEntry } from '../types';
import type { Finding, FindingCode } from './finding';

const toPercent = (score: number): number => Math.round(score * 100);

function createDriftFinding(drift: Drift, unit: string, file: ProblemLocation): Finding {
  const at = <Code extends Finding['code']>(
    code: Code,
    task: string,
    place: ProblemLocation,
    args: Finding['args'],
  ): Finding => ({ code, unit, task, place: { ...file, ...place }, args });
  switch (drift.kind) {
    case 'missing':
      return at('row-missing', drift.task, { task: drift.task }, {});
    case 'added':
      return at('row-added', '', drift.place, {
        at: drift.place.cell ?? drift.row,
        content: drift.content,
        closest: drift.closest ?? '',
        score: toPercent(drift.score),
      });
    case 'repeated':
      return at('row-repeated', drift.task, drift.place, { at: drift.place.cell ?? drift.row });
    case 'reworded':
      return at('row-reworded', drift.task, drift.place, {
        before: drift.before,
        after: drift.after,
        score: toPercent(drift.score),
      });
    case 'changed':
      return at('cell-changed', drift.task, drift.place, {
        at: drift.field,
        field: drift.field,
        before: drift.before,
        after: drift.after,
      });
    case 'edition':
      return at('other-edition', '', {}, { before: drift.before, after: drift.after });
  }
}

/** What the rows of the ledger are asked themselves, and what the master prints so too. */
const REPORTED_ELSEWHERE: readonly ProblemCode[] = [
  'blank-lead-unit',
  'incomplete-row',
  'contradictory-row',
  'undecided-row',
  // The columns of progress, which an annex does not have, are read beside it.
  'columns-unused',
  // The master has its year.
  'year-unknown',
];

function createWarningFinding(
  { code, place, details }: Problem,
  unit: string,
  file: ProblemLocation,
): Finding {
  return {
    code: 'file-warning',
    unit,
    task: place.task ?? '',
    place: { ...file, ...place },
    args: { ...details, at: [code, place.cell ?? ''].filter(Boolean).join(':'), problem: code },
  };
}

/** What a unit fills in beside the state, which is issued as not begun. */
const RESULT_FIELDS = ['doneOn', 'evidence'] as const;
const LOGGED_FIELDS = ['doneOn', 'number', 'evidence', 'explanation', 'note'] as const;

const isFilled = (cell: SourceCell | undefined): boolean =>
  cell !== undefined && !cell.blankFormula && String(cell.value).trim() !== '';

/** Words that are no known state are an answer all the same. */
const hasState = (status: SourceCell | undefined, { state }: RecordedValues): boolean =>
  state === null ? isFilled(status) : state !== 'notStarted';

/** Returns true if no task has a result: neither a state other than issued, nor a day, nor evidence. */
function isBlank({ rows, progress }: Pick<MatchedFile, 'rows' | 'progress'>): boolean {
  return (
    rows.some(({ recorded }) => recorded.applicability !== 'notPerformed') &&
    rows.every(
      ({ cells, recorded }) =>
        (recorded.applicability === 'notPerformed' || !hasState(cells.status, recorded)) &&
        !RESULT_FIELDS.some((field) => isFilled(cells[field])),
    ) &&
    progress.every(
      ({ cells, recorded }) =>
        !hasState(cells.status, recorded) && !LOGGED_FIELDS.some((field) => isFilled(cells[field])),
    )
  );
}

/** What the file as a whole says, or does not say. */
function createFileFindings(file: DriftedFile, { code, name }: Pick<UnitEntry, 'code' | 'name'>): Finding[] {
  const at = (finding: FindingCode, args: Finding['args']): Finding => ({
    code: finding,
    unit: code,
    task: '',
    place: { file: file.file, ...(file.sheet && { sheet: file.sheet }) },
    args,
  });
  const claimed = [file.claims.code, ...file.claims.names.map((claim) => claim.name)];
  const [lookAlike] = claimed.filter(hasLookAlikes);
  return [
    ...(isBlank(file) ? [at('file-blank', { name })] : []),
    ...(lookAlike === undefined ? [] : [at('name-look-alike', { name: lookAlike })]),
  ];
}

type DriftedFile = Pick<
  MatchedFile,
  'file' | 'sheet' | 'drift' | 'warnings' | 'rows' | 'progress' | 'claims'
>;

/** How a unit's workbook differs from the master, and what was noticed while reading it, each with its place. */
export function createDriftFindings(
  given: DriftedFile,
  { code: unit, name }: Pick<UnitEntry, 'code' | 'name'>,
): Finding[] {
  const { file, sheet, drift, warnings } = given;
  return [
    ...createFileFindings(given, { code: unit, name }),
    ...drift.map((one) => createDriftFinding(one, unit, { file, sheet })),
    ...warnings
      .filter(({ code }) => !REPORTED_ELSEWHERE.includes(code))
      .map((warning) => createWarningFinding(warning, unit, { file, ...(sheet && { sheet }) })),
  ];
}
