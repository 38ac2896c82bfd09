import { SaxesParser } from 'saxes';
import { ELEMENT_ORDER, MAX_LENGTH } from './element-order';

type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: name.replace(/^bt:/, ''), attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function findAll(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => findAll(child, name)),
  ];
}
function findChild(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** Width and height of a PNG by its header; null when it is no PNG. */
function readPngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export type ManifestContext = {
  /** File behind a URL's path below the add-in's origin, or null when there is none. */
  read: (path: string) => Uint8Array | null;
  /** Names of the functions that the ribbon's page registers. */
  functions: readonly string[];
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function checkOrder(element: XmlElement): string[] {
  const order = ELEMENT_ORDER[element.name];
  const own = element.children.map(({ name }) => name);
  const faults = order
    ? own.flatMap((name, index) => {
        const place = order.indexOf(name);
        if (place < 0) return [`<${name}> does not belong in <${element.name}>`];
        const before = index === 0 ? -1 : order.indexOf(own[index - 1] ?? '');
        return place < before ? [`<${name}> stands too late in <${element.name}>`] : [];
      })
    : [];
  return [...faults, ...element.children.flatMap(checkOrder)];
}

function checkResources(root: XmlElement): string[] {
  const resources = findAll(root, 'Resources').flatMap(({ children }) => children);
  const items = resources.flatMap(({ name, children }) => children.map((item) => ({ kind: name, item })));
  const ids = items.map(({ item }) => item.attributes['id'] ?? '');
  const used: string[] = [];
  const walk = (element: XmlElement): void => {
    if (element.attributes['resid'] !== undefined) used.push(element.attributes['resid']);
    element.children.forEach(walk);
  };
  walk(root);
  const texts = items.flatMap(({ kind, item }) =>
    [item.attributes['DefaultValue'], ...item.children.map(({ attributes }) => attributes['Value'])].map(
      (text) => ({
        kind,
        id: item.attributes['id'],
        text: text ?? '',
      }),
    ),
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `resource ${id} is given twice`),
    ...[...ids, ...used].filter((id) => id.length > MAX_LENGTH.resid).map((id) => `resid ${id} is too long`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `resid ${id} names no resource`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...texts.filter(({ text }) => text === '').map(({ id }) => `resource ${id} is blank`),
    ...texts
      .filter(({ kind, text }) => kind === 'ShortStrings' && text.length > MAX_LENGTH.shortString)
      .map(({ id }) => `label ${id} is too long`),
    ...texts
      .filter(({ kind, text }) => kind === 'LongStrings' && text.length > MAX_LENGTH.longString)
      .map(({ id }) => `text ${id} is too long`),
    ...items
      .filter(({ kind }) => kind === 'ShortStrings' || kind === 'LongStrings')
      .filter(({ item }) => !item.children.some(({ attributes }) => attributes['Locale'] === 'en-US'))
      .map(({ item }) => `${item.attributes['id']} has no English text`),
  ];
}

function checkIcons(root: XmlElement, { read }: ManifestContext): string[] {
  const url = (id: string | undefined): string | undefined =>
    findAll(root, 'Resources')
      .flatMap((resources) => findAll(resources, 'Image'))
      .find(({ attributes }) => attributes['id'] === id)?.attributes['DefaultValue'];
  const wanted = [
    { size: 32, address: findChild(root, 'IconUrl')?.attributes['DefaultValue'] },
    { size: 64, address: findChild(root, 'HighResolutionIconUrl')?.attributes['DefaultValue'] },
    ...findAll(root, 'Icon').flatMap(({ children }) =>
      children.map(({ attributes }) => ({
        size: Number(attributes['size']),
        address: url(attributes['resid']),
      })),
    ),
  ];
  const sizes = findAll(root, 'Icon').flatMap((icon) =>
    [16, 32, 80]
      .filter((size) => !icon.children.some(({ attributes }) => attributes['size'] === String(size)))
      .map((size) => `an icon lacks its ${size} pixel image`),
  );
  const files = wanted.flatMap(({ size, address }) => {
    const bytes = address && URL.canParse(address) ? read(new URL(address).pathname) : null;
    if (!bytes) return [`icon ${address} has no file`];
    const found = readPngSize(bytes);
    return found?.width === size && found.height === size
      ? []
      : [`icon ${address} is not ${size} × ${size} pixels`];
  });
  return [...sizes, ...files];
}

function checkHead(root: XmlElement): string[] {
  const text = (name: string): string => findChild(root, name)?.text ?? '';
  const set = findAll(root, 'Set').map(
    ({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`,
  );
  const rules: [boolean, string][] = [
    [root.name === 'OfficeApp' && root.attributes['xsi:type'] === 'TaskPaneApp', 'it is no task pane add-in'],
    [GUID.test(text('Id')), 'Id is no lower-case GUID'],
    [/^\d+\.\d+\.\d+\.\d+$/.test(text('Version')), 'Version has not four parts'],
    [text('DefaultLocale') === 'vi-VN', 'DefaultLocale is not vi-VN'],
    // Excel hides an add-in whose requirement is not met; with 1.1 the pane can say what is missing (capabilities.ts).
    [set.length === 1 && set[0] === 'ExcelApi 1.1', 'the requirement is not ExcelApi 1.1'],
    [
      findAll(root, 'Host').every(
        (host) => (host.attributes['Name'] ?? host.attributes['xsi:type']) === 'Workbook',
      ),
      'a host is not Workbook',
    ],
    [findAll(root, 'Runtimes').length === 0, '<Runtimes> is there'],
    [
      (findChild(root, 'DisplayName')?.attributes['DefaultValue'] ?? '').length <= MAX_LENGTH.displayName,
      'DisplayName is too long',
    ],
    [
      (findChild(root, 'Description')?.attributes['DefaultValue'] ?? '').length <= MAX_LENGTH.description,
      'Description is too long',
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function checkUrls(root: XmlElement, { read }: ManifestContext): string[] {
  const named = [
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'SourceLocation',
    'Image',
    'Url',
    'AppDomain',
  ];
  const urls = named
    .flatMap((name) => findAll(root, name))
    .map((element) => element.attributes['DefaultValue'] ?? element.text)
    .filter((url) => url !== '');
  const pages = [...new Set(urls.map((url) => (URL.canParse(url) ? new URL(url).pathname : '')))];
  return [
    ...urls.filter((url) => !url.startsWith('https://')).map((url) => `${url} is not https`),
    ...pages
      .filter((path) => path.endsWith('.html') && !read(path))
      .map((path) => `page ${path} is not built`),
  ];
}

function checkCommands(root: XmlElement, { functions }: ManifestContext): string[] {
  const ids = ['CustomTab', 'Group', 'Control']
    .flatMap((name) => findAll(root, name))
    .map(({ attributes }) => attributes['id'] ?? '');
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} is given twice`),
    ...findAll(root, 'FunctionName')
      .filter(({ text }) => !functions.includes(text))
      .map(({ text }) => `ribbon function ${text} is not registered`),
  ];
}

/** What Office would refuse in an add-in-only manifest, in plain words; an empty list when all is well. */
export function checkManifest(xml: string, context: ManifestContext): string[] {
  const root = parseXml(xml);
  return [
    ...checkHead(root),
    ...checkOrder(root),
    ...checkResources(root),
    ...checkIcons(root, context),
    ...checkUrls(root, context),
    ...checkCommands(root, context),
  ];
}
