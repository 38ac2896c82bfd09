/**
 * Sizes of Decree 30/2020/NĐ-CP, Appendix I, for the documents of an office. Lengths in millimetres, sizes
 * in points; a range is what the Decree leaves to the office. Another decree is another object of this shape.
 */
type LayoutRules = {
  /** Width and height of an upright sheet. */
  paper: { width: number; height: number };
  margins: Record<'top' | 'bottom' | 'left' | 'right', AllowedRange>;
  font: string;
  sizes: Record<SizeId, AllowedRange>;
  /** First line of a paragraph; space after it in points; lines of one height to one and a half. */
  paragraph: { firstLine: number; after: number; lineSpacing: AllowedRange };
};

type AllowedRange = { min: number; max: number; default: number };

type SizeId =
  | 'pageNumber'
  | 'nationalTitle'
  | 'motto'
  | 'superior'
  | 'agency'
  | 'numberLine'
  | 'placeAndDate'
  | 'documentType'
  | 'annexLabel'
  | 'annexTitle'
  | 'annexReference'
  | 'body'
  | 'signature'
  | 'recipientsLabel'
  | 'recipients';

const createRange = (least: number, most: number, usual: number): AllowedRange => ({
  min: least,
  max: most,
  default: usual,
});

export const DECREE_30: LayoutRules = {
  paper: { width: 210, height: 297 },
  margins: {
    top: createRange(20, 25, 20),
    bottom: createRange(20, 25, 20),
    left: createRange(30, 35, 30),
    right: createRange(15, 20, 15),
  },
  font: 'Times New Roman',
  sizes: {
    pageNumber: createRange(13, 14, 14),
    nationalTitle: createRange(12, 13, 13),
    motto: createRange(13, 14, 14),
    superior: createRange(12, 13, 13),
    agency: createRange(12, 13, 13),
    numberLine: createRange(13, 13, 13),
    placeAndDate: createRange(13, 14, 13),
    documentType: createRange(13, 14, 14),
    annexLabel: createRange(14, 14, 14),
    annexTitle: createRange(13, 14, 14),
    annexReference: createRange(13, 14, 13),
    body: createRange(13, 14, 13),
    signature: createRange(13, 14, 14),
    recipientsLabel: createRange(12, 12, 12),
    recipients: createRange(11, 11, 11),
  },
  paragraph: { firstLine: 12.7, after: 6, lineSpacing: createRange(1, 1.5, 1.15) },
};

const POINTS_PER_MM = 72 / 25.4;
export const mmToPoints = (mm: number): number => mm * POINTS_PER_MM;

export const isWithin = ({ min: least, max: most }: AllowedRange, value: number): boolean =>
  value >= least && value <= most;
