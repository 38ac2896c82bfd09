import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifest, type ManifestContext } from '../../scripts/manifest/check-manifest';
import { RIBBON_FUNCTIONS } from '../../src/commands/ribbon';

const root = join(__dirname, '../..');
const xml = readFileSync(join(root, 'manifest.xml'), 'utf8');

/** A page is a file of src/pages or one that webpack makes. */
const webpack = readFileSync(join(root, 'webpack.config.js'), 'utf8');
function isBuilt(path: string): boolean {
  return (
    existsSync(join(root, 'src/pages', path)) || webpack.includes(`page('${path.slice(1, -'.html'.length)}'`)
  );
}

const context: ManifestContext = {
  functions: Object.keys(RIBBON_FUNCTIONS),
  read: (path) => {
    if (path.endsWith('.html')) return isBuilt(path) ? new Uint8Array() : null;
    return existsSync(join(root, path)) ? new Uint8Array(readFileSync(join(root, path))) : null;
  },
};

describe('the offline manifest check', () => {
  it('finds nothing wrong in the manifest', () => {
    expect(checkManifest(xml, context)).toEqual([]);
  });

  const faults: [string, (xml: string) => string, RegExp][] = [
    [
      'an upper-case id',
      (text) => text.replace(/<Id>.*<\/Id>/, '<Id>CE550866</Id>'),
      /Id is no lower-case GUID/,
    ],
    [
      'a version of three parts',
      (text) => text.replace(/<Version>.*<\/Version>/, '<Version>1.0.0</Version>'),
      /four parts/,
    ],
    [
      'another floor',
      (text) => text.replace('MinVersion="1.1"/>', 'MinVersion="1.4"/>'),
      /requirement is not ExcelApi 1\.1/,
    ],
    [
      'another host',
      (text) => text.replace('<Host Name="Workbook"/>', '<Host Name="Document"/>'),
      /not Workbook/,
    ],
    ['a shared runtime', (text) => text.replace('<FunctionFile', '<Runtimes/><FunctionFile'), /<Runtimes>/],
    [
      'elements out of order',
      (text) => text.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'),
      /<Version> stands too late/,
    ],
    [
      'an unknown element',
      (text) => text.replace('<AppDomains>', '<Colour/><AppDomains>'),
      /<Colour> does not belong/,
    ],
    [
      'a resid that names nothing',
      (text) => text.replace('resid="Open.Tip"', 'resid="Open.Hint"'),
      /Open\.Hint names no resource/,
    ],
    ['a resid of 33 characters', (text) => text.replaceAll('Open.Tip', 'O'.repeat(33)), /is too long/],
    [
      'a label of 126 characters',
      (text) => text.replace('"Mở Phụ lục"', `"${'ệ'.repeat(126)}"`),
      /label Open\.Label is too long/,
    ],
    [
      'a description of 251 characters',
      (text) => text.replace(/(id="Open.Tip" DefaultValue=")/, `$1${'ữ'.repeat(251)}`),
      /text Open\.Tip is too long/,
    ],
    [
      'a text without English',
      (text) => text.replace(/<bt:Override Locale="en-US" Value="Open Phụ lục"\/>/, ''),
      /Open\.Label has no English/,
    ],
    [
      'an http address',
      (text) => text.replace('https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html'),
      /not https/,
    ],
    ['an icon without a file', (text) => text.replace('open-16.png', 'opened-16.png'), /has no file/],
    ['an icon of another size', (text) => text.replace('open-16.png', 'open-32.png'), /is not 16 × 16/],
    [
      'an icon without its 80 pixel image',
      (text) => text.replace('<bt:Image size="80" resid="Icon.Undo.80"/>', ''),
      /lacks its 80 pixel/,
    ],
    [
      'the same id twice',
      (text) => text.replace('id="Phuluc.Undo"', 'id="Phuluc.Open"'),
      /Phuluc\.Open is given twice/,
    ],
    [
      'a function that nothing registers',
      (text) => text.replace('>undo<', '>redoAll<'),
      /redoAll is not registered/,
    ],
  ];
  it.each(faults)('finds %s', (_name, spoil, message) => {
    const spoilt = spoil(xml);
    expect(spoilt).not.toBe(xml);
    expect(checkManifest(spoilt, context).join('\n')).toMatch(message);
  });

  it('finds a page that is not built', () => {
    const unbuilt: ManifestContext = {
      ...context,
      read: (path) => (path === '/commands.html' ? null : context.read(path)),
    };
    expect(checkManifest(xml, unbuilt)).toEqual(['page /commands.html is not built']);
  });
});
