import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import { formatLocation } from '../../../i18n/format-problem';
import {
  type FindSourceFragment,
  getFragmentLines,
  type SourceFragment,
} from '../../../import/review/source-index';
import type { ProblemLocation } from '../../../shared/problem';
import layout from '../../components/layout.module.css';
import { useTranslation } from '../../shell/use-translation';
import styles from './SourcePanel.module.css';

/** The place within its file: the file itself is named above. */
function omitFile({ sheet, page, table, cell, row }: ProblemLocation): ProblemLocation {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(page !== undefined && { page }),
    ...(table !== undefined && { table }),
    ...(cell !== undefined ? { cell } : row !== undefined && { row }),
  };
}

function SourceCells({ fragment }: { fragment: SourceFragment }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className={styles.cells}>
      {fragment.cells.map((cell, index) => (
        <li key={index}>
          {cell.place?.cell && <span className={layout.muted}>{cell.place.cell}: </span>}
          {cell.text}
          {cell.original !== undefined && (
            <span className={layout.muted}> {t('review.source.stored', { text: cell.original })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

type SourcePanelProps = {
  sourceRows: readonly ProblemLocation[];
  sourceOf: FindSourceFragment;
  /** Splits the row between these lines of the source; absent where it is only looked at. */
  onSplit?: (earlier: readonly string[], later: readonly string[]) => void;
};

/** What a row was put together from, as it stands in the source. */
export function SourcePanel({ sourceRows, sourceOf, onSplit }: SourcePanelProps): ReactElement {
  const { t, locale } = useTranslation();
  const found = sourceRows.map((place) => ({ place, fragment: sourceOf(place) }));
  const lines = found.flatMap(({ fragment }) => (fragment ? getFragmentLines(fragment) : []));
  return (
    <div className={styles.source}>
      <h3>{t('review.source')}</h3>
      {found.map(({ place, fragment }, index) => (
        <div key={index}>
          <p className={layout.muted}>
            {formatLocation(locale, omitFile(place)) || t('review.source.paragraph')}
          </p>
          {fragment?.lines ? (
            <ol className={styles.lines} data-testid="source-lines">
              {fragment.lines.map((line, at) => (
                <li key={at}>{line}</li>
              ))}
            </ol>
          ) : (
            fragment && <SourceCells fragment={fragment} />
          )}
        </div>
      ))}
      {onSplit && lines.length > 1 && (
        <div className={styles.split} role="group" aria-label={t('review.splitLines')}>
          <span>{t('review.splitLines')}</span>
          {lines.slice(1).map((line, index) => (
            <DefaultButton
              key={index}

              text={String(index + 2)}
              title={line}
              ariaLabel={t('review.splitLines.at', { line: index + 2, text: line })}
              onClick={() => onSplit(lines.slice(0, index + 1), lines.slice(index + 1))}
            />
          ))}
        </div>
      )}
    </div>
  );
}
