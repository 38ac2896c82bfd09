import { computeFingerprint } from '../../annex/compute-fingerprint';
import { isAnnex, isEdition } from '../../annex/is-annex';
import { listSections } from '../../annex/list-sections';
import { createDocumentCode, formatDocumentTaskId, splitDocumentTaskId } from '../../annex/tracked-document';
import type { Annex, Edition, Task } from '../../annex/types';
import { hasTexts, isListOf } from '../../shared/shape';
import { toMatchKey } from '../../shared/text';

/** One of several documents that are consolidated together, by its code in the ledger. */
export type MasterDocument = { code: string; edition: Edition };

/**
 * What the authority consolidates by: one annex, or the tasks of several in one. Then the tasks of the first keep their
 * plain numbers and those of the others have the code of their document before them, as in a unit's workbook.
 */
export type MasterAnnex = Annex & {
  /** In the order of their tasks; absent where there is one. */
  documents?: readonly MasterDocument[];
};

/** Returns true if what was read from JSON has the shape of a master. */
export function isMasterAnnex(value: unknown): value is MasterAnnex {
  if (!isAnnex(value)) return false;
  const documents: unknown = 'documents' in value ? value.documents : undefined;
  const isDocument = (one: unknown): boolean => hasTexts(one, ['code']) && isEdition(one['edition']);
  return documents === undefined || (isListOf(documents, isDocument) && documents.length > 1);
}

/** A document of the master: `annex` with the numbers of the ledger, `printed` with its own. */
type MasterPart = { code: string; annex: Annex; printed: Annex };

function listDocuments({ documents, edition }: MasterAnnex): readonly MasterDocument[] {
  return documents ?? [{ code: createDocumentCode(edition, []), edition }];
}

function getDocumentIndex(id: string, documents: readonly MasterDocument[]): number {
  const { code } = splitDocumentTaskId(
    id,
    documents.slice(1).map((one) => one.code),
  );
  return code === null ? 0 : documents.findIndex((one) => one.code === code);
}

/** Lists the documents of one master that another does not have. */
export function listMissingDocuments(from: MasterAnnex, to: MasterAnnex): readonly MasterDocument[] {
  if (!from.documents && !to.documents) return [];
  const others = listDocuments(to);
  return listDocuments(from).filter(
    ({ edition }) => !others.some((one) => isSameDocument(one.edition, edition)),
  );
}

/** Finds the document of tasks of the ledger by their ids. */
export function createDocumentFinder(annex: MasterAnnex): (id: string) => MasterDocument {
  const documents = listDocuments(annex);
  if (documents.length === 1) return () => documents[0]!;
  return (id) => documents[getDocumentIndex(id, documents)]!;
}

/** Returns the id in the ledger of a task of a document, by its place among the documents. */
const toLedgerId = (id: string, { code }: MasterDocument, index: number): string =>
  index === 0 ? id : formatDocumentTaskId(code, id);

function selectTasks(tasks: readonly Task[], edition: Edition): Annex {
  return { edition, sections: listSections(tasks), tasks: [...tasks] };
}

/** Lists the documents of a master, each with its tasks. */
export function listMasterParts(annex: MasterAnnex): MasterPart[] {
  const documents = listDocuments(annex);
  const [first] = documents;
  if (documents.length === 1) return [{ code: first!.code, annex, printed: annex }];
  return documents.map(({ code, edition }, index) => {
    const tasks = annex.tasks.filter(({ id }) => getDocumentIndex(id, documents) === index);
    const printed = tasks.map((task) => ({ ...task, id: splitDocumentTaskId(task.id, [code]).id }));
    return { code, annex: selectTasks(tasks, edition), printed: selectTasks(printed, edition) };
  });
}

/** Whether two editions are of one document: by their signs, else by their titles. */
function isSameDocument(one: Edition, other: Edition): boolean {
  const getKey = ({ number, title, issuer }: Edition): string =>
    toMatchKey(/\d/.test(number) ? number : `${title} ${issuer}`);
  const getYear = ({ year, date }: Edition): string => String(year ?? date.slice(0, 4));
  const isOther = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
  return (
    getKey(one) === getKey(other) &&
    // Numbers start again every year, and in every office.
    !isOther(getYear(one), getYear(other)) &&
    !isOther(toMatchKey(one.issuer), toMatchKey(other.issuer))
  );
}

/**
 * Puts several annexes together as one master. Documents of the last run keep their places, so that the tasks of the
 * first have the  numbers that they had; the same annex given twice counts once.
 *
 * @returns null where none is given
 */
export function combineAnnexes(annexes: readonly Annex[], previous: MasterAnnex | null): MasterAnnex | null {
  const [only, ...others] = annexes;
  if (!only || others.length === 0) return only ?? null;
  const before = previous ? listDocuments(previous) : [];
  const findPlace = ({ edition }: Annex): number => {
    const at = before.findIndex((one) => isSameDocument(one.edition, edition));
    return at < 0 ? before.length : at;
  };
  // A plan may have two annexes under one number: only equal ones are one.
  const prints = annexes.map(({ tasks }) => computeFingerprint(tasks));
  const distinct = annexes.filter(({ edition }, index) => {
    const isSame = (one: Annex, at: number): boolean =>
      prints[at] === prints[index] && isSameDocument(one.edition, edition);
    return annexes.findIndex(isSame) === index;
  });
  const sorted = [...distinct].sort((a, b) => findPlace(a) - findPlace(b));
  if (sorted.length === 1) return sorted[0]!;
  const codes: string[] = [];
  for (const { edition } of sorted) codes.push(createDocumentCode(edition, codes));
  const documents = sorted.map(({ edition }, index): MasterDocument => ({ code: codes[index]!, edition }));
  return {
    edition: sorted[0]!.edition,
    sections: sorted.flatMap(({ sections }) => sections),
    tasks: sorted.flatMap(({ tasks }, index) =>
      tasks.map((task) => ({ ...task, id: toLedgerId(task.id, documents[index]!, index) })),
    ),
    documents,
  };
}

/**
 * Translates ids of one master's ledger into those of another's.
 *
 * @returns null for a task of a document that the other one does not have
 */
export function createIdTranslator(from: MasterAnnex, to: MasterAnnex): (id: string) => string | null {
  if (!from.documents && !to.documents) return (id) => id;
  const [before, after] = [listDocuments(from), listDocuments(to)];
  const places = before.map(({ edition, code }) => {
    const alike = after.filter((one) => isSameDocument(one.edition, edition));
    const found = alike.find((one) => one.code === code) ?? alike[0];
    return found ? after.indexOf(found) : -1;
  });
  return (id) => {
    const index = getDocumentIndex(id, before);
    const place = places[index]!;
    if (place < 0) return null;
    const printed = index === 0 ? id : splitDocumentTaskId(id, [before[index]!.code]).id;
    return toLedgerId(printed, after[place]!, place);
  };
}

/** Lists the annexes that a master was made of, each with its own numbers. */
export const listAnnexes = (master: MasterAnnex | null): Annex[] =>
  master ? listMasterParts(master).map(({ printed }) => printed) : [];

/** Adds an annex to those that are chosen: in the place of the same document, or of the one that it amends. */
export function addAnnex(chosen: readonly Annex[], added: Annex): Annex[] {
  const { amends = '' } = added.edition;
  const isReplaced = ({ edition }: Annex): boolean =>
    isSameDocument(edition, added.edition) ||
    (amends !== '' && toMatchKey(edition.number) === toMatchKey(amends));
  const at = chosen.findIndex(isReplaced);
  return at < 0 ? [...chosen, added] : chosen.map((one, index) => (index === at ? added : one));
}
