import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the page of `read-page.ts` as the pane is built; answers with its folder. */
export async function buildReadPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-read-page-'));
  const compiler = webpack({
    mode: 'production',
    context: ROOT,
    entry: { page: join(import.meta.dirname, 'read-page.ts') },
    output: { path: folder, filename: '[name].js', chunkFilename: '[name].[contenthash:8].js' },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'ts-loader',
            options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          },
        },
      ],
    },
    performance: { hints: false },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else compiler.close(() => resolve());
    });
  });
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><meta charset="utf-8"><title>Reading</title><input type="file" multiple><script src="page.js"></script>',
  );
  return folder;
}
