import { Link } from 'office-ui-fabric-react/lib/Link';
import type { ReactElement } from 'react';
import type { SummaryCounts } from '../../school-workbook/summary/read-summary';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import { showRows } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { SectionBars } from './SectionBars';

type SummaryCountId = 'total' | 'performed' | 'notPerformed' | 'undecided' | 'done';

/** The rows that each figure counts; the sheet's formulas say the same. */
const COUNTED_ROWS: Record<SummaryCountId, (row: TaskRecord) => boolean> = {
  total: () => true,
  performed: ({ task }) => task.applicability === 'performed',
  notPerformed: ({ task }) => task.applicability === 'notPerformed',
  undecided: ({ task }) => task.applicability === 'undecided',
  done: ({ task, status }) => task.applicability === 'performed' && status === 'done',
};
const SUMMARY_COUNT_IDS = Object.keys(COUNTED_ROWS) as SummaryCountId[];

type SummaryTabProps = {
  pane: Pane;
  onImport: () => void;
  /** Shows the rows behind a figure in the list. */
  onRows: (keys: string[]) => void;
};

/** The figures of the sheet *Tổng hợp* with a picture; each leads to its rows. */
export function SummaryTab({ pane, onImport, onRows }: SummaryTabProps): ReactElement {
  const { t: say } = useTranslation();
  const { view } = pane;
  if (!view?.table) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  const { summary, table } = view;
  if (!summary) {
    return (
      <p className="warning">
        {say('pane.summary.missing')} {say('pane.summary.missing.next')}
      </p>
    );
  }
  const go = (rows: TaskRecord[]): void => {
    const keys = rows.map(({ key }) => key);
    onRows(keys);
    if (keys.length > 0) void pane.perform(showRows, keys);
  };
  const share = ({ done, performed }: SummaryCounts): string =>
    performed === 0
      ? say('pane.summary.none')
      : `${((done / performed) * 100).toFixed(1).replace('.', ',')} %`;

  const lines = (
    heading: string,
    name: (line: SummaryCounts & Record<string, unknown>) => string,
    rowsOf: (line: SummaryCounts & Record<string, unknown>) => TaskRecord[],
    all: readonly (SummaryCounts & Record<string, unknown>)[],
  ): ReactElement => (
    <div className="table-frame" tabIndex={0} role="region" aria-label={heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {SUMMARY_COUNT_IDS.map((id) => (
              <th scope="col" key={id}>
                {say(`summary.${id}`)}
              </th>
            ))}
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {all.map((line, index) => (
            <tr key={index}>
              <th scope="row">
                <Link onClick={() => go(rowsOf(line))}>{name(line)}</Link>
              </th>
              {SUMMARY_COUNT_IDS.map((id) => (
                <td key={id}>{line[id]}</td>
              ))}
              <td>{share(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  return (
    <div className="summary">
      <div className="tiles">
        {SUMMARY_COUNT_IDS.map((id) => (
          <button
            key={id}
            type="button"
            className={`tile ${id}`}
            title={say('pane.summary.go', { figure: say(`summary.${id}`) })}
            onClick={() => go(table.rows.filter(COUNTED_ROWS[id]))}
          >
            <b>{summary[id]}</b> <span>{say(`summary.${id}`)}</span>
          </button>
        ))}
      </div>
      <p>
        <b>{share(summary)}</b> –{' '}
        {say('pane.summary.share', { done: summary.done, performed: summary.performed })}
      </p>
      <p className="quiet">{say('pane.summary.note')}</p>
      <SectionBars areas={summary.byArea} label={say('pane.summary.picture')} />
      {lines(
        say('summary.byArea'),
        ({ section, sectionTitle }) => [section, sectionTitle].filter(Boolean).join('. '),
        ({ section }) => table.rows.filter(({ task }) => task.section === section),
        summary.byArea,
      )}
      {lines(
        say('summary.byLeadUnit'),
        ({ leadUnit }) => String(leadUnit) || say('summary.noLeadUnit'),
        ({ leadUnit }) => table.rows.filter(({ task }) => task.leadUnit === leadUnit),
        summary.byLeadUnit,
      )}
    </div>
  );
}
