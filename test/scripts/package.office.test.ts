import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { checkManifest } from '../../scripts/manifest/check-manifest';
import { filterBundled, findMissingPackages } from '../../scripts/release/bill-of-materials';
import { describeEmbeddedPart, formatNotice } from '../../scripts/release/bundled-packages-plugin.js';
import { EMBEDDED_PARTS } from '../../scripts/release/embedded-parts.js';
import { createManifest, readOrigin } from '../../scripts/release/manifest-origin';
import { formatShareGuide, formatTrustFile } from '../../scripts/release/network-share';
import { OFFICE_FILES } from '../../scripts/release/office-files.js';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('the address of the pages', () => {
  it.each([
    ['https://bo-tro.truong.vn', 'https://bo-tro.truong.vn'],
    ['https://bo-tro.truong.vn/', 'https://bo-tro.truong.vn'],
    ['https://truong.vn:8443/phu-luc/', 'https://truong.vn:8443/phu-luc'],
    ['http://truong.vn', null],
    ['truong.vn', null],
    ['https://truong.vn/?a=1', null],
    ['https://ai:do@truong.vn', null],
    ['', null],
  ])('%j is %j', (text, origin) => expect(readOrigin(text)).toBe(origin));
});

describe('the manifest for an address', () => {
  const origin = 'https://truong.vn/phu-luc';
  const manifest = createManifest(read('manifest.xml'), origin, '1.2.3');

  it('leads there and nowhere else, and carries the version', () => {
    expect(manifest).not.toContain('localhost');
    const addresses = [...manifest.matchAll(/https:\/\/[^"<]+/g)].map(([address]) => address);
    const own = addresses.filter(
      (address) => address.startsWith(`${origin}/`) || address === 'https://truong.vn',
    );
    expect(addresses.filter((address) => !own.includes(address))).toEqual([]);
    expect(manifest).toContain('<Version>1.2.3.0</Version>');
    expect(manifest).toContain('<AppDomain>https://truong.vn</AppDomain>');
  });

  it('is one that Office takes', () => {
    const faults = checkManifest(manifest, {
      functions: [...manifest.matchAll(/<FunctionName>([^<]+)/g)].map(([, name = '']) => name),
      read: (path) => {
        const file = path.replace('/phu-luc/', '');
        if (path.endsWith('.html')) return new Uint8Array();
        return existsSync(join(root, file)) ? new Uint8Array(readFileSync(join(root, file))) : null;
      },
    });
    expect(faults).toEqual([]);
  });
});

describe('the bill of materials', () => {
  const component = (name: string, version_: string) => ({
    name,
    version: version_,
    'bom-ref': `${name}@${version_}`,
  });
  const fullBill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: '2026', component: { name: 'phuluc', version: '0.1.0' } },
    components: [
      { ...component('a', '1.0.0'), name: 'installed-as' },
      component('a', '2.0.0'),
      component('b', '1.0.0'),
    ],
    dependencies: [
      { ref: 'phuluc@0.1.0', dependsOn: ['a@1.0.0', 'b@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['b@1.0.0', 'a@2.0.0'] },
      { ref: 'b@1.0.0' },
    ],
  };
  const bundled = [
    { name: 'a', version: '1.0.0', license: 'MIT' },
    { name: 'phuluc', version: '9.9.9', license: 'MIT' },
  ];

  it('names what is bundled, nothing else, and no time', () => {
    const bill = filterBundled(fullBill, bundled);
    expect(bill.components.map(({ name, version: own }) => `${name}@${own}`)).toEqual(['a@1.0.0']);
    expect(bill.dependencies).toEqual([
      { ref: 'phuluc@0.1.0', dependsOn: ['a@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: [] },
    ]);
    expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber/);
    expect(findMissingPackages(bill, bundled)).toEqual(['phuluc@9.9.9']);
  });
});

describe('parts that come from no package of their own', () => {
  const parts = EMBEDDED_PARTS.map((part) => describeEmbeddedPart(root, part));

  it('are those that stand in src/ as text, each with the words of its licence', () => {
    const decoders = readdirSync(join(root, 'src/readers/pdf/decoders')).map((file) => basename(file, '.ts'));
    expect(parts.map(({ name }) => name.replace('pdfium-', '')).sort()).toEqual(decoders.sort());
    for (const part of parts) {
      expect(part.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(formatNotice(part)).toContain('Redistributions in binary form must reproduce');
    }
  });

  it('are named in the bill of materials', () => {
    const bill = filterBundled(
      {
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        metadata: { component: { name: 'phuluc', version: '0.1.0' } },
        components: [],
        dependencies: [],
      },
      parts,
    );
    expect(bill.components).toMatchObject(
      parts.map(({ name, license }) => ({ name, licenses: [{ expression: license }] })),
    );
    expect(findMissingPackages(bill, parts)).toEqual([]);
  });
});

describe('the files of office.js', () => {
  const dist = join(root, 'node_modules/@microsoft/office-js/dist');
  const source = readFileSync(join(dist, 'office.debug.js'), 'utf8');
  const map = /OSF\.HostSpecificFileVersionMap = (\{[\s\S]*?\n\});/.exec(source)?.[1] ?? '{}';
  const { excel = {} } = JSON.parse(map) as { excel?: Record<string, string> };
  const highest = /OSF\.HostSpecificFileVersionDefault = "([\d.]+)"/.exec(source)?.[1] ?? '';

  it('are all that office.js can ask for in Excel: of each platform every version up to the highest', () => {
    expect(Object.keys(excel)).toContain('win32');
    const requested = readdirSync(dist).filter((file) => {
      const [, platform = '', version = ''] = /^excel-([a-z0-9]+)-(16\.\d+)\.js$/.exec(file) ?? [];
      return version !== '' && Number(version) <= Number(excel[platform] ?? highest);
    });
    expect(requested).toContain('excel-win32-16.00.js');
    expect(OFFICE_FILES.filter((file) => file.startsWith('excel-')).sort()).toEqual(requested.sort());
  });

  it('are in the package', () => {
    expect(OFFICE_FILES.filter((file) => !file.includes('*') && !existsSync(join(dist, file)))).toEqual([]);
  });
});

describe('the files of a network share', () => {
  it('trust the folder for one user, by the id of the manifest', () => {
    const id = /<Id>([^<]+)<\/Id>/.exec(read('manifest.xml'))?.[1] ?? '';
    const file = formatTrustFile('\\\\MAYCHU\\Bổ trợ');
    expect(file).toContain(
      `HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{${id}}]`,
    );
    expect(file).toContain('"Url"="\\\\\\\\MAYCHU\\\\Bổ trợ"');
    expect(formatShareGuide('https://truong.vn', '\\\\MAYCHU\\BoTro', '1.0.0')).toContain(
      '\\\\MAYCHU\\BoTro',
    );
  });
});

describe('the sample configurations of web servers', () => {
  const policy =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read('src/pages/page.ejs'))?.[1] ?? '';
  const nginx = new Map(
    [...read('docs/hosting/nginx.conf').matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    ),
  );
  const iis = new Map<string, string>();
  const parser = new SaxesParser();
  let inHeaders = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'customHeaders') inHeaders = true;
    if (inHeaders && name === 'add') iis.set(String(attributes['name']), String(attributes['value']));
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'customHeaders') inHeaders = false;
  });
  parser.write(read('docs/hosting/web.config')).close();

  it.each([
    ['nginx', nginx],
    ['IIS', iis],
  ])('%s sends the policy of the pages, and lets only Excel frame them', (_, headers) => {
    const sent = headers.get('Content-Security-Policy') ?? '';
    expect(policy).not.toBe('');
    expect(sent.startsWith(`${policy}; frame-ancestors `)).toBe(true);
    const ancestors = sent.slice(sent.indexOf('frame-ancestors')).split(' ').slice(1);
    expect(ancestors[0]).toBe("'self'");
    expect(ancestors.slice(1).every((source) => /^https:\/\/(?:\*\.)?[a-z0-9.-]+$/.test(source))).toBe(true);
    // Free Microsoft accounts open Excel from OneDrive, others also from Teams.
    for (const host of [
      'https://onedrive.live.com',
      'https://teams.microsoft.com',
      'https://*.officeapps.live.com',
    ])
      expect(ancestors).toContain(host);
    // It would shut Excel on the web out.
    expect(headers.has('X-Frame-Options')).toBe(false);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  it('send the same headers', () => expect([...iis]).toEqual([...nginx]));
});

describe('the changelog', () => {
  it('has a part for the version of the package, newest first', () => {
    const versions = [...read('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\] – (\d{4}-\d{2}-\d{2})$/gm)];
    expect(versions.map(([, own]) => own)).toContain(version);
    const days = versions.map(([, , day]) => day);
    expect(days).toEqual([...days].sort().reverse());
    expect(read('manifest.xml')).toContain(`<Version>${version}.0</Version>`);
  });
});
