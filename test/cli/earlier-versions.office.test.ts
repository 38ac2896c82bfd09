import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { runPhuluc } from '../support/run-cli';

const FIXTURES = join(__dirname, '../fixtures');
const AS_OF = '2026-11-20';

type Report = ReturnType<typeof buildConsolidationReport>;

/** What the version before a workbook could hold several documents made of its workbooks. */
const TOTALS = {
  edited: [7, 5, 1, 1, 0, 4],
  imported: [6, 4, 1, 1, 0, 4],
  marked: [6, 4, 2, 0, 0, 3],
  nameless: [6, 4, 1, 1, 0, 4],
  printed: [6, 4, 1, 1, 0, 4],
  'reissued-replaced': [5, 3, 1, 1, 0, 3],
  reissued: [6, 4, 1, 1, 0, 4],
  tracked: [6, 4, 1, 1, 2, 2],
  undone: [6, 4, 1, 1, 0, 4],
  'with-plan': [8, 4, 1, 3, 0, 4],
} as const;

describe('what the version before several documents wrote', () => {
  it.each(Object.entries(TOTALS))('is consolidated as it was: %s', async (name, expected) => {
    const file = join(FIXTURES, 'earlier-workbooks', `${name}.xlsx`);
    const answer = await runPhuluc('consolidate', file, '--as-of', AS_OF, '--json');
    const { totals, byDocument, findings } = answer.json<Report>();
    expect([
      totals.required,
      totals.performed,
      totals.notPerformed,
      totals.undecided,
      totals.done,
      totals.overdue,
    ]).toEqual(expected);
    expect(byDocument).toBeUndefined();
    expect(findings.filter(({ code }) => code.startsWith('document'))).toEqual([]);
  });

  describe('a ledger', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'phuluc-earlier-'));
      cpSync(join(FIXTURES, 'earlier-ledger'), folder, { recursive: true });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('is counted by the queries of today, its document blank', async () => {
      const answer = await runPhuluc('totals', '--ledger', folder, '--json');
      const { totals, byArea, byDocument } = answer.json<{
        totals: Record<string, number>;
        byArea: { required: number }[];
        byDocument: { code: string; required: number }[];
      }>();
      expect([totals['required'], totals['performed'], totals['done']]).toEqual([6, 4, 2]);
      expect(byArea.reduce((sum, { required }) => sum + required, 0)).toBe(6);
      expect(byDocument.map(({ code, required }) => [code, required])).toEqual([['', 6]]);
    });

    it('is lifted with the next run and gives the same totals, by document', async () => {
      const file = join(FIXTURES, 'earlier-workbooks', 'tracked.xlsx');
      const run = await runPhuluc('consolidate', file, '--as-of', AS_OF, '--ledger', folder, '--json');
      expect(run.code).toBe(0);
      const manifest = JSON.parse(readFileSync(join(folder, 'tables/_phuluc.json'), 'utf8')) as {
        schema: number;
      };
      expect(manifest.schema).toBe(2);
      const answer = await runPhuluc('totals', '--ledger', folder, '--query', 'by-document', '--json');
      expect(answer.out).toMatch(/"document":"[^"]+"/);
      expect(answer.out).toContain('"required":6');
    });
  });
});
