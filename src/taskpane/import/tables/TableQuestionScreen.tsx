import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useState } from 'react';
import layout from '../../components/layout.module.css';
import { PaneDropdown } from '../../components/PaneDropdown';
import { ProblemText } from '../../components/ProblemText';
import { useTranslation } from '../../shell/use-translation';
import type { ImportFlow, QuestionImport } from '../use-import';
import { ColumnAssignmentForm } from './ColumnAssignmentForm';
import { useTableLabel } from './use-table-label';

type TableQuestionScreenProps = { current: QuestionImport; flow: ImportFlow; isRunning: boolean };

/** Asks which table is meant, whether its rows are tasks, and what its columns hold. */
export function TableQuestionScreen({ current, flow, isRunning }: TableQuestionScreenProps): ReactElement {
  const { t } = useTranslation();
  const label = useTableLabel();
  const { tables, problem, index } = current.reading;
  const [chosen, setChosen] = useState(index);
  const filled = tables.filter(({ tasks }) => tasks > 0);
  const table = filled.find((one) => one.index === chosen) ?? filled[0];
  return (
    <section aria-label={t('tables.title')}>
      <header className={layout.screenHeader}>
        <h2>{t('tables.title')}</h2>
        <DefaultButton text={t('pane.choose.again')} onClick={flow.leave} />
      </header>
      {problem && (
        <p className={layout.callout}>
          <ProblemText problem={problem} />
        </p>
      )}
      {filled.length > 1 && (
        <PaneDropdown
          label={t('review.table')}
          selectedKey={table?.index ?? null}
          options={filled.map((one) => ({ key: one.index, text: label(one) }))}
          onChange={(_, option) => option && setChosen(Number(option.key))}
        />
      )}
      {table?.readable && (
        <>
          <p>
            {t('tables.ask', { name: table.name, kind: t(`table.kind.${table.kind}`), rows: table.tasks })}
          </p>
          <PrimaryButton
            text={t('tables.take')}
            disabled={isRunning}
            onClick={() => void flow.readTables({ tables: [table.index], asTasks: true })}
          />
        </>
      )}
      {table && !table.readable && (
        <ColumnAssignmentForm
          key={table.index}
          table={table}
          isRunning={isRunning}
          onAssign={(columns) => void flow.readTables({ tables: [table.index], columns })}
        />
      )}
    </section>
  );
}
