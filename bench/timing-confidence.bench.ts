/**
 * What the confidence of a timing is worth: of the wordings of a corpus that are said to be certain, a proposal or in
 * need of a look, how many are read right. Of those said to be certain at least 99 in 100 must be.
 */
import { parseTiming } from '../src/timing/parse-timing';
import type { Confidence } from '../src/timing/types';
import { findSharedFolder, readSharedJson } from '../test/support/shared-data';
import { isRightReading, type TimingRow } from '../test/support/timing-corpus';

const CORPORA = ['timing.json', 'timing-real.json'];
const LEVELS: readonly Confidence[] = ['high', 'medium', 'low'];
const MIN_CERTAIN_SHARE = 0.99;

const formatShare = (right: number, all: number): string =>
  all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`;

function printCorpus(name: string): { right: number; all: number } {
  const rows = readSharedJson<TimingRow[]>('corpus', name);
  const readings = rows.map((row) => {
    const reading = parseTiming(row.text, { year: row.year });
    return { confidence: reading.confidence, isRight: isRightReading(row, reading) };
  });
  const count = (wanted: (one: (typeof readings)[number]) => boolean): number =>
    readings.filter(wanted).length;
  console.log(`${name}: ${count(({ isRight }) => isRight)} of ${rows.length} right`);
  for (const level of LEVELS) {
    const all = count(({ confidence }) => confidence === level);
    const right = count(({ confidence, isRight }) => confidence === level && isRight);
    console.log(`  ${level.padEnd(8)} ${String(all).padStart(4)}   right ${formatShare(right, all)}`);
  }
  return {
    right: count(({ confidence, isRight }) => confidence === 'high' && isRight),
    all: count(({ confidence }) => confidence === 'high'),
  };
}

if (findSharedFolder() === null) console.log('skipped: the folder ../shared is not there');
else {
  const certain = CORPORA.map(printCorpus);
  const right = certain.reduce((sum, one) => sum + one.right, 0);
  const all = certain.reduce((sum, one) => sum + one.all, 0);
  console.log(`certain: ${all}, of them right ${formatShare(right, all)}`);
  if (right < MIN_CERTAIN_SHARE * all) process.exitCode = 1;
}
