import { formatTiming } from '../../src/timing/format-timing';
import { parseTiming } from '../../src/timing/parse-timing';
import type { TimingReading } from '../../src/timing/types';
import { describeShared, readSharedJson } from '../support/shared-data';
import { isRightReading, type TimingRow } from '../support/timing-corpus';

type Row = { text: string; year: number; kind: string; due: string[]; bound?: string };

/** Wordings whose reading differs from the corpus on purpose, each with the reason. None today. */
const DIFFERENT: Readonly<Record<string, string>> = {};

const asRow = ({ kind, due }: Pick<TimingReading, 'kind' | 'due'>) => JSON.stringify([kind, due]);

describeShared('timing wordings of the corpus', () => {
  const rows = readSharedJson<Row[]>('corpus', 'timing.json');

  it.each(rows.filter(({ text }) => !(text in DIFFERENT)).map((row) => [row.text, row] as const))(
    '%j',
    (_, row) => {
      const reading = parseTiming(row.text, { year: row.year });
      expect({ kind: reading.kind, due: reading.due }).toEqual({ kind: row.kind, due: row.due });
    },
  );

  it('states the bound wherever the corpus does', () => {
    const stated = rows.filter((row) => row.bound !== undefined && row.kind !== 'recurring');
    const other = stated.filter((row) => parseTiming(row.text, { year: row.year }).bound !== row.bound);
    expect(stated.length).toBeGreaterThan(15);
    expect(other.map(({ text }) => text)).toEqual([]);
  });

  it('reads its own printed form as the same', () => {
    for (const row of rows) {
      const reading = parseTiming(row.text, { year: row.year });
      expect([row.text, asRow(parseTiming(formatTiming(reading), { year: row.year }))]).toEqual([
        row.text,
        asRow(reading),
      ]);
    }
  });
});

type Gold = { section: string; tt: string; applicable: boolean | null; timing: string };

describeShared('the real annex', () => {
  const rows = readSharedJson<Gold[]>('corpus', 'annex-ben-thanh-2024.gold.json');
  const options = { year: 2024, header: 'Thời gian trình/ thực hiện trong năm 2024', from: '2024-06-05' };
  const performed = rows
    .filter((row) => row.applicable === true)
    .map((row) => ({ id: `${row.section}.${row.tt}`, reading: parseTiming(row.timing, options) }));

  it('has the kinds of timing counted by hand', () => {
    const counts: Record<string, number> = {};
    for (const { reading } of performed) counts[reading.kind] = (counts[reading.kind] ?? 0) + 1;
    expect(counts).toEqual({
      onRequest: 12,
      quarter: 5,
      year: 3,
      month: 1,
      continuous: 1,
      recurring: 1,
      unknown: 2,
    });
  });

  it('clips the monthly report to the date of the plan', () => {
    const monthly = performed.find(({ id }) => id === 'VI.1')?.reading;
    expect(monthly?.due).toEqual(
      [6, 7, 8, 9, 10, 11, 12].map((m) => `2024-${String(m).padStart(2, '0')}-08`),
    );
    expect(monthly?.bound).toBe('before');
  });
});

describeShared('timing wordings of real documents', () => {
  const rows = readSharedJson<TimingRow[]>('corpus', 'timing-real.json');

  it('are read right in 95 of 100, and wrong with high confidence in at most one', () => {
    const readings = rows.map((row) => ({ row, reading: parseTiming(row.text, { year: row.year }) }));
    const wrong = readings.filter(({ row, reading }) => !isRightReading(row, reading));
    expect(wrong.length).toBeLessThanOrEqual(0.05 * rows.length);
    expect(wrong.filter(({ reading }) => reading.confidence === 'high').length).toBeLessThanOrEqual(
      0.01 * rows.length,
    );
  });
});
