import type { ProblemMessage } from '../fill-template';
import type { VI_CONSOLIDATION, VI_CONSOLIDATION_PROBLEMS } from '../vi/consolidation';

export const EN_CONSOLIDATION: Record<keyof typeof VI_CONSOLIDATION, string> = {
  'command.issue-workbooks': 'Issue',
  'command.consolidate': 'Consolidate units',

  'issue.done': 'Made {made} workbooks for {units} units: {rows} tasks each, in {folder}.',
  'issue.kept': 'Left {kept} workbooks that were there as they are.',

  'finding.disagreement':
    '{performed} units perform it, {refused} do not[[ (kind {kind})]]; the fewer: {units}.',
  'finding.refused-with-progress':
    '[[{name}: ]]refused, and yet progress or a day of completion is recorded.',
  'finding.undecided-with-answer':
    '[[{name}: ]]does not say whether it is performed, and yet progress, a day of completion or a reason is recorded[[: “{reason}”]]; it is not counted, ask the unit.',
  'finding.performed-with-reason':
    '[[{name}: ]]performed, and yet a reason for refusing is given[[: “{reason}”]].',
  'finding.refused-without-reason': '[[{name}: ]]refused without a reason.',
  'finding.done-without-day': '[[{name}: ]]done without a day, so that in time or late is not known.',
  'finding.day-without-done': '[[{name}: ]]a day of completion is given, but the status is not done.',
  'finding.done-in-future': '[[{name}: ]]the day of completion is after the day of consolidation.',
  'finding.done-before-annex':
    '[[{name}: ]]the day of completion is before the annex was issued; not counted as done.',
  'finding.state-unread': '[[{name}: ]]performed, but the status is blank or not understood.',
  'finding.product-missing': '[[{name}: ]]performed, but the product is blank.',
  'finding.evidence-missing': '[[{name}: ]]done, without evidence or a note.',
  'finding.row-missing': 'The unit’s workbook does not have this task.',
  'finding.row-added':
    'A row that the annex does not have[[: “{content}”]][[; nearest: {closest} ({score}%)]].',
  'finding.row-repeated': 'The task stands in two rows; this one is not counted.',
  'finding.row-reworded': 'The content differs from the annex: “{before}” → “{after}” ({score}% alike).',
  'finding.cell-changed': 'A printed cell ({field}) differs from the annex: “{before}” → “{after}”.',
  'finding.other-edition': 'The unit worked from another annex: {after}[[; the one consolidated: {before}]].',
  'finding.unit-missing': '{name} has not sent its workbook.',
  'finding.unit-question': 'Whose file this is is not clear[[; it may be of {candidates}]].',
  'finding.unit-twice': '{name} sent {count} files; {file} is used.',
  'finding.unit-choice':
    '{name} sent {count} files and their dates do not show which is newer; none is counted. Choose the one to use: {files}.',
  'finding.sheet-choice':
    '{name}: the workbook has several filled sheets of the same tasks ({sheets}) that differ in {count} cells, tasks {tasks}; none is counted. Choose the sheet to use.',
  'finding.answers-copied':
    '{name} answers exactly as {other} in {same} of {total} tasks, dates and evidence included. Ask the unit before using its figures.',
  'finding.name-look-alike':
    'The name of the unit in the file has letters that only look Vietnamese: “{name}”.',
  'finding.file-blank':
    '{name}: no result is filled in; every task is still not started, without a day or evidence.',
  'finding.file-warning': '{message}',

  'consolidate.files':
    'Received {received} files = read {read} + refused {failed} + left out {leftOut}; {duplicates} of one unit or content.',
  'consolidate.units': 'Units: {expected} must send, {sent} have, {missing} have not[[ ({codes})]].',
  'consolidate.totals':
    'Tasks: {required}; performed {performed}, not performed {notPerformed}, undecided {undecided}; done {done}, overdue {overdue}, to be reviewed {needsReview} (as of {asOf}).',
  'consolidate.identity': 'To be seen before the totals are used ({count}):',
  'consolidate.identity-line': '– [{code}] {message}[[ File: {file}]]',
  'consolidate.more-identity': '… and {count} more (see the consolidation workbook, or --json).',
  'consolidate.undecided': 'Not counted: {count} units sent several files and none is chosen yet: {codes}.',
  'consolidate.undecided-sheets':
    'Not counted: {count} units have sheets that are filled in differently and none is chosen yet: {codes}.',
  'consolidate.sheets': '{file}: choose one of the sheets {sheets}, e.g. {choice}; they differ in:',
  'consolidate.sheet-difference': '– [[{task} ]]{field}: “{value}” ({place}) / “{otherValue}” ({otherPlace})',
  'consolidate.more-differences': '… and {count} more cells (see --json).',
  'consolidate.findings': 'To look at: {count}.',
  'consolidate.renumbered': '{count} unit(s) numbered tasks otherwise than the annex (tasks): {units}.',
  'consolidate.failed': 'Refused {file} [{code}]: {message} {next}',
  'consolidate.left-out': 'Left out {file} [{code}]: {message}',
  'left-out.lock-file':
    'a lock that Office leaves while a file is open; close the file, then read the one it names.',
  'left-out.hidden-file': 'a hidden file; rename it without the dot if it is the workbook of a unit.',
  'left-out.system-file': 'a file of the system, no workbook.',
  'left-out.not-a-file':
    'no plain file (a device, a pipe, a broken link); copy the workbook into a file and read that.',
  'left-out.linked-folder': 'a link to a folder; choose that folder itself if it is to be read.',
  'left-out.own-output': 'the consolidation workbook that will be written.',
  'left-out.ledger-folder': 'the folder of a ledger, not the workbook of a unit.',
  'consolidate.changed': '{sheet}: {added} rows added, {changed} changed, {removed} removed.',
  'consolidate.unchanged': 'The consolidation workbook is so already; nothing changed.',

  'missing.question': 'A file waits for a decision: {file}',
  'missing.failed': 'The file could not be read: {file}',

  'cli.verb.issue': 'makes a tracking workbook for each unit of a list, from the annex of the authority',
  'cli.verb.consolidate':
    'brings the workbooks of many units together (files, folders, patterns); prints figures, or writes a consolidation workbook (one that exists is changed only where it differs; what the officer wrote is kept)',
  'cli.option.masters':
    'annex of the authority; repeat it to consolidate several documents at once (default: of the last run, or the one that most workbooks used)',
  'consolidate.document':
    'Document {code}: {required} tasks, {performed} performed, {done} done, {overdue} overdue.',
  'cli.option.master':
    'annex of the authority (default: that of the last run, or the one most workbooks worked from)',
  'cli.option.consolidation': 'consolidation workbook to write; one that exists is updated',
  'cli.option.as-of': 'count up to this day (year-month-day; default: today)',
  'cli.option.report-due': 'day until which units were to send (year-month-day)',
  'cli.option.level': 'code and name of the level that consolidates, for example P-01:phường Đồng Sen',
  'cli.option.sheet':
    'the sheet to use of a unit that filled in several, e.g. "MN01=Quý II, TH02=Phụ lục (2)"',
  'cli.option.unit':
    'whose a file is, e.g. "new.xlsx=MN01, copy-2.xlsx=TH02"; “=use”: the one to use of the files of one unit',
  'cli.option.units':
    'list of units (CSV, .xlsx, .xls or .ods): code, name, aliases, kind, parent, valid from, valid to; the first line names the columns',
  'cli.option.defaults':
    'defaults by kind of unit (CSV): kind, id of a task or section or *, performed or not, reason',
  'cli.option.folder': 'folder for the workbooks',
  'cli.usage.no-units': 'no list of units given; use --units',
  'cli.usage.sheet':
    'the sheets “{value}” cannot be read; write code of the unit = name of the sheet, separated by commas, e.g. "MN01=Quý II"',
  'cli.usage.unit':
    'the files “{value}” cannot be read; write name of the file = code of its unit, separated by commas, e.g. "new.xlsx=MN01"',
  'cli.usage.no-folder': 'no folder given; use -o',
};

