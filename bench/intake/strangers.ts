import { findSharedFolder } from '../../test/support/shared-data';
import { readImportCases, readIntakeCases } from '../../test/support/strangers/intake-cases';
import { type Judgement, judgeReading } from '../../test/support/strangers/judge-reading';
import type { Measurement } from './measure';

/** A group of documents: values that came in right, wrong with a warning at their place, wrong without one. */
export type StrangerGroup = { name: string; documents: number; judgements: Record<string, Judgement> };

async function judgeCases(name: string, cases: ReturnType<typeof readIntakeCases>): Promise<StrangerGroup> {
  const judgements: Record<string, Judgement> = {};
  for (const one of cases) judgements[one.name] = await judgeReading(one.bytes, one.name, one.expected);
  return { name, documents: cases.length, judgements };
}

/** Takes the figures of the documents with gold, which are compared cell by cell. */
function collectGold(name: string, measurements: readonly Measurement[]): StrangerGroup {
  const read = measurements.filter(({ document }) => document.expected.kind !== 'refused');
  return {
    name,
    documents: read.length,
    judgements: Object.fromEntries(
      read.map(({ document, score }) => [
        document.name,
        { right: score.cellsRight, warned: score.wrongWarned, silent: score.wrongSilent },
      ]),
    ),
  };
}

/** Reads the collected cases, which nobody here has written, and adds the real documents that were measured. */
export async function measureStrangers(measurements: readonly Measurement[]): Promise<StrangerGroup[]> {
  if (!findSharedFolder()) return [];
  const isDrawn = ({ document }: Measurement): boolean => document.name.startsWith('drawn');
  return [
    await judgeCases('cases-intake', readIntakeCases()),
    await judgeCases('cases', readImportCases()),
    collectGold(
      'documents and seeds with gold',
      measurements.filter((one) => !isDrawn(one)),
    ),
  ];
}
