import { computeFingerprint } from '../../annex/compute-fingerprint';
import {
  buildTrigramProfile,
  toContentKey as keyOfContent,
  type TrigramProfile,
} from '../../annex/compute-similarity';
import { formatDocumentTaskId } from '../../annex/tracked-document';
import type { Annex, Edition, Task } from '../../annex/types';
import { groupBy, groupByKeys } from '../../shared/group-by';
import { memoize } from '../../shared/memoize';
import { toIdentityKey, toMatchKey } from '../../shared/text';
import { listMasterParts, type MasterAnnex } from './master-annex';

/** A task of the master with the keys it is looked up by. */
export type MasterTask = {
  task: Task;
  contentKey: string;
  leadKey: string;
  profile: TrigramProfile;
};

/** Tasks that rows are matched with, indexed once. */
export type TaskIndex = {
  edition: Edition;
  fingerprint: string;
  tasks: readonly MasterTask[];
  byId: ReadonlyMap<string, MasterTask>;
  byContent: ReadonlyMap<string, readonly MasterTask[]>;
  /** Tasks in which a word of a content stands, for finding like ones. */
  byWord: ReadonlyMap<string, readonly MasterTask[]>;
};

/** What all workbooks are matched with: the documents of the authority's annex, one or several. */
export type Master = TaskIndex & { parts: readonly MasterPartIndex[] };

/** A document of the master. `toLedgerId`: what its own numbers of tasks are in the ledger. */
export type MasterPartIndex = {
  code: string;
  printed: Annex;
  index: TaskIndex;
  toLedgerId: (id: string) => string;
};

/** Ids are compared without case and blanks, so that "iv . 8" is found; Roman and Arabic numbers stay apart. */
export const toIdKey = memoize((id: string): string => id.replace(/\s+/g, '').toUpperCase());

/** Name of a unit as matching compares it. */
export const toLeadUnitKey = memoize(toMatchKey);

/** See `contentKey` of the annex. */
export const getContentKey = memoize(keyOfContent);

const toNameKey = memoize(toIdentityKey);

/** Indexes the annex that is consolidated by, and each of its documents where there are several. */
export function indexMaster(annex: MasterAnnex): Master {
  const whole = indexAnnex(annex);
  const parts = listMasterParts(annex);
  return {
    ...whole,
    parts: parts.map(({ code, printed }, place) => ({
      code,
      printed,
      index: parts.length === 1 ? whole : indexAnnex(printed),
      toLedgerId: (id) => (place === 0 ? id : formatDocumentTaskId(code, id)),
    })),
  };
}

function indexAnnex(annex: Annex): TaskIndex {
  const tasks = annex.tasks.map((task): MasterTask => ({
    task,
    contentKey: getContentKey(task.content),
    leadKey: toLeadUnitKey(task.leadUnit),
    profile: buildTrigramProfile(task.content),
  }));
  return {
    edition: annex.edition,
    fingerprint: computeFingerprint(annex.tasks),
    tasks,
    byId: new Map(tasks.map((one) => [toIdKey(one.task.id), one])),
    byContent: groupBy(tasks, ({ contentKey }) => contentKey),
    byWord: groupByKeys(tasks, (one) => new Set(one.contentKey.split(' '))),
  };
}

/** Equal as far as a reader is concerned: spaces, case, punctuation, Unicode form and tone placement aside. */
export function hasSameWords(one: string, other: string): boolean {
  return one === other || toNameKey(one) === toNameKey(other);
}
