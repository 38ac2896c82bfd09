import { createTrackedDocument, type TrackedDocument } from '../../annex/tracked-document';
import type { Edition } from '../../annex/types';
import { toIdentityKey } from '../../shared/text';
import type { WorkbookMetadata } from '../school-workbook';
import type { TaskTable } from '../tasks/read-tasks';
import { getPlanPrefix } from '../tasks/row-document';
import { getDocuments, hasSeveralDocuments } from './documents';

/** The document of a plan from which tasks are picked, in a workbook of several. */
export type PlanAssignment = {
  code: string;
  isFirst: boolean;
  /** Those of the workbook afterwards. */
  documents: TrackedDocument[];
  /** Its tasks have the beginning of its number before theirs, as they were picked when it was no document yet. */
  hasPrefix: boolean;
};

const isSameEdition = (a: Edition, b: Edition): boolean =>
  a.number === b.number && a.issuer === b.issuer && a.title === b.title;

/** Finds the plan among the documents: by an edition of it, by its number, or by the beginning that is known of it. */
function findPlan(
  documents: readonly TrackedDocument[],
  edition: Edition,
  prefix: string,
): TrackedDocument | undefined {
  const isNumbered = (number: string): boolean =>
    number !== '' && toIdentityKey(number) === toIdentityKey(edition.number);
  return (
    documents.find(({ editions }) => editions.some((one) => isSameEdition(one, edition))) ??
    documents.find(
      ({ kind, editions }) => kind !== 'annex' && editions.some(({ number }) => isNumbered(number)),
    ) ??
    documents.find(({ code, kind }) => kind === 'plan' && code === prefix)
  );
}

/**
 * Decides which document of a workbook of several the tasks of a plan are of: the plan where it is there, else a new
 * one.
 *
 * @param prefix the beginning of its number, which tasks had before there were documents
 * @returns null in a workbook of one document, which keeps such tasks as they always were
 */
export function assignPlan(
  metadata: WorkbookMetadata | null,
  { rows }: TaskTable,
  edition: Edition,
  prefix: string,
): PlanAssignment | null {
  if (!metadata || !hasSeveralDocuments(metadata)) return null;
  const documents = getDocuments(metadata);
  const codes = documents.map(({ code }) => code);
  const hasPrefix = rows.some(({ tableRow }) => getPlanPrefix(tableRow) === prefix);
  const found = findPlan(documents, edition, prefix);
  const plan = found ?? { ...createTrackedDocument(edition, '', codes), kind: 'plan' };
  const updated: TrackedDocument =
    found?.editions.length === 1 && found.code === prefix && found.kind === 'plan'
      ? { ...found, editions: [edition] }
      : plan;
  return {
    code: plan.code,
    isFirst: documents[0]?.code === plan.code,
    documents: found
      ? documents.map((one) => (one.code === plan.code ? updated : one))
      : [...documents, updated],
    hasPrefix,
  };
}
