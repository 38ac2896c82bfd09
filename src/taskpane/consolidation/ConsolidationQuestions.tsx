import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { ComboBox } from 'office-ui-fabric-react/lib/ComboBox';
import type { ReactElement } from 'react';
import type { ConsolidationRun } from '../../consolidation/run/run-consolidation';
import { formatLocation } from '../../i18n/format-problem';
import { USE_FILE_LABEL } from '../../sheets/labels/consolidation-labels';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import lists from './lists.module.css';
import type { ConsolidationState } from './use-consolidation';

/** So many differing cells are shown of a pair of files. */
const MAX_CELLS = 30;

function getColumnHeader(field: string): string {
  return (COLUMN_HEADERS as Readonly<Record<string, string>>)[field] ?? field;
}

/**
 * Asks what only the officer can decide: whose a file is, and which of two files counts.
 * @returns null if nothing is open
 */
export function ConsolidationQuestions({
  run,
  result,
}: {
  run: ConsolidationState;
  result: ConsolidationRun;
}): ReactElement | null {
  const { t, locale } = useTranslation();
  const { consolidation: book, duplicates } = result;
  const asked = book.sources.filter(
    ({ state, sha256 }) => state === 'question' || (run.decisions.get(sha256) ?? '') !== '',
  );
  const whose = asked.filter(({ sha256 }) => !duplicates.some(({ files }) => files.includes(sha256)));
  if (whose.length + duplicates.length === 0) return null;
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
            selectedKey={run.decisions.get(source.sha256) ?? null}
            onChange={(_, option) => run.decide(source.sha256, String(option?.key ?? ''))}
          />
        );
      })}
      {duplicates.map(({ unit, files, proposed, differences }) => {
        const chosen = files.find((sha256) => run.decisions.get(sha256) === USE_FILE_LABEL) ?? proposed;
        return (
          <div key={unit}>
            <ChoiceGroup
              label={t('units.question.which', {
                unit,
                name: book.units.find(({ code }) => code === unit)?.name ?? '',
              })}
              selectedKey={chosen}
              options={files.map((sha256) => ({ key: sha256, text: getFileName(sha256) }))}
              onChange={(_, option) => {
                for (const sha256 of files) if (sha256 !== option?.key) run.decide(sha256, '');
                if (option) run.decide(option.key, USE_FILE_LABEL);
              }}
            />
            <details>
              <summary tabIndex={0}>{t('units.differences', { count: differences.length })}</summary>
              <ul className={lists.list}>
                {differences.slice(0, MAX_CELLS).map((one) => (
                  <li key={`${one.other} ${one.task} ${one.occurrence} ${one.field}`}>
                    <b>
                      {one.task} {getColumnHeader(one.field)}
                    </b>
                    : {String(one.proposed) || '–'} / {String(one.value) || '–'}{' '}
                    <span className={layout.muted}>{formatLocation(locale, one.otherPlace)}</span>
                  </li>
                ))}
              </ul>
            </details>
          </div>
        );
      })}
    </section>
  );
}
