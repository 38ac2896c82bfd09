import type { VI_HEALTH } from '../vi/health';

export const EN_HEALTH = {
  'command.check-up': 'Check the workbook',
  'command.show-place': 'Go to a place in the workbook',
  'check-up.start': 'Check the workbook',
  'check-up.about':
    'Looks for what makes figures wrong or keeps the add-in from writing, then mends what you choose.',
  'check-up.proposal': 'This workbook has {count} places to look at that can make figures wrong.',
  'check-up.later': 'Later',
  'check-up.none': 'Nothing in the workbook needs mending.',
  'check-up.found': '{count} places to look at.',
  'check-up.mend': 'Mend {count} chosen',
  'check-up.mended': '{count} mended.',
  'check-up.by-hand': 'By hand:',
  'check-up.choose': 'Choose to mend: {what}',
  'check-up.show': 'Go there',
  'check-up.more': '… and {count} more.',

  'trouble.table-lost':
    'The table of tasks ({rows} rows) is no Excel table any more. It will be made again in place.',
  'trouble.table-renamed': 'The table of tasks is named “{table}”. It will be named “{name}” again.',
  'trouble.header-row-off': 'The header row of table “{table}” is off. It will be switched on again.',
  'trouble.table-copied':
    'Table “{table}” is a copy; only the sheet “{counted}” is counted. Delete the one you do not keep.',
  'trouble.no-tasks': 'No table of tasks was found. Open the latest copy or import the annex again.',
  'trouble.header-renamed': 'Column “{column}” has the header “{header}”. The header will be restored.',
  'trouble.column-gone': 'Column “{column}” is missing. A blank one will be added at the end.',
  'trouble.ids-missing': 'The row has no task id[[. {word} will be written]].',
  'trouble.id-doubled': 'Id {value} is in cell {other} already. Change the id or delete one row.',
  'trouble.mark-elsewhere':
    'Column {column} says “{value}” and column Áp dụng is blank, so Tổng hợp does not count it. “{word}” will be written into Áp dụng.',
  'trouble.document-differs':
    'Column Văn bản says “{value}”, but the id {task} is of another document[[. {word} will be written]]. Look before you fix it.',
  'trouble.document-unknown':
    'Column Văn bản says “{value}”, which is no document of the workbook[[. {word} will be written]].',
  'trouble.document-missing': 'Column Văn bản is blank for task {task}[[. {word} will be written]].',
  'trouble.status-typed':
    'Sheet Văn bản says that {name} is “{value}”, which the counts do not follow yet[[. The status will be set: {word}]].',
  'trouble.words-unlisted': 'Column {column}: “{value}” is not counted. “{word}” will be written.',
  'trouble.words-unclear': 'Column {column}: “{value}” is not in the list. Choose again.',
  'trouble.date-as-text': 'Column {column}: the date “{value}” is text. It will be made a date.',
  'trouble.date-unread': 'Column {column}: “{value}” is no date. Enter day/month/year.',
  'trouble.date-impossible': 'Column {column}: the date {value} cannot be right. Enter it again.',
  'trouble.done-in-future': 'Column {column}: {value} is in the future. Correct the date or the status.',
  'trouble.done-before-annex':
    'Column {column}: {value} is before the annex was issued ({other}). Check the date.',
  'trouble.content-missing':
    'The row[[ with code {task}]] has no content, so it is not counted. Enter the content, or delete the row.',
  'trouble.annex-hidden':
    'Sheet “{counted}” is hidden, but it is the one that is counted. Show it, or delete the spare copy.',
  'trouble.cell-error': 'Column {column}: the cell shows {value}. Mend or delete its formula.',
  'trouble.summary-gone': 'The summary sheet is gone. It will be made again.',
  'trouble.summary-broken':
    'The summary sheet has broken formulas. It will be made again; own notes on it are lost.',
  'trouble.lists-gone': 'The sheet of lists is gone, so drop-downs are blank. It will be made again.',
  'trouble.sheet-protected': 'The sheet is protected and cannot be written. Review → Unprotect Sheet.',
  'trouble.schema-newer': 'A newer version of the add-in made this workbook. Update the add-in.',
} as const satisfies Record<keyof typeof VI_HEALTH, string>;
