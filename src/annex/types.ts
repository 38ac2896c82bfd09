/** The domain of a plan annex ("phụ lục phân công nhiệm vụ"). Pure data; terms as in docs/glossary.md. */

/** Read from the coordinating-unit cell as printed, later changed by the clerk. Blank is neither yes nor no. */
export type Applicability = 'performed' | 'notPerformed' | 'undecided';

/** One issue of an annex by an authority. Unknown parts are '' (year: null), never guessed. */
export type Edition = {
  issuer: string;
  /** Number and sign as printed, e.g. "05/KH-UBND". */
  number: string;
  /** ISO date yyyy-mm-dd, or ''. */
  date: string;
  title: string;
  year: number | null;
  /** Number and sign of the document that it says it replaces or adjusts; absent where it says so of none. */
  amends?: string;
  /** The user named a school year, of which `year` is the first, for an annex that prints none. */
  schoolYear?: true;
};

export type Section = {
  /** As printed: "IV", "A", "2". */
  number: string;
  title: string;
};

/** One row of the annex. All texts are the source's words with single spaces; line breaks that the writer has set in a cell stay. */
export type Task = {
  /** Section number + "." + TT, e.g. "IV.8"; unique inside an annex. */
  id: string;
  section: string;
  sectionTitle: string;
  tt: string;
  content: string;
  leadUnit: string;
  /** The whole cell as printed, the "không thực hiện nội dung này" marker included. */
  coordinatingUnit: string;
  applicability: Applicability;
  /** Why it is not performed: the printed words of the marker, or the clerk's reason; '' otherwise. */
  reason: string;
  product: string;
  /** The printed words, never interpreted here. */
  timing: string;
  note: string;
};

export type Annex = { edition: Edition; sections: Section[]; tasks: Task[] };
