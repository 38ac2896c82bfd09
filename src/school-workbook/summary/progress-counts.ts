import type { CellRange } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import { TIMELINESS_LABELS } from '../../sheets/labels/progress-labels';
import { STATUS_LABELS } from '../../sheets/labels/school-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { buildLogReference, type LogHeaders } from '../progress/log-formulas';
import { buildLogCondition } from './document-choice';

/** The log as it is counted. */
export type CountedLog = {
  /** Its headers as they stand. */
  headers: LogHeaders;
  /** Code of the first document where a choice switches what counts; null where everything always does. */
  first: string | null;
};

/** Counts rows of the log; `state` is the condition on the timeliness, null asks for what is recorded as done. */
export type CountBuilder = (state: string | null) => string;

/** The rows that are followed, whatever their state. */
export const TRACKED_CRITERION = quoteFormulaText(`<>${TIMELINESS_LABELS.notTracked}`);

/** Builds the conditions of a count. A row recorded as done counts as done though its deadline needs review. */
export function buildConditions({ headers, first }: CountedLog, state: string | null): string {
  const timeliness = buildLogReference(headers, 'timeliness');
  const document = first === null ? '' : `,${buildLogCondition(buildLogReference(headers, 'task'))}`;
  return state === null
    ? `${buildLogReference(headers, 'state')},${quoteFormulaText(STATUS_LABELS.done)},${timeliness},${TRACKED_CRITERION}${document}`
    : `${timeliness},${state}${document}`;
}

/** Rows whose last day to be in time is from one day on and before another. */
export function createPeriodCounter(log: CountedLog, from: string, until: string): CountBuilder {
  return (state) => {
    const days = buildLogReference(log.headers, 'lastDay');
    return `COUNTIFS(${buildConditions(log, state)},${days},">="&${from},${days},"<"&${until})`;
  };
}
export type ProgressTable = {
  area: CellRange;
  cells: CellContent[][];
  hasOther: boolean;
  formats: readonly string[];
};
