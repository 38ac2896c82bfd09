import type { ReportsProblem } from '../../reports/problem-codes';
import type { ProblemMessage } from '../fill-template';
import type { VI_REPORTS } from '../vi/reports';

export const EN_REPORT_PROBLEMS: Record<ReportsProblem, ProblemMessage> = {
  'nothing-to-print': {
    what: 'The workbook has no task to print yet.',
    next: 'Import an annex first, then make the sheet to print.',
  },
  'no-consolidation': {
    what: 'This workbook is no consolidation.',
    next: 'Open the consolidation workbook, or consolidate the workbooks of the units first.',
  },
  'no-report-period': {
    what: 'The unit’s calendar of reports has no period {period}.',
    next: 'Choose another period, or enter this one on the sheet Cấu hình.',
  },
  'report-before-period': {
    what: 'The day of the report, {on}, lies before {period} (from {from}), so there are no figures of the period yet.',
    next: 'Choose another period, or a day of the report from {from} on.',
  },
  'report-data-before-period': {
    what: 'The consolidation counts up to {asOf}, before {period} (from {from}), so there are no figures of the period yet.',
    next: 'Consolidate again as of {from} or later, or choose another period.',
  },
  'report-data-older': {
    what: 'The consolidation counts up to {asOf} only, so the report ends on that day, not on {until}.',
    next: 'Consolidate again as of {until} if the figures must cover the whole period.',
  },
  'report-files-newer': {
    what: 'There are {files} files newer than the day of the report, {on} (the first: {unit}); results after the period are not counted, but who sent is told by these files.',
    next: 'Choose a later day of the report, or consolidate the files sent up to that day.',
  },
  'report-undated': {
    what: 'There are {count} deadlines recorded as done without a day ({tasks}): they count as done, but whether inside the period is not known.',
    next: 'Record the day of completion and make the report again.',
  },
  'unit-unnamed': {
    what: 'The workbook does not name its unit, so the name at the head of the paper is a yellow gap.',
    next: 'Enter the name of the unit in Settings and make the paper again, or fill in the yellow gap before it is issued.',
  },
  'unit-differs': {
    what: 'The paper bears the name “{unit}”, but the annex names “{named}”.',
    next: 'Check the name of the unit in Settings before the paper is issued; if both are one unit, add the other name there.',
  },
  'agency-unnamed': {
    what: 'The reporting authority is not named, so the name at the head of the paper is a yellow gap.',
    next: 'Enter the name of the authority beside the report and make it again, or fill in the yellow gap before it is issued.',
  },
  'print-edited': {
    what: 'The sheet to print was changed by hand; making it anew replaces these changes, but for the widths of columns.',
    next: 'Change the words on the sheet Phụ lục, so that the print is always right; Undo brings the changes back.',
  },
};

export const EN_REPORTS: Record<keyof typeof VI_REPORTS, string> = {
  'command.print-sheet': 'Make the sheet to print',
  'command.word-annex': 'Export the annex to Word',
  'command.word-report': 'Make the report of results',
  'command.word-authority-report': 'Make the report over all units',
  'command.report-sheet': 'Write the report to a sheet',
  'command.authority-report-sheet': 'Write the report over all units to a sheet',
  'pane.tab.paper': 'Print & report',
  'paper.print': 'Official annex',
  'paper.print.about':
    'Makes the sheet Bản in from the sheet Phụ lục: A4 landscape, names of areas across the table, column headers repeated on every page. Make it anew at any time; widths of columns set by hand are kept.',
  'paper.print.replace': 'Replace it',
  'paper.print.keep': 'Keep what is there',
  'paper.superior': 'Agency above',
  'paper.superior.hint': 'Printed over the unit’s name; blank: as in the settings',
  'paper.national-title': 'Print the national title and motto',
  'paper.label': 'Label of the annex',
  'paper.label.hint': 'As Phụ lục II. Blank: that of the annex imported',
  'paper.reference': 'Line “Ban hành kèm theo”',
  'paper.reference.hint': 'With its brackets. Blank: from the annex imported',
  'paper.wording': 'Words where a task is not performed',
  'paper.wording.hint': 'Blank: those of the settings, or the words that the other rows of the annex have',
  'paper.font-size': 'Size of the table’s letters',
  'paper.report': 'Report of results',
  'paper.report.about':
    'Figures, the table by area and the overdue list come from the workbook. What the unit must say itself is in italics and yellow; the add-in invents nothing.',
  'paper.no-download':
    'Excel on this device does not let an add-in hand over a file, so the report is written to a sheet; print it, or copy it to Word.',
  'paper.agency': 'Reporting authority',
  'paper.agency.hint':
    'Printed at the head of the report; proposed from the workbook or the annex, please check',
  'paper.agency.missing': 'No authority is named: its place at the head of the report will be a yellow gap.',
  'paper.period': 'Period',
  'paper.period.Q1': 'First quarter',
  'paper.period.Q2': 'Second quarter',
  'paper.period.Q3': 'Third quarter',
  'paper.period.Q4': 'Fourth quarter',
  'paper.period.6M': 'First six months',
  'paper.period.9M': 'First nine months',
  'paper.period.Y': 'Year',
  'paper.year': 'Year of the report',
  'paper.year.wrong': 'Write the year in four digits.',
  'paper.on': 'Day of the report',
  'paper.on.hint': 'What was recorded for a later day does not count',
  'paper.decree': 'Laid out after Decree 30/2020/NĐ-CP; the unit checks it before it issues it.',
  'report.sheet-done': 'The report is on the sheet “{sheet}”: {gaps} places for the unit’s own words.',
  'print.done': 'The sheet “{sheet}” is made: {rows} tasks, laid out after Decree 30/2020/NĐ-CP.',
  'print.unchanged': 'The sheet “{sheet}” agrees with the workbook already; nothing changed.',
  'word.done': 'The annex for Word is made: {rows} tasks.',
  'report.done': 'The report {period} is made: {gaps} places for the unit’s own words (in italics, yellow).',
  'cli.usage.no-period': 'no period was named: --period {value}',
  'cli.verb.print': 'make the sheet Bản in (the official annex, A4 landscape) in a tracked workbook',
  'cli.verb.word': 'write the official annex to a Word file',
  'cli.verb.report': 'write the report of results for a period to a Word file',
  'cli.option.word-out': 'the .docx file to write',
  'cli.option.period': 'period of the report: Q1, Q2, Q3, Q4, 6M, 9M or Y',
  'cli.option.report-year': 'year of the report',
  'cli.option.report-on': 'day of the report, as 2026-06-15; today where absent',
  'cli.option.agency': 'name of the authority that reports on its units; that of the workbook by default',
  'cli.option.superior': 'the agency above, printed over the unit’s name',
  'cli.option.national-title': 'print the national title and motto',
  'cli.option.label': 'label of the annex, as "Phụ lục II"; by default that of the annex imported',
  'cli.option.title': 'title of the annex; by default that of the annex imported',
  'cli.option.reference': 'the line "(Ban hành kèm theo …)"; by default from the annex imported',
  'cli.option.wording': 'words where a task is not performed; by default those of the other rows',
  'cli.option.margins': 'top, bottom, left and right margin in mm',
  'cli.usage.margins': 'the margins “{value}” cannot be used; four figures within {allowed} mm are needed',
  'cli.option.font-size': 'size of the table’s letters: 13 or 14',
  'cli.option.print-out': 'the .xlsx file to write; where absent the workbook itself',
  'report.notReady': 'Write valid days of the period first.',
};
