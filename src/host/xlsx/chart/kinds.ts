/** Kinds of charts the codec reads and writes, by Excel.ChartType. Others are kept as they are. */
export type ChartKind = {
  type: string;
  element: 'c:barChart' | 'c:lineChart' | 'c:pieChart' | 'c:doughnutChart' | 'c:areaChart';
  grouping?: 'clustered' | 'standard' | 'stacked' | 'percentStacked';
  direction?: 'col' | 'bar';
  markers?: boolean;
  exploded?: boolean;
};

function stacks(
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
  ...stacks('Column', { element: 'c:barChart', direction: 'col' }, 'clustered'),
  ...stacks('Bar', { element: 'c:barChart', direction: 'bar' }, 'clustered'),
  ...stacks('Line', { element: 'c:lineChart', markers: false }, 'standard'),
  ...stacks('LineMarkers', { element: 'c:lineChart', markers: true }, 'standard'),
  ...stacks('Area', { element: 'c:areaChart' }, 'standard'),
  { type: 'Pie', element: 'c:pieChart', exploded: false },
  { type: 'PieExploded', element: 'c:pieChart', exploded: true },
  { type: 'Doughnut', element: 'c:doughnutChart', exploded: false },
  { type: 'DoughnutExploded', element: 'c:doughnutChart', exploded: true },
];

export function kindOfType(type: string): ChartKind | undefined {
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
export const USUAL_GAP = 150;
