import type { ProblemCode } from '../../shared/problem';
import type { ProblemMessage } from '../fill-template';
import { EN_CONSOLIDATION_PROBLEMS } from './consolidation';
import { EN_LEDGER_PROBLEMS } from './ledger';
import { EN_PROGRESS_PROBLEMS } from './progress';
import { EN_REPORT_PROBLEMS } from './reports';

/** English words for every problem; the Vietnamese ones are the source. */
export const EN_PROBLEMS: Record<ProblemCode, ProblemMessage> = {
  ...EN_PROGRESS_PROBLEMS,
  ...EN_REPORT_PROBLEMS,
  ...EN_CONSOLIDATION_PROBLEMS,
  ...EN_LEDGER_PROBLEMS,
  'contradictory-row': {
    what: 'The task says “not performed” and still names a product or a time.',
    next: 'Look at the task: if it is performed, change the column “Áp dụng”; if not, leave it.',
  },
  'incomplete-row': {
    what: 'The task is performed, but its product or time is blank.',
    next: 'Fill in the product and time, or ask the issuing authority.',
  },
  'undecided-row': {
    what: 'It is not said whether the unit performs this task.',
    next: 'Choose “Thực hiện” (performed) or “Không thực hiện” (not performed) in the column “Áp dụng”.',
  },
  'blank-lead-unit': {
    what: 'The task names no lead unit.',
    next: 'Fill it in if known, or ask the issuing authority.',
  },
  'duplicate-task': {
    what: 'Two tasks have the same area and number[[ ({id})]].',
    next: 'Compare with the original and correct the number of one of them.',
  },
  'numbering-gap': {
    what: 'The numbering jumps[[: after {before} comes {after}]].',
    next: 'Compare with the original to see whether a task is missing.',
  },
  'no-section': {
    what: 'The task stands before the first area row and so belongs to no area.',
    next: 'Give it its area, if the original has one.',
  },
  'unnumbered-row': {
    what: 'A row without a number stands among numbered ones; it was kept as a task of its own.',
    next: 'Compare with the original: give it a number, or join it to the task above.',
  },
  'blank-content': {
    what: 'The task says nothing of what is to be done.',
    next: 'Compare with the original and fill it in.',
  },
  'ditto-unresolved': {
    what: 'The cell says “như trên” (as above), but above it in its section there is nothing to copy.',
    next: 'Write the words out in this cell.',
  },
  'ditto-filled': {
    what: 'A “same as above” cell was filled from the cell above[[: “{text}”]].',
    next: 'Check what was filled in.',
  },
  'row-rejoined': {
    what: 'A row cut by a page end was joined again.',
    next: 'Compare this task with the original.',
  },
  'ambiguous-marker': {
    what: 'The remark[[ “{text}”]] does not say clearly whether the task is performed.',
    next: 'Choose “Thực hiện” (performed) or “Không thực hiện” (not performed) in the column “Áp dụng”.',
  },

  'file-empty': { what: 'The file is empty.', next: 'Choose another file, or ask for the original.' },
  'file-too-large': {
    what: 'The file is too large[[: {size} MB]][[, the limit is {limit} MB]][[: reading it takes more than {memory} MB of memory]].',
    next: 'Save the annex alone as a file and import that.',
  },
  'read-timeout': {
    what: 'Reading the file took more than {seconds} seconds and was stopped; nothing was taken from it.',
    next: 'Open the file in the program that made it, save the annex alone as a new file and import that; if it fails again, ask the sender for the original.',
  },
  'reader-stopped': {
    what: 'The reader stopped in the middle of this file; nothing was taken from it.',
    next: 'Open the file, save it as a new file and read it again; if it fails again, send the file to whoever supports you.',
  },
  'reader-fault': {
    what: 'The program has an error that this file brings out[[: {reason}]]; the file may be sound, nothing was taken from it.',
    next: 'Send the file and the words of this message to the person in charge of the software; meanwhile open it, save it as a new file (.xlsx, .docx) and read that.',
  },
  'format-unknown': {
    what: 'This kind of file is not known.',
    next: 'Use a Word (.docx, .odt, .rtf), Excel (.xlsx, .xls, .xlsb, .ods), PDF, HTML or text (.txt) file.',
  },
  'not-zip': {
    what: 'The file is not a Word or Excel file, although its name says so.',
    next: 'Open it in Word or Excel and save it as .docx or .xlsx.',
  },
  'zip-damaged': {
    what: 'The file is damaged or was not wholly downloaded.',
    next: 'Download it again, or ask for the original.',
  },
  'zip-bomb': {
    what: 'The file unpacks to an abnormal size and was not opened.',
    next: 'Do not use this file; ask the issuing authority for the original.',
  },
  encrypted: {
    what: 'The file has a password.',
    next: 'Open it with the password, remove the password, save it and import it again.',
  },
  'old-word': {
    what: 'The file is an old Word file (.doc).',
    next: 'Open it in Word, save it as “Word Document (.docx)” and import that; or copy the table in Word and paste it into the task pane.',
  },
  'old-excel': {
    what: 'The file is an old Excel file (.xls).',
    next: 'Open it in Excel, save it as “Excel Workbook (.xlsx)” and import that.',
  },
  'archive-file': {
    what: 'An archive (.zip) of other files.',
    next: 'Unpack it, then choose the file that is to be read.',
  },
  'archive-unread': {
    what: 'An archive of this kind (.rar, .7z, .gz …) is not opened.',
    next: 'Unpack it and choose the file or the folder, or pack it as .zip.',
  },
  'format-unsupported': {
    what: 'This kind of file cannot be imported[[ ({format})]].',
    next: 'Open it in the program that made it, save it as .docx, .xlsx or PDF and import that; or copy the table and paste it into the task pane.',
  },
  'xml-damaged': {
    what: 'The inside of the file is damaged[[ ({part})]].',
    next: 'Open it in Word or Excel, let it be repaired, save it and import it again.',
  },
  'xml-doctype': {
    what: 'The file holds an unsafe declaration and was not opened[[ ({part})]].',
    next: 'Ask the issuing authority for the original.',
  },
  'xml-too-deep': {
    what: 'The inside of the file is nested too deeply to be read.',
    next: 'Copy the table of the annex alone to a new file and import that.',
  },
  'part-missing': {
    what: 'The main part of the file is missing[[ ({part})]].',
    next: 'Open it in Word or Excel, save it and import it again.',
  },
  'no-table': {
    what: 'There is no table of tasks in the file[[; the columns of its table are {found}]].',
    next: 'Check that this is the file with the table of tasks; if it is, assign its columns in the task pane (command line: --columns "content=2, lead=3"), or copy the table from Word or Excel and paste it into the pane.',
  },
  'columns-missing': {
    what: 'The table lacks needed columns[[: {columns}]][[; the columns it has: {found}]].',
    next: 'Check the header row; if a column has another name, assign the columns in the task pane or add --columns, e.g. --columns "content=2, lead=3".',
  },
  'columns-unused': {
    what: 'Some columns were not used[[: {columns}]].',
    next: 'If one of them is needed, move its words to the column “Ghi chú” (note) and import again.',
  },
  'header-guessed': {
    what: 'The table has no header row; its columns were told by what stands in them[[: {columns}]].',
    next: 'Check each column in the preview; if one is wrong, add a header row and import again.',
  },
  'content-guessed': {
    what: 'No header says which column holds the tasks; the one with the longest texts was taken[[: {columns}]].',
    next: 'Check that column in the preview; if it is wrong, head the right one “Nội dung công việc” and import again.',
  },
  'units-not-split': {
    what: 'One cell names the unit in charge and others, without saying which is which[[: “{text}”]].',
    next: 'Check both columns in the preview; separate them before applying if they are wrong.',
  },
  'year-unknown': {
    what: 'Title, headers and day of issue do not name the year of the annex, so a deadline such as “Quý I” has no date.',
    next: 'Enter it in the field “Year of the annex” before you write (command line: --year); it counts for all tasks and can be changed later on the sheet “Cấu hình”.',
  },
  'rows-skipped': {
    what: 'A row is neither a task nor a section and was not imported[[: “{text}”]].',
    next: 'Compare with the original whether it is needed.',
  },
  'table-turned': {
    what: 'The table lies on its side (one task a column); it was turned, each column read as a row.',
    next: 'Compare each task with the original table before writing.',
  },
  'other-table': {
    what: 'This table seems to be {tableKind}[[ ({rows} rows)]], not a table of tasks, so it was not imported.',
    next: 'Choose another table; if each row is to become a task all the same, choose this table in the task pane or add --as-tasks.',
  },
  'table-left-out': {
    what: 'A table was not imported[[: number {number}]][[, “{name}”]][[, {tableKind}]][[, {rows} rows]].',
    next: 'If it is needed, choose it in the list of tables in the task pane, or add --table[[ {number}]] (--table all for all tables of tasks).',
  },
  'table-not-there': {
    what: 'The file has no table[[ number {table}]][[; it has {count}]].',
    next: 'Choose a number from the list that the import command prints.',
  },
  'years-differ': {
    what: 'The chosen tables name different years[[: {years}]].',
    next: 'Import each of them by itself, or give the year for all (--year).',
  },
  'section-guessed': {
    what: 'A row has only a title, without a number or other cells; it was taken as a section[[: “{title}”]].',
    next: 'If it is a task, change it in the review of rows.',
  },
  'no-rows': {
    what: 'The table has a header but no task.',
    next: 'Check that this is the right file and sheet.',
  },
  'too-many-rows': {
    what: 'The table has too many rows[[: {rows}]][[, the limit is {limit}]].',
    next: 'Delete the blank rows at the end of the sheet, save it and import it again.',
  },
  'hidden-rows': {
    what: 'Some rows are hidden[[: {rows}]]; they were imported.',
    next: 'Check them; delete after the import those that are not wanted.',
  },
  'hidden-columns': {
    what: 'Some columns are hidden[[: {columns}]]; they were imported.',
    next: 'Check them; take out those that are not wanted and import again.',
  },
  'hidden-sheet': {
    what: 'A sheet is hidden; nothing was imported from it.',
    next: 'If the annex is there, show the sheet, save the file and import it again.',
  },
  'sheet-chosen': {
    what: 'The file has several sheets; used was[[ “{sheet}”]].',
    next: 'If that is wrong, choose another sheet in the list of tables of the task pane, or with --table.',
  },
  'table-chosen': {
    what: 'The file has several tables; used was table[[ {table}]].',
    next: 'If that is wrong, choose another table in the list of tables of the task pane, or with --table.',
  },
  'tracked-changes': {
    what: 'The Word file holds tracked changes; it was read as if all were accepted.',
    next: 'Check the changes; accept or reject them in Word and import again if need be.',
  },
  'legacy-font': {
    what: 'The text is in an old Vietnamese encoding (TCVN3 or VNI).',
    next: 'Check the text turned to Unicode against the original.',
  },
  'formula-text': {
    what: 'A text begins with = + - or @; it is kept as text, not as a formula.',
    next: 'Nothing, unless the cell should be a formula.',
  },
  'formula-without-value': {
    what: 'A cell has a formula whose result is not stored in the file.',
    next: 'Open the file in Excel, save it and import it again.',
  },
  'text-box': {
    what: 'The file has text in a text box, which is no part of the table.',
    next: 'Check whether the box holds tasks.',
  },
  'workbook-damaged': {
    what: 'The old Excel file is damaged or cannot be read.',
    next: 'Open it in Excel, save it as “Excel Workbook (.xlsx)” and import that; if Excel cannot open it either, ask for the file again.',
  },
  'pdf-damaged': {
    what: 'The PDF file is damaged or was not downloaded completely.',
    next: 'Download it again, or ask for the original file again.',
  },
  'pdf-text-unreadable': {
    what: 'The PDF has text, but does not tell which letters it is (its fonts lack their map).',
    next: 'Ask for the original Word or Excel file, or print the PDF again from it.',
  },
  scanned: {
    what: 'The PDF is a scan: pictures without text.',
    next: 'Ask for the original Word, Excel or PDF file; if there is none, run text recognition (OCR) and import again.',
  },
  'pages-without-text': {
    what: 'Some pages are pictures without text[[: page {pages}]]; they were not imported.',
    next: 'Compare with the original and add the tasks of those pages.',
  },
  'too-many-pages': {
    what: 'The PDF has too many pages[[: {pages}]][[, the limit is {limit}]].',
    next: 'Save the annex alone as a PDF and import that.',
  },
  'columns-guessed': {
    what: 'The table lacks rules; its columns and rows were told by the white space.',
    next: 'Compare every row with the original before applying.',
  },
  'no-plan': {
    what: 'No tasks were found in this plan.',
    next: 'Choose a plan with numbered sections (I, II… or 1, 2…) or an annex with a table of tasks.',
  },
  'plan-paragraph-joined': {
    what: 'A paragraph without a number was added to the item[[ {item}]] above, and may be a task of its own[[: “{text}”]].',
    next: 'Compare with the original; if it is a task of its own, give it a row on the sheet Phụ lục.',
  },
  'plan-text-skipped': {
    what: 'A paragraph of the plan belongs to no section and is not among its items[[: “{text}”]].',
    next: 'Compare with the original; if the paragraph is a task, add it by hand.',
  },
  'struck-text': {
    what: 'Words with a line through them were taken as removed and left out[[: “{words}”]].',
    next: 'Compare with the source; if the words still stand, write them into the cell again.',
  },
  'note-marks': {
    what: 'The mark of a note[[, “{mark}”,]][[ after “{words}”]] is no word of its cell and was left out[[ (the document has {count} marks)]][[. The note says: “{note}”]].',
    next: 'Read the note in the source; if it changes what, who or when a task says, write that into the cell.',
  },
  'stamp-text': {
    what: 'Coloured words of a stamp or digital signature lie over the page; they were left out of the table[[: “{words}”]].',
    next: 'Compare with the original; if they belong to a task, write them into its cell.',
  },
  'picture-unreadable': {
    what: 'This page is a scanned picture that could not be decoded, so the rules of its table are unknown.',
    next: 'Compare every row of this page with the original, or ask for the original Word or Excel file.',
  },
  'embedded-document': {
    what: 'The Word file embeds another document[[ ({format})]] that could not be read; that part was not imported.',
    next: 'Open the file in Word, save it as a new .docx (Word merges the embedded part) and import it again.',
  },
  'text-missing': {
    what: 'A cell refers to a text that the file does not have (part of it is damaged)[[; {cells} cells]]; it was left blank.',
    next: 'Open the file in Excel, write the text of that cell from the original, save it and import it again.',
  },
  'error-value': {
    what: 'A cell shows an error of Excel[[ ({value})]][[ ({more} more cells)]], which is no text; it was left blank.',
    next: 'Open the file in Excel, correct the formula of that cell, save it and import it again; or write the text after the import.',
  },
  'plan-not-annex': {
    what: 'The file is a plan in prose[[ ({items} items)]], without a table of tasks.',
    next: 'Import the annex that goes with this plan; or open the plan in the task pane and choose what becomes tasks.',
  },
  'row-unsure': {
    what: 'This row was put together from lines of text and may be wrong.',
    next: 'Compare it with the source lines beside it and correct it if needed.',
  },

  'no-annex-sheet': { what: 'This workbook has no table of tasks yet.', next: 'Import an annex first.' },
  'sheet-name-taken': {
    what: 'The workbook already has a sheet[[ “{sheet}”]].',
    next: 'Rename that sheet and try again.',
  },
  'table-name-taken': {
    what: 'The workbook has a table[[ “{table}”]] that is not the table of tasks.',
    next: 'Rename that table (Table Design) and try again.',
  },
  'task-table-missing': {
    what: 'The task table of this workbook is missing: it was renamed or converted to a range. Nothing is written.',
    next: 'Open the Help tab, use Check workbook to restore the table, then import again.',
  },
  'defined-name-taken': {
    what: 'The workbook uses the name[[ “{name}”]] for something else.',
    next: 'Rename it in the Name Manager (Formulas) and try again.',
  },
  'header-row-off': {
    what: 'The header row of a table of the add-in is off, so its columns are not known.',
    next: 'Run Check workbook and choose the fix, or switch on Header Row on the Table Design tab.',
  },
  'no-summary-sheet': {
    what: 'The workbook has no sheet Tổng hợp, or the names of its areas are lost.',
    next: 'Undo the deletion of the sheet; if that fails, import the annex into a new workbook.',
  },
  'words-not-counted': {
    what: '“{value}” is counted as “{word}”, but the formulas of Tổng hợp do not count this cell.',
    next: 'Open Kiểm tra sổ and choose Fix to write the word of the list, or choose it in the cell.',
  },
  'status-outside-period': {
    what: '“{value}” places completion before the annex or after today, so that it is not counted as done.',
    next: 'Correct the time in the cell, or choose a status of the list.',
  },
  'stays-not-performed': {
    what: 'Tasks stay “Không thực hiện” ({rows}), because their own rows say so, in {cells}.',
    next: 'If the unit has not decided yet, change the words in the cell and clear the mark again; if it performs the task, mark it so.',
  },
  'summary-edited': {
    what: 'The sheet Tổng hợp was changed by hand and is left as it is; new areas and units count in its line “(khác)”.',
    next: 'Nothing, or add lines for the new areas and units.',
  },
  'gone-rows-kept': {
    what: 'Some tasks are no longer in the new annex and were kept[[: {tasks}]].',
    next: 'Delete their rows in the table if they are not needed any more.',
  },
  'marks-kept': {
    what: 'The new annex says otherwise than the unit has marked; the marks of the unit were kept[[: {tasks}]].',
    next: 'Look at the column “Áp dụng” of these tasks.',
  },
  'print-outdated': {
    what: 'The sheet to print was made before this import and does not follow the new annex.',
    next: 'Make it again in the part Print & report (command line: phuluc print) before printing.',
  },
  'workbook-changed': {
    what: 'The workbook was changed after the preview.',
    next: 'Look at the preview again, then write.',
  },
  'partly-written': {
    what: 'Writing stopped half-way, and the workbook could not be put back as it was.',
    next: 'Press Undo to put it back; if that fails, close the workbook without saving.',
  },
  'no-task-selected': {
    what: 'No task is selected.',
    next: 'Select one or more rows of the table of tasks and try again.',
  },
  'no-person-column': {
    what: 'The table of tasks has no column “{column}” yet.',
    next: 'Type “{column}” into the cell just to the right of the header of the table on Phụ lục, then try again.',
  },
  'column-missing': {
    what: 'The table of tasks has lost its column[[ “{column}”]].',
    next: 'Undo the deletion, or add a column with exactly that name.',
  },
  'schema-newer': {
    what: 'The workbook was made with a newer version of Phụ lục.',
    next: 'Update Phụ lục and open the workbook again.',
  },
  'older-edition': {
    what: 'This is an old edition of the document {document} ({after}); the workbook follows a newer one ({before}). No task is changed.',
    next: 'If you do have to go back to it, choose “{document}” under Document and write.',
  },
  'document-not-found': {
    what: 'The workbook has no document “{document}”.',
    next: 'Look at the list of its documents and give the number again.',
  },
  'document-unnamed': {
    what: 'The new document has neither a number nor a title.',
    next: 'Enter its number and sign (such as 442/UBND-VX), or its title.',
  },
  'document-exists': {
    what: 'The workbook has this document already: {document}.',
    next: 'Choose {document} among the documents and add the tasks to it.',
  },
  'only-document': {
    what: 'The workbook has only the document {document}, which is therefore always followed.',
    next: 'At the end of the year keep the whole workbook as an archive.',
  },
  'task-without-content': {
    what: 'Task {number} has no content.',
    next: 'Enter what is to be done and add it again.',
  },
  'task-repeated': {
    what: 'The document has this task with the same timing already; it is not added again: “{content}”.',
    next: 'If it is another task, enter another content or timing.',
  },
  'timing-uncertain': {
    what: 'The deadline of the task[[ {task}]] is not certain[[: “{timing}”]].',
    next: 'Enter the timing more clearly (such as 30/11/2026), or agree to keep it and settle its deadline later (command line: --as-printed).',
  },
  'document-not-chosen': {
    what: 'The workbook has several documents: {documents}. A printed annex is that of one.',
    next: 'Choose the document in the part for printing, or give --document on the command line.',
  },
  'document-column-taken': {
    what: 'The table of tasks has a column “{column}” of your own; a workbook of several documents needs that name.',
    next: 'Rename the column on sheet “{sheet}” and import again.',
  },
  'edition-differs': {
    what: 'The annex being imported[[ ({after})]] is another than the one in the workbook[[ ({before})]].',
    next: 'Check that it is the right one; look at the changes before they are written.',
  },
  'no-targets-sheet': {
    what: 'The workbook has no sheet of targets any more.',
    next: 'Import the plan again to make it anew.',
  },
  'sheet-gone': {
    what: 'The sheet was deleted or renamed.',
    next: 'Give the sheet its former name and try again.',
  },
  'cells-changed': {
    what: 'The {cells} cells that were changed since are left as they are.',
    next: 'Look at those cells and correct them by hand where needed.',
  },
  'cells-mixed': {
    what: 'Of the cells, {cells} have several fonts each and could not be converted.',
    next: 'Set each of these cells in one legacy font and convert again, or type them anew.',
  },
  'nothing-legacy': {
    what: 'This sheet has no legacy text (TCVN3, VNI).',
    next: 'Open the sheet with the garbled text and try again.',
  },
  'nothing-to-undo': { what: 'There is nothing to undo.', next: 'Nothing.' },
  'undo-blocked': {
    what: 'This step cannot be taken by itself: “{command}” ({at}) changed the same cells after it.',
    next: 'Undo “{command}” ({at}) first.',
  },
  'redo-blocked': {
    what: 'This step cannot be done again by itself: “{command}” ({at}) before it is undone too and has the same cells.',
    next: 'Redo “{command}” ({at}) first.',
  },
  'undo-not-kept': {
    what: 'This change is too large for the state before it to be kept; it cannot be undone.',
    next: 'Save a copy of the workbook before going on.',
  },
  'sheet-protected': {
    what: 'The sheet is protected and cannot be written to.',
    next: 'Unprotect the sheet (Review) and try again.',
  },
  'cell-being-edited': {
    what: 'A cell is being edited in Excel.',
    next: 'Press Enter or Esc to end the editing and try again.',
  },
  'selection-not-cells': {
    what: 'The selection cannot be used here: a chart, a drawing or several separate ranges are selected.',
    next: 'Click a cell, select one range of cells and try again.',
  },
  'hidden-rows-skipped': {
    what: 'Hidden rows of the selection were skipped: {rows}; only visible rows are changed.',
    next: 'To change them as well, clear the filter (Data → Clear) or unhide the rows and try again.',
  },
  'only-hidden-rows-selected': {
    what: 'All rows of the selection are hidden, so none was changed.',
    next: 'Clear the filter (Data → Clear), unhide the rows, or select visible rows, and try again.',
  },
  'rows-not-selected': {
    what: 'Excel selects one range only: {selected} of {total} rows are selected.',
    next: 'The other rows of the sheet: {list}.',
  },
  'page-setup-missing': {
    what: 'All data is written, but Excel did not set paper size and margins of the sheet (usually no printer is installed).',
    next: 'Set them in Page Layout (A4, orientation, margins, one page wide) before printing.',
  },
  'chart-missing': {
    what: 'All data is written, but Excel did not draw the chart of the sheet.',
    next: 'Use the figures on the sheet; for the chart, check the workbook (Help tab) or repeat this step.',
  },
  'frozen-panes-missing': {
    what: 'All data is written, but Excel did not freeze the header of the sheet.',
    next: 'Use View → Freeze Panes if needed.',
  },
  'gridlines-shown': {
    what: 'All data is written, but Excel did not hide the gridlines of the sheet.',
    next: 'Use View → Gridlines if needed.',
  },
  'rows-not-added': {
    what: 'Excel added fewer rows to the table than needed.',
    next: 'Clear the filter of the table (Data → Clear), check that there is space below it, and try again.',
  },
  'sheet-not-shown': {
    what: 'All data is written, but Excel did not show the sheet (another workbook may be in front).',
    next: 'Click the tab of the sheet at the bottom of the window.',
  },
  'filter-not-readable': {
    what: 'The sheet is filtered by colors or icons that Excel does not tell the add-in, so the filter could not be set again as it was. Nothing is written yet.',
    next: 'Clear the filter (Data, Clear) and try again.',
  },
  'filter-set-again': {
    what: 'The sheet is filtered: the add-in lifted the filter while it wrote, and set the same filter again. New or changed rows that do not match it are hidden now.',
    next: 'To see all rows, clear the filter (Data, Clear).',
  },
  'filter-lost': {
    what: 'The sheet is filtered: the add-in lifted the filter to write, but Excel did not set it again. All rows are shown now.',
    next: 'Filter the sheet again if needed.',
  },
  'rows-not-movable': {
    what: 'Excel does not add or delete rows here: the sheet is filtered, or the rows cut through another table or merged cells.',
    next: 'Clear the filter (Data, Clear), move the table or merged cells nearby elsewhere, and try again.',
  },
  'cells-filtered': {
    what: 'The cells to write are filtered, so Excel does not write them.',
    next: 'Clear the filter (Data → Clear) and try again.',
  },
  'workbook-not-in-front': {
    what: 'Another workbook is in front, so Excel cannot do this.',
    next: 'Click the window of this workbook and try again.',
  },
  'cells-merged': {
    what: 'There are merged cells where something is to be written, so Excel does not write.',
    next: 'Unmerge the cells of the table (Home → Merge & Center) and try again.',
  },
  'no-space-on-sheet': {
    what: 'The sheet has no space left: inserting rows would push cells with data off the sheet.',
    next: 'Delete the data in the last rows of the sheet (Ctrl+End) and try again.',
  },
  'formula-too-long': {
    what: 'A formula is longer than Excel accepts (8,192 characters).',
    next: 'Shorten the formula, or the names of sheets or columns in it, and try again.',
  },
  'payload-too-large': {
    what: 'This is more than Excel takes at one time.',
    next: 'Import the annex in parts, or use Excel on a computer.',
  },
  'host-unsupported': {
    what: 'This version of Excel lacks what is needed[[ ({feature})]].',
    next: 'Update Excel, or use Excel on the web.',
  },
  'host-error': {
    what: 'Excel could not do what was asked[[ ({hostCode})]].',
    next: 'Try again; if it fails again, save the workbook, close Excel and open it again.',
  },

  'not-a-date': {
    what: 'The date cell says “{value}”, which is no date.',
    next: 'Write day/month/year, such as 15/06/2024.',
  },
  'done-without-date': {
    what: 'Recorded as done without a date.',
    next: 'Give the date, so that early and late can be told.',
  },
  'done-in-future': {
    what: 'The date done, {value}, is after today.',
    next: 'Check the date.',
  },
  'date-without-done': {
    what: 'There is a date done, {value}, but the state is not done.',
    next: 'Choose “Hoàn thành”, or clear the date.',
  },
  'no-evidence': {
    what: 'Done, with neither evidence nor an explanation.',
    next: 'Give the number of the document, a link or a file name, or explain in the note.',
  },
  'document-number': {
    what: 'The number and sign “{value}” are not in the prescribed form.',
    next: 'Write as in 05/KH-MNBT[[; perhaps {suggestion}]].',
  },
  'document-type': {
    what: 'The sign “{value}” is not of the product due[[: {products}]].',
    next: 'Check the document given as evidence.',
  },

  'file-not-found': {
    what: 'The file cannot be opened[[ ({reason})]].',
    next: 'Check the path and the right to read it.',
  },
  'input-too-long': {
    what: 'The input is longer than {limit} MB; no line was read.',
    next: 'Part it and run each part.',
  },
  'answer-not-printed': {
    what: 'The answer could not be printed[[ ({reason})]]; what was printed may not be all. What the command writes by -o or --ledger is not affected.',
    next: 'Check the free space of what takes the answer, then run again.',
  },
  'output-is-folder': {
    what: 'The output is a folder, not a file; nothing was written.',
    next: 'Name the file too, such as tong-hop.xlsx.',
  },
  'output-not-a-folder': {
    what: 'The output must be a folder and is a file; nothing was written.',
    next: 'Name another folder.',
  },
  'output-not-a-file': {
    what: 'The output is no plain file (a device or a pipe); nothing was written.',
    next: 'Name a file.',
  },
  'output-read-only': {
    what: 'The file is read-only; it is untouched.',
    next: 'Make it writable, or write another file.',
  },
  'output-open': {
    what: 'The file is open in Excel or LibreOffice; it is untouched.',
    next: 'Close it and run again; if nobody has it open, delete the lock (~$…) beside it.',
  },
  'output-busy': {
    what: 'Another run is writing this output; this run does not write it.',
    next: 'Wait until that run has ended, then run again; if there is none, delete the temporary file (.….tmp) there.',
  },
  'output-changed': {
    what: 'The file was changed while the command ran; it stays as changed, the result was not written.',
    next: 'Run again to compute from the changed file.',
  },
  'output-not-workbook': {
    what: 'The output must be an Excel workbook (.xlsx); nothing was written.',
    next: 'Give the file a name that ends in .xlsx.',
  },
  'output-wrong-extension': {
    what: 'The name of the output must end in {expected}; nothing was written.',
    next: 'Give the file a name that ends in {expected}.',
  },
  'file-not-writable': {
    what: 'The file cannot be written[[ ({reason})]]; what was there is untouched.',
    next: 'Check the folder, the right to write, the free space, and close the file if it is open.',
  },
  'content-lost': {
    what: 'A part of the file could not be kept when it was written[[: {what}]].',
    next: 'Keep a copy of the original before using the file that was written.',
  },
  usage: { what: 'The command is not right[[: {reason}]].', next: 'See “phuluc help”.' },
  'code-not-loaded': {
    what: 'A part of the add-in could not be loaded: the connection is lost, or the add-in has just been updated.',
    next: 'Check the network and press “Reload the pane”, or close the pane and open it again; the workbook is untouched.',
  },
  internal: {
    what: 'An error in the program[[: {reason}]].',
    next: 'The workbook was not changed; send this message to the person in charge.',
  },
};
