import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import type { ReactElement } from 'react';
import { formatPercent } from '../../reports/results/format-numbers';
import {
  listEndedCodes,
  listSeveralDocuments,
  selectFollowedRows,
} from '../../school-workbook/documents/documents';
import { countByDocument } from '../../school-workbook/summary/count-tasks';
import type { SummaryCounts } from '../../school-workbook/summary/read-summary';
import type { TaskRecord } from '../../school-workbook/tasks/read-tasks';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import layout from '../components/layout.module.css';
import { ProblemText } from '../components/ProblemText';
import tiles from '../components/Tiles.module.css';
import { COMMANDS } from '../shell/commands';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { DocumentStatusList } from './DocumentStatusList';
import { SectionBars } from './SectionBars';
import styles from './SummaryTab.module.css';

type SummaryCountId = 'total' | 'performed' | 'notPerformed' | 'undecided' | 'done';

/** The rows that each figure counts; the sheet's formulas say the same. */
const COUNTED_ROWS: Record<SummaryCountId, (row: TaskRecord) => boolean> = {
  total: () => true,
  performed: ({ task }) => task.applicability === 'performed',
  notPerformed: ({ task }) => task.applicability === 'notPerformed',
  undecided: ({ task }) => task.applicability === 'undecided',
  done: ({ task, status }) => task.applicability === 'performed' && status === 'done',
};
/** So many cells are named; the check-up of the workbook names all. */
const MAX_SHOWN_CELLS = 5;
const SUMMARY_COUNT_IDS = Object.keys(COUNTED_ROWS) as SummaryCountId[];

type SummaryTabProps = {
  pane: Pane;
  onImport: () => void;
  /** Goes to *Kiểm tra sổ*. */
  onCheck: () => void;
  /** Shows the rows behind a figure in the list. */
  onRows: (keys: string[]) => void;
};

/** The figures of the sheet *Tổng hợp* with a picture; each leads to its rows. */
export function SummaryTab({ pane, onImport, onCheck, onRows }: SummaryTabProps): ReactElement {
  const { t } = useTranslation();
  const { view } = pane;
  if (!view?.table) return <EmptyWorkbook pane={pane} onImport={onImport} />;
  const { summary } = view;
  const ended = listEndedCodes(view.facts);
  const table = { rows: selectFollowedRows(view.table.rows, ended) };
  const documents = listSeveralDocuments(view.facts).filter(({ code }) => !ended.includes(code));
  const checkButton = <DefaultButton text={t('check-up.start')} onClick={onCheck} />;
  if (!summary) {
    return (
      <>
        <p className={layout.warning}>
          {t('pane.summary.missing')} {t('pane.summary.missing.next')}
        </p>
        {checkButton}
      </>
    );
  }
  const go = (rows: TaskRecord[]): void => {
    const keys = rows.map(({ key }) => key);
    onRows(keys);
    if (keys.length > 0) void pane.show(COMMANDS.showRows, keys);
  };
  const share = ({ done, performed }: SummaryCounts): string =>
    performed === 0 ? t('pane.summary.none') : formatPercent(done / performed);

  const lines = (
    heading: string,
    name: (line: SummaryCounts & Record<string, unknown>) => string,
    rowsOf: (line: SummaryCounts & Record<string, unknown>) => TaskRecord[],
    all: readonly (SummaryCounts & Record<string, unknown>)[],
  ): ReactElement => (
    <div className={styles.tableFrame} tabIndex={0} role="region" aria-label={heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {SUMMARY_COUNT_IDS.map((id) => (
              <th scope="col" key={id}>
                {t(`summary.${id}`)}
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
    <div>
      <div className={tiles.tiles} data-testid="tiles">
        {SUMMARY_COUNT_IDS.map((id) => (
          <button
            key={id}
            type="button"
            className={tiles.tile}
            data-testid="tile"
            data-count={id}
            title={t('pane.summary.go', { figure: t(`summary.${id}`) })}
            onClick={() => go(table.rows.filter(COUNTED_ROWS[id]))}
          >
            <b>{summary[id]}</b> <span>{t(`summary.${id}`)}</span>
          </button>
        ))}
      </div>
      <p>
        <b>{share(summary)}</b> –{' '}
        {t('pane.summary.share', { done: summary.done, performed: summary.performed })}
      </p>
      <p className={layout.muted}>{t('pane.summary.note')}</p>
      {view.notCounted.slice(0, MAX_SHOWN_CELLS).map((problem) => (
        <p className={layout.warning} key={problem.place.cell}>
          <ProblemText problem={problem} />
        </p>
      ))}
      {view.notCounted.length > MAX_SHOWN_CELLS && (
        <p className={layout.warning}>
          {t('pane.summary.moreCells', { cells: view.notCounted.length - MAX_SHOWN_CELLS })}
        </p>
      )}
      <div className={layout.row}>{checkButton}</div>
      <SectionBars areas={summary.byArea} label={t('pane.summary.picture')} />
      {documents.length > 0 &&
        lines(
          t('document.choice'),
          ({ code, title }) => [code || t('document.none'), title].filter(Boolean).join(' – '),
          ({ code }) => table.rows.filter(({ document }) => document === code),
          countByDocument(table.rows, documents),
        )}
      <DocumentStatusList pane={pane} />
      {lines(
        t('summary.byArea'),
        ({ section, sectionTitle }) => [section, sectionTitle].filter(Boolean).join('. '),
        ({ section, sectionTitle }) =>
          table.rows.filter(
            ({ task }) =>
              // Documents number their areas alike.
              task.section === section && (documents.length === 0 || task.sectionTitle === sectionTitle),
          ),
        summary.byArea,
      )}
      {lines(
        t('summary.byLeadUnit'),
        ({ leadUnit }) => String(leadUnit) || t('summary.noLeadUnit'),
        ({ leadUnit }) => table.rows.filter(({ task }) => task.leadUnit === leadUnit),
        summary.byLeadUnit,
      )}
    </div>
  );
}
