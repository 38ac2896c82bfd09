import type { DocumentStatus } from '../annex/tracked-document';
import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import { planDocumentStatus } from '../school-workbook/documents/plan-document-status';
import { ok } from '../shared/result';
import type { Command } from './command';

type StatusInput = { document: string; status: DocumentStatus };
type StatusOutcome = StatusInput & { written: boolean };

/** Ends a document, or follows it again. One entry in the history. Problems: document-not-found, only-document. */
export const changeDocumentStatus: Command<StatusInput, StatusOutcome> = {
  id: 'set-document-status',
  labelKey: 'command.set-document-status',
  run: ({ now }, { document: name, status }) =>
    runOnWorkbook<StatusOutcome>(async (context) => {
      const snapshot = await readSnapshot(context, { progress: true });
      const planned = planDocumentStatus(snapshot, name, status);
      if (!planned.ok) return planned;
      const { document, change } = planned.value;
      if (!change) return ok({ document, status, written: false });
      const done = await changeWorkbook(context, snapshot, change, {
        command: changeDocumentStatus.id,
        at: now(),
      });
      return done.ok ? { ...done, value: { document, status, written: done.value.written } } : done;
    }),
};
