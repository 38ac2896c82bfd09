/** Kinds of charts the codec reads and writes, by Excel.ChartType. Others are kept as they are. */
export type ChartKind = {
  type: string;
  element: 'c:barChart' | 'c:lineChart' | 'c:pieChart' | 'c:doughnutChart' | 'c:areaChart';
  grouping?: 'clustered' | 'standard' | 'stacked' | 'percentStacked';
  direction?: 'col' | 'bar';
  markers?: boolean;
  exploded?: boolean;
};

function createStackedKinds(
  stem: string,
  base: Omit<ChartKind, 'type' | 'grouping'>,
  plain: 'clustered' | 'standard',
): ChartKind[] {
  return [
    { ...base, type: plain === 'clustered' ? `${stem}Clustered` : stem, grouping: plain },
    { ...base, type: `${stem}Stacked`, grouping: 'stacked' },
    { ...base, type: `${stem}Stacked100`, grouping: 'percentStacked' },
  ];
}

export const CHART_KINDS: readonly ChartKind[] = [
  ...createStackedKinds('Column', { element: 'c:barChart', direction: 'col' }, 'clustered'),
  ...createStackedKinds('Bar', { element: 'c:barChart', direction: 'bar' }, 'clustered'),
  ...createStackedKinds('Line', { element: 'c:lineChart', markers: false }, 'standard'),
  ...createStackedKinds('LineMarkers', { element: 'c:lineChart', markers: true }, 'standard'),
  ...createStackedKinds('Area', { element: 'c:areaChart' }, 'standard'),
  { type: 'Pie', element: 'c:pieChart', exploded: false },
  { type: 'PieExploded', element: 'c:pieChart', exploded: true },
  { type: 'Doughnut', element: 'c:doughnutChart', exploded: false },
  { type: 'DoughnutExploded', element: 'c:doughnutChart', exploded: true },
];

export function findChartKind(type: string): ChartKind | undefined {
  return CHART_KINDS.find((kind) => kind.type === type);
}

/** Pies and doughnuts have no axes. */
export function hasAxes({ element }: ChartKind): boolean {
  return element !== 'c:pieChart' && element !== 'c:doughnutChart';
}

export const LEGEND_POSITIONS = [
  ['t', 'Top'],
  ['b', 'Bottom'],
  ['l', 'Left'],
  ['r', 'Right'],
  ['tr', 'Corner'],
] as const;

/** Per cent of a column's width between columns where a chart says nothing. */
export const DEFAULT_GAP_WIDTH = 150;
