import { Link } from 'office-ui-fabric-react/lib/Link';
import type { ReactElement } from 'react';
import type { Figures } from '../../workbook/read-summary';
import type { TrackedRow } from '../../workbook/read-tasks';
import { showRows } from '../shell/commands';
import { EmptyBook } from '../shell/EmptyBook';
import type { Pane } from '../shell/use-pane';
import { useWords } from '../shell/words';
import { AreaBars } from './AreaBars';

type FigureId = 'total' | 'performed' | 'notPerformed' | 'undecided' | 'done';

/** The rows that each figure counts; the sheet's formulas say the same. */
const BEHIND: Record<FigureId, (row: TrackedRow) => boolean> = {
  total: () => true,
  performed: ({ task }) => task.applicability === 'performed',
  notPerformed: ({ task }) => task.applicability === 'notPerformed',
  undecided: ({ task }) => task.applicability === 'undecided',
  done: ({ task, status }) => task.applicability === 'performed' && status === 'done',
};
const FIGURE_IDS = Object.keys(BEHIND) as FigureId[];

export type SummaryTabProps = {
  pane: Pane;
  onImport: () => void;
  /** Shows the rows behind a figure in the list. */
  onRows: (keys: string[]) => void;
};

/** The figures of the sheet *Tổng hợp* with a picture; each leads to its rows. */
export function SummaryTab({ pane, onImport, onRows }: SummaryTabProps): ReactElement {
  const { say } = useWords();
  const { view } = pane;
  if (!view?.table) return <EmptyBook pane={pane} onImport={onImport} />;
  const { summary, table } = view;
  if (!summary) {
    return (
      <p className="warning">
        {say('pane.summary.missing')} {say('pane.summary.missing.next')}
      </p>
    );
  }
  const go = (rows: TrackedRow[]): void => {
    const keys = rows.map(({ key }) => key);
    onRows(keys);
    if (keys.length > 0) void pane.perform(showRows, keys);
  };
  const share = ({ done, performed }: Figures): string =>
    performed === 0
      ? say('pane.summary.none')
      : `${((done / performed) * 100).toFixed(1).replace('.', ',')} %`;

  const lines = (
    heading: string,
    name: (line: Figures & Record<string, unknown>) => string,
    rowsOf: (line: Figures & Record<string, unknown>) => TrackedRow[],
    all: readonly (Figures & Record<string, unknown>)[],
  ): ReactElement => (
    <div className="table-frame" tabIndex={0} role="region" aria-label={heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {FIGURE_IDS.map((id) => (
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
              {FIGURE_IDS.map((id) => (
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
        {FIGURE_IDS.map((id) => (
          <button
            key={id}
            type="button"
            className={`tile ${id}`}
            title={say('pane.summary.go', { figure: say(`summary.${id}`) })}
            onClick={() => go(table.rows.filter(BEHIND[id]))}
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
      <AreaBars areas={summary.byArea} label={say('pane.summary.picture')} />
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
