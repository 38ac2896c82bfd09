import type { ColumnRole } from '../../annex/header-vocabulary';
import type { TableHeader } from './find-header';
import type { TableCandidate } from './table-candidate';

/** What columns hold as a person says it, by their position under the header (0-based); null for nothing of use. */
export type ColumnAssignment = Readonly<Record<number, ColumnRole | null>>;

function assignHeader(header: TableHeader, assignment: ColumnAssignment): TableHeader {
  const assigned = Object.entries(assignment).filter(([index]) => header.columns[Number(index)]);
  const taken = new Set(assigned.map(([, role]) => role));
  const columns = header.columns.map((column, index) => {
    const role = assignment[index];
    if (role !== undefined) return { ...column, role, combined: false, guessed: false };
    // Each kind was assigned whole: what the header seemed to say elsewhere no longer counts.
    return column.role !== null && taken.has(column.role) ? { ...column, role: null } : column;
  });
  return { ...header, columns };
}

/** Gives the columns of a table the roles that a person has assigned to them. */
export function assignColumns(candidate: TableCandidate, assignment: ColumnAssignment): TableCandidate {
  const header = assignHeader(candidate.header, assignment);
  const parts = candidate.parts.map((part) =>
    part.kind === 'rows' ? { ...part, header: assignHeader(part.header, assignment) } : part,
  );
  return {
    ...candidate,
    readable: header.columns.some(({ role }) => role === 'content'),
    header,
    parts,
  };
}
