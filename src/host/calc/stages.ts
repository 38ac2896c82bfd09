import type { AreaEntry } from './areas';
import { type CellKey, type Dependencies, type FormulaNode, cellKey } from './dependencies';

/** Formulas in the order they can be calculated, and those that depend on themselves. */
export type Stages = { stages: FormulaNode[][]; circular: FormulaNode[] };

type Graph = {
  /** What each node waits for. Nodes are formulas first, then areas. */
  edges: number[][];
  formulaCount: number;
};

const inside = ({ sheetId, area }: AreaEntry, node: FormulaNode): boolean =>
  node.sheetId === sheetId &&
  node.row >= area.top &&
  node.row <= area.bottom &&
  node.column >= area.left &&
  node.column <= area.right;

const buildGraph = (
  dependencies: Dependencies,
  nodes: readonly FormulaNode[],
  producerOf: (sheetId: string, row: number, column: number) => CellKey | null,
): Graph => {
  const indexOf = new Map(nodes.map((node, index) => [node.key, index]));
  const areaIndex = new Map<AreaEntry, number>();
  const edges: number[][] = nodes.map(() => []);
  const formulaAt = (sheetId: string, row: number, column: number): number | undefined => {
    const own = indexOf.get(cellKey(sheetId, row, column));
    if (own !== undefined) return own;
    const producer = producerOf(sheetId, row, column);
    return producer === null ? undefined : indexOf.get(producer);
  };
  nodes.forEach(({ compiled }, index) => {
    for (const { sheetId, row, column } of compiled.cells) {
      const source = formulaAt(sheetId, row, column);
      if (source !== undefined) edges[index]!.push(source);
    }
    const blocks = [
      ...compiled.areas,
      ...[...compiled.references, ...compiled.spills.map(asSpot)].map((spot) =>
        dependencies.areas.entry(spot.sheetId, spot.area, 'values'),
      ),
    ];
    for (const entry of blocks) {
      let at = areaIndex.get(entry);
      if (at === undefined) {
        at = edges.length;
        areaIndex.set(entry, at);
        edges.push(nodes.flatMap((node, other) => (inside(entry, node) ? [other] : [])));
      }
      edges[index]!.push(at);
    }
  });
  return { edges, formulaCount: nodes.length };
};

const asSpot = ({ sheetId, row, column }: { sheetId: string; row: number; column: number }) => ({
  sheetId,
  area: { top: row, left: column, bottom: row, right: column },
});

/** Tarjan's strongly connected components, each after those it waits for; without recursion. */
const components = (edges: readonly (readonly number[])[]): number[][] => {
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
};

/**
 * Puts formulas into stages. A formula that reads an area stands in a later stage than every formula in that
 * area; formulas that read each other through single cells may share one. `producerOf` names the formula whose
 * array fills a cell.
 */
export const intoStages = (
  dependencies: Dependencies,
  nodes: readonly FormulaNode[],
  producerOf: (sheetId: string, row: number, column: number) => CellKey | null,
): Stages => {
  const { edges, formulaCount } = buildGraph(dependencies, nodes, producerOf);
  const level = new Int32Array(edges.length);
  const circular: FormulaNode[] = [];
  const stages: FormulaNode[][] = [];
  for (const component of components(edges)) {
    const [first] = component as [number];
    const isCircular = component.length > 1 || edges[first]!.includes(first);
    for (const member of component) {
      const waits = edges[member]!;
      // An area counts as one step more than the formulas in it; an area without formulas as none.
      if (member >= formulaCount)
        level[member] = waits.reduce((most, one) => Math.max(most, level[one]! + 1), 0);
      else level[member] = waits.reduce((most, one) => Math.max(most, level[one]!), 0);
    }
    if (isCircular) {
      const most = Math.max(...component.map((member) => level[member]!));
      for (const member of component) level[member] = most;
      circular.push(...component.filter((member) => member < formulaCount).map((member) => nodes[member]!));
    } else if (first < formulaCount) (stages[level[first]!] ??= []).push(nodes[first]!);
  }
  return { stages: stages.filter((stage) => stage !== undefined), circular };
};
