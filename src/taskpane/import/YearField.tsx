import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { type ReactElement, useState } from 'react';
import { type AnnexYear, parseAnnexYear } from '../../import/assemble/annex-year';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

/** Asks once for the year of an annex that names none; it holds for all its tasks. */
export function YearField({ onChange }: { onChange: (year: AnnexYear | null) => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isWrong = typed.trim().length >= 4 && parseAnnexYear(typed) === null;
  return (
    <div className={layout.callout}>
      <TextField
        label={t('pane.year')}
        description={t('pane.year.hint')}
        value={typed}
        {...(isWrong && { errorMessage: t('pane.year.wrong') })}
        onChange={(_, text = '') => {
          setTyped(text);
          onChange(parseAnnexYear(text));
        }}
      />
    </div>
  );
}
