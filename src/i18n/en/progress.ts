import type { LogProblem } from '../../progress/problem-codes';
import type { ProblemMessage } from '../fill-template';

/** Words of the log of progress: its commands, its verbs of the command line. */
export const EN_PROGRESS = {
  'command.look-at-progress': 'Look at progress',
  'command.renew-progress': 'Renew the progress log',
  'command.record-progress': 'Record completion',
  'command.settle-timing': 'Settle a deadline',
  'command.change-settings': 'Change settings',
  'command.export-calendar': 'Export deadlines (.ics)',
  'command.carry-over': 'Carry over last year’s marks',
  'command.show-events': 'Go to the row on Tiến độ',

  'progress.renewed':
    'Renewed Tiến độ[[ · {added} added]][[ · {updated} changed]][[ · {moved} moved]][[ · {removed} removed]][[ · {kept} unchanged]][[ · {orphan} no longer in the annex]].',
  'progress.unchanged': 'Tiến độ already agrees with the annex.',

  'calendar.written': 'Wrote {events} deadlines to {file}.',

  'agenda.title': 'To do as of {date}',
  'agenda.overdue': 'Overdue',
  'agenda.coming': 'Due in the next {days} days',
  'agenda.needsReview': 'Deadlines to be settled',
  'agenda.none': 'none',
  'agenda.late': '{days} days late',
  'agenda.left': '{days} days left',
  'agenda.today': 'today',
  'agenda.blank-timing': 'no timing given',

  'cli.verb.agenda':
    'print what is overdue, what is due soon and which deadlines must be settled, of a workbook',
  'cli.verb.calendar':
    'write the deadlines of a workbook to an .ics file; a second file updates the first one’s events',
  'cli.option.on': 'day to look at (year-month-day); by default that of the workbook',
  'cli.option.days': 'days to look ahead (30 by default)',
  'cli.option.lead': 'only what this lead unit answers for',
  'cli.option.ics': '.ics file to write',
  'cli.option.person': 'only what this person is in charge of',
  'cli.option.alarms': 'remind so many days before, as "7,1"; "" for no reminder',
  'cli.usage.alarms': 'days of reminders “{value}” are not valid; write 7,1 (each at most 365, at most five)',
  'command.assign-person': 'Put a person in charge',
  'cli.usage.days': '“{value}” is not a number of days; give one from 0 to 3660',
  'cli.usage.no-out': 'no file to write; add -o FILE.ics',
} as const;

export const EN_PROGRESS_PROBLEMS: Record<LogProblem, ProblemMessage> = {
  'no-progress-sheet': {
    what: 'The workbook has no sheet Tiến độ yet.',
    next: 'Choose “Renew the progress log” to make it from the annex.',
  },
  'no-occurrence-selected': {
    what: 'No row is selected.',
    next: 'Select rows on Tiến độ, or tasks on Phụ lục, and try again.',
  },
  'log-rows-kept': {
    what: 'Results are recorded in {count} rows that are no longer in the annex: {tasks}.',
    next: 'The rows are kept and marked on Tiến độ; delete them when you no longer need them.',
  },
  'recorded-on-task': {
    what: 'What was recorded on Phụ lục now stands on every occurrence of the task on Tiến độ: {tasks}.',
    next: 'Look at each occurrence on Tiến độ; record results there from now on.',
  },
  'setting-unread': {
    what: 'The cell “{setting}” on Cấu hình cannot be read[[: “{value}”]]; the default is used.',
    next: 'Correct the cell as the note beside it says.',
  },
  'meaning-not-read': {
    what: 'The deadline “{words}” is not understood.',
    next: 'Put it otherwise, as “30/6/2026” or “Trước ngày 08 hàng tháng”.',
  },
  'task-not-found': {
    what: 'There is no task {task} in the annex.',
    next: 'Check the column “Mã” on Phụ lục.',
  },
  'nothing-to-carry': {
    what: 'Nothing of last year applies to this annex.',
    next: 'Check last year’s file.',
  },
};
