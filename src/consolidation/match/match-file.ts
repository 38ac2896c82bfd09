import type { MatchedFile, SchoolFile } from '../types';
import type { Master } from './index-master';
import { matchDocuments } from './match-documents';
import { matchSheet } from './match-sheet';

/**
 * Matches a file with the master, notes its drift, puts the master's ids into the rows of its log, and leaves out the
 * printed words that are the master's own. Where the officer must choose a sheet, each is matched. Of several documents
 * each is matched by itself; a file of one counts for a master of one whatever it calls itself.
 */
export function matchFile({ versions, ...file }: SchoolFile, master: Master): MatchedFile {
  const isSingle = file.documents === undefined && master.parts.length === 1;
  const match = (one: Omit<SchoolFile, 'versions'>) =>
    isSingle ? matchSheet(one, master) : matchDocuments(one, master);
  const { documents: _, ...rest } = file;
  return {
    ...rest,
    ...match(file),
    ...(versions && {
      versions: versions.map((version) => ({ ...version, ...match({ ...file, ...version }) })),
    }),
  };
}
