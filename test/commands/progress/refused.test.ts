import type { Fault } from '../../../src/host/batch/faults';
import { recordProgress, renewProgress } from '../../../src/commands/progress';
import { closeExcel, context, importWhole, openExcel } from '../school';
import { contentsOf, look, renew, timedAnnex, trackWhole } from './log-book';

afterEach(closeExcel);

/** The first request reads, a second one the formulas, the third writes. */
const WRITE = 3;

describe('when the line breaks while the log is written', () => {
  it('the sheets that were made go again', async () => {
    const { workbook, session, settled } = await openExcel();
    await importWhole(timedAnnex());
    const staged = await renewProgress.stage(context, undefined);
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await settled();
    const before = contentsOf(workbook);
    // Phụ lục has no formulas yet: one request reads.
    session.faults.push({ effect: 'lose', request: session.requestCount + 2 } as Fault);
    const done = await renewProgress.run(context, staged.value);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'host-error' }] });
    expect(done.ok ? 0 : done.problems.length).toBe(1);
    expect(contentsOf(workbook)).toEqual(before);
    expect((await renew()).outcome.written).toBe(true);
    expect((await look()).log).toBe('current');
  });

  it('what was recorded is taken back', async () => {
    const { workbook, session, settled } = await openExcel();
    await trackWhole();
    await settled();
    const before = contentsOf(workbook);
    session.faults.push({ effect: 'lose', request: session.requestCount + WRITE } as Fault);
    const input = { rows: { tasks: ['I.1', 'I.2'] }, record: { state: 'done' as const } };
    const done = await recordProgress.run(context, input);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'host-error' }] });
    expect(contentsOf(workbook)).toEqual(before);
    expect(await recordProgress.run(context, input)).toMatchObject({ ok: true });
  });
});
