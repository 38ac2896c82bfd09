import { describeShared, findSharedFolder } from '../support/shared-data';
import type { ExpectedReading } from '../support/strangers/expected-reading';
import { readImportCases, readIntakeCases } from '../support/strangers/intake-cases';
import { judgeReading } from '../support/strangers/judge-reading';

const CASES = findSharedFolder() ? [...readIntakeCases(), ...readImportCases()] : [];

describeShared('documents that came in wrong once', () => {
  it('are all there', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(CASES.map((one) => [one.name, one] as const))(
    '%s: every value is right or asked',
    async (_, one) => {
      const { right, silent } = await judgeReading(one.bytes, one.name, one.expected);
      expect(silent).toEqual([]);
      expect(right).toBeGreaterThan(0);
    },
  );
});

describeShared('the judge of readings', () => {
  const first = CASES.find(({ name }) => name === 'r1.txt')!;
  const judge = (expected: ExpectedReading) => judgeReading(first.bytes, first.name, expected);
  const tasks = first.expected.tasks ?? [];

  it('finds values that differ, are missing or are too many without a word', async () => {
    const changed = { ...tasks[0], timing: 'Tháng 1' };
    expect((await judge({ tasks: [changed, tasks[1]!] })).silent).toHaveLength(1);
    expect((await judge({ tasks: tasks.slice(0, 1) })).silent).toHaveLength(1);
    expect((await judge({ tasks: [...tasks, { content: 'Báo cáo khác' }] })).silent).toHaveLength(1);
    expect((await judge({ edition: { year: 2025 }, tasks })).silent).toHaveLength(1);
    expect((await judge({ items: [] })).silent).not.toEqual([]);
  });

  it('knows a blank that is asked', async () => {
    const reading = await judge({ tasks: [{ ...tasks[0], product: 'Báo cáo' }, tasks[1]!] });
    expect(reading).toMatchObject({ silent: [], warned: [expect.stringContaining('product')] });
  });
});
