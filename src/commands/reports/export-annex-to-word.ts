import { readSnapshot } from '../../excel/read/read-snapshot';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { buildAnnexDocument } from '../../reports/annex-document';
import { DOCUMENT_LABELS } from '../../reports/labels/document-labels';
import { toWordFileName } from '../../reports/word/word-file-name';
import { prepareAnnexPrint } from '../../school-workbook/print/prepare-annex-print';
import { toLocalIsoDate } from '../../shared/dates';
import { ok } from '../../shared/result';
import type { Command } from '../command';
import type { PrintInput } from './print-sheet';

type WordAnnexInput = PrintInput;
/** A file to download. */
type WordAnnexFile = { fileName: string; bytes: Uint8Array; tasks: number };

/** Exports the annex of the unit as a .docx; the workbook is not changed. The writer is loaded on first use. */
export const exportAnnexToWord: Command<WordAnnexInput, WordAnnexFile> = {
  id: 'word-annex',
  labelKey: 'command.word-annex',
  run: ({ now }, { settings: given, document }) =>
    runOnWorkbook<WordAnnexFile>(async (context) => {
      const snapshot = await readSnapshot(context, { office: true });
      const prepared = prepareAnnexPrint(snapshot, { on: toLocalIsoDate(now()), given, document });
      if (!prepared.ok) return prepared;
      const { annex, effectiveSettings, tasks, issuerWarnings } = prepared.value;
      const { writeWord } = await import('../../reports/word/write-word');
      const bytes = await writeWord(buildAnnexDocument(annex, effectiveSettings));
      const fileName = toWordFileName([
        DOCUMENT_LABELS.annexFile,
        ...(document === undefined ? [] : [document]),
        snapshot.metadataSheet.metadata?.unit.name ?? '',
      ]);
      return ok({ fileName, bytes, tasks }, issuerWarnings);
    }),
};
