import './shell/fabric-config';
import '../pages/tokens.css';
import './base.css';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { createRoot } from 'react-dom/client';
import { startOffice } from '../excel/start-office';
import { loadLanguage } from '../i18n/load-language';
import { App } from './shell/App';
import { getPaneLocale } from './shell/chosen-language';
import { createPaneTheme } from './shell/create-pane-theme';
import { registerPaneIcons } from './shell/register-pane-icons';
import { UnsupportedPage } from './shell/UnsupportedPage';
import { LocaleContext } from './shell/use-translation';

const { language, colors, supported } = await startOffice();
const locale = getPaneLocale(language);
await loadLanguage(locale);
const theme = createPaneTheme(colors, window.matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.lang = locale;
document.documentElement.dataset['theme'] = theme.isInverted ? 'dark' : 'light';
registerPaneIcons();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LocaleContext.Provider value={locale}>
      <ThemeProvider theme={theme} applyTo="body">
        {supported ? <App /> : <UnsupportedPage />}
      </ThemeProvider>
    </LocaleContext.Provider>,
  );
}
