/** The mark of a heading that is printed with a star: the second of its section is "*2". */
const STAR_LABEL = /\*(\d+)/g;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Returns a label of a plan as a person may read it: headings with stars count by letters, "III.2.*1" → "III.2.a". */
export function formatPlanLabel(label: string): string {
  return label.replace(STAR_LABEL, (_, count: string) => LETTERS[Number(count) - 1] ?? count);
}
