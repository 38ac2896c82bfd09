import type { Task } from '../src/annex/types';
/**
 * What reading timings and renewing the log cost: 5,000 different phrases, first cold, then as in the middle of a day's
 * work; 500 tasks with 2,000 occurrences renewed. CPU time is given beside the clock, which other work disturbs.
 */
import { buildOccurrences } from '../src/progress/build-occurrences';
import { renewLog } from '../src/progress/renew-log';
import { EMPTY_TYPED_VALUES, type LogRow } from '../src/progress/types';
import { parseTiming } from '../src/timing/parse-timing';
import { createParaphrase, type Paraphrase } from '../test/support/builders/create-paraphrase';

const PHRASE_COUNT = 5_000;
const ROUNDS = 9;

/** The same figures every time (linear congruential generator). */
function createSeededPick(start: number): (count: number) => number {
  let state = start;
  return (count) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % count;
  };
}

function createDistinctPhrases(): Paraphrase[] {
  const pick = createSeededPick(2024);
  const phrases = new Map<string, Paraphrase>();
  while (phrases.size < PHRASE_COUNT) {
    const made = createParaphrase(pick);
    phrases.set(`${made.year}|${made.text}`, made);
  }
  return [...phrases.values()];
}

type Cost = { clock: number; cpu: number };

function measureCost(work: () => void): Cost {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { clock, cpu: (user + system) / 1000 };
}

function printLine(name: string, { clock, cpu }: Cost): void {
  console.log(`${name.padEnd(44)} ${clock.toFixed(0).padStart(6)} ms   ${cpu.toFixed(0).padStart(6)} ms CPU`);
}

function getMedian(costs: readonly Cost[], by: keyof Cost): number {
  return costs.map((cost) => cost[by]).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0;
}

const phrases = createDistinctPhrases();
function readAll(): void {
  for (const { text, year } of phrases) parseTiming(text, { year });
}

printLine(`${PHRASE_COUNT} phrases, the first time`, measureCost(readAll));
const rounds = Array.from({ length: ROUNDS }, () => measureCost(readAll));
printLine(`${PHRASE_COUNT} phrases, median of ${ROUNDS}`, {
  clock: getMedian(rounds, 'clock'),
  cpu: getMedian(rounds, 'cpu'),
});

const tasks = Array.from({ length: 500 }, (_, i): Task => ({
  id: `I.${i + 1}`,
  section: 'I',
  sectionTitle: '',
  tt: String(i + 1),
  content: `Nhiệm vụ ${i + 1}`,
  leadUnit: '',
  coordinatingUnit: '',
  applicability: 'performed',
  reason: '',
  product: 'Kế hoạch, báo cáo',
  timing:
    ['Hàng quý', 'Trước ngày 08 hàng tháng', 'Tháng 6', 'Khi có yêu cầu', 'Quý II, quý III'][i % 5] ?? '',
  note: '',
}));
function createLogRows(): LogRow[] {
  return tasks.flatMap((task) =>
    buildOccurrences(task, { year: 2024 }).map((each) => ({
      ...each,
      typed: { ...EMPTY_TYPED_VALUES, note: 'x' },
    })),
  );
}
const log = createLogRows();
printLine(
  `log of ${tasks.length} tasks, ${log.length} rows, renewed`,
  measureCost(() => void renewLog(log, createLogRows())),
);
