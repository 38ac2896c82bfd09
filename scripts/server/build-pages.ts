import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';

const ROOT = join(import.meta.dirname, '../..');
/** What the pages are built from. */
const SOURCES = [
  'src',
  'packages',
  'assets',
  'samples',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];

/** The folder of the built pages. */
export const PAGES_FOLDER = join(ROOT, 'dist');

function getLatestChange(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((latest, { name }) => Math.max(latest, getLatestChange(join(path, name))), 0);
}

function areBuilt(): boolean {
  const page = join(PAGES_FOLDER, 'workbench.html');
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return SOURCES.every((source) => getLatestChange(join(ROOT, source)) <= built);
}

/** The configuration of webpack, by name: it is plain JavaScript, as webpack's own command reads it. */
export async function loadWebpackConfiguration(
  mode: 'development' | 'production',
): Promise<webpack.Configuration> {
  const path: string = '../../webpack.config.js';
  const { default: configure } = (await import(path)) as {
    default: (environment: object, args: { mode: string }) => webpack.Configuration;
  };
  return configure({}, { mode });
}

/**
 * Builds the pages if a source is newer than they are.
 *
 * @throws if they cannot be built
 */
export async function buildPages(): Promise<void> {
  if (areBuilt()) return;
  console.log('Đang dựng… / Building…');
  const compiler = webpack(await loadWebpackConfiguration('production'));
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : null);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}
