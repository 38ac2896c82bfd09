import type { HelpPage } from '../help-page';
import type { VI_HELP } from '../vi/help';

export const EN_HELP = {
  import: {
    steps: [
      'Choose the Word, Excel, PDF or HTML file of the annex; drop it on the pane, paste a copied table, or use the open sheet.',
      'Look at the rows found. What needs attention comes first; rows that are not sure have to be looked at before writing.',
      'Enter the name and code of the unit, see what will change, then press “Write to the workbook”.',
      'Import a reissued annex the same way: what was recorded is kept.',
    ],
    keys: [],
  },
  mark: {
    steps: [
      'Choose a task in the list or a row in the sheet; each follows the other.',
      'Press “Performed” or “Not performed”. Choose a reason; the list of reasons is edited on the sheet Danh mục.',
      'To mark several tasks, tick the boxes before them (or hold Ctrl or Shift), press “Select the whole area”, or filter and choose “the whole list”.',
    ],
    keys: [
      ['J, ↓', 'next task'],
      ['K, ↑', 'previous task'],
      ['Space', 'select this task too, or no longer'],
      ['Shift + ↓, ↑', 'select on'],
      ['Ctrl + A', 'select all'],
      ['T', 'performed'],
      ['N', 'not performed'],
      ['X', 'clear the mark'],
    ],
  },
  progress: {
    steps: [
      'The sheet Tiến độ is made with the import; each deadline of a task is a row of it.',
      'Choose an item, record the day it was done with evidence or an explanation; the person in charge is assigned there too.',
      'Timings that could not be read wait under “Needs review”: choose a date, a recurrence, or no date.',
      'The sheets Lịch and Tổng hợp follow by themselves.',
    ],
    keys: [
      ['J, ↓', 'next item'],
      ['K, ↑', 'previous item'],
      ['Shift + ↓, ↑', 'select more'],
      ['H', 'done'],
    ],
  },
  summary: {
    steps: [
      'The figures come from the sheet Tổng hợp, which has live formulas: they stay right when you edit by hand.',
      'Press a figure to see its rows in the list and in the sheet.',
      'The share of completion counts performed tasks only; tasks not performed are not in the denominator.',
    ],
    keys: [],
  },
  paper: {
    steps: [
      'Print sheet: made or renewed in the layout of Decree 30; column widths set by hand are kept.',
      'The annex in Word: a .docx with a real table, its header repeated on each page.',
      'Report of results: choose the period, download it and fill the marked gaps; no figure is invented.',
    ],
    keys: [],
  },
  consolidation: {
    steps: [
      'For the officer who consolidates: open a blank workbook (or the consolidation that is there), choose the annex of the authority and the list of units.',
      'Choose or drop all files that units have sent; a file that cannot be read says why, and none is passed over.',
      'Answer the questions (whose a file is, which one counts), look at the preview, then “Write into the workbook”. Run it again when more has come: corrections and notes are kept.',
      'Choose a figure to see the rows behind it, each with the file and cell it was read from.',
    ],
    keys: [],
  },
  history: {
    steps: [
      'Each action of the add-in is a line; “Undo” goes back step by step, also after the workbook was closed. Who did it is not kept.',
      'The button of a line undoes that line alone, where nothing after it changed the same cells; else the one to undo first is named.',
      '“Check the workbook” finds what makes figures wrong (a table turned into a range, a changed header, words that are not counted …) and mends what you choose.',
    ],
    keys: [],
  },
  settings: {
    steps: [
      'Write the unit’s name, code and other names; a new name is changed on the sheets that print it.',
      'The authority above and the recipients are set by day: papers from before and after a change of names print the names of their day.',
      'The calendar of reports and the counting of deadlines are there as usual; change them to your office’s.',
      'Press “Preview the changes”, then “Write to the workbook”. It is one line in the history and can be undone.',
    ],
    keys: [],
  },
} as const satisfies Record<keyof typeof VI_HELP, HelpPage>;
