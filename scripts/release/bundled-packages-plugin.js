import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)(?!.*\.(js|ts|json)$)/i;

/** The folder of the package a file belongs to: the nearest above it whose package.json has a name and a version. */
const findPackageFolder = (file) => {
  for (let folder = path.dirname(file); folder.includes('node_modules'); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name && version) return folder;
  }
  return null;
};

/** What a package says of itself; its licence's words where they are not in a file of their own are the README's. */
const describePackage = (folder) => {
  const { name, version, license, licenses, homepage, author } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const declared = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? '';
  return {
    name,
    version,
    license: String(declared),
    homepage: homepage ?? '',
    author: typeof author === 'string' ? author : (author?.name ?? ''),
    texts: files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()),
  };
};

/** What is known of a part that stands in src/ as text: its version is that of the package it was taken from. */
export const describeEmbeddedPart = (root, { name, from, license, homepage, licenseFiles }) => ({
  name,
  version: JSON.parse(readFileSync(path.join(root, from, 'package.json'), 'utf8')).version,
  license,
  homepage,
  author: '',
  texts: licenseFiles.map((file) => readFileSync(path.join(root, file), 'utf8').trim()),
  embeddedIn: path.basename(from),
});

const SEPARATOR = '-'.repeat(78);

export const formatNotice = ({ name, version, license, homepage, author, texts }) =>
  [
    SEPARATOR,
    `${name} ${version}`,
    `Licence: ${license}`,
    ...(author ? [`Author: ${author}`] : []),
    ...(homepage ? [homepage] : []),
    '',
    ...(texts.length > 0
      ? texts
      : ['The package holds no text of its licence; the name above is what it declares.']),
    '',
  ].join('\n');

/**
 * Lists what the pages are made of, from the modules that webpack has read: THIRD-PARTY-LICENSES.txt with the words of
 * every licence, and bundled-packages.json for the bill of materials.
 */
export class BundledPackagesPlugin {
  /**
   * @param {object} options what webpack does not see
   * @param {string[]} options.copied packages whose files are copied beside the bundles
   * @param {object[]} options.embedded parts that stand in src/ as text
   */
  constructor({ copied, embedded }) {
    this.copied = copied;
    this.embedded = embedded;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('BundledPackages', (compilation) => {
      const folders = new Set(
        this.copied.map((name) => path.join(compiler.context, 'node_modules', ...name.split('/'))),
      );
      compilation.hooks.finishModules.tap('BundledPackages', (modules) => {
        for (const { resource } of modules) {
          if (!resource?.includes('node_modules')) continue;
          const folder = findPackageFolder(resource.split('?')[0]);
          if (folder) folders.add(folder);
        }
      });
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'BundledPackages', stage }, () => {
        const parts = this.embedded.map((part) => describeEmbeddedPart(compiler.context, part));
        const packages = [...[...folders].map(describePackage), ...parts].sort((a, b) =>
          `${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1,
        );
        const head = 'Packages that are part of these pages, and their licences.\n\n';
        compilation.emitAsset(
          'THIRD-PARTY-LICENSES.txt',
          new sources.RawSource(head + packages.map(formatNotice).join('\n')),
        );
        const list = packages.map(({ name, version, license, embeddedIn }) => ({
          name,
          version,
          license,
          embeddedIn,
        }));
        compilation.emitAsset(
          'bundled-packages.json',
          new sources.RawSource(`${JSON.stringify(list, null, 2)}\n`),
        );
      });
    });
  }
}
