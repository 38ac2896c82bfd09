import { type ReactElement, useState } from 'react';
import { LOCALES } from '../../i18n/locale';
import layout from '../components/layout.module.css';
import { PaneDropdown } from '../components/PaneDropdown';
import { readChosenLanguage, storeChosenLanguage } from '../shell/chosen-language';
import { useTranslation } from '../shell/use-translation';

const AS_OFFICE = 'office';

/** The language of the pane. It takes effect at once: the pane is loaded again. */
export function LanguagePanel(): ReactElement {
  const { t } = useTranslation();
  const [isRefused, setRefused] = useState(false);
  return (
    <div className={layout.form}>
      <PaneDropdown
        label={t('settings.language')}
        selectedKey={readChosenLanguage() ?? AS_OFFICE}
        options={([AS_OFFICE, ...LOCALES] as const).map((key) => ({
          key,
          text: t(`settings.language.${key}`),
        }))}
        onChange={(_, option) => {
          const chosen = LOCALES.find((locale) => locale === option?.key) ?? null;
          if (storeChosenLanguage(chosen)) window.location.reload();
          else setRefused(true);
        }}
      />
      {isRefused && <p className={layout.warning}>{t('settings.language.refused')}</p>}
    </div>
  );
}
