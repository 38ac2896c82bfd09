import { isFirstNumeral, isNextNumeral, type Numeral } from '../../annex/numbering';
import { appendAll } from '../../shared/append-all';
import { isAnnexEnd } from '../assemble/row-kinds';
import { isBrokenLabel, parseRowLabel } from '../table-layout/parse-row-label';
import type { FlowLine, FlowWord } from './split-flow-lines';

/** A row of running text: what follows its label, up to a page end and after it. */
export type FlowRow = {
  label: string;
  /** Lines in it that look like the beginning of another row. */
  strayLabels: number;
  section: boolean;
  /** Its words, page by page. */
  parts: FlowWord[][];
  lines: FlowLine[];
};

/** Sections and tasks may be missing in a bad copy: so many at a time, each at a price. */
const MAX_MISSING_LABELS = 3;
const MISSING_LABEL_PENALTY = 0.7;

type LabelCandidate = { line: number; label: string; numeral: Numeral; section: boolean; capital: boolean };

function findLabelCandidates(lines: readonly FlowLine[]): LabelCandidate[] {
  return lines.flatMap((line, index): LabelCandidate[] => {
    const [first, second] = line.words;
    const text = first!.text;
    const label = parseRowLabel(text);
    if (!label || label.prefix.length > 0) return [];
    const capital = second === undefined || /^["“(]?\p{Lu}/u.test(second.text);
    return label.readings
      .filter(({ kind }) => kind === 'arabic' || kind === 'roman' || kind === 'capital')
      .map((numeral) => ({
        line: index,
        label: label.text,
        numeral,
        section: numeral.kind !== 'arabic',
        capital,
      }));
  });
}

/**
 * Counts the labels missing between two.
 *
 * @returns null if the one cannot follow the other
 */
function countMissingBetween(previous: Numeral | null, next: Numeral): number | null {
  if (!previous || previous.kind !== next.kind) return isFirstNumeral(next) ? 0 : null;
  if (isNextNumeral(previous, next)) return 0;
  const step = next.value - previous.value - 1;
  return next.kind !== 'capital' && step > 0 && step <= MAX_MISSING_LABELS ? step : null;
}

/** Counts the missing labels before a row; tasks count from 1 in each section. */
function countMissingBefore(
  previous: LabelCandidate | null,
  next: LabelCandidate,
  section: LabelCandidate | null,
): number | null {
  if (next.section) return countMissingBetween(section?.numeral ?? null, next.numeral);
  return countMissingBetween(previous && !previous.section ? previous.numeral : null, next.numeral);
}

/** Scores a label: a number in the running text is rarely followed by a capital, a label mostly is. */
const scoreCandidate = ({ capital, section }: LabelCandidate): number =>
  (capital ? 1 : 0.35) + (section ? 0.3 : 0);

/**
 * Finds the lines that open rows: the longest run of labels in sequence (I, 1, 2 … II, 1 …), with few gaps.
 * Numbers that only happen to begin a line break the sequence and are skipped.
 */
function findLabelRun(candidates: readonly LabelCandidate[]): LabelCandidate[] {
  type Path = { value: number; before: number; section: number };
  const paths: (Path | null)[] = [];
  candidates.forEach((next, index) => {
    let best: Path | null =
      countMissingBefore(null, next, null) === 0
        ? { value: scoreCandidate(next), before: -1, section: next.section ? index : -1 }
        : null;
    for (let before = 0; before < index; before++) {
      const path = paths[before];
      const previous = candidates[before]!;
      if (!path || previous.line >= next.line) continue;
      const section = path.section < 0 ? null : candidates[path.section]!;
      const gap = countMissingBefore(previous, next, section);
      if (gap === null) continue;
      const value = path.value + scoreCandidate(next) - MISSING_LABEL_PENALTY * gap;
      if (!best || value > best.value) best = { value, before, section: next.section ? index : path.section };
    }
    paths[index] = best;
  });
  let at = paths.reduce(
    (best, path, index) => (path && path.value > (paths[best]?.value ?? 0) ? index : best),
    -1,
  );
  const run: LabelCandidate[] = [];
  while (at >= 0) {
    run.unshift(candidates[at]!);
    at = paths[at]?.before ?? -1;
  }
  return run;
}

/** Joins one label broken by a narrow column: "VII" alone on its line and "I …" on the next. */
function joinBrokenLabels(lines: readonly FlowLine[]): FlowLine[] {
  const joined: FlowLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]];
    const [upper, lower] = [line.words[0]!, next?.words[0]];
    if (next && lower && line.words.length === 1 && isBrokenLabel(upper.text, lower.text)) {
      const label = { ...upper, text: upper.text + lower.text };
      joined.push({ ...line, text: `${line.text}${next.text}`, words: [label, ...next.words.slice(1)] });
      at++;
    } else joined.push(line);
  }
  return joined;
}

/** More candidates than any table has: not one. */
const MAX_CANDIDATES = 4000;

/** Cuts the body of a table copied as running text into its rows. */
export function splitFlowRows(lines: readonly FlowLine[]): FlowRow[] {
  const closing = lines.findIndex((line) => isAnnexEnd(line.text));
  const body = joinBrokenLabels(closing < 0 ? lines : lines.slice(0, closing));
  const candidates = findLabelCandidates(body);
  if (candidates.length > MAX_CANDIDATES) return [];
  const run = findLabelRun(candidates);
  return run.map(({ line, label, section }, index): FlowRow => {
    const own = body.slice(line, run[index + 1]?.line ?? body.length);
    const parts: FlowWord[][] = [];
    own.forEach((each, at) => {
      if (at === 0 || each.startsPage) parts.push([]);
      appendAll(parts.at(-1)!, at === 0 ? each.words.slice(1) : each.words);
    });
    const strays = new Set(
      candidates.flatMap((other) =>
        other.capital && other.line > line && other.line < line + own.length ? [other.line] : [],
      ),
    );
    return { label, section, parts, lines: own, strayLabels: strays.size };
  });
}
