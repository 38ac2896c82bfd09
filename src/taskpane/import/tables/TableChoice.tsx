import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { type ReactElement, useEffect, useState } from 'react';
import type { TableSummary } from '../../../import/assemble/list-tables';
import type { RawDocument } from '../../../readers/raw-document';
import { isEqual } from '../../../shared/is-equal';
import { ExplainedButton } from '../../components/ExplainedButton';
import layout from '../../components/layout.module.css';
import { useTranslation } from '../../shell/use-translation';
import type { ImportFlow } from '../use-import';
import styles from './tables.module.css';
import { useTableLabel } from './use-table-label';

type TableChoiceProps = {
  document: RawDocument;
  /** Indexes of the tables that were read. */
  taken: readonly number[];
  flow: ImportFlow;
  isRunning: boolean;
};

/**
 * Offers the tables of the document: several can be taken together, each as an area of its own.
 * @returns null if there is only one
 */
export function TableChoice({ document, taken, flow, isRunning }: TableChoiceProps): ReactElement | null {
  const { t } = useTranslation();
  const label = useTableLabel();
  const [tables, setTables] = useState<readonly TableSummary[]>([]);
  const [picked, setPicked] = useState(taken);
  useEffect(() => {
    let isStale = false;
    // Reads every table of the document: after the rows are there.
    const timer = window.setTimeout(() => {
      void import('../../../import/assemble/list-tables').then(({ listTables }) => {
        if (!isStale) setTables(listTables(document).filter(({ tasks }) => tasks > 0));
      });
    });
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [document]);
  if (tables.length < 2) return null;
  const wanted = tables.map(({ index }) => index).filter((index) => picked.includes(index));
  const asTasks = tables.some(({ index, kind }) => picked.includes(index) && kind !== 'tasks');
  return (
    <fieldset className={styles.choice}>
      <legend>{t('review.table')}</legend>
      <ul className={styles.tables}>
        {tables.map((table) => (
          <li key={table.index}>
            {table.readable ? (
              <Checkbox
                label={label(table)}
                checked={picked.includes(table.index)}
                onChange={(_, checked) =>
                  setPicked((now) =>
                    checked ? [...now, table.index] : now.filter((index) => index !== table.index),
                  )
                }
              />
            ) : (
              <>
                <span>{label(table)}</span>
                <DefaultButton
                  text={t('tables.assign')}
                  disabled={isRunning}
                  onClick={() => flow.askForColumns(tables, table.index)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {asTasks && <p className={layout.warning}>{t('tables.asTasks')}</p>}
      <ExplainedButton
        text={t('tables.read', { count: wanted.length })}
        why={wanted.length === 0 ? t('tables.none') : isEqual(wanted, taken) ? t('tables.same') : null}
        disabled={isRunning}
        onClick={() => void flow.readTables({ tables: wanted, ...(asTasks && { asTasks }) })}
      />
    </fieldset>
  );
}
