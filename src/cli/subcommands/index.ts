import type { Subcommand } from '../subcommand';
import { agendaSubcommand } from './agenda';
import { calendarSubcommand } from './calendar';
import { consolidateSubcommand } from './consolidate';
import { importSubcommand } from './import';
import { issueSubcommand } from './issue';
import { printSubcommand } from './print';
import { reportSubcommand } from './report';
import { summarySubcommand } from './summary';
import { timingSubcommand } from './timing';
import { totalsSubcommand } from './totals';
import { wordSubcommand } from './word';

/** Every verb of the command line, in the order of the help. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  importSubcommand,
  issueSubcommand,
  consolidateSubcommand,
  totalsSubcommand,
  printSubcommand,
  wordSubcommand,
  reportSubcommand,
  summarySubcommand,
  agendaSubcommand,
  calendarSubcommand,
  timingSubcommand,
];
