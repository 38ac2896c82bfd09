import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import path from 'node:path';
import { BundledPackagesPlugin } from './scripts/release/bundled-packages-plugin.js';
import { EMBEDDED_PARTS } from './scripts/release/embedded-parts.js';
import { OFFICE_FILES } from './scripts/release/office-files.js';

const root = import.meta.dirname;
const officeJs = path.join(root, 'node_modules/@microsoft/office-js/dist');

/** The page that office.js shows where the host's page is on http, as the workbench is on localhost. */
const ERROR_PAGE_FILES = [
  'agaveerrorux/index.html',
  'agaveerrorux/agaveerrorux.js',
  'agaveerrorux/style/agaveerrorux.css',
];

/** Returns the path under which office.js asks for a file: the package spells the error page in lower case. */
const toServedPath = (file) => file.replaceAll('\\', '/').replaceAll('agaveerrorux', 'AgaveErrorUX');

const page = (name, { title, stylesheet = null, officeJs = false }) =>
  new HtmlPlugin({
    filename: `${name}.html`,
    template: path.join(root, 'src/pages/page.ejs'),
    chunks: [name],
    scriptLoading: 'defer',
    templateParameters: { title, stylesheet, officeJs },
    minify: false,
  });

export default (_environment, { mode = 'production' }) => ({
  mode,
  context: root,
  devtool: mode === 'production' ? false : 'source-map',
  entry: {
    taskpane: './src/taskpane/main.tsx',
    commands: './src/taskpane/ribbon.ts',
    workbench: './src/workbench/main.tsx',
  },
  output: {
    path: path.join(root, 'dist'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    cssFilename: '[name].[contenthash:8].css',
    cssChunkFilename: '[name].[contenthash:8].css',
    assetModuleFilename: 'assets/[name].[contenthash:8][ext]',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  // Style sheets as files of their own, next to the chunks that need them: no loader, no inline style.
  experiments: { css: true },
  module: {
    // Custom properties are the tokens of tokens.css: one name everywhere.
    parser: { 'css/auto': { namedExports: false, dashedIdents: false } },
    generator: { 'css/auto': { exportsConvention: 'as-is', localIdentName: '[name]_[local]' } },
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'ts-loader',
          options: {
            onlyCompileBundledFiles: true,
            // Types are checked by `npm run check:types`, once for the whole tree.
            transpileOnly: true,
            compilerOptions: { noEmit: false },
          },
        },
      },
    ],
  },
  plugins: [
    page('taskpane', { title: 'Phụ lục', officeJs: true }),
    page('commands', { title: 'Phụ lục', stylesheet: 'plain.css', officeJs: true }),
    page('workbench', { title: 'Phụ lục – bàn thử' }),
    new BundledPackagesPlugin({ copied: ['@microsoft/office-js'], embedded: EMBEDDED_PARTS }),
    new CopyPlugin({
      patterns: [
        { from: 'assets', to: 'assets', globOptions: { ignore: ['**/*.svg'] } },
        { from: 'src/pages/{*.html,*.js,plain.css}', to: '[name][ext]', noErrorOnMissing: true },
        { from: 'samples', to: 'samples' },
        { from: 'manifest.xml', to: 'manifest.xml' },
        ...[...OFFICE_FILES, ...ERROR_PAGE_FILES].map((file) => ({
          from: `${officeJs}/${file}`,
          to: ({ absoluteFilename }) => `office/${toServedPath(path.relative(officeJs, absoluteFilename))}`,
          // Its licence allows the files as they are: the minifier must leave them alone.
          info: { minimized: true },
        })),
      ],
    }),
  ],
  optimization: { splitChunks: { chunks: 'async' } },
  performance: { hints: false },
  stats: 'errors-warnings',
});
