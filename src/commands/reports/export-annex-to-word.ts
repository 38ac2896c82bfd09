import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { buildAnnexDocument } from '../../reports/annex-document';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import type { PrintSettings } from '../../reports/print-settings';
import { toWordFileName } from '../../reports/word/word-file-name';
import { prepareAnnexPrint } from '../../school-workbook/print/prepare-annex-print';
import { toLocalIsoDate } from '../../shared/dates';
import { ok } from '../../shared/result';
import type { Command } from '../command';

type WordAnnexInput = { settings?: Partial<PrintSettings> };
/** A file for the user to keep; the workbook is not changed. */
type WordAnnexFile = { fileName: string; bytes: Uint8Array; tasks: number };

/** The annex of the unit as a .docx. Word's part of the program is loaded when it is first asked for. */
export const exportAnnexToWord: Command<WordAnnexInput, WordAnnexFile> = {
  id: 'word-annex',
  labelKey: 'command.word-annex',
  run: ({ now }, { settings: given }) =>
    runOnWorkbook<WordAnnexFile>(async (context) => {
      const snapshot = await readSnapshot(context, { office: true });
      const book = prepareAnnexPrint(snapshot, toLocalIsoDate(now()), given);
      if (!book.ok) return book;
      const { annex: paper, effectiveSettings: inForce, tasks } = book.value;
      const { writeWord } = await import('../../reports/word/write-word');
      const bytes = await writeWord(buildAnnexDocument(paper, inForce));
      const fileName = toWordFileName([
        DOCUMENT_LABELS.annexFile,
        snapshot.metadataSheet.metadata?.unit.name ?? '',
      ]);
      return ok({ fileName, bytes, tasks });
    }),
};
