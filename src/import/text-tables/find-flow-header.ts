import { detectHeaderRole } from '../../annex/detect-header-role';
import type { ColumnRole } from '../../annex/header-vocabulary';
import { isFirstNumeral } from '../../annex/numbering';
import { parseRowLabel } from '../table-layout/parse-row-label';
import { type FlowLine, getLineKey } from './split-flow-lines';

type FlowColumn = { role: ColumnRole; header: string };
export type FlowHeader = {
  first: number;
  last: number;
  columns: FlowColumn[];
  /** Keys of its lines. */
  keys: string[];
  /** Those that no cell of the table would hold. */
  distinctiveKeys: ReadonlySet<string>;
};

const MAX_FLOW_HEADER_LINES = 16;
const MAX_FLOW_HEADER_TOKENS = 48;
const MIN_FLOW_ROLES = 4;

type HeaderSplit = { columns: FlowColumn[]; weight: number };

/**
 * Splits a line of words into the headers it names: the split whose parts name the most different columns
 * with the most letters.
 */
function splitFlowHeader(words: readonly string[]): FlowColumn[] {
  if (words.length > MAX_FLOW_HEADER_TOKENS) return [];
  /** Best split of the words before a place, by the set of roles it uses. */
  const best: Map<string, HeaderSplit>[] = Array.from({ length: words.length + 1 }, () => new Map());
  best[0]!.set('', { columns: [], weight: 0 });
  for (let to = 1; to <= words.length; to++)
    for (let from = Math.max(0, to - 14); from < to; from++) {
      if (best[from]!.size === 0) continue;
      const header = words.slice(from, to).join(' ');
      const detected = detectHeaderRole(header);
      if (!detected) continue;
      for (const { columns, weight } of best[from]!.values()) {
        if (columns.some(({ role }) => role === detected.role)) continue;
        const next: HeaderSplit = {
          columns: [...columns, { role: detected.role, header }],
          weight: weight + detected.weight + (detected.weak ? 0 : 20),
        };
        const key = next.columns
          .map(({ role }) => role)
          .sort()
          .join();
        const other = best[to]!.get(key);
        if (!other || next.weight > other.weight) best[to]!.set(key, next);
      }
    }
  const complete = [...best[words.length]!.values()];
  return (
    complete.sort((a, b) => b.columns.length - a.columns.length || b.weight - a.weight)[0]?.columns ?? []
  );
}

function isTableStart(line: FlowLine): boolean {
  return (
    parseRowLabel(line.words[0]!.text)?.readings.some(
      (reading) => isFirstNumeral(reading) && reading.kind !== 'small',
    ) ?? false
  );
}

function isDistinctiveLine(line: FlowLine): boolean {
  const detected = detectHeaderRole(line.text);
  return detected !== null && !detected.weak && detected.role !== 'product' && line.words.length > 1;
}

function createFlowHeader(
  lines: readonly FlowLine[],
  first: number,
  last: number,
  columns: FlowColumn[],
): FlowHeader {
  const own = lines.slice(first, last + 1);
  return {
    first,
    last,
    columns,
    keys: own.map(getLineKey),
    distinctiveKeys: new Set(own.filter(isDistinctiveLine).map(getLineKey)),
  };
}

/**
 * Finds the heading of a table copied as running text: from "TT" to the first number.
 *
 * @returns null if there is none
 */
export function findFlowHeader(lines: readonly FlowLine[]): FlowHeader | null {
  for (let first = 0; first < lines.length; first++) {
    const start = lines[first]!.words.slice(0, 2).map((word) => word.text);
    if (detectHeaderRole(start[0]!)?.role !== 'tt' && detectHeaderRole(start.join(' '))?.role !== 'tt')
      continue;
    for (let last = first; last < Math.min(lines.length - 1, first + MAX_FLOW_HEADER_LINES); last++) {
      if (!isTableStart(lines[last + 1]!)) continue;
      const words = lines.slice(first, last + 1).flatMap((line) => line.words.map((word) => word.text));
      const columns = splitFlowHeader(words);
      if (columns.length >= MIN_FLOW_ROLES && columns[0]!.role === 'tt')
        return createFlowHeader(lines, first, last, columns);
      break;
    }
  }
  return null;
}

/**
 * Returns the lines of the body without repeated headings and page numbers before them; a page begins there.
 */
export function getBodyLines(lines: readonly FlowLine[], header: FlowHeader): FlowLine[] {
  const body: FlowLine[] = [];
  let startsPage = false;
  for (let at = header.last + 1; at < lines.length; at++) {
    const again = header.keys.every(
      (key, index) => lines[at + index] && getLineKey(lines[at + index]!) === key,
    );
    if (again) {
      while (body.length > 0 && /^[-–\s]*\d{1,3}[-–\s]*$/.test(body.at(-1)!.text)) body.pop();
      at += header.keys.length - 1;
      startsPage = true;
      continue;
    }
    const line = lines[at]!;
    body.push(startsPage ? { ...line, startsPage: true } : line);
    startsPage = false;
  }
  return body;
}
