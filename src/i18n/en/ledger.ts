import type { ProblemMessage } from '../fill-template';
import type { VI_LEDGER, VI_LEDGER_PROBLEMS } from '../vi/ledger';

export const EN_LEDGER: Record<keyof typeof VI_LEDGER, string> = {
  'cli.verb.totals': 'print the figures of a ledger (a folder that consolidate --ledger wrote) by DuckDB',
  'cli.option.ledger': 'folder to write the ledger to: every row, as Parquet, with SQL files',
  'cli.option.ledger-read': 'folder of the ledger; of ledgers written by parts, each folder',
  'cli.option.sheet-rows':
    'most rows on the data sheet; with more it holds what needs looking at, and all go to the ledger (default: as Excel)',
  'cli.option.day': 'counted up to this day (year-month-day; default: the ledger’s own)',
  'cli.option.query': 'print one total only, e.g. by-area or overdue',
  'cli.usage.sheet-rows': 'rows must be a whole number from 1 to 1,048,572, not “{value}”',
  'cli.usage.no-ledger': 'no folder of a ledger given; use --ledger',

  'ledger.written': 'Wrote the ledger to {folder}: rows {rows}, files {files}, {megabytes} MB.',
  'ledger.unchanged': 'The ledger in {folder} already says so (rows {rows}); no file was written.',

  'totals.asOf': 'Counted up to {day}; rows in the ledger: {rows}.',
  'totals.none': '(none)',
  'totals.more': '… and {count} more; all with --query {query}.',
  'totals.required': 'Required',
  'totals.performed': 'Performed',
  'totals.notPerformed': 'Not perf.',
  'totals.undecided': 'Undecided',
  'totals.done': 'Done',
  'totals.overdue': 'Overdue',
  'totals.needsReview': 'Review',
};

export const EN_LEDGER_PROBLEMS: Record<keyof typeof VI_LEDGER_PROBLEMS, ProblemMessage> = {
  'not-a-ledger': {
    what: 'This folder is no ledger of phuluc[[ ({reason})]].',
    next: 'Choose a folder that consolidate --ledger wrote; for a new ledger, one that is empty or not there yet.',
  },
  'ledger-damaged': {
    what: 'The ledger is damaged or lacks a file[[: {part}]].',
    next: 'Copy it from a backup, or move this folder away and consolidate the received workbooks again.',
  },
  'ledger-newer': {
    what: 'The ledger was written by a newer version.',
    next: 'Update phuluc and run it again.',
  },
  'ledger-part-differs': {
    what: 'This ledger has another annex, level, day or version than the ledger {folder}; their figures do not add up.',
    next: 'Consolidate that part again with the same --annex, --level, --as-of; if only the day differs, add --day.',
  },
  'ledger-parts-share-units': {
    what: 'Units with rows in several ledgers ({count}) would be counted twice: {units}.',
    next: 'Keep the files of each unit in one part, and consolidate the parts that have it again.',
  },
  'ledger-as-before': {
    what: 'The last run was cut off; the ledger is the one before it.',
    next: 'Consolidate again to write the new one.',
  },
  'ledger-completed': {
    what: 'The last run was cut off when all was written; the ledger is its new one.',
    next: 'Nothing more needs to be done.',
  },
  'ledger-interrupted': {
    what: 'Writing the ledger broke off[[ ({reason})]]; the folder holds the old one, or the new one not yet in its place.',
    next: 'Check the right to write and the free space and run again: the next run puts it in order and reports which one it is.',
  },
  'ledger-guide-old': {
    what: 'The ledger is the new one, but README and the files in the folder sql may be the old ones[[ ({reason})]].',
    next: 'Close those files, check the right to write and run again; do not run those SQL files yet.',
  },
  'ledger-ahead': {
    what: 'The ledger was written but the workbook was not: the two differ.',
    next: 'Run the command again when the workbook can be written.',
  },
  'ledger-needed': {
    what: 'The data sheet of this workbook holds a part only; all rows are in the ledger[[ {folder}]].',
    next: 'Consolidate from the command line, with --ledger naming that folder.',
  },
  'ledger-too-long': {
    what: 'There are {rows} rows, more than a sheet holds ({limit}).',
    next: 'Consolidate from the command line: phuluc consolidate with --ledger; the data sheet then holds what needs looking at.',
  },
  'no-duckdb': {
    what: 'DuckDB is not installed here for {platform}[[ ({reason})]].',
    next: 'Run npm install on this machine, or run the files in the ledger’s folder sql on another DuckDB, Spark or Trino.',
  },
};
