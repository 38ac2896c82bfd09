/**
 * Columns. A file counts a column's width in digits of the default font, padding included; Excel's API in points.
 * Excel draws whole pixels: px = trunc((256·w + trunc(128/m)) / 256 · m), where m is the width in pixels of the
 * widest digit (ECMA-376 part 1, 18.3.1.13), and a point is 4/3 pixels. Calibri 11 has m = 7: the standard column
 * of 64 px is 48 pt and 9.140625 in the file.
 */
const PIXELS_PER_POINT = 96 / 72;
const UNITS_PER_DIGIT = 256;

/** Advance of a digit as a part of the font's size (the fonts' hmtx tables). */
const DIGIT_ADVANCE: Record<string, number> = {
  Calibri: 0.507,
  'Times New Roman': 0.5,
  Arial: 0.556,
  Tahoma: 0.546,
  Verdana: 0.636,
  'Segoe UI': 0.539,
  Cambria: 0.554,
  'Aptos Narrow': 0.507,
};

/** Width in pixels of a digit of the workbook's default font. */
export function getDigitWidth(font: { name: string; size: number }): number {
  return Math.max(
    1,
    Math.round(font.size * PIXELS_PER_POINT * (DIGIT_ADVANCE[font.name] ?? DIGIT_ADVANCE['Calibri']!)),
  );
}

const roundTo = (value: number, digits: number): number => Number(value.toFixed(digits));

function toPixels(width: number, digit: number): number {
  return Math.trunc(((UNITS_PER_DIGIT * width + Math.trunc(128 / digit)) / UNITS_PER_DIGIT) * digit);
}

/** More decimals than Excel's 1/256 steps have: a width that was no whole number of pixels when it was written. */
function isExact(width: number): boolean {
  return !Number.isInteger(width * UNITS_PER_DIGIT) && roundTo(width, 8) !== width;
}

export function convertWidthToPoints(width: number, digit: number): number {
  return isExact(width)
    ? roundTo((width * digit) / PIXELS_PER_POINT, 6)
    : roundTo(toPixels(width, digit) / PIXELS_PER_POINT, 6);
}

/** The file's width for a width in points, such that reading gives the same points again. */
export function convertPointsToWidth(points: number, digit: number): number {
  const pixels = points * PIXELS_PER_POINT;
  const stepped = Math.trunc((pixels / digit) * UNITS_PER_DIGIT) / UNITS_PER_DIGIT;
  if (convertWidthToPoints(stepped, digit) === points) return stepped;
  const exact = roundTo(pixels / digit, 12);
  return isExact(exact) ? exact : roundTo(exact + 3e-10, 12);
}

/** Width in points of a column nobody sized, where the file says it in whole digits: padded to 8 pixels. */
export function convertBaseWidthToPoints(digits: number, digit: number): number {
  return (Math.ceil((digits * digit + 5) / 8) * 8) / PIXELS_PER_POINT;
}

/** English Metric Units: 12,700 to the point. Points are read to a thousandth, which EMU hold exactly. */
export const convertPointsToEmu = (points: number): number => Math.round(points * 12_700);
export const convertEmuToPoints = (emu: number): number => roundTo(emu / 12_700, 3);

/** Margins are inches in a file. */
export const convertInchesToPoints = (inches: number): number => roundTo(inches * 72, 6);
export const convertPointsToInches = (points: number): number => roundTo(points / 72, 12);
