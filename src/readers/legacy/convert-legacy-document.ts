import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { RawBlock, RawDocument, RawRun } from '../raw-document';
import { convertLegacyRuns } from './convert-legacy-runs';
import type { LegacyEncoding } from './decode-legacy';
import { detectLegacy, isCertainlyUnicode, type LegacyDetection } from './detect-legacy';
import { getFontEncoding, isCapitalsFont } from './font-encoding';

/** What cells and paragraphs have in common. */
type ConvertibleText = { text: string; fonts?: string[]; runs?: RawRun[]; original?: string };

function getFonts(written: ConvertibleText): string[] {
  return written.runs ? written.runs.flatMap((run) => run.font ?? []) : (written.fonts ?? []);
}

function detectTextEncoding(
  written: ConvertibleText,
  expected: LegacyEncoding | null = null,
): LegacyDetection | null {
  // Runs in a legacy font are checked alone: a Unicode run next to them is no evidence for them.
  const legacyRuns = written.runs?.filter((run) => getFontEncoding(run.font) !== null) ?? [];
  const [text, fonts] =
    legacyRuns.length > 0
      ? [legacyRuns.map((run) => run.text).join(''), legacyRuns.map((run) => run.font ?? '')]
      : [written.text, getFonts(written)];
  return detectLegacy(text, fonts, expected);
}

function getNamedEncoding(written: ConvertibleText): LegacyEncoding | null {
  return (
    getFonts(written)
      .map(getFontEncoding)
      .find((encoding) => encoding !== null) ?? null
  );
}

/** Returns the runs of a text. The only font of a text without runs still decides on its capitals. */
function getFontRuns(written: ConvertibleText): readonly RawRun[] {
  return (
    written.runs ?? [{ text: written.text, font: written.fonts?.length === 1 ? written.fonts[0] : undefined }]
  );
}

/** Returns true if the text changes to the capitals' font and back, as for the first letter of a name. */
function hasCapitalFontChange(written: ConvertibleText): boolean {
  return (
    (written.runs ?? []).some(({ font }) => isCapitalsFont(font)) &&
    (written.runs ?? []).some(
      ({ font, text }) => getFontEncoding(font) === 'tcvn3' && !isCapitalsFont(font) && text.trim() !== '',
    )
  );
}

const getConvertibleTexts = (block: RawBlock): ConvertibleText[] =>
  block.kind === 'text' ? [block] : block.cells;

/**
 * Converts the cells and paragraphs stored in TCVN3 or VNI-Windows to Unicode; each keeps its `original`, and a
 * `legacy-font` warning counts them. Cells whose words do not decide follow the document's certain ones. A document
 * without any is returned as it is.
 */
export function convertLegacyDocument(document: RawDocument): RawDocument {
  /** Certain cells, by encoding. */
  const certain: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  /** Those of them without a legacy font: only they decide on other cells without one. */
  const unnamed: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  /** Cells in a legacy font that are Unicode after all, by that font's encoding. */
  const refuted: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  /** Cells in no legacy font that can only be Unicode. */
  let unicode = 0;
  const all = document.blocks.flatMap(getConvertibleTexts);
  const hasCapitalsFont = all.some(hasCapitalFontChange) || undefined;
  for (const written of all) {
    const named = getNamedEncoding(written);
    const verdict = detectTextEncoding(written);
    if (verdict?.certainty === 'certain') {
      certain[verdict.encoding]++;
      if (!named) unnamed[verdict.encoding]++;
    }
    if (verdict) continue;
    if (named && isCertainlyUnicode(written.text, named)) refuted[named]++;
    if (!named && isCertainlyUnicode(written.text, 'tcvn3') && isCertainlyUnicode(written.text, 'vni'))
      unicode++;
  }
  const commoner: LegacyEncoding = unnamed.vni > unnamed.tcvn3 ? 'vni' : 'tcvn3';
  const expected = unicode === 0 && unnamed[commoner] > 0 ? commoner : null;

  const counts: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  const convert = <T extends ConvertibleText>(written: T): T => {
    const verdict = detectTextEncoding(written, expected);
    if (!verdict) return written;
    const { encoding } = verdict;
    const agreed = getNamedEncoding(written) ? certain[encoding] >= refuted[encoding] : expected === encoding;
    if (verdict.certainty === 'likely' && !agreed) return written;
    const text = convertLegacyRuns(getFontRuns(written), encoding, hasCapitalsFont);
    if (text === written.text) return written;
    counts[encoding]++;
    return { ...written, text, original: written.text, fonts: undefined, runs: undefined };
  };
  const blocks = document.blocks.map((block): RawBlock =>
    block.kind === 'text' ? convert(block) : { ...block, cells: block.cells.map(convert) },
  );
  const warnings = (['tcvn3', 'vni'] as const)
    .filter((encoding) => counts[encoding] > 0)
    .map((encoding): Problem =>
      warning(
        'legacy-font',
        { file: document.file },
        { encoding: encoding === 'vni' ? 'VNI-Windows' : 'TCVN3', cells: counts[encoding] },
      ),
    );
  if (warnings.length === 0) return document;
  return { ...document, blocks, warnings: [...document.warnings, ...warnings] };
}
