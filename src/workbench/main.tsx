import '../pages/tokens.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { keepFiles } from '../pages/keep-files';
import { getWorkbenchMessages } from './messages';
import { Workbench, type WorkbenchOptions } from './shell/Workbench';

/** Options in the address: ?lang=en-US&api=1.9&open=samples/so.xlsx&today=2026-06-20 */
function readOptions(search: string): WorkbenchOptions {
  const given = new URLSearchParams(search);
  const api = given.get('api');
  const today = given.get('today');
  return {
    locale: given.get('lang') ?? (navigator.language.startsWith('en') ? 'en-US' : 'vi-VN'),
    ...(api ? { requirementSets: { ExcelApi: api } } : {}),
    ...(given.get('open') ? { open: given.get('open') ?? '' } : {}),
    ...(today ? { now: new Date(`${today}T09:00:00`) } : {}),
  };
}

const options = readOptions(window.location.search);
document.documentElement.lang = options.locale.slice(0, 2);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(<Workbench messages={getWorkbenchMessages(options.locale)} options={options} />);
// A browser may forbid it; the page works as before.
void keepFiles().catch(() => undefined);