export const EN_CONSOLIDATION_PROBLEMS: Record<keyof typeof VI_CONSOLIDATION_PROBLEMS, ProblemMessage> = {
  'no-units': {
    what: 'There is no unit in the list.',
    next: 'Choose a list with a column of codes and a column of names.',
  },
  'too-many-units': {
    what: 'The list has {count} rows, more than the {limit} units that one consolidation takes.',
    next: 'Divide the list by area or level and consolidate each part.',
  },
  'unit-incomplete': {
    what: 'This line of the list of units lacks a code or a name[[: “{text}”]].',
    next: 'Fill in both; a unit is known by its code.',
  },
  'unit-code-twice': {
    what: 'The unit code “{text}” stands in two lines of the list.',
    next: 'Give each unit a code of its own; correct or remove one of the lines.',
  },
  'unit-letters': {
    what: 'The name of the unit lost letters or is not in Unicode: “{text}”.',
    next: 'Save the list in Unicode (CSV UTF-8 or .xlsx), check the name and try again.',
  },
  'unit-too-long': {
    what: 'This line of the list of units has a code or a name of more than 255 letters: “{text}”.',
    next: 'Shorten the code, the name or the other name, or look at the quotes in the line.',
  },
  'unit-name-twice': {
    what: 'Two units have the name “{text}”: codes {other} and {code}.',
    next: 'Remove one line if it is one unit; if they are two, a workbook without a code will be asked about.',
  },
  'unit-parent-missing': {
    what: 'The unit above “{text}” (named by {count} units) is not in the list.',
    next: 'Check the code of the unit above, or add that unit to the list.',
  },
  'unit-look-alike': {
    what: 'The line has letters that only look Vietnamese, or that are not seen; it is read as “{text}”.',
    next: 'Type the code and name anew on a Vietnamese keyboard.',
  },
  'unit-date': {
    what: 'The date “{text}” of a unit cannot be read.',
    next: 'Write day/month/year, for example 01/7/2025, or leave it blank.',
  },
  'kind-default': {
    what: 'This default by kind cannot be used[[: “{text}”]].',
    next: 'The second column is the id of a task (IV.8), a section (IV) or *; the third is “Thực hiện”, “Không thực hiện” or blank.',
  },
  'consolidation-table-gone': {
    what: 'The table {table} of the sheet “{sheet}” is no longer in the consolidation workbook.',
    next: 'Open a backup of the workbook, or consolidate into a new one.',
  },
  'consolidation-cut': {
    what: 'The last consolidation stopped on its way, so the workbook is not complete.',
    next: 'Apply this one to write what is missing.',
  },
  'consolidation-as-before': {
    what: 'Writing did not end; the workbook is as it was before.',
    next: 'Settle what is reported beside this and consolidate again.',
  },
  'decided-file-absent': {
    what: 'The file that was chosen[[ for unit {unit}]] is not among those given this time[[: {file}]].',
    next: 'Choose that file too and consolidate again.',
  },
  'no-workbooks': {
    what: 'There is no workbook of a unit to consolidate.',
    next: 'Choose the workbooks that units have sent, or the folder they are in.',
  },
  'already-issued': {
    what: 'The workbook of this unit is in the folder already and was left as it is.',
    next: 'To make it again, move the old file elsewhere and run this again.',
  },
  'status-unclear': {
    what: 'The status “{value}” cannot be understood.',
    next: 'Choose one from the list: not started, in progress, done, nothing arisen.',
  },
  'applicability-unclear': {
    what: '“{value}” says neither performed nor not performed.',
    next: 'Ask the unit, or choose one of the two.',
  },
  'status-contradicts': {
    what: 'The status says “{value}” while the task is marked as performed.',
    next: 'Ask the unit whether it performs this task.',
  },
  'note-contradicts': {
    what: 'The state is done, but the note says “{value}”.',
    next: 'Ask the unit whether the task is done.',
  },
  'document-missing': {
    what: 'The workbook does not have the document {document}; it tracks: {documents} (number of tasks in brackets).',
    next: 'Ask the unit whether it has imported the annex of this document; its tasks count as undecided.',
  },
  'document-other-sign': {
    what: 'The workbook has the document {document} under another number and sign, {sign}; it was recognised by equal tasks.',
    next: 'Compare the unit’s annex with the master; if the unit uses another issue, send it the right one.',
  },
  'documents-left-out': {
    what: 'The workbook has other documents ({count}) that are not consolidated this time: {documents} (number of tasks in brackets).',
    next: 'Nothing; to consolidate one of them, choose its master annex too.',
  },
  'record-missing': {
    what: 'The table of tasks is there, but the hidden sheet with the unit’s code is gone.',
    next: 'Check that the unit was told rightly.',
  },
  'headers-hidden': {
    what: 'The header row of a table of the add-in is off: its columns are known by the names in the table, but formulas for deadlines and states have no values, so overdue tasks may be missing.',
    next: 'Open the file, switch on Header Row on the Table Design tab, save, and consolidate again.',
  },
  'other-sheet-differs': {
    what: 'Sheet “{other}” has the same tasks but differs from sheet “{sheet}” in {count} cells[[, tasks {tasks}]][[, e.g. {task}: “{value}” and “{otherValue}”]].',
    next: 'Ask the unit which sheet is right; choose it where you are asked, else delete the other one and read again.',
  },
  'sheets-merged': {
    what: 'The workbook has a sheet for each period ({sheets}): they were merged; of each task the last period with an entry counts.',
    next: 'Nothing, if each sheet is of one period; else ask the unit which sheet is right.',
  },
  'periods-merged': {
    what: 'The sheet has a row for each period of a task ({count} rows): they were merged; of each task the last period with an entry counts.',
    next: 'Nothing, if each row is of one period; else ask the unit which row is right.',
  },
  'sheets-joined': {
    what: 'The workbook has several sheets, each with a part of the tasks ({sheets}): they were read together.',
    next: 'Nothing, if the sheets are of one annex; else ask the unit which sheet is right.',
  },
  'sheet-not-there': {
    what: 'There is no sheet “{sheet}” to choose for unit {unit}.',
    next: 'See the sheets that are named to choose from, or the code of the unit, and run again.',
  },
  'file-not-there': {
    what: 'There are {count} files of the name given in --unit, so that none of them was decided.',
    next: 'Write the name as on the sheet Tệp nguồn (with the folder or archive where names repeat) and run again.',
  },
  'unit-not-there': {
    what: 'There is no unit {unit} in the list, so that the file is still nobody’s.',
    next: 'Write the code as in the list of units in --unit and run again.',
  },
  'period-differs': {
    what: 'The later period says “{after}”, the earlier one (sheet “{other}”) says “{before}”; the later one is counted.',
    next: 'Ask the unit whether the task is done, then correct one of the sheets.',
  },
  'sheet-hidden': {
    what: 'The sheet that is counted is hidden.',
    next: 'Unhide it in Excel and check that it is the one the unit filled in.',
  },
  'column-unread': {
    what: 'Column “{header}” has {count} filled cells that could not be understood and were not counted.',
    next: 'Look at the column; rename it as in the form (Áp dụng, Kết quả thực hiện, Ngày hoàn thành) or correct the consolidation.',
  },
  'marker-typed': {
    what: 'The cell says “{value}” while the column Áp dụng says otherwise.',
    next: 'Ask the unit whether it performs the task, then correct the consolidation.',
  },
  'several-dates': {
    what: 'The cell has several dates (“{value}”); which is the day of completion is not clear.',
    next: 'Ask the unit for the day of completion and enter it in the consolidation.',
  },
  'date-not-done': {
    what: 'The date in the cell (“{value}”) is an extension, a deadline or a plan, not a day of completion.',
    next: 'Ask the unit for the day of completion and enter it in the consolidation.',
  },
  'date-order': {
    what: 'Day and month may have been exchanged ({value}): other cells of the column are written month first.',
    next: 'Check this day with the unit.',
  },
  'struck-out': {
    what: 'Crossed-out text was not counted: “{value}”.',
    next: 'Check whether the unit meant to drop it.',
  },
  'cell-error': {
    what: 'The cell holds an Excel error or a picture ({value}) and cannot be read.',
    next: 'Look at the cell in the unit’s workbook and enter it as text.',
  },
  'picture-over-cell': {
    what: 'A picture, handwriting or a text box lies on the row of a task; what it says is not read.',
    next: 'Look at the picture at that cell of the unit’s workbook, and write it in words.',
  },
  'annex-changed': {
    what: 'Another annex was chosen after the files were read.',
    next: 'Choose the files again, so that they are read by it.',
  },
  'file-named-other': {
    what: 'The file is named as that of {other} ({name}), but says {unit} inside; it is counted for {unit}.',
    next: 'Ask the unit whose workbook it is; choose the right unit on the sheet of files and consolidate again.',
  },
  'consolidation-among-units': {
    what: 'This consolidates units whose own workbooks were sent too; it is not counted, or they would count twice.',
    next: 'Take this file out, or choose consolidation workbooks only.',
  },
  'consolidation-record-missing': {
    what: 'This consolidation has no hidden sheet that can be read: whose it is, and whether sheet Dữ liệu holds all rows, is not clear.',
    next: 'Choose the unit of the file; if a ledger belongs to the workbook, ask for the original workbook again.',
  },
  'unit-in-consolidation': {
    what: 'This unit is in a consolidation workbook sent too; it is not counted, or it would count twice.',
    next: 'Take this file out, or the consolidation workbook.',
  },
  'archive-too-deep': {
    what: 'An archive inside more than {depth} others is not opened.',
    next: 'Unpack it, then choose the unpacked folder.',
  },
  'archive-limit': {
    what: 'The archives hold too much: more than {files} files or {megabytes} MB; this file was not read.',
    next: 'Unpack them, then choose the unpacked folder.',
  },
  'archive-empty': {
    what: 'The archive holds no file.',
    next: 'Ask the unit to send it again.',
  },
};
