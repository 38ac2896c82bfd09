import type { ChartModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import type { ReactElement } from 'react';
import { findMax } from '../../shared/min-max';
import { type ChartData, getSliceColor, readChartData } from './chart-data';
import styles from './ChartDrawing.module.css';

const WIDTH = 400;
const HEIGHT = 220;
const MARGIN = { left: 36, right: 8, top: 6, bottom: 22 };
function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

type Plot = { data: ChartData; stacked: boolean };

function getMaximum({ data, stacked }: Plot): number {
  const sums = data.categories.map((_, index) =>
    stacked
      ? data.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)
      : Math.max(0, findMax(data.series.map(({ values }) => values[index] ?? 0))),
  );
  return Math.max(1, findMax(sums));
}

function Columns({ data, stacked }: Plot): ReactElement {
  const top = getMaximum({ data, stacked });
  const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const slot = inner.width / Math.max(1, data.categories.length);
  const bar = (slot * 0.7) / (stacked ? 1 : Math.max(1, data.series.length));
  return (
    <>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <path
            d={`M${MARGIN.left} ${MARGIN.top + inner.height * (1 - part)}h${inner.width}`}
            stroke="#d9dedd"
          />
          <text x={MARGIN.left - 4} y={MARGIN.top + inner.height * (1 - part) + 4} textAnchor="end">
            {Math.round(top * part * 100) / 100}
          </text>
        </g>
      ))}
      {data.categories.map((category, index) => {
        const left = MARGIN.left + slot * index + slot * 0.15;
        let base = MARGIN.top + inner.height;
        return (
          <g key={index}>
            {data.series.map(({ values, color, pointColors }, nth) => {
              const height = ((values[index] ?? 0) / top) * inner.height;
              const y = (stacked ? base : MARGIN.top + inner.height) - height;
              base = stacked ? y : base;
              return (
                <rect
                  key={nth}
                  x={stacked ? left : left + bar * nth}
                  y={y}
                  width={bar}
                  height={height}
                  fill={pointColors[index] ?? color}
                />
              );
            })}
            <text x={left + slot * 0.35} y={HEIGHT - MARGIN.bottom + 14} textAnchor="middle">
              {shorten(category, Math.max(4, Math.floor(slot / 6)))}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Bars({ data, stacked }: Plot): ReactElement {
  const top = getMaximum({ data, stacked });
  const left = 130;
  const inner = { width: WIDTH - left - 34, height: HEIGHT - 8 };
  const slot = inner.height / Math.max(1, data.categories.length);
  const bar = (slot * 0.72) / (stacked ? 1 : Math.max(1, data.series.length));
  return (
    <>
      {data.categories.map((category, index) => {
        const y = slot * index + slot * 0.14;
        let x = left;
        return (
          <g key={index}>
            <text x={left - 5} y={y + slot * 0.36 + 4} textAnchor="end">
              {shorten(category, 22)}
            </text>
            {data.series.map(({ values, color, pointColors }, nth) => {
              const width = ((values[index] ?? 0) / top) * inner.width;
              const start = stacked ? x : left;
              x += stacked ? width : 0;
              return (
                <rect
                  key={nth}
                  x={start}
                  y={stacked ? y : y + bar * nth}
                  width={width}
                  height={bar}
                  fill={pointColors[index] ?? color}
                />
              );
            })}
          </g>
        );
      })}
    </>
  );
}

function Lines({ data }: Plot): ReactElement {
  const top = getMaximum({ data, stacked: false });
  const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const step = inner.width / Math.max(1, data.categories.length - 1);
  return (
    <>
      <path d={`M${MARGIN.left} ${MARGIN.top}v${inner.height}h${inner.width}`} stroke="#d9dedd" fill="none" />
      {data.series.map(({ values, color }, nth) => (
        <polyline
          key={nth}
          fill="none"
          stroke={color}
          strokeWidth="2.5"
          points={values
            .map(
              (value, index) =>
                `${MARGIN.left + step * index},${MARGIN.top + inner.height * (1 - value / top)}`,
            )
            .join(' ')}
        />
      ))}
      {data.categories.map((category, index) => (
        <text key={index} x={MARGIN.left + step * index} y={HEIGHT - MARGIN.bottom + 14} textAnchor="middle">
          {shorten(category, 8)}
        </text>
      ))}
    </>
  );
}

function Pie({ data, hole }: { data: ChartData; hole: number }): ReactElement {
  const values = data.series[0]?.values ?? [];
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const middle = { x: 120, y: HEIGHT / 2 - 6 };
  const radius = 88;
  const point = (part: number, r: number): string => {
    const angle = part * 2 * Math.PI - Math.PI / 2;
    return `${(middle.x + r * Math.cos(angle)).toFixed(2)} ${(middle.y + r * Math.sin(angle)).toFixed(2)}`;
  };
  let from = 0;
  return (
    <>
      {values.map((value, index) => {
        const part = total > 0 ? Math.max(0, value) / total : 0;
        // A whole circle as one arc would vanish: its ends meet.
        const to = Math.min(from + part, from + 0.9999);
        const large = to - from > 0.5 ? 1 : 0;
        const path = `M${point(from, radius)}A${radius} ${radius} 0 ${large} 1 ${point(to, radius)}L${point(to, radius * hole)}A${radius * hole} ${radius * hole} 0 ${large} 0 ${point(from, radius * hole)}Z`;
        from += part;
        return part > 0 ? (
          <path key={index} d={path} fill={getSliceColor(data, index)} stroke="#fff" />
        ) : null;
      })}
      {data.categories.map((category, index) => (
        <g key={index} transform={`translate(228 ${30 + index * 20})`}>
          <rect width="11" height="11" y="-9" fill={getSliceColor(data, index)} />
          <text x="16">{`${shorten(category, 20)}: ${values[index] ?? 0}`}</text>
        </g>
      ))}
    </>
  );
}

function Legend({ data }: { data: ChartData }): ReactElement {
  return (
    <div className={styles.legend}>
      {data.series.map(({ name, color }, index) => (
        <span key={index}>
          <i style={{ background: color }} /> {name}
        </span>
      ))}
    </div>
  );
}

function renderChart(type: string, data: ChartData): ReactElement {
  const stacked = /Stacked/.test(type);
  if (/^(Pie|Doughnut)/.test(type)) return <Pie data={data} hole={type.startsWith('Doughnut') ? 0.58 : 0} />;
  if (/^Bar/.test(type)) return <Bars data={data} stacked={stacked} />;
  if (/^(Line|Area|XY)/.test(type)) return <Lines data={data} stacked={false} />;
  return <Columns data={data} stacked={stacked} />;
}

/** A simple drawing of a chart: its kind, figures, colours, title and legend. */
export function ChartDrawing({
  workbook,
  chart,
}: {
  workbook: WorkbookModel;
  chart: ChartModel;
}): ReactElement {
  const data = readChartData(workbook, chart);
  const isPie = /^(Pie|Doughnut)/.test(chart.type);
  return (
    <figure role="img" aria-label={chart.title || chart.name}>
      {chart.showTitle && chart.title && <figcaption>{chart.title}</figcaption>}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
        {renderChart(chart.type, data)}
      </svg>
      {!isPie && chart.legend.visible && data.series.length > 1 && <Legend data={data} />}
    </figure>
  );
}
