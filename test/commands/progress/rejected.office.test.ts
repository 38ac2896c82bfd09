import type { Fault } from '@phuluc/excel-simulator/protocol/types';
import { recordProgress, renewProgress } from '../../../src/commands/progress/index';
import { closeExcel, COMMAND_CONTEXT, openExcel, stageAndImport } from '../../support/excel/open-excel';
import {
  collectContents,
  createTimedAnnex,
  getProgressView,
  importAndTrack,
  renewProgressLog,
} from '../../support/excel/progress-log';

afterEach(closeExcel);

/** Two requests read, a third one the formulas, the fourth writes. */
const WRITE = 4;

describe('when the line breaks while the log is written', () => {
  it('the sheets that were made go again', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel();
    await stageAndImport(createTimedAnnex());
    const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await settled();
    const before = collectContents(workbook);
    // Phụ lục has no formulas yet: two requests read.
    session.faults.push({ effect: 'lose', request: session.requestCount + 3 } as Fault);
    const done = await renewProgress.run(COMMAND_CONTEXT, staged.value);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'host-error' }] });
    expect(done.ok ? 0 : done.problems.length).toBe(1);
    expect(collectContents(workbook)).toEqual(before);
    expect((await renewProgressLog()).outcome.written).toBe(true);
    expect((await getProgressView()).log).toBe('current');
  });

  it('what was recorded is taken back', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel();
    await importAndTrack();
    await settled();
    const before = collectContents(workbook);
    session.faults.push({ effect: 'lose', request: session.requestCount + WRITE } as Fault);
    const input = { rows: { tasks: ['I.1', 'I.2'] }, record: { state: 'done' as const } };
    const done = await recordProgress.run(COMMAND_CONTEXT, input);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'host-error' }] });
    expect(collectContents(workbook)).toEqual(before);
    expect(await recordProgress.run(COMMAND_CONTEXT, input)).toMatchObject({ ok: true });
  });
});
