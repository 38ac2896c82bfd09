import type { PaperProblem } from '../annex/problem';
import type { viPaper } from './vi-paper';
import type { ProblemWords } from './words';

export const enPaperProblems: Record<PaperProblem, ProblemWords> = {
  'nothing-to-print': {
    what: 'The workbook has no task to print yet.',
    next: 'Import an annex first, then make the sheet to print.',
  },
  'no-report-period': {
    what: 'The unit’s calendar of reports has no period {period}.',
    next: 'Choose another period, or enter this one on the sheet Cấu hình.',
  },
  'print-edited': {
    what: 'The sheet to print was changed by hand; making it anew replaces these changes, but for the widths of columns.',
    next: 'Change the words on the sheet Phụ lục, so that the print is always right; Undo brings the changes back.',
  },
};

export const enPaper: Record<keyof typeof viPaper, string> = {
  'command.print-sheet': 'Make the sheet to print',
  'command.word-annex': 'Export the annex to Word',
  'command.word-report': 'Make the report of results',
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
  'cli.option.superior': 'the agency above, printed over the unit’s name',
  'cli.option.national-title': 'print the national title and motto',
  'cli.option.font-size': 'size of the table’s letters: 13 or 14',
  'cli.option.print-out': 'the .xlsx file to write; where absent the workbook itself',
};
