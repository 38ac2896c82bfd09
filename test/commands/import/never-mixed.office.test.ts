import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import fc from 'fast-check';
import type { Annex } from '../../../src/annex/types';
import { importAnnex } from '../../../src/commands/import/import-annex';
import { toImmediateCommand, undo } from '../../../src/commands/undo';
import { SAMPLE_UNIT } from '../../support/builders/create-sample-annex';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

const NUM_RUNS = 6;

/** Annexes in all their likeness: of one ward or another, with codes and wording that meet, one of them reissued. */
const ANNEXES: readonly Annex[] = [
  ...Object.values(YEAR_OF_DOCUMENTS),
  REISSUED_REFORM,
  { ...YEAR_OF_DOCUMENTS.digital, edition: { ...YEAR_OF_DOCUMENTS.digital.edition, number: '', date: '' } },
  {
    ...YEAR_OF_DOCUMENTS.reform,
    edition: {
      ...YEAR_OF_DOCUMENTS.reform.edition,
      issuer: 'Ủy ban nhân dân phường Bình Minh',
      number: '90/KH-UBND',
    },
  },
];

async function write(annex: Annex) {
  const staged = await importAnnex.stage(COMMAND_CONTEXT, {
    annex,
    unit: SAMPLE_UNIT,
    merge: 'replace-nonblank',
  });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return { ...done.value, document: staged.value.plan.document };
}

type Row = { id: string; content: string; document: string };

function readRows(workbook: WorkbookModel): Row[] {
  const { tables, cells } = getSheet(workbook, 'Phụ lục');
  const { area } = tables[0]!;
  const read = (row: number): string[] =>
    Array.from({ length: area.right - area.left + 1 }, (_, column) =>
      String(cells.get(row)?.get(area.left + column)?.value ?? ''),
    );
  const header = read(area.top);
  return Array.from({ length: area.bottom - area.top }, (_, index) => {
    const row = read(area.top + 1 + index);
    const at = header.indexOf('Văn bản');
    return { id: row[0]!, content: row[header.indexOf('Nội dung công việc')]!, document: row[at] ?? '' };
  });
}

const arbitraryOrder = fc
  .uniqueArray(fc.nat({ max: ANNEXES.length - 1 }), { minLength: 2, maxLength: 3 })
  .map((indexes) => indexes.map((index) => ANNEXES[index]!));

describe('two or three annexes in any order', () => {
  it('are never mixed silently, change nothing when imported again, and are undone step by step', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryOrder, async (order) => {
        const { workbook } = await openExcel();
        const states: WorkbookModel[] = [];
        const contents = new Map<string, Set<string>>();
        for (const annex of order) {
          const state = cloneWorkbook(workbook);
          const { document, written } = await write(annex);
          // Another file of the same edition changes nothing, and is no step.
          if (written) states.push(state);
          const own = contents.get(document.code) ?? new Set();
          for (const { content } of annex.tasks) own.add(content);
          contents.set(document.code, own);
        }
        const rows = readRows(workbook);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        const isAlone = contents.size === 1;
        // What a row says was printed in an annex of its own document.
        for (const { content, document } of rows) {
          const own = isAlone ? [...contents.values()][0]! : contents.get(document);
          expect(own?.has(content)).toBe(true);
        }
        const before = cloneWorkbook(workbook);
        for (const annex of order) {
          const again = await write(annex);
          // An edition that a newer one has replaced, or that replaces it again, says so.
          if (
            again.document.decision.kind === 'same-edition' ||
            again.document.decision.kind === 'older-edition'
          )
            expect(again.written).toBe(false);
          else expect(again.document.decision.kind).toBe('reissue');
        }
        if (!order.some((annex) => annex === REISSUED_REFORM))
          expect(findFirstDifference(cloneVisibleSheets(before), cloneVisibleSheets(workbook))).toBeNull();
        else return closeExcel();
        for (const state of [...states].reverse()) {
          const undone = await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined);
          expect(undone.ok).toBe(true);
          expect(findFirstDifference(cloneVisibleSheets(state), cloneVisibleSheets(workbook))).toBeNull();
        }
        closeExcel();
      }),
      { numRuns: NUM_RUNS, seed: 18 },
    );
  }, 300_000);
});
