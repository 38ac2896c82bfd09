import type { PaperProblem } from '../annex/problem';
import type { viPaper } from './vi-paper';
import type { ProblemWords } from './words';

export const enPaperProblems: Record<PaperProblem, ProblemWords> = {
  'nothing-to-print': {
    what: 'The workbook has no task to print yet.',
    next: 'Import an annex first, then make the sheet to print.',
  },
  'print-edited': {
    what: 'The sheet to print was changed by hand; making it anew replaces these changes, but for the widths of columns.',
    next: 'Change the words on the sheet Phụ lục, so that the print is always right; Undo brings the changes back.',
  },
};

export const enPaper: Record<keyof typeof viPaper, string> = {
  'command.print-sheet': 'Make the sheet to print',
  'print.done': 'The sheet “{sheet}” is made: {rows} tasks, laid out after Decree 30/2020/NĐ-CP.',
  'print.unchanged': 'The sheet “{sheet}” agrees with the workbook already; nothing changed.',
  'cli.verb.print': 'make the sheet Bản in (the official annex, A4 landscape) in a tracked workbook',
  'cli.option.superior': 'the agency above, printed over the unit’s name',
  'cli.option.national-title': 'print the national title and motto',
  'cli.option.font-size': 'size of the table’s letters: 13 or 14',
  'cli.option.print-out': 'the .xlsx file to write; where absent the workbook itself',
};
