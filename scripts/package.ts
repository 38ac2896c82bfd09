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
import { FLOOR } from '../src/excel/capabilities';
import { checkManifest } from './manifest/check-manifest';
import { billOf, installedBill, missingIn } from './release/bill-of-materials';
import type { BundledPackage } from './release/bill-of-materials';
import { manifestFor, readOrigin } from './release/origin';
import { shareGuide, trustFile } from './release/share';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Zips tell no time, so that equal releases are equal files. */
const MTIME = new Date(1980, 0, 1);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 9, mtime: MTIME });

const { values } = parseArgs({
  options: { origin: { type: 'string' }, share: { type: 'string' }, out: { type: 'string' } },
});
const origin = readOrigin(values.origin ?? '');
if (origin === null) {
  fail(
    'Usage: npm run package -- --origin https://host[/folder] [--share \\\\server\\folder] [--out folder]',
  );
}
if (!existsSync(join(dist, 'bundled-packages.json'))) fail('dist/ is not there or is old: npm run build');

const address = origin as string;
const share = values.share ?? '\\\\MAYCHU\\BoTro';
const out = join(root, values.out ?? 'release');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const manifest = manifestFor(readFileSync(join(root, 'manifest.xml'), 'utf8'), address, version);
const base = new URL(address).pathname.replace(/\/$/, '');
const faults = checkManifest(manifest, {
  floor: FLOOR.version,
  read: (path) => {
    const file = join(dist, path.startsWith(base) ? path.slice(base.length) : path);
    return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
  },
  functions: Object.keys(RIBBON_FUNCTIONS),
});
if (faults.length > 0) fail(`manifest.xml:\n${faults.join('\n')}`);

const bundled = JSON.parse(readFileSync(join(dist, 'bundled-packages.json'), 'utf8')) as BundledPackage[];
const bill = billOf(installedBill(root), bundled);
const missing = missingIn(bill, bundled);
if (missing.length > 0) fail(`The bill of materials does not name: ${missing.join(', ')}`);

const hosting = join(root, 'docs', 'hosting');
const sbom = strToU8(`${JSON.stringify(bill, null, 2)}\n`);
const site: Record<string, Uint8Array> = {};
for (const file of filesBelow(dist)) {
  site[relative(dist, file).split(sep).join('/')] = new Uint8Array(readFileSync(file));
}
site['manifest.xml'] = strToU8(manifest);
site['sbom.cdx.json'] = sbom;
site['web.config'] = new Uint8Array(readFileSync(join(hosting, 'web.config')));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(out, name), bytes);
  console.log(`${relative(root, join(out, name))}  ${Math.ceil(bytes.length / 1024)} kB`);
}
write('manifest.xml', strToU8(manifest));
write('sbom.cdx.json', sbom);
write('THIRD-PARTY-LICENSES.txt', new Uint8Array(readFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'))));
write(`phuluc-${version}-site.zip`, zip(site));
write(
  `phuluc-${version}-share.zip`,
  zip({
    'manifest.xml': strToU8(manifest),
    // The registry editor reads UTF-16, and no UTF-8.
    'tin-cay-thu-muc.reg': new Uint8Array(Buffer.from(`\ufeff${trustFile(share)}`, 'utf16le')),
    'DOC-TRUOC.txt': strToU8(`\ufeff${shareGuide(address, share, version)}`),
  }),
);
console.log(`${bundled.length} packages bundled; ${address}`);
