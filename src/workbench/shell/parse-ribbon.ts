export type RibbonButton = {
  id: string;
  label: string;
  tip: string;
  icon: string;
  action: { kind: 'pane' } | { kind: 'function'; name: string };
};
export type RibbonGroup = { id: string; label: string; buttons: RibbonButton[] };
/** `menu` stands in the menu of a cell. */
export type Ribbon = { tab: string; groups: RibbonGroup[]; menu: RibbonButton[] };

/** Path below this page's own origin: the manifest names the origin of the installed add-in. */
const getUrlPath = (url: string): string => new URL(url).pathname.replace(/^\//, '');

/**
 * The ribbon that Excel would draw from manifest.xml, in a language ("vi-VN" is the default, others by override).
 * Throws a DOMException where the manifest is not well formed.
 */
export function parseRibbon(manifest: string, locale: string): Ribbon {
  const xml = new DOMParser().parseFromString(manifest, 'application/xml');
  const all = (element: Element | Document, name: string): Element[] => [
    ...element.getElementsByTagNameNS('*', name),
  ];
  const child = (element: Element, name: string): Element | undefined =>
    [...element.children].find((candidate) => candidate.localName === name);
  const resources = new Map(
    ['Image', 'Url', 'String']
      .flatMap((name) => all(xml, name))
      .map((item) => [item.getAttribute('id') ?? '', item]),
  );
  const text = (element: Element | undefined): string => {
    const item = resources.get(element?.getAttribute('resid') ?? '');
    const override = item && [...item.children].find((one) => one.getAttribute('Locale') === locale);
    return override?.getAttribute('Value') ?? item?.getAttribute('DefaultValue') ?? '';
  };
  const icon = (control: Element): string => {
    const image = all(control, 'Image').find((one) => one.getAttribute('size') === '32');
    return image ? getUrlPath(text(image)) : '';
  };
  const button = (control: Element): RibbonButton => {
    const name = all(control, 'FunctionName')[0]?.textContent?.trim();
    const supertip = child(control, 'Supertip');
    return {
      id: control.getAttribute('id') ?? '',
      label: text(child(control, 'Label')),
      tip: supertip ? text(child(supertip, 'Description')) : '',
      icon: icon(control),
      action: name ? { kind: 'function', name } : { kind: 'pane' },
    };
  };
  const buttonsOf = (parent: Element): RibbonButton[] =>
    [...parent.children].filter(({ localName }) => localName === 'Control').map(button);
  const tab = all(xml, 'CustomTab')[0];
  return {
    tab: tab ? text(child(tab, 'Label')) : '',
    groups: all(xml, 'Group').map((group) => ({
      id: group.getAttribute('id') ?? '',
      label: text(child(group, 'Label')),
      buttons: buttonsOf(group),
    })),
    menu: all(xml, 'OfficeMenu')
      .filter((menu) => menu.getAttribute('id') === 'ContextMenuCell')
      .flatMap(buttonsOf),
  };
}
