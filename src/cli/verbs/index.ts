import type { Verb } from '../verb';
import { agendaVerb } from './agenda';
import { calendarVerb } from './calendar';
import { consolidateVerb } from './consolidate';
import { importVerb } from './import';
import { issueVerb } from './issue';
import { printVerb } from './print';
import { reportVerb } from './report';
import { summaryVerb } from './summary';
import { totalsVerb } from './totals';
import { timingVerb } from './timing';
import { wordVerb } from './word';

/** Every verb of the command line, in the order of the help. */
export const VERBS: readonly Verb[] = [
  importVerb,
  issueVerb,
  consolidateVerb,
  totalsVerb,
  printVerb,
  wordVerb,
  reportVerb,
  summaryVerb,
  agendaVerb,
  calendarVerb,
  timingVerb,
];
