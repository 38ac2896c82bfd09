/**
 * `npm run package -- --origin https://bo-tro.truong.vn [--share \\MAYCHU\BoTro] [--out release]`: after `npm run build`,
 * makes what an office installs from: the site for any static https host, the manifest for its address, a zip for a
 * network share, the licences and the bill of materials of what is bundled.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { RIBBON_FUNCTIONS } from '../src/commands/ribbon';
import { checkManifest } from './manifest/check-manifest';
import {
  type BundledPackage,
  filterBundled,
  findMissingPackages,
  readInstalledBill,
} from './release/bill-of-materials';
import { createManifest, readOrigin } from './release/manifest-origin';
import { formatShareGuide, formatTrustFile } from './release/network-share';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

/** Zips tell no time, so that equal releases are equal files. */
const ZIP_TIME = new Date(1980, 0, 1);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

const createZip = (files: Record<string, Uint8Array>): Uint8Array =>
  zipSync(files, { level: 9, mtime: ZIP_TIME });

const { values } = parseArgs({
  options: { origin: { type: 'string' }, share: { type: 'string' }, out: { type: 'string' } },
});
const origin = readOrigin(values.origin ?? '');
if (origin === null) {
  fail(
    'Usage: npm run package -- --origin https://host[/folder] [--share \\\\server\\folder] [--out folder]',
  );
}
if (!existsSync(join(DIST, 'bundled-packages.json'))) fail('dist/ is not there or is old: npm run build');

const address = origin as string;
const share = values.share ?? '\\\\MAYCHU\\BoTro';
const out = join(ROOT, values.out ?? 'release');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const manifest = createManifest(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'), address, version);
const base = new URL(address).pathname.replace(/\/$/, '');
const faults = checkManifest(manifest, {
  read: (path) => {
    const file = join(DIST, path.startsWith(base) ? path.slice(base.length) : path);
    return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
  },
  functions: Object.keys(RIBBON_FUNCTIONS),
});
if (faults.length > 0) fail(`manifest.xml:\n${faults.join('\n')}`);

const bundled = JSON.parse(readFileSync(join(DIST, 'bundled-packages.json'), 'utf8')) as BundledPackage[];
const bill = filterBundled(readInstalledBill(ROOT), bundled);
const missing = findMissingPackages(bill, bundled);
if (missing.length > 0) fail(`The bill of materials does not name: ${missing.join(', ')}`);

const hosting = join(ROOT, 'docs', 'hosting');
const sbom = strToU8(`${JSON.stringify(bill, null, 2)}\n`);
const site: Record<string, Uint8Array> = {};
for (const file of listFiles(DIST)) {
  site[relative(DIST, file).split(sep).join('/')] = new Uint8Array(readFileSync(file));
}
site['manifest.xml'] = strToU8(manifest);
site['sbom.cdx.json'] = sbom;
site['web.config'] = new Uint8Array(readFileSync(join(hosting, 'web.config')));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
function writeOutput(name: string, bytes: Uint8Array): void {
  writeFileSync(join(out, name), bytes);
  console.log(`${relative(ROOT, join(out, name))}  ${Math.ceil(bytes.length / 1024)} kB`);
}
writeOutput('manifest.xml', strToU8(manifest));
writeOutput('sbom.cdx.json', sbom);
writeOutput('THIRD-PARTY-LICENSES.txt', new Uint8Array(readFileSync(join(DIST, 'THIRD-PARTY-LICENSES.txt'))));
writeOutput(`phuluc-${version}-site.zip`, createZip(site));
writeOutput(
  `phuluc-${version}-share.zip`,
  createZip({
    'manifest.xml': strToU8(manifest),
    // The registry editor reads UTF-16, and no UTF-8.
    'tin-cay-thu-muc.reg': new Uint8Array(Buffer.from(`\ufeff${formatTrustFile(share)}`, 'utf16le')),
    'DOC-TRUOC.txt': strToU8(`\ufeff${formatShareGuide(address, share, version)}`),
  }),
);
console.log(`${bundled.length} packages bundled; ${address}`);
