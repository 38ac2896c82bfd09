import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), 'src', 'taskpane');
const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

/** In Excel on the web office.js moves the focus itself, and knows links, buttons, fields and `tabindex` alone. */
describe('what Tab reaches in the pane', () => {
  it.each(screens)('%s: what unfolds is a stop of its own', (file) => {
    const tags = readFileSync(join(folder, file), 'utf8').match(/<summary[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !tag.includes('tabIndex={0}'))).toEqual([]);
  });
});
