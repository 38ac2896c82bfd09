import type { ProblemLocation } from '../../shared/problem';
import type { TableHeader } from './find-header';
import type { TablePart } from './parse-table-rows';

/** A table of the document that may be the annex: one table, or several that continue each other. */
export type TableCandidate = {
  /** False where the header does not say which column holds the contents: a person can assign the columns. */
  readable: boolean;
  header: TableHeader;
  parts: TablePart[];
  /** Lines printed before it, from the end of the table before. */
  titleLines: string[];
  /** The last of these lines, '' where it stands in no row of its own. */
  caption: string;
  /** The same, where it can be the title of the first section. */
  heading: { text: string; place: ProblemLocation } | null;
  place: ProblemLocation;
};
