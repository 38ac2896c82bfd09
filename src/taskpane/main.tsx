import './shell/own-origin';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { createRoot } from 'react-dom/client';
import { startOffice } from '../excel/startup';
import { loadLanguage } from '../locales/load-language';
import { toLocale } from '../locales/locale';
import { App } from './shell/App';
import { registerPaneIcons } from './shell/icons';
import { createPaneTheme } from './shell/theme';
import { LocaleContext } from './shell/words';
import { UnsupportedPage } from './shell/Unsupported';

const { language, colors, supported } = await startOffice();
const locale = toLocale(language);
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
