import { appendAll } from '../../shared/append-all';
import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { Drift, MatchedFile, RowMatch, SchoolFile } from '../types';
import { assignDocuments, type FileDocument, hasOtherSign, listFileDocuments } from './assign-documents';
import type { Master, MasterPartIndex } from './index-master';
import { type MatchedSheet, matchSheet } from './match-sheet';

/** A sheet of a file with the documents that it answers. */
type MatchedDocuments = MatchedSheet & Pick<MatchedFile, 'warnings' | 'edition' | 'fingerprint'>;

type OneSheet = Omit<SchoolFile, 'versions'>;

const NAMELESS = { issuer: '', number: '', date: '', title: '', year: null };

/** What is said once of many rows stays, whichever row it names. */
const WARNINGS_OF_MANY_ROWS: readonly Problem['code'][] = [
  'column-unread',
  'text-missing',
  'date-order',
  'other-sheet-differs',
];

/** Leaves out what was noticed in rows that do not count. */
function selectWarnings(file: OneSheet, leftOut: ReadonlySet<string>): Problem[] {
  const rows = new Set([
    ...file.rows
      .filter(({ document = '' }) => leftOut.has(document))
      .map(({ row, sheet }) => `${sheet ?? file.sheet}!${row}`),
    ...file.progress
      .filter(({ document = '' }) => leftOut.has(document))
      .map(({ row }) => `${file.progressSheet}!${row}`),
  ]);
  return file.warnings.filter(({ code, place }) => {
    const row = /\d+$/.exec(place.cell ?? '')?.[0];
    return WARNINGS_OF_MANY_ROWS.includes(code) || row === undefined || !rows.has(`${place.sheet}!${row}`);
  });
}

const formatDocumentName = ({ code, editions }: FileDocument): string =>
  code || editions.at(-1)?.number || editions.at(-1)?.title || '–';

/** "45/KH-UBND (12), 442/UBND-VX (1)": with their numbers of tasks. */
const formatDocumentNames = (documents: readonly FileDocument[]): string =>
  documents.map((one) => `${formatDocumentName(one)} (${one.rows.length})`).join(', ');

const formatMasterName = ({ code, index }: MasterPartIndex): string => index.edition.number || code;

/** Says which documents of the master the file has under another sign or not at all, and which others it has. */
function createDocumentWarnings(
  file: OneSheet,
  parts: readonly MasterPartIndex[],
  assigned: ReadonlyMap<string, FileDocument>,
  others: readonly FileDocument[],
): Problem[] {
  const place = { file: file.file, ...(file.sheet !== '' && { sheet: file.sheet }) };
  const names = formatDocumentNames([...assigned.values(), ...others]);
  return [
    ...parts.flatMap((part): Problem[] => {
      const document = assigned.get(part.code);
      const details = { document: formatMasterName(part) };
      if (!document) return [warning('document-missing', place, { ...details, documents: names || '–' })];
      return hasOtherSign(document, part)
        ? [warning('document-other-sign', place, { ...details, sign: formatDocumentName(document) })]
        : [];
    }),
    ...(others.length === 0
      ? []
      : [
          warning('documents-left-out', place, {
            count: others.length,
            documents: formatDocumentNames(others),
          }),
        ]),
  ];
}

function toLedgerDrift(drift: Drift, { toLedgerId }: MasterPartIndex): Drift {
  return {
    ...drift,
    ...('task' in drift && { task: toLedgerId(drift.task) }),
    ...('closest' in drift && drift.closest !== null && { closest: toLedgerId(drift.closest) }),
  };
}

/** Puts the numbers of the ledger in place of those of the document. */
function toLedgerSheet(sheet: MatchedSheet, part: MasterPartIndex): MatchedSheet {
  const { toLedgerId } = part;
  return {
    rows: sheet.rows,
    matches: sheet.matches.map(({ closest, ...match }): RowMatch => ({
      ...match,
      task: match.task === null ? null : toLedgerId(match.task),
      ...(closest !== undefined && { closest: toLedgerId(closest) }),
    })),
    drift: sheet.drift.map((one) => toLedgerDrift(one, part)),
    progress: sheet.progress.map((row) => ({
      ...row,
      task: toLedgerId(row.task),
      occurrence: row.occurrence === '' ? '' : toLedgerId(row.occurrence),
    })),
  };
}

function matchDocument(
  file: OneSheet,
  part: MasterPartIndex,
  document: FileDocument,
  codes: ReadonlySet<string>,
): MatchedSheet {
  const isOfDocument = ({ document: code = '' }: { document?: string }): boolean => codes.has(code);
  const own = {
    ...file,
    edition: document.editions.at(-1)!,
    fingerprint: document.fingerprint,
    rows: file.rows.filter(isOfDocument),
    progress: file.progress.filter(isOfDocument),
  };
  const matched = matchSheet(own, part.index);
  const drift = hasOtherSign(document, part)
    ? matched.drift.filter(({ kind }) => kind !== 'edition')
    : matched.drift;
  return toLedgerSheet({ ...matched, drift }, part);
}

/**
 * Matches the documents of a file with those of the master, each with its own rows only. Rows that name no document
 * are matched with the first; rows of other documents are left out, and these are named.
 */
export function matchDocuments(file: OneSheet, { parts }: Pick<Master, 'parts'>): MatchedDocuments {
  const assigned = assignDocuments(file, parts);
  const taken = [...assigned.values()];
  const isUnnamedFree = !taken.some(({ code }) => code === '');
  const others = listFileDocuments(file).filter(
    ({ code }) => !taken.some((one) => one.code === code) && (code !== '' || taken.length === 0),
  );
  const merged: MatchedSheet = { rows: [], progress: [], matches: [], drift: [] };
  let isFirst = true;
  for (const part of parts) {
    const document = assigned.get(part.code);
    if (!document) continue;
    const codes = new Set([document.code, ...(isFirst && isUnnamedFree ? [''] : [])]);
    isFirst = false;
    const { rows, progress, matches, drift } = matchDocument(file, part, document, codes);
    const offset = merged.rows.length;
    appendAll(merged.rows, rows);
    appendAll(merged.progress, progress);
    appendAll(
      merged.matches,
      matches.map((match) => ({ ...match, row: match.row + offset })),
    );
    appendAll(merged.drift, drift);
  }
  const leftOut = new Set(others.map(({ code }) => code));
  const first = parts.flatMap(({ code }) => assigned.get(code) ?? [])[0];
  return {
    ...merged,
    edition: first?.editions.at(-1) ?? NAMELESS,
    fingerprint: first?.fingerprint ?? '',
    warnings: [...selectWarnings(file, leftOut), ...createDocumentWarnings(file, parts, assigned, others)],
  };
}
