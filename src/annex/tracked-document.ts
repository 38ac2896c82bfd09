import { cleanText, toIdentityKey } from '../shared/text';
import { getEditionYear } from './get-edition-year';
import type { Edition, Task } from './types';

/** `annex`: a table of tasks attached to a plan or a decision; `letter`: a công văn that gives single tasks. */
export type DocumentKind = 'annex' | 'plan' | 'letter' | 'other';
export const DOCUMENT_KINDS = ['annex', 'plan', 'letter', 'other'] as const satisfies readonly DocumentKind[];

/** Only an active document is followed; the others are kept and stay readable. */
export type DocumentStatus = 'active' | 'replaced' | 'finished' | 'archived';
export const DOCUMENT_STATUSES = [
  'active',
  'replaced',
  'finished',
  'archived',
] as const satisfies readonly DocumentStatus[];

/** A document that gives the unit tasks, as a workbook keeps it. */
export type TrackedDocument = {
  /** Its name in this workbook, unique there and never changed: the sign, "27/KH-UBND". */
  code: string;
  kind: DocumentKind;
  status: DocumentStatus;
  /** Its issues, the current one last; never empty. */
  editions: Edition[];
  /** Of the tasks of the current edition as printed; '' where it has none. */
  fingerprint: string;
};

export const getCurrentEdition = ({ editions }: Pick<TrackedDocument, 'editions'>): Edition =>
  editions.at(-1)!;

/** The parts of a title that a code can hold when a document prints no number. */
const MAX_TITLE_CODE_LENGTH = 30;

function shortenTitle(title: string): string {
  const words = cleanText(title)
    .replaceAll(/[:;|#]/g, ' ')
    .split(' ');
  let short = '';
  for (const word of words) {
    if (`${short} ${word}`.length > MAX_TITLE_CODE_LENGTH) break;
    short = cleanText(`${short} ${word}`);
  }
  return short;
}

/** A code for what names itself by nothing. */
const UNNAMED_CODE = 'VB';

/** A code never holds the signs that part it from the number of a task and the number of an event. */
const toPlainCode = (text: string): string => cleanText(text.replaceAll(/[:;|#*?~]/g, ' '));

/**
 * Creates the code of a document: its number and sign, else the first words of its title; the year, the agency and at
 * last a number make it unique.
 *
 * @param taken codes of the other documents of the workbook
 */
export function createDocumentCode(edition: Edition, taken: readonly string[]): string {
  const { number, title, issuer } = edition;
  const year = getEditionYear(edition);
  const base = toPlainCode(/\d/.test(number) ? number : shortenTitle(title)) || UNNAMED_CODE;
  const used = new Set(taken.map(toIdentityKey));
  const candidates = [
    base,
    ...(year === null ? [] : [`${base} (${year})`]),
    ...(issuer === '' ? [] : [`${base} (${toPlainCode(issuer)})`]),
  ];
  const free = candidates.find((code) => !used.has(toIdentityKey(code)));
  if (free !== undefined) return free;
  for (let count = 2; ; count += 1) {
    const code = `${base} (${count})`;
    if (!used.has(toIdentityKey(code))) return code;
  }
}

/** What a sign says of the kind: "27/KH-UBND" is a plan, "442/UBND-VX" a letter. */
export function detectDocumentKind({ number }: Edition, hasTasks: boolean): DocumentKind {
  if (hasTasks) return 'annex';
  const sign = /^\d*\s*[/-]\s*(.*)$/.exec(number)?.[1] ?? '';
  if (/^KH(?:$|[-/])/iu.test(sign)) return 'plan';
  return sign === '' || /^(?:QĐ|BC|TB|CTr|NQ|TTr|HD|CT)(?:$|[-/])/iu.test(sign) ? 'other' : 'letter';
}

/** Creates the document of an annex that a workbook begins to follow. `taken`: codes of its other documents. */
export const createTrackedDocument = (
  edition: Edition,
  fingerprint: string,
  taken: readonly string[],
): TrackedDocument => ({
  code: createDocumentCode(edition, taken),
  kind: detectDocumentKind(edition, true),
  status: 'active',
  editions: [edition],
  fingerprint,
});

/** Stands between the code of a document and the number of a task in it. */
const KEY_SEPARATOR = ':';

/** Formats the identity of a task in a workbook of several documents: "27/KH-UBND:IV.8". */
export const formatDocumentTaskId = (code: string, id: string): string => `${code}${KEY_SEPARATOR}${id}`;

/**
 * Splits the identity of a task into the code of its document and its number there.
 *
 * @param codes those of the workbook
 * @returns `code` null for a number that names no document
 */
export function splitDocumentTaskId(
  id: string,
  codes: readonly string[],
): { code: string | null; id: string } {
  const code = codes.find((one) => id.startsWith(`${one}${KEY_SEPARATOR}`));
  return code === undefined ? { code: null, id } : { code, id: id.slice(code.length + KEY_SEPARATOR.length) };
}

/** Returns the code of a document in the identity of a task, whatever documents there are; '' for a plain number. */
export const readDocumentPrefix = (id: string): string =>
  id.slice(0, Math.max(0, id.lastIndexOf(KEY_SEPARATOR)));

/** A document with its tasks, numbered as printed. */
export type DocumentTasks = { document: TrackedDocument; tasks: readonly Task[] };
