import { readInventory } from '../../excel/read/inventory';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { queueShowLedgerRow, readLedgerKeys } from '../../excel/show-ledger-row';
import { ok } from '../../shared/result';
import type { Command } from '../command';

/** Selects a row of *Dữ liệu* by its key, wherever it has been sorted to; false if it is missing. Takes four syncs. */
export const showLedgerRow: Command<string, boolean> = {
  id: 'show-ledger-row',
  labelKey: 'command.show-place',
  run: (_, key) =>
    runOnWorkbook<boolean>(async (context) => {
      const keys = await readLedgerKeys(context, await readInventory(context));
      const isThere = queueShowLedgerRow(context, keys, key);
      if (isThere) await context.sync();
      return ok(isThere);
    }),
};
