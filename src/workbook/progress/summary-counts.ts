import { timelinessWords } from '../../locales/progress-sheet-words';
import { statusWords } from '../../locales/sheet-words';
import { logReference, quoted } from './log-formulas';
import type { LogHeaders } from './log-formulas';

/** Counts rows of the log; `state` is the condition on the timeliness, null asks for what is recorded as done. */
export type Count = (state: string | null) => string;

/** The rows that are followed, whatever their state. */
export const FOLLOWED = quoted(`<>${timelinessWords.notTracked}`);

/** A row recorded as done counts as done though its deadline needs review. */
export function conditions(names: LogHeaders, state: string | null): string {
  const timeliness = logReference(names, 'timeliness');
  return state === null
    ? `${logReference(names, 'state')},${quoted(statusWords.done)},${timeliness},${FOLLOWED}`
    : `${timeliness},${state}`;
}

/** Rows whose last day to be in time is from one day on and before another. */
export function between(names: LogHeaders, from: string, until: string): Count {
  return (state) => {
    const days = logReference(names, 'lastDay');
    return `COUNTIFS(${conditions(names, state)},${days},">="&${from},${days},"<"&${until})`;
  };
}
