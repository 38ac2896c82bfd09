import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { ComboBox } from 'office-ui-fabric-react/lib/ComboBox';
import type { ReactElement } from 'react';
import {
  type FileDecision,
  formatFileDecision,
  parseFileDecision,
} from '../../consolidation/run/file-decision';
import type { ConsolidationRun } from '../../consolidation/run/run-consolidation';
import type { CellDifference } from '../../consolidation/types';
import { formatLocation } from '../../i18n/format-problem';
import { getColumnHeader } from '../../i18n/get-column-header';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import lists from './lists.module.css';
import type { ConsolidationState } from './use-consolidation';

/** So many differing cells are shown of a pair of files. */
const MAX_CELLS = 30;

type CellDifferencesProps = {
  differences: readonly CellDifference[];
  /** Name of the file or sheet that the others are compared with. */
  proposed: string;
  /** Name of the other file or sheet of a difference. */
  getOther: (other: string) => string;
};

/** The cells in which two files, or two sheets, of a unit differ: which says what. */
function CellDifferences({ differences, proposed, getOther }: CellDifferencesProps): ReactElement {
  const { t, locale } = useTranslation();
  return (
    <details data-testid="differences">
      <summary tabIndex={0}>{t('units.differences', { count: differences.length })}</summary>
      <ul className={lists.list}>
        {differences.slice(0, MAX_CELLS).map((one) => (
          <li key={`${one.other} ${one.task} ${one.occurrence} ${one.field}`}>
            <b>
              {one.task} {getColumnHeader(one.field)}
            </b>
            <p>{t('units.difference', { name: proposed, value: String(one.proposed) || '–' })}</p>
            <p>
              {t('units.difference', { name: getOther(one.other), value: String(one.value) || '–' })}{' '}
              <span className={layout.muted}>
                {formatLocation(locale, { sheet: one.otherPlace.sheet, cell: one.otherPlace.cell })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * Asks what only the officer can decide: whose a file is, which of two files counts, and which of its sheets.
 * @returns null if nothing is open
 */
export function ConsolidationQuestions({
  run,
  result,
}: {
  run: ConsolidationState;
  result: ConsolidationRun;
}): ReactElement | null {
  const { t } = useTranslation();
  const { consolidation: book, duplicates, sheetChoices } = result;
  const getDecision = (sha256: string): FileDecision => parseFileDecision(run.decisions.get(sha256) ?? '');
  const decide = (sha256: string, change: Partial<FileDecision>): void =>
    run.decide(sha256, formatFileDecision({ ...getDecision(sha256), ...change }));
  const asked = book.sources.filter(
    ({ state, sha256 }) => state === 'question' || (run.decisions.get(sha256) ?? '') !== '',
  );
  const sheetsAsked = new Set(
    sheetChoices.flatMap(({ unit, sha256 }) =>
      unit !== '' && getDecision(sha256).unit === '' ? [sha256] : [],
    ),
  );
  const whose = asked.filter(
    ({ sha256 }) => !sheetsAsked.has(sha256) && !duplicates.some(({ files }) => files.includes(sha256)),
  );
  if (whose.length + duplicates.length + sheetChoices.length === 0) return null;
  const getUnitName = (unit: string): string => book.units.find(({ code }) => code === unit)?.name ?? '';
  const getFileName = (sha256: string): string =>
    book.sources.find((source) => source.sha256 === sha256)?.file ?? sha256;
  return (
    <section aria-labelledby="units-questions">
      <h2 id="units-questions">{t('units.questions')}</h2>
      {whose.map((source) => {
        const likely = source.candidates;
        const options = [...book.units]
          .sort((a, b) => Number(likely.includes(b.code)) - Number(likely.includes(a.code)))
          .map(({ code, name }) => ({ key: code, text: `${code} – ${name}` }));
        return (
          <ComboBox
            key={source.sha256}
            label={t('units.question.whose', { file: source.file, name: source.unitName })}
            options={options}
            allowFreeform={false}
            autoComplete="on"
            selectedKey={getDecision(source.sha256).unit || null}
            onChange={(_, option) => decide(source.sha256, { unit: String(option?.key ?? '') })}
          />
        );
      })}
      {duplicates.map(({ unit, files, proposed, differences }) => {
        const chosen = files.find((sha256) => getDecision(sha256).use) ?? proposed;
        return (
          <div key={unit}>
            <ChoiceGroup
              label={t('units.question.which', { unit, name: getUnitName(unit) })}
              selectedKey={chosen}
              options={files.map((sha256) => ({ key: sha256, text: getFileName(sha256) }))}
              onChange={(_, option) =>
                run.decideAll(
                  files.map((sha256) => {
                    const decision = { ...getDecision(sha256), use: sha256 === option?.key };
                    return [sha256, formatFileDecision(decision)] as const;
                  }),
                )
              }
            />
            <CellDifferences
              differences={differences}
              proposed={getFileName(proposed ?? files[0] ?? '')}
              getOther={getFileName}
            />
          </div>
        );
      })}
      {sheetChoices.map(({ unit, file, sha256, sheets, chosen, differences }) => (
        <div key={sha256}>
          <ChoiceGroup
            label={t('units.question.sheet', { unit, name: getUnitName(unit), file })}
            selectedKey={chosen}
            options={sheets.map((sheet) => ({ key: sheet, text: sheet }))}
            onChange={(_, option) => decide(sha256, { sheet: option?.key ?? '' })}
          />
          <CellDifferences differences={differences} proposed={sheets[0] ?? ''} getOther={(other) => other} />
        </div>
      ))}
    </section>
  );
}
