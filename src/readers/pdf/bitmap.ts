import type { RawImage } from './read-page-content';

/** A picture in two tones; `dark[y * width + x]` is 1 where ink is. */
export type Bitmap = { width: number; height: number; dark: Uint8Array };

/** pdf.js's ImageKind. */
const IMAGE_KINDS = { gray1: 1, rgb: 2, rgba: 3 } as const;
/** Larger pictures are not examined (about A3 at 600 dpi in bits of one tone). */
const MAX_PIXELS = 70_000_000;

/** Computes Otsu's threshold between ink and paper, whatever their tones. */
function computeOtsuThreshold(histogram: Uint32Array): number {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const all = histogram.reduce((sum, count, tone) => sum + count * tone, 0);
  let [below, sumBelow, best, found] = [0, 0, 0, 128];
  for (let tone = 0; tone < 256; tone++) {
    below += histogram[tone]!;
    if (below === 0) continue;
    const above = total - below;
    if (above === 0) break;
    sumBelow += tone * histogram[tone]!;
    const distance = sumBelow / below - (all - sumBelow) / above;
    const between = below * above * distance * distance;
    if (between > best) [best, found] = [between, tone];
  }
  return found;
}

function createBitmapFromBits(data: ArrayLike<number>, width: number, height: number): Bitmap {
  const dark = new Uint8Array(width * height);
  const rowBytes = (width + 7) >> 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      // A bit of 0 is ink, in pictures and in masks.
      dark[y * width + x] = ((data[y * rowBytes + (x >> 3)]! >> (7 - (x & 7))) & 1) ^ 1;
  return { width, height, dark };
}

/** The histogram of a picture counts one pixel in so many. */
const SAMPLE_STEP = 7;

/** Separates ink and paper by green, which is most of the lightness of a colour. */
function createBitmapFromTones(
  data: ArrayLike<number>,
  width: number,
  height: number,
  channels: 3 | 4,
): Bitmap {
  const dark = new Uint8Array(width * height);
  const histogram = new Uint32Array(256);
  for (let at = 1; at < dark.length * channels; at += channels * SAMPLE_STEP) histogram[data[at]!]!++;
  const limit = computeOtsuThreshold(histogram);
  for (let pixel = 0, at = 1; pixel < dark.length; pixel++, at += channels)
    dark[pixel] = data[at]! <= limit ? 1 : 0;
  return { width, height, dark };
}

/**
 * Returns the ink of a picture as pdf.js decodes it.
 *
 * @returns null if it was not decoded or is too large
 */
export function toBitmap(image: RawImage): Bitmap | null {
  const bitmap = createBitmap(image);
  return bitmap && invertIfNegative(bitmap);
}

/** Inverts a bitmap if most of it is ink, since most of a page is paper: some decoders return negatives. */
function invertIfNegative(bitmap: Bitmap): Bitmap {
  const { dark } = bitmap;
  let ink = 0;
  for (const pixel of dark) ink += pixel;
  if (ink > dark.length / 2) for (let at = 0; at < dark.length; at++) dark[at]! ^= 1;
  return bitmap;
}

function createBitmap({ width, height, kind, data }: RawImage): Bitmap | null {
  if (!data || width * height > MAX_PIXELS || width < 1 || height < 1) return null;
  if (kind === IMAGE_KINDS.rgb && data.length >= width * height * 3)
    return createBitmapFromTones(data, width, height, 3);
  if (kind === IMAGE_KINDS.rgba && data.length >= width * height * 4)
    return createBitmapFromTones(data, width, height, 4);
  return data.length >= ((width + 7) >> 3) * height ? createBitmapFromBits(data, width, height) : null;
}
