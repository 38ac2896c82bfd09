import { toMatchKey } from '../shared/text';
import { buildTrigramProfile, computeSimilarity } from './compute-similarity';
import { getEditionYear } from './get-edition-year';
import { reconcileTasks } from './reconcile-tasks';
import { type DocumentTasks, getCurrentEdition, type TrackedDocument } from './tracked-document';
import type { Annex, Edition, Task } from './types';

/** Why an annex was taken for a document of the workbook, or for a new one. */
export type DocumentReason =
  | { kind: 'first-document' }
  | { kind: 'same-number'; number: string }
  | { kind: 'says-amends'; number: string }
  | { kind: 'amended-by'; number: string }
  | { kind: 'equal-tasks'; equal: number; total: number }
  | { kind: 'same-issuer'; issuer: string }
  | { kind: 'same-title' }
  | { kind: 'other-number'; before: string; after: string }
  | { kind: 'other-issuer'; before: string; after: string }
  | { kind: 'other-year'; before: number; after: number }
  | { kind: 'other-title' }
  | { kind: 'few-equal-tasks'; equal: number; total: number }
  | { kind: 'earlier-date'; before: string; after: string }
  | { kind: 'chosen' };

/**
 * What an annex is to a workbook: `same-edition` the file of an issue that is there, `reissue` a newer issue of a
 * document, `older-edition` one that a newer issue has replaced, `new` another document.
 */
export type DocumentDecision = { reasons: DocumentReason[] } & (
  { kind: 'same-edition' | 'reissue' | 'older-edition'; code: string } | { kind: 'new' }
);

/** Shares of tasks that an annex and a document have in the same or almost the same words. */
const SHARES = {
  /** Of both lists: from here two numbers are two issues of one document, where agency and year agree. */
  reissue: 0.6,
  /** The same under one title. */
  titledReissue: 0.4,
  /** Of the annex's tasks: from here a file without a number is the document. */
  unnumbered: 0.5,
  /** The same where both have one title, or neither names itself by anything. */
  sameTitle: 0.25,
  /** Below, an equal number with another title is a coincidence: numbers start again in every office. */
  sameNumber: 0.2,
};
/** Similarity of titles below which they are of different subjects. */
const SAME_TITLE = 0.5;

type Comparison = {
  document: TrackedDocument;
  edition: Edition;
  equal: number;
  /** Of the annex's tasks, and of the tasks of both. */
  share: number;
  commonShare: number;
  issuer: 'same' | 'unknown' | 'other';
  title: 'same' | 'unknown' | 'other';
  years: { before: number; after: number } | null;
};

/** Returns the number as it is compared: "27 / kh-ubnd" is "27/KH-UBND"; a draft's sign alone is no number. */
function toNumberKey(number: string): string {
  return /\d/.test(number) ? toMatchKey(number.replaceAll(/(\d)(?=\p{L})/gu, '$1 ')) : '';
}

const toIssuerKey = (issuer: string): string =>
  toMatchKey(issuer)
    .replaceAll(/\bubnd\b/g, 'uy ban nhan dan')
    .replaceAll(/\bhdnd\b/g, 'hoi dong nhan dan');

/** One name may be cut short: "UBND phường Đồng Sen", "Ủy ban nhân dân phường Đồng Sen, thành phố …". */
function compareIssuers(one: string, other: string): Comparison['issuer'] {
  const [a, b] = [toIssuerKey(one), toIssuerKey(other)];
  if (a === '' || b === '') return 'unknown';
  return a.includes(b) || b.includes(a) ? 'same' : 'other';
}

function compareTitles(one: string, other: string): Comparison['title'] {
  if (one === '' || other === '') return 'unknown';
  const similarity = computeSimilarity(buildTrigramProfile(one), buildTrigramProfile(other));
  return toMatchKey(one) === toMatchKey(other) || similarity >= SAME_TITLE ? 'same' : 'other';
}

function compareYears(before: Edition, after: Edition): Comparison['years'] {
  const [one, other] = [getEditionYear(before), getEditionYear(after)];
  return one === null || other === null || one === other ? null : { before: one, after: other };
}

/** Counts the tasks of an annex that a document has in the same or almost the same words. */
function countEqualTasks(before: readonly Task[], after: readonly Task[]): number {
  return reconcileTasks(before, after).filter(
    (match) => (match.kind === 'same' || match.kind === 'changed') && match.basis !== 'number',
  ).length;
}

function compareWithDocument({ document, tasks }: DocumentTasks, annex: Annex): Comparison {
  const edition = getCurrentEdition(document);
  const equal = countEqualTasks(tasks, annex.tasks);
  return {
    document,
    edition,
    equal,
    share: equal / Math.max(1, annex.tasks.length),
    commonShare: (2 * equal) / Math.max(1, annex.tasks.length + tasks.length),
    issuer: compareIssuers(edition.issuer, annex.edition.issuer),
    title: compareTitles(edition.title, annex.edition.title),
    years: compareYears(edition, annex.edition),
  };
}

/** Numbers start again every year: the same number of another year is another document. */
function findSameNumber({ document, issuer, title, share }: Comparison, annex: Edition): Edition | null {
  const key = toNumberKey(annex.number);
  if (key === '' || issuer === 'other') return null;
  if (title === 'other' && share < SHARES.sameNumber) return null;
  const isSame = (one: Edition): boolean =>
    toNumberKey(one.number) === key &&
    (one.date !== '' && annex.date !== ''
      ? one.date.slice(0, 4) === annex.date.slice(0, 4)
      : compareYears(one, annex) === null);
  return document.editions.findLast(isSame) ?? null;
}

