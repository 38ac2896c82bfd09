import type { IsoDate } from '../../shared/dates';
import { groupBy } from '../../shared/group-by';
import { createRowFindings, listMarkedTasks } from '../findings/create-row-findings';
import type { Finding } from '../findings/finding';
import type { SourceFile } from '../ledger/consolidation';
import { getFirstCompletionDate } from '../ledger/get-first-completion-date';
import type { LedgerEntry } from '../ledger/ledger-entry';
import {
  createDocumentFinder,
  createIdTranslator,
  listMasterParts,
  listMissingDocuments,
  type MasterAnnex,
} from '../match/master-annex';
import type { MatchedFile, UnitMatch } from '../types';

/** The consolidation workbook of a lower level, its ledger as it stands. */
export type LowerConsolidation = {
  kind: 'consolidation';
  source: SourceFile;
  unit: UnitMatch;
  entries: readonly LedgerEntry[];
  /** What it was consolidated by, where it says so. */
  annex?: MasterAnnex | null;
};

/** Names the documents of a lower level's consolidation that are not in the master. */
export function createLeftOutDocumentFindings(
  { source, entries, annex: lower }: LowerConsolidation,
  annex: MasterAnnex,
): Finding[] {
  const missing = lower ? listMissingDocuments(lower, annex) : [];
  if (!lower || missing.length === 0) return [];
  const findDocument = createDocumentFinder(lower);
  const tasks = new Set(entries.map(({ task }) => task.id));
  const names = missing.map(({ code }) => {
    const count = [...tasks].filter((id) => findDocument(id).code === code).length;
    return `${code} (${count})`;
  });
  const problem = 'documents-left-out';
  return [
    {
      code: 'file-warning',
      unit: source.unit,
      task: '',
      place: { file: source.file },
      args: { problem, at: problem, count: missing.length, documents: names.join(', ') },
    },
  ];
}

/** What a file says of each document of the master, and from which day on its tasks can be completed. */
export function listDocumentFiles(file: MatchedFile, annex: MasterAnnex): [MatchedFile, IsoDate][] {
  const parts = listMasterParts(annex);
  const findDocument = createDocumentFinder(annex);
  return parts.map(({ code, annex: { edition } }) => {
    const isOfPart = (task: string): boolean => parts.length === 1 || findDocument(task).code === code;
    const matches = file.matches.filter(({ task }) => task !== null && isOfPart(task));
    const progress = file.progress.filter(({ task }) => isOfPart(task));
    return [{ ...file, matches, progress }, getFirstCompletionDate(edition)];
  });
}

/** What rows have wrong in themselves; days are judged by the document of the task. */
export function createAllRowFindings(
  entries: readonly LedgerEntry[],
  annex: MasterAnnex,
  options: { asOf: IsoDate; blankFiles: ReadonlySet<string> },
): Finding[] {
  const findDocument = createDocumentFinder(annex);
  const markedTasks = listMarkedTasks(annex.tasks);
  const byDocument = groupBy(entries, ({ task }) => findDocument(task.id));
  return [...byDocument].flatMap(([{ edition }, group]) =>
    createRowFindings(group, { from: getFirstCompletionDate(edition), markedTasks, ...options }),
  );
}

/** Entries of an earlier ledger with the ids of this master; without those of documents that it does not have. */
export function translateEntries(
  entries: readonly LedgerEntry[],
  from: MasterAnnex | null,
  to: MasterAnnex,
): readonly LedgerEntry[] {
  if (!from || (!from.documents && !to.documents)) return entries;
  const translate = createIdTranslator(from, to);
  return entries.flatMap((entry): LedgerEntry[] => {
    const id = translate(entry.task.id);
    const occurrence = entry.occurrence === '' ? '' : translate(entry.occurrence);
    return id === null || occurrence === null ? [] : [{ ...entry, task: { ...entry.task, id }, occurrence }];
  });
}
