import { defineSubcommand, type Subcommand } from '../subcommand';
import {
  ADD_TASK_SPEC,
  AGENDA_SPEC,
  CALENDAR_SPEC,
  CONSOLIDATE_SPEC,
  DOCUMENTS_SPEC,
  IMPORT_SPEC,
  ISSUE_SPEC,
  PRINT_SPEC,
  REPORT_SPEC,
  SUMMARY_SPEC,
  TIMING_SPEC,
  TOTALS_SPEC,
  WORD_SPEC,
} from './specs';

/** Every verb of the command line, in the order of the help. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  defineSubcommand(IMPORT_SPEC, async () => (await import('./import')).runImport),
  defineSubcommand(ISSUE_SPEC, async () => (await import('./issue')).runIssue),
  defineSubcommand(CONSOLIDATE_SPEC, async () => (await import('./consolidate')).runConsolidate),
  defineSubcommand(TOTALS_SPEC, async () => (await import('./totals')).runTotals),
  defineSubcommand(PRINT_SPEC, async () => (await import('./print')).runPrint),
  defineSubcommand(WORD_SPEC, async () => (await import('./word')).runWord),
  defineSubcommand(REPORT_SPEC, async () => (await import('./report')).runReport),
  defineSubcommand(SUMMARY_SPEC, async () => (await import('./summary')).runSummary),
  defineSubcommand(DOCUMENTS_SPEC, async () => (await import('./documents')).runDocuments),
  defineSubcommand(ADD_TASK_SPEC, async () => (await import('./add-task')).runAddTask),
  defineSubcommand(AGENDA_SPEC, async () => (await import('./agenda')).runAgenda),
  defineSubcommand(CALENDAR_SPEC, async () => (await import('./calendar')).runCalendar),
  defineSubcommand(TIMING_SPEC, async () => (await import('./timing')).runTiming),
];
