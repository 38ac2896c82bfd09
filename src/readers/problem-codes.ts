/** Codes of what is noticed while a file is read. */
export type ReadersProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'read-timeout' // reading it took too long and was ended
  | 'reader-stopped' // its reader is gone
  | 'reader-fault' // an error of the program, whatever the file is
  | 'format-unknown'
  | 'not-zip'
  | 'zip-damaged'
  | 'zip-bomb'
  | 'encrypted'
  | 'old-word'
  | 'old-excel'
  | 'format-unsupported'
  | 'archive-file' // a .zip of other files, which are to be read one by one
  | 'archive-unread' // .rar, .7z, .tar.gz …
  | 'xml-damaged'
  | 'xml-doctype'
  | 'xml-too-deep'
  | 'part-missing'
  | 'too-many-rows'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'hidden-sheet'
  | 'tracked-changes'
  | 'legacy-font'
  | 'formula-text'
  | 'formula-without-value'
  | 'text-box'
  | 'workbook-damaged'
  | 'pdf-damaged'
  | 'pdf-text-unreadable' // its fonts do not tell which letters they draw
  | 'scanned' // pictures of pages without any text
  | 'pages-without-text'
  | 'too-many-pages'
  | 'note-marks' // raised marks of notes were left out of the words
  | 'struck-text' // words with a line drawn through them were left out
  | 'stamp-text' // coloured words of a stamp or digital signature were left out
  | 'picture-unreadable' // a scanned page whose picture could not be decoded
  | 'embedded-document' // a document in a Word file that could not be read
  | 'text-missing' // a cell refers to a text that the workbook does not have
  | 'error-value'; // a cell shows an error of Excel, as #N/A

declare module '../shared/problem' {
  interface ProblemCodes {
    readers: ReadersProblem;
  }
}
