/** Builds the bundle of the command line and of its reading threads. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { getStamp, RECORD_NAME, ROOT } from './bundle-record.mjs';

/** Loaded from where they are: they bring programs of their own, or load their own files. */
const EXTERNAL_PACKAGES = /^(?:@duckdb\/node-api|pdfjs-dist)(?:\/|$)/;

/** What decides the bundle besides the files in it. */
const SETTINGS_FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'node_modules/esbuild/package.json',
  'packages/ooxml/package.json',
  'packages/excel-simulator/package.json',
  'src/cli/bundle/build-bundle.mjs',
];

/** A bundle that another program may still be loading is kept for so long (milliseconds). */
const OLD_BUNDLE_MS = 86_400_000;

/** Times of a file system may be as coarse as this (milliseconds). */
const CLOCK_STEP_MS = 2_000;

/** The sources look for their own neighbours (SQL files, office.js, the thread's first file), not for the bundle's. */
const sourceAddressPlugin = {
  name: 'source-address',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/](?:src|packages)[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

/** By their full address: a bundle among temporary files has no packages above it. */
const externalPackagesPlugin = {
  name: 'external-packages',
  setup(bundler) {
    bundler.onResolve({ filter: EXTERNAL_PACKAGES }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'resolving') return undefined;
      const found = await bundler.resolve(path, { ...options, pluginData: 'resolving' });
      if (found.errors.length > 0) return { path, external: true };
      return { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/**
 * @param {readonly string[]} files of the bundle
 * @param {number} since when it was begun
 * @returns {[string, string][]} with the folders of our own sources: a new file there may be meant by an old import
 */
function stampInputs(files, since) {
  const folders = new Set(
    files.filter((file) => !file.includes('node_modules')).map((file) => dirname(file)),
  );
  return [...files, ...folders, ...SETTINGS_FILES].map((path) => {
    const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
    // Changed while the bundle was built: it may hold either state.
    const isOpen = !stat || Math.max(stat.mtimeMs, stat.ctimeMs) > since - CLOCK_STEP_MS;
    return [path, isOpen ? '' : getStamp(join(ROOT, path))];
  });
}

/**
 * @param {string} cache
 * @param {string} current
 */
function removeOldBundles(cache, current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name === current || name === RECORD_NAME) continue;
    if (Date.now() - statSync(path).mtimeMs > OLD_BUNDLE_MS) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Builds into a folder of its own and names it in the record at once, so that two programs may build at the same time.
 *
 * @param {string} cache
 * @returns {Promise<string>} the folder of the bundle
 * @throws if the cache cannot be written, or the sources cannot be bundled
 */
export async function buildBundle(cache) {
  const since = Date.now();
  mkdirSync(cache, { recursive: true });
  const name = `bundle-${randomUUID()}`;
  const folder = join(cache, name);
  mkdirSync(folder);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts', 'src/cli/reader/serve-thread.ts'],
    entryNames: '[name]',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    // A third less to read at each start; names stay, for what a failure says of itself.
    minifyWhitespace: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Packages in the older format ask for Node's own modules.
    banner: {
      js: "import { createRequire as openRequire } from 'node:module'; const require = openRequire(import.meta.url);",
    },
    metafile: true,
    logLevel: 'error',
    plugins: [sourceAddressPlugin, externalPackagesPlugin],
  });
  const record = { root: ROOT, folder: name, inputs: stampInputs(Object.keys(metafile.inputs), since) };
  const draft = join(folder, RECORD_NAME);
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, join(cache, RECORD_NAME));
  removeOldBundles(cache, name);
  return folder;
}
