/**
 * Says why bytes could not be opened as a workbook, or why a workbook could not be written:
 * - `not-a-workbook`: no zip, or a zip without a workbook in it;
 * - `encrypted`: protected by a password to open;
 * - `old-format`: .xls, or another file of that container;
 * - `binary-format`: .xlsb;
 * - `too-large`: more parts or more bytes than the limits allow;
 * - `too-many-sheets`: more than any workbook that is worked with has;
 * - `damaged`: a part is cut off, has a wrong checksum, is no XML, or is two sheets at once;
 * - `forbidden-xml`: a part declares a document type;
 * - `text-too-long`: a cell holds more than 32,767 characters.
 */
export type WorkbookFileErrorCode =
  | 'not-a-workbook'
  | 'encrypted'
  | 'old-format'
  | 'binary-format'
  | 'too-large'
  | 'too-many-sheets'
  | 'damaged'
  | 'forbidden-xml'
  | 'text-too-long';

export class WorkbookFileError extends Error {
  constructor(
    readonly code: WorkbookFileErrorCode,
    /** Path of the part, or address of the cell; '' for the file as a whole. */
    readonly place: string,
  ) {
    super(place ? `${code}: ${place}` : code);
    this.name = 'WorkbookFileError';
  }
}
