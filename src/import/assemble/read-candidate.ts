import type { ColumnRole } from '../../annex/header-vocabulary';
import { readDocumentTitle, readEdition } from '../../annex/read-edition';
import type { Edition } from '../../annex/types';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import { assignColumns, type ColumnAssignment } from './assign-columns';
import { type ClassifiedRow, classifyRows } from './classify-rows';
import { getHeaderRoles } from './find-header';
import { findTables } from './find-tables';
import { parseTableRows, type TablePart } from './parse-table-rows';
import type { TableCandidate } from './table-candidate';
import { detectTableKind, type TableKind } from './table-kind';

/** A table with its rows in order, before they are composed to an annex. */
export type CandidateReading = {
  /** Its place among the tables of the document. */
  index: number;
  candidate: TableCandidate;
  edition: Edition;
  /** The title of the document that the annex of this table belongs to; '' if it has none of its own. */
  documentTitle: string;
  kind: TableKind;
  rows: ClassifiedRow[];
  /** The columns it has; a cell of another column may name both kinds of units. */
  roles: Set<ColumnRole>;
  /** Tasks, or filled rows where it is not known which column holds them. */
  tasks: number;
  sections: number;
  warnings: Problem[];
};

/** Reads the rows of a table under its header, and what the lines above it say of the document. */
function readCandidate(candidate: TableCandidate, index: number): CandidateReading {
  const { header, parts, titleLines } = candidate;
  const headers = header.columns.map(({ tiers }) => tiers.join(' '));
  const edition = readEdition(titleLines, headers);
  const gathered = parseTableRows(parts);
  const rows = classifyRows(gathered.rows);
  const roles = getHeaderRoles(header);
  // A cell of another column may name them: "Chủ trì: … Phối hợp: …".
  if (gathered.rows.some(({ texts }) => texts.coordinatingUnit !== '')) roles.add('coordinatingUnit');
  return {
    index,
    candidate,
    edition,
    documentTitle: readDocumentTitle(titleLines),
    kind: detectTableKind(header, gathered.rows, edition.title),
    rows,
    roles,
    tasks: candidate.readable ? rows.filter(({ row }) => row.kind === 'task').length : countRows(parts),
    sections: rows.filter(({ row }) => row.kind === 'section').length,
    warnings: gathered.warnings,
  };
}

function countRows(parts: readonly TablePart[]): number {
  const filled = (part: TablePart): number =>
    part.kind === 'heading'
      ? 0
      : Array.from({ length: part.to - part.from }, (_, i) => part.grid.getCells(part.from + i)).filter(
          (cells) => cells.length > 1,
        ).length;
  return parts.reduce((sum, part) => sum + filled(part), 0);
}

/** Fills in what only the head of the document says: its number, date, issuer and year hold for all its tables. */
function inheritEdition(edition: Edition, head: Edition): Edition {
  if (edition.number !== '' && edition.number !== head.number) return edition;
  return {
    ...edition,
    issuer: edition.issuer || head.issuer,
    number: edition.number || head.number,
    date: edition.date || head.date,
    title: edition.title || head.title,
    year: edition.year ?? head.year,
  };
}

/** Readings of documents that are still in use: choosing, listing and naming tables ask for the same ones. */
const READINGS = new WeakMap<RawDocument, readonly CandidateReading[]>();

/** Reads all tables of a document; a later one of the same text has what the head of the document says. */
export function readTables(document: RawDocument): readonly CandidateReading[] {
  const known = READINGS.get(document);
  if (known) return known;
  const readings = readCandidates(findTables(document));
  READINGS.set(document, readings);
  return readings;
}

function readCandidates(candidates: readonly TableCandidate[]): CandidateReading[] {
  const readings = candidates.map(readCandidate);
  let head: CandidateReading | null = null;
  return readings.map((reading): CandidateReading => {
    // Sheets are documents of their own.
    const isSame = head !== null && head.candidate.place.sheet === reading.candidate.place.sheet;
    const edition = head && isSame ? inheritEdition(reading.edition, head.edition) : reading.edition;
    const documentTitle = reading.documentTitle || (head && isSame ? head.documentTitle : '');
    return (head = { ...reading, edition, documentTitle });
  });
}

/** Reads a table once more, with the columns that a person has assigned. */
export function readAssigned(reading: CandidateReading, columns: ColumnAssignment): CandidateReading {
  const { candidate, edition, index } = reading;
  // Whoever says which column holds the tasks has answered what kind of table it is.
  return { ...readCandidate(assignColumns(candidate, columns), index), edition, kind: 'tasks' };
}

/** Returns true for a table that is read without a question. */
export const isTaskTable = ({ candidate, kind, tasks }: CandidateReading): boolean =>
  candidate.readable && kind === 'tasks' && tasks > 0;
