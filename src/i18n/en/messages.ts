import type { MessageKey } from '../vi/messages';
import { EN_CONSOLIDATION } from './consolidation';
import { EN_DOCUMENTS } from './documents';
import { EN_HEALTH } from './health';
import { EN_LEDGER } from './ledger';
import { EN_PANE } from './pane';
import { EN_PANE_CONSOLIDATION } from './pane-consolidation';
import { EN_PANE_PROGRESS } from './pane-progress';
import { EN_PLAN_READING } from './plan-reading';
import { EN_PROGRESS } from './progress';
import { EN_REPORTS } from './reports';
import { EN_REVIEW } from './review';
import { EN_SETTINGS } from './settings';
import { EN_TIMING } from './timing';

/** English, with the keys of the Vietnamese source. */
export const EN_MESSAGES: Record<MessageKey, string> = {
  ...EN_DOCUMENTS,
  ...EN_HEALTH,
  ...EN_CONSOLIDATION,
  ...EN_PANE_CONSOLIDATION,
  ...EN_PLAN_READING,
  ...EN_LEDGER,
  ...EN_PANE,
  ...EN_PANE_PROGRESS,
  ...EN_REPORTS,
  ...EN_PROGRESS,
  ...EN_REVIEW,
  ...EN_SETTINGS,
  ...EN_TIMING,
  'command.import-annex': 'Import annex',
  'command.summary': 'Show summary',
  'command.mark-performed': 'Performed',
  'command.mark-not-performed': 'Not performed',
  'command.clear-mark': 'Clear mark',
  'command.undo': 'Undo',
  'command.redo': 'Redo',

  'place.file': 'file {value}',
  'place.sheet': 'sheet “{value}”',
  'place.cell': 'cell {value}',
  'place.page': 'page {value}',
  'place.table': 'table {value}',
  'place.row': 'row {value}',
  'place.task': 'task {value}',

  'system.ENOSPC': 'the disk is full',
  'system.EDQUOT': 'the quota is used up',
  'system.EFBIG': 'larger than a file may be',
  'system.EACCES': 'no permission',
  'system.EPERM': 'not permitted',
  'system.EROFS': 'the drive is read-only',
  'system.EBUSY': 'in use',
  'system.ENOENT': 'not there',
  'system.ENOTDIR': 'no folder',
  'system.EISDIR': 'a folder',
  'system.EFTYPE': 'no plain file: a device or a pipe',
  'system.EIO': 'the drive fails',
  'system.ENAMETOOLONG': 'the name is too long',
  'system.ELOOP': 'links in a circle',
  'system.EMFILE': 'too many files open',
  'severity.error': 'Error',
  'severity.warning': 'Note',
  'problem.next': 'Next step: {next}',

  'merge.replace-nonblank': 'Take the new contents; where the new annex is blank, keep what is there',
  'merge.replace-all': 'Take everything from the new annex, blanks too',
  'merge.fill-blanks': 'Only fill cells that are blank',

  'import.created': 'Tracking workbook made: tasks {rows}, areas {sections}.',
  'import.updated':
    'Tracking workbook updated[[ · added {added}]][[ · changed {changed}]][[ · removed {removed}]][[ · unchanged {unchanged}]].',
  'import.printed':
    '{count} tasks are not performed though the annex prints a product or a timing[[: {tasks}]]. That is normal.',
  'import.unchanged': 'The workbook already agrees with this annex; nothing was changed.',
  'import.read': 'Read {rows} tasks from {file}.',
  'import.edition':
    'Annex[[: {title}]][[, with document {number}]][[, of {date}]][[, by {issuer}]][[, year {year}]].',
  'import.table': 'Table {number}[[ “{name}”]]: {kind}, {rows} rows.',
  'import.saved': 'Wrote {file}.',
  'import.change.added': 'Add {task}: {content}',
  'import.change.changed': 'Change {task}, column “{column}”: “{before}” → “{after}”',
  'import.change.removed': 'Remove {task}: {content}',
  'import.change.kept': 'Keep {task}, no longer in the new annex: {content}',
  'import.change.more': '… and {count} more changes.',

  'summary.total': 'Tasks in all',
  'summary.performed': 'Performed',
  'summary.notPerformed': 'Not performed',
  'summary.undecided': 'Undecided',
  'summary.done': 'Done',
  'summary.byArea': 'By area',
  'summary.byLeadUnit': 'By lead unit',
  'summary.noLeadUnit': '(no lead unit given)',
  'summary.other': '(other)',

  'undo.done': 'Undone: {command}.',
  'redo.done': 'Redone: {command}.',
  'mark.done': 'Marked {rows} tasks.',
  'mark.unchanged': 'The chosen tasks were marked so already.',

  'demo.start': 'Microsoft’s office.js {version}, running over the local Excel, without a network.',
  'demo.blank-sheet': 'Sheet 1',
  'demo.step.import': '1. Import the annex from a Word file into an empty workbook',
  'demo.step.again': '2. Import the same annex again, from an Excel file',
  'demo.step.mark': '3. Mark: settle one task, turn two to not performed',
  'demo.step.undo': '4. Undo the last marking',
  'demo.step.reissue': '5. Import the reissued annex, keeping what was recorded',
  'demo.more': '… and {count} more notes.',
  'demo.equal': 'The workbook is exactly as before.',
  'demo.differs': 'The workbook is NOT as before.',
  'demo.end': 'Done: {requests} requests to Excel, {kilobytes} kB.',

  'cli.usage': 'Usage: phuluc VERB [options] [--lang vi|en]',
  'cli.verbs': 'Verbs:',
  'cli.warnings': '{count} things to note:',
  'cli.verb.import':
    'reads an annex from a Word, Excel, PDF, HTML or text file; prints it, or makes the unit’s tracking workbook (one that exists is updated, recorded progress is kept); a plan in prose is printed',
  'cli.verb.summary': 'prints the figures of the Tổng hợp sheet of a tracking workbook',
  'cli.option.json': 'print one JSON object',
  'cli.option.unit': 'name of the unit (school) that keeps the workbook',
  'cli.option.unit-code': 'code of the unit',
  'cli.option.out': '.xlsx file to write; where it exists, the annex is imported into it',
  'cli.option.into': 'existing workbook to import into; without -o it is written back to the same file',
  'cli.option.merge':
    'how to import where there is something already: replace-nonblank (default), replace-all or fill-blanks',
  'cli.option.table':
    'the table to import, by its number in the list ("2", "1,3"), or all for every table of tasks',
  'cli.option.columns': 'what columns hold, by their numbers, e.g. "content=2, lead=3, timing=5"',
  'cli.option.annex-year':
    'year of the annex (2026, or 2025-2026 for a school year), for all tasks, where the document names none',
  'cli.option.as-tasks':
    'take the rows as tasks although the table seems to be of another kind (criteria, targets, budget …)',
  'cli.option.no-progress': 'neither make nor update the sheet Tiến độ when writing to the workbook',
  'cli.usage.table': 'the table “{value}” is wrong; write its number, e.g. 2 or 1,3, or all',
  'cli.usage.annex-year': 'the year “{value}” is wrong; write 2026, or 2025-2026 for a school year',
  'cli.usage.columns':
    'the columns “{value}” cannot be read; write name = number, separated by commas, e.g. "content=2, lead=3"',
  'cli.usage.unknown-verb': 'there is no verb “{value}”',
  'cli.usage.no-verb': 'no verb was given',
  'cli.usage.arguments': '{expected} file(s) needed, {given} given',
  'cli.usage.option': 'wrong option: {value}',
  'cli.usage.choice': '“{value}” cannot be used for --{option}; choose {choices}',
};
