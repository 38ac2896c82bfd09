import type { Annex, Task } from '../../annex/types';
import type { IsoDate } from '../../shared/dates';
import { groupBy } from '../../shared/group-by';
import { type CalendarSettings, createDefaultCalendar } from '../../timing/calendar/calendar-settings';
import { getLastDayInTime } from '../../timing/calendar/working-days';
import { listMasterParts, type MasterAnnex } from '../match/master-annex';
import type {
  DaySpan,
  MatchedFile,
  MatchPass,
  ProgressRow,
  RecordedValues,
  SchoolRow,
  UnitEntry,
} from '../types';
import { getFirstCompletionDate } from './get-first-completion-date';
import { isImpossibleCompletion } from './is-impossible-completion';
import type { LedgerEntry, Marks, Provenance } from './ledger-entry';
import { type LedgerDeadline, resolveTaskDeadlines, type TaskDeadlines } from './resolve-task-deadlines';

type BuildEntriesOptions = {
  /** ISO time of reading. */
  readAt: string;
  /** Up to which day is counted: what is done later is not done yet. */
  asOf: IsoDate;
  calendar?: CalendarSettings;
};

/** Entries of the files of many units, the deadlines of the master read once. */
export type BuildEntries = (file: MatchedFile, unit: UnitEntry, sender?: string) => LedgerEntry[];

const EMPTY_RECORDED_VALUES: RecordedValues = {
  applicability: 'undecided',
  reason: '',
  state: null,
  due: '',
  doneOn: '',
  product: '',
  evidence: '',
  note: '',
};

/** The cell that says what became of a task: its status, else its mark, else the first that is filled. */
function getStatusCell({ cells }: SchoolRow | ProgressRow): string {
  return (
    ('status' in cells ? cells.status?.cell : undefined) ??
    ('applicability' in cells ? cells.applicability?.cell : undefined) ??
    Object.values(cells)[0]?.cell ??
    ''
  );
}

function resolveLedgerDeadline(
  recorded: RecordedValues,
  printed: LedgerDeadline,
  calendar: CalendarSettings,
): LedgerDeadline {
  return recorded.due === ''
    ? printed
    : { kind: 'dated', due: getLastDayInTime(recorded.due, 'by', calendar) };
}

function toMarks(recorded: RecordedValues, { due }: LedgerDeadline, period: DaySpan): Marks {
  const { state } = recorded;
  const isPossible = !isImpossibleCompletion(recorded, period);
  return {
    applicability: recorded.applicability,
    // Done on an impossible day is not done: a finding asks the officer.
    state: state === 'done' && !isPossible ? null : state,
    due,
    doneOn: recorded.doneOn,
  };
}

/** Rows of a file by the task they were matched with; a row that repeats a task is the drift's, not counted twice. */
function groupRowsByTask(file: MatchedFile): Map<string, { row: SchoolRow; pass: MatchPass; score: number }> {
  const found = new Map<string, { row: SchoolRow; pass: MatchPass; score: number }>();
  for (const { row: index, task, pass, score } of file.matches) {
    const row = file.rows[index];
    if (task !== null && row && !found.has(task)) found.set(task, { row, pass, score });
  }
  return found;
}

/**
 * Builds the entries of one unit's file: one for each task of the master, in its order, whether the workbook has the
 * row or not (then it is undecided, with an empty cell), each followed by those of its occurrences that were logged.
 */
export function createEntryBuilder(annex: MasterAnnex, options: BuildEntriesOptions): BuildEntries {
  const builders = listMasterParts(annex).map((part) => createDocumentEntryBuilder(part.annex, options));
  return (file, unit, sender) => builders.flatMap((build) => build(file, unit, sender));
}

/** Timings and days are read by the document's own edition. */
function createDocumentEntryBuilder(
  annex: Annex,
  { readAt, asOf, calendar: given }: BuildEntriesOptions,
): BuildEntries {
  const year = annex.edition.year ?? Number(readAt.slice(0, 4));
  const calendar = given ?? createDefaultCalendar(year);
  const period: DaySpan = { from: getFirstCompletionDate(annex.edition), until: asOf };
  const deadlines = new Map<string, TaskDeadlines>(
    annex.tasks.map((task) => [
      task.id,
      resolveTaskDeadlines(task, { year, from: annex.edition.date, calendar }),
    ]),
  );
  return (file, unit, sender = unit.code) => {
    const rows = groupRowsByTask(file);
    const progress = groupBy(
      file.progress.filter(({ occurrence }) => occurrence !== ''),
      ({ task }) => task,
    );
    const provenance = (sheet: string, cell: string): Provenance => ({
      file: file.file,
      sha256: file.sha256,
      sheet,
      cell,
      readAt,
      readerVersion: file.readerVersion,
    });
    const base = (task: Task) => ({
      sender,
      unit: unit.code,
      unitName: unit.name,
      kind: unit.kind,
      task: {
        id: task.id,
        section: task.section,
        sectionTitle: task.sectionTitle,
        tt: task.tt,
        content: task.content,
        leadUnit: task.leadUnit,
        product: task.product,
      },
      corrected: {},
    });
    return annex.tasks.flatMap((task): LedgerEntry[] => {
      const found = rows.get(task.id);
      const of = deadlines.get(task.id)!;
      const recorded = found?.row.recorded ?? EMPTY_RECORDED_VALUES;
      const due = resolveLedgerDeadline(recorded, of.overall, calendar);
      const match = { match: found?.pass ?? ('none' as const), score: found?.score ?? 0 };
      const overall: LedgerEntry = {
        ...base(task),
        occurrence: '',
        reported: toMarks(recorded, due, period),
        reason: recorded.reason,
        product: recorded.product,
        deadline: due.kind,
        evidence: recorded.evidence,
        note: recorded.note,
        ...match,
        from: provenance(found?.row.sheet ?? file.sheet, found ? getStatusCell(found.row) : ''),
      };
      const logged = (progress.get(task.id) ?? []).map((row): LedgerEntry => {
        const at = resolveLedgerDeadline(
          row.recorded,
          of.occurrences.get(row.occurrence) ?? of.overall,
          calendar,
        );
        return {
          ...base(task),
          occurrence: row.occurrence,
          // A log is only kept of what is performed.
          reported: { ...toMarks(row.recorded, at, period), applicability: overall.reported.applicability },
          reason: overall.reason,
          product: row.recorded.product,
          deadline: at.kind,
          evidence: row.recorded.evidence,
          note: row.recorded.note,
          ...match,
          from: provenance(file.progressSheet, getStatusCell(row)),
        };
      });
      return [overall, ...logged];
    });
  };
}
