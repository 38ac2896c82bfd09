import type { Problem } from '../../annex/problem';
import type { RawBlock, RawDocument } from '../raw-document';
import { convertLegacyRuns } from './convert';
import { detectLegacy, isSurelyUnicode, type LegacyVerdict } from './detect';
import type { LegacyEncoding } from './decode';
import { drawsCapitals, fontEncoding, type FontRun } from './font';

/** What cells and paragraphs have in common here. */
type Written = { text: string; fonts?: string[]; runs?: FontRun[]; original?: string };

function fontsOf(written: Written): string[] {
  return written.runs ? written.runs.flatMap((run) => run.font ?? []) : (written.fonts ?? []);
}

function verdictOf(written: Written, expected: LegacyEncoding | null = null): LegacyVerdict | null {
  // Runs under a legacy font are judged by themselves: a Unicode run beside them must not speak for them.
  const legacyRuns = written.runs?.filter((run) => fontEncoding(run.font) !== null) ?? [];
  const [text, fonts] =
    legacyRuns.length > 0
      ? [legacyRuns.map((run) => run.text).join(''), legacyRuns.map((run) => run.font ?? '')]
      : [written.text, fontsOf(written)];
  return detectLegacy(text, fonts, expected);
}

function namedEncoding(written: Written): LegacyEncoding | null {
  return (
    fontsOf(written)
      .map(fontEncoding)
      .find((encoding) => encoding !== null) ?? null
  );
}

/** Where only one font serves a cell without runs, that font's name still tells about its capitals. */
function runsOf(written: Written): readonly FontRun[] {
  return (
    written.runs ?? [{ text: written.text, font: written.fonts?.length === 1 ? written.fonts[0] : undefined }]
  );
}

/** Does the text change to the capitals' font and back, as for the first letter of a name? */
function changesToCapitals(written: Written): boolean {
  return (
    (written.runs ?? []).some(({ font }) => drawsCapitals(font)) &&
    (written.runs ?? []).some(
      ({ font, text }) => fontEncoding(font) === 'tcvn3' && !drawsCapitals(font) && text.trim() !== '',
    )
  );
}

const writtenOf = (block: RawBlock): Written[] => (block.type === 'text' ? [block] : block.cells);

/**
 * Converts the cells and paragraphs stored in TCVN3 or VNI-Windows to Unicode, each keeping its `original`; says how
 * many in one `legacy-font` warning. Cells whose words leave the question open follow the document's certain ones.
 * A document without any comes back as it is.
 */
export function convertLegacyDocument(document: RawDocument): RawDocument {
  /** Certain cells, by encoding. */
  const certain: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  /** Those of them that no font names: only they speak for other cells without a legacy font. */
  const unnamed: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  /** Cells under a legacy font that hold Unicode after all, by that font's encoding. */
  const refuted: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  /** Cells under no legacy font that can only be Unicode. */
  let unicode = 0;
  const all = document.blocks.flatMap(writtenOf);
  const capitalsTold = all.some(changesToCapitals) || undefined;
  for (const written of all) {
    const named = namedEncoding(written);
    const verdict = verdictOf(written);
    if (verdict?.certainty === 'certain') {
      certain[verdict.encoding]++;
      if (!named) unnamed[verdict.encoding]++;
    }
    if (verdict) continue;
    if (named && isSurelyUnicode(written.text, named)) refuted[named]++;
    if (!named && isSurelyUnicode(written.text, 'tcvn3') && isSurelyUnicode(written.text, 'vni')) unicode++;
  }
  const commoner: LegacyEncoding = unnamed.vni > unnamed.tcvn3 ? 'vni' : 'tcvn3';
  const expected = unicode === 0 && unnamed[commoner] > 0 ? commoner : null;

  const counts: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0 };
  const convert = <T extends Written>(written: T): T => {
    const verdict = verdictOf(written, expected);
    if (!verdict) return written;
    const { encoding } = verdict;
    const agreed = namedEncoding(written) ? certain[encoding] >= refuted[encoding] : expected === encoding;
    if (verdict.certainty === 'likely' && !agreed) return written;
    const text = convertLegacyRuns(runsOf(written), encoding, capitalsTold);
    if (text === written.text) return written;
    counts[encoding]++;
    return { ...written, text, original: written.text, fonts: undefined, runs: undefined };
  };
  const blocks = document.blocks.map((block): RawBlock =>
    block.type === 'text' ? convert(block) : { ...block, cells: block.cells.map(convert) },
  );
  const warnings = (['tcvn3', 'vni'] as const)
    .filter((encoding) => counts[encoding] > 0)
    .map((encoding): Problem => ({
      code: 'legacy-font',
      severity: 'warning',
      place: { file: document.file },
      details: { encoding: encoding === 'vni' ? 'VNI-Windows' : 'TCVN3', cells: counts[encoding] },
    }));
  if (warnings.length === 0) return document;
  return { ...document, blocks, warnings: [...document.warnings, ...warnings] };
}
