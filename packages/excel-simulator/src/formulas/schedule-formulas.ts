import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import { addToList, getMaximum } from '../model/collections';
import type { CellRange } from '../model/types';
import {
  type ChangedCell,
  type Dependencies,
  type FormulaNode,
  type PositionedRange,
  toCellKey,
} from './dependencies';
import { isShortRange, type RangeEntry } from './range-registry';
import { isSingleCellRange } from './resolve-operand';

/** Formulas in the order they can be calculated, and those that depend on themselves. */
type FormulaSchedule = { stages: FormulaNode[][]; circular: FormulaNode[] };

type DependencyGraph = {
  /** What each node waits for. Nodes are formulas first, then areas. */
  edges: number[][];
  formulaCount: number;
};

/** Cells a formula's values are in: its own, or all that its array fills. */
type FilledRangeGetter = (node: FormulaNode) => CellRange;

function buildGraph(
  dependencies: Dependencies,
  nodes: readonly FormulaNode[],
  filled: FilledRangeGetter,
): DependencyGraph {
  const indexByKey = new Map(nodes.map((node, index) => [node.key, index]));
  const results = new ResultPlaces(nodes, filled);
  const { arrays } = results;
  const blocks = new Map<RangeEntry, number>();
  const edges: number[][] = nodes.map(() => []);
  /** The node of an area, which waits for the formulas whose values are in it. */
  const getEntryNode = (entry: RangeEntry): number => {
    let at = blocks.get(entry);
    if (at === undefined) {
      at = edges.length;
      blocks.set(entry, at);
      edges.push(results.findIn(entry));
    }
    return at;
  };
  const getRangeNode = ({ sheetId, area }: PositionedRange): number =>
    getEntryNode(dependencies.areas.getEntry(sheetId, area, 'values'));
  nodes.forEach(({ compiled }, index) => {
    const waits = edges[index]!;
    for (const cell of compiled.cells) {
      const source = indexByKey.get(toCellKey(cell.sheetId, cell.row, cell.column));
      if (source !== undefined) waits.push(source);
      // A cell that an array fills is settled only when the array is written.
      else if (
        arrays.some(
          (one) =>
            one.sheetId === cell.sheetId && areRangesIntersecting(one.area, toPositionedRange(cell).area),
        )
      ) {
        waits.push(getRangeNode(toPositionedRange(cell)));
      }
    }
    for (const entry of compiled.areas) {
      waits.push(entry.use === 'values' ? getEntryNode(entry) : getRangeNode(entry));
    }
    for (const reference of compiled.references) waits.push(getRangeNode(reference));
    for (const anchor of compiled.spills) waits.push(getRangeNode(toPositionedRange(anchor)));
  });
  return { edges, formulaCount: nodes.length };
}

type ResultPlace = PositionedRange & { index: number };

/** Where the values of formulas are, found by areas. */
class ResultPlaces {
  /** Results of several cells. */
  readonly arrays: ResultPlace[] = [];
  readonly #byRow = new Map<string, Map<number, ResultPlace[]>>();
  readonly #byColumn = new Map<string, Map<number, ResultPlace[]>>();

