import { writeLedger } from '../../../src/cli/ledger/write-ledger';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { createConsolidationInput } from '../../support/builders/create-consolidation-input';
import { runPhuluc, useTemporaryFolder } from '../../support/run-cli';

jest.mock('@duckdb/node-api', () => {
  throw new Error('Cannot find module @duckdb/node-bindings-here');
});

describe('where DuckDB has no binary', () => {
  const folder = useTemporaryFolder();

  it('a ledger is written all the same, and the totals say what to do', async () => {
    const written = await writeLedger(folder.path('so-cai'), consolidate(createConsolidationInput(3, 3)));
    expect(written).toMatchObject({ ok: true, value: { changed: true } });
    const answer = await runPhuluc('totals', '--ledger', folder.path('so-cai'));
    expect(answer.code).toBe(1);
    expect(answer.errors).toContain('[no-duckdb]');
    expect(answer.errors).toContain(`${process.platform}-${process.arch}`);
    expect(answer.errors).toContain('npm install');
  });
});
