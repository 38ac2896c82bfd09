/**
 * Figures of Decree 30/2020/NĐ-CP, Appendix I, that a paper of an office is laid out by. Lengths in millimetres, sizes
 * in points; a range is what the Decree leaves to the office. Another decree is another object of this shape.
 */
export type LayoutRules = {
  /** Width and height of an upright sheet. */
  paper: { width: number; height: number };
  margins: Record<'top' | 'bottom' | 'left' | 'right', Range>;
  font: string;
  sizes: Record<SizeId, Range>;
  /** First line of a paragraph; space after it in points; lines of one height to one and a half. */
  paragraph: { firstLine: number; after: number; lineSpacing: Range };
};

export type Range = { least: number; most: number; usual: number };

export type SizeId =
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

const range = (least: number, most: number, usual: number): Range => ({ least, most, usual });

export const DECREE_30: LayoutRules = {
  paper: { width: 210, height: 297 },
  margins: {
    top: range(20, 25, 20),
    bottom: range(20, 25, 20),
    left: range(30, 35, 30),
    right: range(15, 20, 15),
  },
  font: 'Times New Roman',
  sizes: {
    pageNumber: range(13, 14, 14),
    nationalTitle: range(12, 13, 13),
    motto: range(13, 14, 14),
    superior: range(12, 13, 13),
    agency: range(12, 13, 13),
    numberLine: range(13, 13, 13),
    placeAndDate: range(13, 14, 13),
    documentType: range(13, 14, 14),
    annexLabel: range(14, 14, 14),
    annexTitle: range(13, 14, 14),
    annexReference: range(13, 14, 13),
    body: range(13, 14, 13),
    signature: range(13, 14, 14),
    recipientsLabel: range(12, 12, 12),
    recipients: range(11, 11, 11),
  },
  paragraph: { firstLine: 12.7, after: 6, lineSpacing: range(1, 1.5, 1.15) },
};

const POINTS_PER_MM = 72 / 25.4;
export const mmToPoints = (mm: number): number => mm * POINTS_PER_MM;

export const isWithin = ({ least, most }: Range, value: number): boolean => value >= least && value <= most;
