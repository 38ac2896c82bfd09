import { convertLegacyDocument } from './legacy/convert-legacy-document';
import type { RawDocument } from './raw-document';
import { removeErrorValues } from './remove-error-values';
import { removeSheetFrames } from './remove-sheet-frame';
import { reportNoteMarks } from './report-note-marks';
import { reportStruckText } from './report-struck-text';

/**
 * Completes a document in the way that is the same for every source: reports struck text and marks of notes, removes
 * error values of Excel and the frames of sheets, and converts legacy encodings to Unicode.
 */
export function finishDocument(document: RawDocument): RawDocument {
  return convertLegacyDocument(
    removeErrorValues(reportNoteMarks(reportStruckText(removeSheetFrames(document)))),
  );
}
