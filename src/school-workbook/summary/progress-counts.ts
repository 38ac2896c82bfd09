import type { CellRange } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import { TIMELINESS_LABELS } from '../../sheets/labels/progress-labels';
import { STATUS_LABELS } from '../../sheets/labels/school-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { buildLogReference, type LogHeaders } from '../progress/log-formulas';

/** Counts rows of the log; `state` is the condition on the timeliness, null asks for what is recorded as done. */
export type CountBuilder = (state: string | null) => string;

/** The rows that are followed, whatever their state. */
export const TRACKED_CRITERION = quoteFormulaText(`<>${TIMELINESS_LABELS.notTracked}`);

/** Builds the conditions of a count. A row recorded as done counts as done though its deadline needs review. */
export function buildConditions(names: LogHeaders, state: string | null): string {
  const timeliness = buildLogReference(names, 'timeliness');
  return state === null
    ? `${buildLogReference(names, 'state')},${quoteFormulaText(STATUS_LABELS.done)},${timeliness},${TRACKED_CRITERION}`
    : `${timeliness},${state}`;
}

/** Rows whose last day to be in time is from one day on and before another. */
export function createPeriodCounter(names: LogHeaders, from: string, until: string): CountBuilder {
  return (state) => {
    const days = buildLogReference(names, 'lastDay');
    return `COUNTIFS(${buildConditions(names, state)},${days},">="&${from},${days},"<"&${until})`;
  };
}
export type ProgressTable = {
  area: CellRange;
  cells: CellContent[][];
  hasOther: boolean;
  formats: readonly string[];
};
