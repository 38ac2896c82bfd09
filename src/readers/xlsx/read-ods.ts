import { openZip, type ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { addFileName, type Failure, type Result } from '../../shared/result';
import { readOdfContent } from '../open-document';
import type { RawDocument } from '../raw-document';
import { createWorkbookDocument, type WorkbookSheet } from './create-workbook-document';
import { createOdsScanner } from './ods-scanner';
import { createOdsStyles } from './ods-styles';

/**
 * Reads an OpenDocument workbook (.ods) as `readXlsx` reads .xlsx: cells as they are shown, without struck text.
 * Problems: those of the package and its XML; encrypted, too-many-rows, file-too-large.
 */
export function readOds(bytes: Uint8Array, file: string): Result<RawDocument> {
  const zip = openZip(bytes);
  return addFileName(zip.ok ? readOdsPackage(zip.value, file) : zip, file);
}

function readOdsPackage(zip: ZipArchive, file: string): Result<RawDocument> {
  const styles = createOdsStyles();
  const scanner = createOdsScanner(styles);
  let failure: Failure | null = null;
  const outcome = readOdfContent(zip, styles, {
    open: (name, attributes) => {
      failure ??= scanner.findFailure();
      if (failure) return 'stop';
      scanner.open(name, attributes);
      return;
    },
    text: scanner.text,
    close: scanner.close,
  });
  if (!outcome.ok) return outcome;
  failure ??= scanner.findFailure();
  return failure ?? addPictures(createWorkbookDocument(scanner.sheets, file), scanner.sheets);
}

function addPictures(document: Result<RawDocument>, sheets: readonly WorkbookSheet[]): Result<RawDocument> {
  if (!document.ok) return document;
  const pictures = new Map(sheets.map(({ sheet, content }) => [sheet.name, content.pictures]));
  return { ...document, value: { ...document.value, pictures } };
}