  constructor(nodes: readonly FormulaNode[], filled: FilledRangeGetter) {
    nodes.forEach((node, index) => {
      const place = { sheetId: node.sheetId, area: filled(node), index };
      if (!isSingleCellRange(place.area)) {
        this.arrays.push(place);
        return;
      }
      addToList(getLines(this.#byRow, node.sheetId), node.row, place);
      addToList(getLines(this.#byColumn, node.sheetId), node.column, place);
    });
  }

  /** Lists the formulas with values in an area. */
  findIn({ sheetId, area }: PositionedRange): number[] {
    const isInside = (place: ResultPlace): boolean => areRangesIntersecting(place.area, area);
    const found = this.arrays.flatMap((place) =>
      place.sheetId === sheetId && isInside(place) ? [place.index] : [],
    );
    const isShort = isShortRange(area);
    const lines = getLines(isShort ? this.#byRow : this.#byColumn, sheetId);
    const [first, last] = isShort ? [area.top, area.bottom] : [area.left, area.right];
    const visit = (line: readonly ResultPlace[]): void => {
      for (const place of line) if (isInside(place)) found.push(place.index);
    };
    if (last - first < lines.size)
      for (let at = first; at <= last; at += 1) visit(lines.get(at) ?? NO_PLACES);
    else for (const line of lines.values()) visit(line);
    return found;
  }
}

const NO_PLACES: readonly ResultPlace[] = [];

function getLines(
  sheets: Map<string, Map<number, ResultPlace[]>>,
  sheetId: string,
): Map<number, ResultPlace[]> {
  let lines = sheets.get(sheetId);
  if (!lines) sheets.set(sheetId, (lines = new Map<number, ResultPlace[]>()));
  return lines;
}

function toPositionedRange({ sheetId, row, column }: ChangedCell): PositionedRange {
  return {
    sheetId,
    area: { top: row, left: column, bottom: row, right: column },
  };
}

const isDirect = ({ compiled }: FormulaNode): boolean => compiled.evaluate !== null;

/** Tarjan's strongly connected components, each after those it waits for; without recursion. */
function findComponents(edges: readonly (readonly number[])[]): number[][] {
  const order = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const isOpen = new Uint8Array(edges.length);
  const open: number[] = [];
  const found: number[][] = [];
  let counter = 0;
  const enter = (node: number): { node: number; next: number } => {
    order[node] = low[node] = counter++;
    open.push(node);
    isOpen[node] = 1;
    return { node, next: 0 };
  };
  for (let root = 0; root < edges.length; root += 1) {
    if (order[root] !== -1) continue;
    const stack = [enter(root)];
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const target = edges[frame.node]![frame.next];
      frame.next += 1;
      if (target === undefined) {
        stack.pop();
        const parent = stack.at(-1);
        if (parent) low[parent.node] = Math.min(low[parent.node]!, low[frame.node]!);
        if (low[frame.node] !== order[frame.node]) continue;
        const component: number[] = [];
        let member: number;
        do {
          member = open.pop()!;
          isOpen[member] = 0;
          component.push(member);
        } while (member !== frame.node);
        found.push(component);
      } else if (order[target] === -1) stack.push(enter(target));
      else if (isOpen[target]) low[frame.node] = Math.min(low[frame.node]!, order[target]!);
    }
  }
  return found;
}

/**
 * Puts formulas into stages. A formula that reads an area stands in a later stage than every formula in that
 * area; formulas that read each other through single cells may share one.
 */
export function scheduleFormulas(
  dependencies: Dependencies,
  nodes: readonly FormulaNode[],
  filled: FilledRangeGetter,
): FormulaSchedule {
  const { edges, formulaCount } = buildGraph(dependencies, nodes, filled);
  const level = new Int32Array(edges.length);
  const circular: FormulaNode[] = [];
  const stages: FormulaNode[][] = [];
  for (const component of findComponents(edges)) {
    const [first] = component as [number];
    const isCircular = component.length > 1 || edges[first]!.includes(first);
    for (const member of component) {
      const waits = edges[member]!;
      // An area counts as one step more than the formulas in it; an area without formulas as none.
      if (member >= formulaCount)
        level[member] = waits.reduce((most, one) => Math.max(most, level[one]! + 1), 0);
      else {
        // The library does not see what is calculated without it in the same stage, nor the reverse.
        const step = (one: number): number =>
          one < formulaCount && isDirect(nodes[one]!) !== isDirect(nodes[member]!) ? 1 : 0;
        level[member] = waits.reduce((most, one) => Math.max(most, level[one]! + step(one)), 0);
      }
    }
    if (isCircular) {
      const most = getMaximum(
        component.map((member) => level[member]!),
        0,
      );
      for (const member of component) {
        level[member] = most;
        if (member < formulaCount) circular.push(nodes[member]!);
      }
    } else if (first < formulaCount) (stages[level[first]!] ??= []).push(nodes[first]!);
  }
  return { stages: stages.filter((stage) => stage !== undefined), circular };
}
