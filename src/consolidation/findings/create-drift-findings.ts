import type { Problem, ProblemCode, ProblemLocation } from '../../shared/problem';
import type { Drift, MatchedFile } from '../types';
import type { Finding } from './finding';

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

/** How a unit's workbook differs from the master, and what was noticed while reading it, each with its place. */
export function createDriftFindings(
  { file, sheet, drift, warnings }: Pick<MatchedFile, 'file' | 'sheet' | 'drift' | 'warnings'>,
  unit: string,
): Finding[] {
  return [
    ...drift.map((one) => createDriftFinding(one, unit, { file, sheet })),
    ...warnings
      .filter(({ code }) => !REPORTED_ELSEWHERE.includes(code))
      .map((warning) => createWarningFinding(warning, unit, { file, ...(sheet && { sheet }) })),
  ];
}
