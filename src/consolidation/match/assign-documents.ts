import { decideDocument } from '../../annex/decide-document';
import type { DocumentTasks } from '../../annex/tracked-document';
import type { Edition } from '../../annex/types';
import { toMatchKey } from '../../shared/text';
import type { SchoolFile, SchoolRow } from '../types';
import { buildAnnexFromRows } from './build-annex-from-rows';
import type { MasterPartIndex } from './index-master';
import { matchRows } from './match-rows';

/** A document of a unit's workbook with its rows. `code`: '' for rows that name none. */
export type FileDocument = {
  code: string;
  /** Its issues, the current one last. */
  editions: readonly Edition[];
  fingerprint: string;
  rows: readonly SchoolRow[];
};

type FileWithDocuments = Pick<SchoolFile, 'documents' | 'rows' | 'edition' | 'fingerprint'>;

const NAMELESS: Edition = { issuer: '', number: '', date: '', title: '', year: null };

/** Lists the documents of a file that have rows; a file that names none is one. */
export function listFileDocuments({
  documents,
  rows,
  edition,
  fingerprint,
}: FileWithDocuments): FileDocument[] {
  if (!documents) return [{ code: '', editions: [edition], fingerprint, rows }];
  const select = (code: string): SchoolRow[] => rows.filter(({ document = '' }) => document === code);
  return [
    ...documents.map((one) => ({
      code: one.code,
      editions: one.editions,
      fingerprint: one.fingerprint,
      rows: select(one.code),
    })),
    { code: '', editions: [NAMELESS], fingerprint: '', rows: select('') },
  ].filter((one) => one.rows.length > 0);
}

const toSignKey = ({ number }: Edition): string => (/\d/.test(number) ? toMatchKey(number) : '');

/** Whether a document of a file has the sign of the master's; one without a sign may be it. */
export function hasOtherSign({ editions }: FileDocument, { index }: MasterPartIndex): boolean {
  const sign = toSignKey(index.edition);
  const signs = editions.map(toSignKey).filter((one) => one !== '');
  return sign !== '' && signs.length > 0 && !signs.includes(sign);
}

/** How surely a document of a file is one of the master's. */
const RANKS = { sameSign: 2, sameTasks: 1 } as const;

type Relation = { part: MasterPartIndex; document: FileDocument; rank: number; equal: number };

/**
 * Relates a document of a file to one of the master's.
 *
 * @returns null if they are two documents
 */
function relate(part: MasterPartIndex, document: FileDocument): Relation | null {
  const { edition, fingerprint } = part.index;
  const known: DocumentTasks = {
    document: { code: part.code, kind: 'annex', status: 'active', editions: [edition], fingerprint },
    tasks: part.printed.tasks,
  };
  for (const one of [...document.editions].reverse()) {
    const { kind, reasons } = decideDocument([known], buildAnnexFromRows(document.rows, one));
    if (kind === 'new') continue;
    const isSameSign = reasons.some((reason) => reason.kind === 'same-number');
    const equal = reasons.flatMap((reason) => (reason.kind === 'equal-tasks' ? [reason.equal] : []))[0] ?? 0;
    return { part, document, rank: isSameSign ? RANKS.sameSign : RANKS.sameTasks, equal };
  }
  return null;
}

/** The file as issued, under the sign that it was issued with. */
function isAsIssued(part: MasterPartIndex, document: FileDocument): boolean {
  return (
    document.fingerprint !== '' &&
    document.fingerprint === part.index.fingerprint &&
    !hasOtherSign(document, part)
  );
}

/** Finds of several masters the one that a file which names no document answers: the one of most of its rows. */
function findClosestPart(parts: readonly MasterPartIndex[], document: FileDocument): MasterPartIndex | null {
  let best: MasterPartIndex | null = null;
  let most = 0;
  for (const part of parts) {
    const found = matchRows(document.rows, part.index, 'foreign').filter(({ task }) => task !== null).length;
    if (found > most) [best, most] = [part, found];
  }
  return best;
}

/**
 * Assigns the documents of a file to those of the master, each to one at most: the same sign before equal tasks. In a
 * file that does not name its document all rows are of the closest.
 */
export function assignDocuments(
  file: FileWithDocuments,
  parts: readonly MasterPartIndex[],
): Map<string, FileDocument> {
  const documents = listFileDocuments(file);
  const assigned = new Map<string, FileDocument>();
  const taken = new Set<FileDocument>();
  const assign = (part: MasterPartIndex, document: FileDocument): void => {
    if (assigned.has(part.code) || taken.has(document)) return;
    assigned.set(part.code, document);
    taken.add(document);
  };
  for (const part of parts)
    for (const document of documents) if (isAsIssued(part, document)) assign(part, document);
  const open = parts.filter(({ code }) => !assigned.has(code));
  const relations = open.flatMap((part) =>
    documents.flatMap((document) => (taken.has(document) ? [] : (relate(part, document) ?? []))),
  );
  relations.sort((a, b) => b.rank - a.rank || b.equal - a.equal);
  for (const { part, document } of relations) assign(part, document);
  const [only] = documents;
  if (!file.documents && only && assigned.size === 0) {
    const closest = findClosestPart(parts, only);
    if (closest) assign(closest, only);
  }
  return assigned;
}
