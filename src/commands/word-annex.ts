import { runOnWorkbook } from '../excel/run';
import { takeSnapshot } from '../excel/snapshot';
import { annexDocument } from '../paper/annex-document';
import { fileNameOf } from '../paper/file-name';
import type { PaperSettings } from '../paper/paper-settings';
import { paperOfBook } from '../workbook/print/paper-of-book';
import { paperWords } from '../locales/paper-words';
import type { Command } from './command';
import { localDay } from '../annex/calendar/dates';

export type WordInput = { settings?: Partial<PaperSettings> };
/** A file for the user to keep; the workbook is not changed. */
export type WordFile = { fileName: string; bytes: Uint8Array; tasks: number };

/** The annex of the unit as a .docx. Word's part of the program is loaded when it is first asked for. */
export const wordAnnex: Command<WordInput, WordFile> = {
  id: 'word-annex',
  labelKey: 'command.word-annex',
  run: ({ now }, { settings: given }) =>
    runOnWorkbook<WordFile>(async (context) => {
      const snapshot = await takeSnapshot(context, { office: true });
      const book = paperOfBook(snapshot, localDay(now()), given);
      if (!book.ok) return book;
      const { paper, inForce, tasks } = book.value;
      const { writeWord } = await import('../paper/word/write-word');
      const bytes = await writeWord(annexDocument(paper, inForce));
      const fileName = fileNameOf([paperWords.annexFile, snapshot.record.facts?.unit.name ?? '']);
      return { ok: true, value: { fileName, bytes, tasks }, warnings: [] };
    }),
};
