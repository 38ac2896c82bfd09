import type { CellContent, ChartSpec } from '../sheet-spec';
import type { Half } from './page-grid';

/** A figure that stands out: what it counts, the figure, what it is a part of. */
export type Tile = {
  label: string;
  value: CellContent;
  numberFormat: string;
  below: CellContent;
  /** How the tile looks where its figure is above 0; its label says the same in words. */
  alert?: 'late' | 'review';
};

export type PanelColumn = {
  header: string;
  /** Columns of the page it covers. */
  columns: number;
  numberFormat: string;
  horizontal: 'Left' | 'Center' | 'Right';
  /** A condition on the cell of the address given, which makes it red and bold. */
  late?: (cell: string) => string;
};

/** A table of the page; fewer lines than its band has leave blank ones. */
export type TablePanel = {
  kind: 'table';
  half: Half;
  columns: readonly PanelColumn[];
  lines: readonly (readonly CellContent[])[];
  /** What is not shown and where it is. */
  rest: CellContent;
};

export type ChartPanel = { kind: 'chart'; half: Half; chart: Omit<ChartSpec, 'position'> };

/** What stands side by side: a header row, as many lines, and one line for the rest. */
export type Band = { headerHeight: number; lines: number; panels: readonly (TablePanel | ChartPanel)[] };

/** A page that a leader reads, as data. */
export type DashboardPage = {
  unit: string;
  title: string;
  /** What the figures are about, and of which day they are. */
  about: { left: CellContent; right: CellContent };
  /** One line more below that, where there is one to lay out; the caller writes it. */
  hasSecondLine: boolean;
  /** The first is as wide as a name, the others as two figures; seven fill the page. */
  tiles: readonly Tile[];
  bands: readonly Band[];
  note: string;
};
