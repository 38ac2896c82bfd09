/** Codes of what is noticed while a table is turned into an annex. */
export type AnnexProblem =
  | 'contradictory-row' // not performed, yet a product or timing is printed
  | 'incomplete-row' // performed, yet product or timing is blank
  | 'undecided-row' // the coordinating-unit cell says neither
  | 'blank-lead-unit'
  | 'duplicate-task'
  | 'numbering-gap'
  | 'no-section'
  | 'unnumbered-row' // a row without a TT among numbered ones
  | 'blank-content'
  | 'ditto-filled'
  | 'ditto-unresolved' // "như trên" with nothing above it in its section
  | 'row-rejoined'
  | 'ambiguous-marker';

declare module '../shared/problem' {
  interface ProblemCodes {
    annex: AnnexProblem;
  }
}
