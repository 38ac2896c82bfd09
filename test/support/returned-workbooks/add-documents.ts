import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import type { Annex } from '../../../src/annex/types';
import { importAnnex } from '../../../src/commands/import/import-annex';
import type { UnitEntry } from '../../../src/consolidation/types';
import { YEAR_OF_DOCUMENTS } from '../builders/create-year-of-documents';
import { READERS_HERE } from '../readers-here';
import { type Answers, createAnswers } from './create-answers';
import { findTaskSheet } from './create-issued-workbooks';
import type { UnitTruth } from './create-truth';
import { fillAnswers } from './edit-sheet';

const { digital, thrift, letter } = YEAR_OF_DOCUMENTS;

/** Before the schools answer, so that what they save is newer. */
const IMPORT_CONTEXT = { now: () => new Date('2026-01-21T08:00:00Z'), readers: READERS_HERE };

/** Imports annexes into a workbook by the add-in's own command. */
export async function importInto(
  book: WorkbookModel,
  annexes: readonly Annex[],
  unit: UnitEntry,
): Promise<void> {
  const excel = await openNodeExcel(book);
  excel.install();
  try {
    for (const annex of annexes) {
      const { code, name } = unit;
      const staged = await importAnnex.stage(IMPORT_CONTEXT, {
        annex,
        unit: { code, name },
        merge: 'replace-nonblank',
      });
      const done = staged.ok ? await importAnnex.run(IMPORT_CONTEXT, staged.value) : staged;
      if (!done.ok) throw new Error(done.problems.map((one) => one.code).join(', '));
    }
  } finally {
    await excel.waitForIdle();
    excel.close();
  }
}

const toWorkbookIds = (answers: Answers, { edition }: Annex): Answers =>
  new Map([...answers].map(([id, answer]) => [`${edition.number}:${id}`, answer]));

/** A second master, and what the schools that have it answer. */
export const SECOND_MASTER: Annex = {
  ...digital,
  // Before the first day on which the schools say that something was done.
  edition: { ...digital.edition, date: '2026-01-17' },
};

/** Gives every school one to three further documents; one of them, the second master, is answered too. */
export function createDocumentAdder() {
  const truths: UnitTruth[] = [];
  return {
    /** Of the schools that have the second master. */
    truths,
    addDocuments: async (
      book: WorkbookModel,
      { index, unit, file, keepsLog }: { index: number; unit: UnitEntry; file: string; keepsLog: boolean },
    ) => {
      const hasSecond = index % 10 !== 4 && !keepsLog;
      const annexes = [
        ...(hasSecond ? [SECOND_MASTER] : []),
        ...(index % 3 === 0 || !hasSecond ? [thrift] : []),
        ...(index % 2 === 0 ? [letter] : []),
      ];
      await importInto(book, annexes, unit);
      if (hasSecond) {
        const answers = createAnswers(SECOND_MASTER, unit.kind, index % 20, 5_000 + index);
        fillAnswers(findTaskSheet(book), toWorkbookIds(answers, SECOND_MASTER));
        truths.push({ unit, file, defects: [], answers, expected: [] });
      }
      return [{ code: 'documents-left-out', task: '' }];
    },
  };
}
