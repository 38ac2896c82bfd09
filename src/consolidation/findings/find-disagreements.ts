import { getEffectiveMarks, type LedgerEntry } from '../ledger/ledger-entry';
import type { Finding } from './finding';

type AnswerGroups = { performed: LedgerEntry[]; refused: LedgerEntry[] };

/**
 * Tasks that some units perform and others refuse. Units are compared with those of their own kind: a primary school
 * that refuses what nurseries do contradicts nobody. Units without a kind are one kind. The smaller camp is named.
 */
export function findDisagreements(entries: readonly LedgerEntry[]): Finding[] {
  const camps = new Map<string, AnswerGroups>();
  for (const entry of entries) {
    if (entry.occurrence !== '') continue;
    const { applicability } = getEffectiveMarks(entry);
    if (applicability === 'undecided') continue;
    const key = `${entry.task.id}\n${entry.kind}`;
    const of = camps.get(key) ?? { performed: [], refused: [] };
    of[applicability === 'performed' ? 'performed' : 'refused'].push(entry);
    camps.set(key, of);
  }
  return [...camps.values()].flatMap(({ performed, refused }): Finding[] => {
    const [fewer, more] = performed.length <= refused.length ? [performed, refused] : [refused, performed];
    const first = fewer[0];
    if (!first || more.length === 0) return [];
    return [
      {
        code: 'disagreement',
        unit: '',
        task: first.task.id,
        place: { task: first.task.id },
        args: {
          at: first.kind,
          kind: first.kind,
          performed: performed.length,
          refused: refused.length,
          units: fewer.map(({ unit }) => unit).join(', '),
          side: fewer === performed ? 'performed' : 'refused',
        },
      },
    ];
  });
}
