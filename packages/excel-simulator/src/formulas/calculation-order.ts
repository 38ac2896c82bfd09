import type { Dependencies, FormulaNode } from './dependencies';

/** Places of one stage; no sheet has more formulas. */
const STAGE_SIZE = 2 ** 24;

function getStage(position: number): number {
  return Math.floor(position / STAGE_SIZE);
}

const isDirect = ({ compiled }: FormulaNode): boolean => compiled.evaluate !== null;

/** Gives formulas their places in the order of calculation, which holds as long as no formula comes or changes. */
export class CalculationOrder {
  #stages = 0;

  /**
   * Places scheduled formulas after all others. They must be all that depend on any of them: so what they read stays
   * before them.
   */
  place(dependencies: Dependencies, stages: readonly (readonly FormulaNode[])[]): void {
    for (const stage of stages) {
      // Formulas of a stage that the library calculates stand together: it takes them in one run.
      const ordered = [...stage.filter(isDirect), ...stage.filter((node) => !isDirect(node))];
      ordered.forEach((node, index) => {
        node.position = this.#stages * STAGE_SIZE + index;
        dependencies.unplaced.delete(node.key);
      });
      this.#stages += 1;
    }
  }
}

/** A formula that has its place. */
type PlacedFormula = FormulaNode & { position: number };

/** Formulas waiting to be calculated, taken in their order, each once: a heap of their places. */
export class FormulaQueue {
  readonly #heap: number[] = [];
  /** Formulas that wait or were taken, by their places. */
  readonly #known = new Map<number, PlacedFormula>();

  /** Counts a formula as taken. Returns false where it was known. */
  exclude(node: PlacedFormula): boolean {
    if (this.#known.has(node.position)) return false;
    this.#known.set(node.position, node);
    return true;
  }

  /** Adds a formula, unless it is known or has no place: then it is not to be calculated. */
  add(node: FormulaNode): void {
    if (!isPlaced(node) || !this.exclude(node)) return;
    const heap = this.#heap;
    const { position } = node;
    let at = heap.length;
    heap.push(position);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= position) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = position;
  }

  /**
   * Returns the first formula without taking it.
   * @returns undefined where none waits.
   */
  peek(): PlacedFormula | undefined {
    return this.#heap.length > 0 ? this.#known.get(this.#heap[0]!) : undefined;
  }

  /**
   * Takes the first formula.
   * @returns undefined where none waits.
   */
  take(): PlacedFormula | undefined {
    const first = this.peek();
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(position: number): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
      if (heap[child]! >= position) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = position;
  }
}

function isPlaced(node: FormulaNode): node is PlacedFormula {
  return node.position !== null;
}

/**
 * Takes the formulas that the library calculates in one run with the first of them, those included that read others of
 * the run cell by cell.
 */
export function takeLibraryRun(
  dependencies: Dependencies,
  queue: FormulaQueue,
  first: PlacedFormula,
): FormulaNode[] {
  const stage = getStage(first.position);
  const run = new Set([first]);
  for (let next = queue.peek(); next && getStage(next.position) === stage; next = queue.peek())
    run.add(queue.take()!);
  for (const { key } of run) {
    for (const reader of dependencies.getReaders(key)) {
      const node = dependencies.formulas.get(reader);
      if (!node || !isPlaced(node) || getStage(node.position) !== stage) continue;
      if (queue.exclude(node)) run.add(node);
    }
  }
  return [...run].sort((a, b) => a.position - b.position);
}
