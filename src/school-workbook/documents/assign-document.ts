import { computeFingerprint } from '../../annex/compute-fingerprint';
import { decideDocument, type DocumentDecision } from '../../annex/decide-document';
import { createTrackedDocument, getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import type { Annex, Edition } from '../../annex/types';
import { isEqual } from '../../shared/is-equal';
import { err, ok, type Result } from '../../shared/result';
import type { TaskRecord } from '../tasks/read-tasks';
import { createPlanDocuments, type DocumentRows } from '../tasks/row-document';
import { findDocument, sortDocuments } from './documents';

/** The user's choice in the place of the decision: a new document, or the code of one that is there. */
export type DocumentChoice = 'new' | (string & {});

/** Which document an annex is of, and the documents of the workbook with it. */
export type DocumentAssignment = {
  decision: DocumentDecision;
  /** Where its rows are written. */
  target: DocumentRows;
  documents: TrackedDocument[];
  /** The edition that was current before; null in a new document. */
  previous: Edition | null;
};

/**
 * Decides on the choice of the user.
 *
 * @returns null if the workbook has no such document
 */
function decideByChoice(
  choice: DocumentChoice,
  documents: readonly TrackedDocument[],
): DocumentDecision | null {
  const reasons: DocumentDecision['reasons'] = [{ kind: 'chosen' }];
  if (choice === 'new') return { kind: 'new', reasons };
  const chosen = findDocument(documents, choice);
  return chosen ? { kind: 'reissue', code: chosen.code, reasons } : null;
}

const isSameIssue = (one: Edition, other: Edition): boolean =>
  one.number === other.number && one.date === other.date;

/** A file that says less of its document than the workbook knows does not make it known less well. */
function fillEdition(edition: Edition, known: Edition): Edition {
  if (edition.number !== '' || known.number === '') return edition;
  return {
    ...edition,
    number: known.number,
    issuer: edition.issuer || known.issuer,
    date: edition.date || known.date,
    title: edition.title || known.title,
    year: edition.year ?? known.year,
  };
}

/** Adds an edition to those of a document, or puts it in the place of the same one. */
function addEdition(
  document: TrackedDocument,
  { edition, tasks }: Annex,
  kind: 'same-edition' | 'reissue' | 'older-edition',
): TrackedDocument {
  const current = getCurrentEdition(document);
  const earlier = document.editions.slice(0, -1);
  if (kind === 'older-edition') {
    const isKnown = document.editions.some((one) => isSameIssue(one, edition));
    return isKnown ? document : { ...document, editions: [...earlier, edition, current] };
  }
  const isSame = kind === 'same-edition' || isSameIssue(current, edition);
  const editions = isSame
    ? [...earlier, fillEdition(edition, current)]
    : [...document.editions.filter((one) => !isSameIssue(one, edition)), edition];
  return { ...document, editions, fingerprint: computeFingerprint(tasks) };
}

/** Adds the plans from which tasks were picked, where a workbook of one document gets its second one. */
export const addPlanDocuments = (
  documents: readonly TrackedDocument[],
  rows: readonly TaskRecord[],
): TrackedDocument[] =>
  documents.length === 1
    ? [...documents, ...createPlanDocuments(rows.map(({ tableRow }) => tableRow))]
    : [...documents];

/**
 * Decides which document of a workbook an annex is of, by itself or as the user has chosen. Problems:
 * document-not-found.
 */
export function assignDocument(
  documents: readonly TrackedDocument[],
  rows: readonly TaskRecord[],
  annex: Annex,
  choice?: DocumentChoice,
): Result<DocumentAssignment> {
  const known = documents.map((document) => ({
    document,
    tasks: rows
      .filter((row) => row.document === document.code)
      .map(({ task, printedId }) => ({ ...task, id: printedId })),
  }));
  const decision = choice === undefined ? decideDocument(known, annex) : decideByChoice(choice, documents);
  if (!decision) return err('document-not-found', {}, { document: choice ?? '' });
  if (decision.kind === 'new') {
    const known = addPlanDocuments(documents, rows);
    const added = createTrackedDocument(
      annex.edition,
      computeFingerprint(annex.tasks),
      known.map((one) => one.code),
    );
    const isFirst = documents.length === 0;
    return ok({
      decision,
      target: { code: added.code, isFirst, isOnly: isFirst },
      documents: [...known, added],
      previous: null,
    });
  }
  const { code, kind } = decision;
  const updated = documents.map((one) => (one.code === code ? addEdition(one, annex, kind) : one));
  const current = documents.find((one) => one.code === code)!;
  return ok({
    decision,
    target: { code, isFirst: documents[0]?.code === code, isOnly: documents.length === 1 },
    documents: isEqual(updated, documents) ? [...documents] : updated,
    previous: getCurrentEdition(current),
  });
}

/**
 * Finds the row behind which the rows of a document begin: the last one of the document before it by date.
 *
 * @returns null if they begin above all others
 */
export function findRowBefore(
  rows: readonly TaskRecord[],
  documents: readonly TrackedDocument[],
  code: string,
): string | null {
  const first = rows.findIndex((row) => row.document === code);
  if (first >= 0) return rows[first - 1]?.key ?? null;
  const sorted = sortDocuments(documents).map((one) => one.code);
  const earlier = new Set(sorted.slice(0, sorted.indexOf(code)));
  return rows.findLast((row) => earlier.has(row.document))?.key ?? null;
}
