import { ANNEX_SHEET_LABELS } from './labels/school-labels';
import type { FormatSpec, PageSetup } from './sheet-spec';

/** Few colours, all with a contrast of at least 4.5 : 1 for text on its fill. */
export const COLORS = {
  ink: '#1F2937',
  quiet: '#5B6472',
  navy: '#1B3A5C',
  white: '#FFFFFF',
  line: '#D3DAE3',
  band: '#EEF2F7',
  greyFill: '#F0F1F3',
  greyText: '#5A626E',
  amberFill: '#FFF3D1',
  amberText: '#7A4B00',
  redFill: '#FCE8E6',
  redText: '#A3231B',
  greenFill: '#E3F1E5',
  greenText: '#1E5B2A',
  blueFill: '#E2EDF8',
  blueText: '#1B4A75',
  /** Headers of the columns that a person fills in. */
  officer: '#6B4E00',
  /** What is to be filled in on a paper. */
  gap: '#FFFF00',
} as const;

/** One series a state, from done to open: dark to light, and one warm colour for what needs a decision. */
export const STATE_COLORS = {
  done: '#1B3A5C',
  inProgress: '#4F86B5',
  notStarted: '#B9D0E4',
  nothingArisen: '#8FA3A0',
  notPerformed: '#D5D8DC',
  undecided: '#E0A537',
} as const;

/** On every Windows, Mac and LibreOffice machine (by a face of equal widths), with all Vietnamese letters. */
export const DEFAULT_FONT = 'Arial';

export const BODY_STYLE: FormatSpec = {
  fontName: DEFAULT_FONT,
  fontSize: 10,
  fontColor: COLORS.ink,
  vertical: 'Top',
};

export const HEADER_STYLE: FormatSpec = {
  fontName: DEFAULT_FONT,
  fontSize: 10,
  bold: true,
  fontColor: COLORS.white,
  fillColor: COLORS.navy,
  horizontal: 'Center',
  vertical: 'Center',
  wrap: true,
};

export const UNIT_LINE_STYLE: FormatSpec = {
  fontName: DEFAULT_FONT,
  fontSize: 10,
  bold: true,
  fontColor: COLORS.quiet,
  vertical: 'Center',
};

export const TITLE_LINE_STYLE: FormatSpec = {
  fontName: DEFAULT_FONT,
  fontSize: 16,
  bold: true,
  fontColor: COLORS.navy,
  vertical: 'Center',
};

export const NOTE_LINE_STYLE: FormatSpec = {
  fontName: DEFAULT_FONT,
  fontSize: 10,
  italic: true,
  fontColor: COLORS.quiet,
  vertical: 'Center',
};

/** A4 across, one page wide, page numbers below; margins in points (15 mm, 10 mm at the sides). */
export const DEFAULT_PAGE_SETUP: PageSetup = {
  orientation: 'Landscape',
  margins: { top: 42, bottom: 42, left: 22, right: 22, header: 20, footer: 20 },
  centerFooter: ANNEX_SHEET_LABELS.page,
};
