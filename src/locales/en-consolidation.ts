import type { viConsolidation, viConsolidationProblems } from './vi-consolidation';
import type { ProblemWords } from './words';

export const enConsolidation: Record<keyof typeof viConsolidation, string> = {
  'command.issue-workbooks': 'Issue',
  'command.consolidate': 'Consolidate units',

  'issue.done': 'Made {made} workbooks for {units} units: {rows} tasks each, in {folder}.',
  'issue.kept': 'Left {kept} workbooks that were there as they are.',

  'cli.verb.issue': 'makes a tracking workbook for each unit of a list, from the annex of the authority',
  'cli.option.units':
    'list of units (CSV): code, name, aliases, kind, parent, valid from, valid to; the first line names the columns',
  'cli.option.defaults':
    'defaults by kind of unit (CSV): kind, id of a task or section or *, performed or not, reason',
  'cli.option.folder': 'folder for the workbooks',
  'cli.usage.no-units': 'no list of units given; use --units',
  'cli.usage.no-folder': 'no folder given; use -o',
};

export const enConsolidationProblems: Record<keyof typeof viConsolidationProblems, ProblemWords> = {
  'no-units': {
    what: 'There is no unit in the list.',
    next: 'Choose a list with a column of codes and a column of names.',
  },
  'unit-incomplete': {
    what: 'This line of the list of units lacks a code or a name[[: “{text}”]].',
    next: 'Fill in both; a unit is known by its code.',
  },
  'unit-code-twice': {
    what: 'The unit code “{text}” stands in two lines of the list.',
    next: 'Give each unit a code of its own; correct or remove one of the lines.',
  },
  'unit-date': {
    what: 'The date “{text}” of a unit cannot be read.',
    next: 'Write day/month/year, for example 01/7/2025, or leave it blank.',
  },
  'kind-default': {
    what: 'This default by kind cannot be used[[: “{text}”]].',
    next: 'The second column is the id of a task (IV.8), a section (IV) or *; the third is “Thực hiện”, “Không thực hiện” or blank.',
  },
  'already-issued': {
    what: 'The workbook of this unit is in the folder already and was left as it is.',
    next: 'To make it again, move the old file elsewhere and run this again.',
  },
};