const isEarlier = (one: Edition, other: Edition): boolean =>
  one.date !== '' && other.date !== '' && one.date < other.date;

function getAgreements({ issuer, equal }: Comparison, annex: Annex): DocumentReason[] {
  return [
    ...(issuer === 'same' ? [{ kind: 'same-issuer' as const, issuer: annex.edition.issuer }] : []),
    ...(equal > 0 ? [{ kind: 'equal-tasks' as const, equal, total: annex.tasks.length }] : []),
  ];
}

/** Returns the decision for an issue other than the current one: by their dates, else newer. */
function decideByDate(compared: Comparison, annex: Annex, reasons: DocumentReason[]): DocumentDecision {
  const { code } = compared.document;
  return isEarlier(annex.edition, compared.edition)
    ? {
        kind: 'older-edition',
        code,
        reasons: [
          ...reasons,
          { kind: 'earlier-date', before: compared.edition.date, after: annex.edition.date },
        ],
      }
    : { kind: 'reissue', code, reasons };
}

/**
 * Decides by what the annex and the document say of themselves.
 *
 * @returns null if they do not say that they are one
 */
function decideByNumber(compared: Comparison, annex: Annex): DocumentDecision | null {
  const { document, edition, issuer } = compared;
  const { code } = document;
  const same = findSameNumber(compared, annex.edition);
  if (same) {
    const reasons: DocumentReason[] = [
      { kind: 'same-number', number: annex.edition.number },
      ...getAgreements(compared, annex),
    ];
    if (same !== edition) return { kind: 'older-edition', code, reasons };
    return same.date === annex.edition.date || same.date === '' || annex.edition.date === ''
      ? { kind: 'same-edition', code, reasons }
      : decideByDate(compared, annex, reasons);
  }
  if (issuer === 'other') return null;
  const names = (amends: string | undefined, one: Edition): boolean =>
    amends !== undefined && toNumberKey(amends) !== '' && toNumberKey(amends) === toNumberKey(one.number);
  const amended = document.editions.find((one) => names(annex.edition.amends, one));
  if (amended) {
    return decideByDate(compared, annex, [
      { kind: 'says-amends', number: amended.number },
      ...getAgreements(compared, annex),
    ]);
  }
  if (document.editions.some((one) => names(one.amends, annex.edition))) {
    const reasons: DocumentReason[] = [
      { kind: 'amended-by', number: edition.number },
      ...getAgreements(compared, annex),
    ];
    return { kind: 'older-edition', code, reasons };
  }
  return null;
}

/**
 * Decides by the tasks.
 *
 * @returns null if they are those of another document
 */
function decideByTasks(compared: Comparison, annex: Annex): DocumentDecision | null {
  const { document, edition, share, commonShare, issuer, title, years } = compared;
  if (issuer === 'other' || years) return null;
  const reasons = getAgreements(compared, annex);
  if (toNumberKey(edition.number) !== '' && toNumberKey(annex.edition.number) !== '')
    return commonShare >= (title === 'same' ? SHARES.titledReissue : SHARES.reissue)
      ? decideByDate(compared, annex, reasons)
      : null;
  const isNameless = (one: Edition): boolean => one.number === '' && one.title === '' && one.issuer === '';
  const isTitleShared = title === 'same' || (isNameless(edition) && isNameless(annex.edition));
  if (share < (isTitleShared ? SHARES.sameTitle : SHARES.unnumbered)) return null;
  const isSame: DocumentReason[] = title === 'same' ? [{ kind: 'same-title' }] : [];
  return isEarlier(annex.edition, edition) || isEarlier(edition, annex.edition)
    ? decideByDate(compared, annex, [...isSame, ...reasons])
    : { kind: 'same-edition', code: document.code, reasons: [...isSame, ...reasons] };
}

/** Says why an annex is not the document that is closest to it. */
function explainDifference(
  { edition, issuer, title, years, equal }: Comparison,
  annex: Annex,
): DocumentReason[] {
  const [before, after] = [edition, annex.edition];
  const isNumbered = toNumberKey(before.number) !== '' && toNumberKey(after.number) !== '';
  return [
    ...(isNumbered && toNumberKey(before.number) !== toNumberKey(after.number)
      ? [{ kind: 'other-number' as const, before: before.number, after: after.number }]
      : []),
    ...(issuer === 'other'
      ? [{ kind: 'other-issuer' as const, before: before.issuer, after: after.issuer }]
      : []),
    ...(years ? [{ kind: 'other-year' as const, ...years }] : []),
    ...(title === 'other' ? [{ kind: 'other-title' as const }] : []),
    { kind: 'few-equal-tasks', equal, total: annex.tasks.length },
  ];
}

/**
 * Decides which document of a workbook an annex belongs to: the same number is the same issue; an issue that says what
 * it amends, or that shares agency, year and most tasks, is a reissue; everything else is a new document. Where two
 * documents come into question, the one with more equal tasks is taken.
 */
export function decideDocument(documents: readonly DocumentTasks[], annex: Annex): DocumentDecision {
  if (documents.length === 0) return { kind: 'new', reasons: [{ kind: 'first-document' }] };
  const compared = documents
    .map((one) => compareWithDocument(one, annex))
    .sort((a, b) => b.share - a.share || (a.document.code < b.document.code ? -1 : 1));
  for (const decide of [decideByNumber, decideByTasks]) {
    for (const one of compared) {
      const decision = decide(one, annex);
      if (decision) return decision;
    }
  }
  return { kind: 'new', reasons: explainDifference(compared[0]!, annex) };
}
